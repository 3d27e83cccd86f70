internal import ResyDomain

extension CheckUp {
    func stop(_ group: Breaker.Group) -> Breaker.Stop? {
        Store.breakers(at: home.database, host: settings.apiHost)[group]?.standing(clock.now)
    }

    /// Which calls are held back, and until when; nothing where none are.
    func stopped() -> [Finding] {
        var found: [Finding] = []
        if let stop = stop(.calls) {
            found.append(
                .failed(
                    "API", "not asked before \(stop.end): \(stop.reason)",
                    "Wait until then; use resy.com meanwhile. `resy-mcp doctor --resume` asks sooner, at the account's risk."
                ))
        }
        if let stop = stop(.signIn) {
            found.append(
                .doubtful(
                    "sign-in", "not tried at the API before \(stop.end): \(stop.reason)",
                    stop.cause == .blocked
                        ? "`resy-mcp login --headed` signs in through a browser; `resy-mcp doctor --resume` ends the wait."
                        : "Wait until then; `resy-mcp doctor --resume` ends the wait, at the account's risk."))
        }
        if let stop = stop(.browser) {
            found.append(
                .doubtful(
                    "browser sign-in", "not started by itself before \(stop.end): \(stop.reason)",
                    "`resy-mcp login --headed` signs in in a window at once; `resy-mcp doctor --resume` ends the wait.")
            )
        }
        return found
    }
}

extension Breaker.Stop {
    /// `Resy's guard turned away a sign-in on Saturday Jan 9 2027 at 2:10 PM`.
    fileprivate var reason: String {
        let what =
            switch by {
            case .refresh: "a renewal of the sign-in"
            case .signIn: "a sign-in"
            case .browser: "a sign-in through a browser"
            case .read: "a look at restaurants and tables"
            case .list, .settlingList: "the list of reservations"
            case .commitment: "a booking or cancellation"
            }
        let when = LocalTime.spoken(since).map { " on \($0)" } ?? ""
        return switch cause {
        case .rateLimited: "Resy asked for fewer requests at \(what)\(when)"
        case .blocked: "Resy's guard turned away \(what)\(when)"
        case .captcha: "Resy wanted a captcha solved at \(what)\(when)"
        case .code: "Resy wanted a code at \(what)\(when)"
        }
    }
}
