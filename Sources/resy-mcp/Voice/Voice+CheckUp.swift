internal import ResyDomain
internal import ResyNative

/// What the doctor found.
extension Voice {
    func text(_ subject: CheckUpSubject) -> String {
        switch subject {
        case .program: "program"
        case .home: "home"
        case .disk: "disk"
        case .credentials: "credentials"
        case .key: "key"
        case .signInFile: "sign-in file"
        case .account: "account"
        case .token: "token"
        case .database: "database"
        case .certificates: "CA bundle"
        case .proxy: "proxy"
        case .api: "API"
        case .signIn: "sign-in"
        case .browserSignIn: "browser sign-in"
        case .clock: "clock"
        case .requests: "requests"
        case .lastLimit: "last limit or block"
        case .watching: "watches"
        case .placesSearch: "Google Places"
        case .browser: "browser"
        }
    }

    func text(_ finding: CheckUpFinding) -> String {
        switch finding {
        case .versions(let all): all.joined(separator: ", ")
        case .path(let path): path
        case .madeWhenNeeded(let path): "\(path), made when it is first needed"
        case .madeAtFirstSignIn(let path): "\(path), made at the first sign-in"
        case .anotherUsers(let path): "\(path) belongs to another user"
        case .noFolderToEnter(let path): "\(path) is no folder that can be entered"
        case .unwritableHome(let path):
            "\(path) cannot be written, so no sign-in and no booking can be recorded"
        case .openToOthers(let path, let mode): "\(path) is open to others (mode \(String(mode, radix: 8)))"
        case .cannotBeMade(let path): "\(path) does not exist and cannot be made"
        case .noOwnFolder(let path): "\(path) is not a folder of your own"
        case .noOwnFile(let path): "\(path) is not a plain file of your own"
        case .keyMissing(let path): "\(path) is missing, and the stored sign-in cannot be opened without it"
        case .keyDamaged(let path): "\(path) is damaged: it is not a key"
        case .unseen(let path): "\(path) cannot be looked at"
        case .unreadable(let path): "\(path) cannot be read"
        case .roomUnknown: "its room could not be read"
        case .diskFull(let path): "the disk of \(path) is full: no sign-in and no booking can be recorded"
        case .littleRoom(let megabytes, let path): "\(megabytes) MB are left for \(path)"
        case .room(let megabytes): "\(megabytes.map { "\($0) MB are" } ?? "more than a gigabyte is") left"
        case .signInUnreadable: "the stored sign-in cannot be read"
        case .nobody: "nobody is signed in"
        case .environmentSignsIn:
            "nothing is stored; RESY_EMAIL and RESY_PASSWORD will sign in at the first call"
        case .account(let name, let isAccepted):
            (name ?? "an account without a name")
                + (isAccepted ? ", accepted by Resy" : ", never accepted by Resy so far")
        case .noTokenYet: "none yet; the next call signs in"
        case .noTokenNorMeans: "none, and nothing to get one with"
        case .tokenEndUnknown: "does not say when it ends"
        case .tokenGood(let end, _, let isRenewed):
            "good until \(moment(end))\(isRenewed ? "; renewed by itself" : "")"
        case .tokenEndsSoon(let end, let days):
            "ends \(span(days)), on \(moment(end)), and nothing is stored to renew it"
        case .tokenEnded(let end, let isRenewed):
            "ended on \(moment(end))"
                + (isRenewed ? "; the next call renews it" : ", and nothing is stored to renew it")
        case .layout(let path, let version): "\(path) (layout \(version))"
        case .newerLayout(let path, let version):
            "\(path) was written by a newer resy-mcp (version \(version) of its layout)"
        case .unopened(let path, let code): "\(path) does not open (SQLite \(code))"
        case .damaged(let path): "\(path) is damaged"
        case .noBundle: "none was found in the usual places"
        case .proxy(let variable, let place, let host): "\(variable) leads requests to \(host) through \(place)"
        case .noProxy(let host, let isHere): isHere ? "none: \(host) is this machine" : "none for \(host)"
        case .notAskedToTheEnd(let host): "\(host) was not asked to the end"
        case .answers(let way): text(way)
        case .guarded(let way, let status):
            "\(text(way)), but a guard in front of it turns this machine away (HTTP \(status))"
        case .refusesKey(let way, let status): "\(text(way)), but refuses the key of this program (HTTP \(status))"
        case .asksForFewer(let way): "\(text(way)), and asks for fewer requests"
        case .faulty(let way, let status): "\(text(way)), with a fault of its own (HTTP \(status))"
        case .clockAgrees: "agrees with Resy's"
        case .clockOff(let minutes, let isAhead):
            "\(minutes) minutes \(isAhead ? "ahead of" : "behind") Resy's"
        case .heldBack(let group, let stop): text(stop, of: group)
        case .asked(let requests): text(requests)
        case .lastStop(let stop): stop.map { reason($0) } ?? "none for your own calls"
        case .watching(let watching): text(watching)
        case .placesKey(let isSet):
            isSet
                ? "a key is set; Google was not asked"
                : "no key; Resy's own search finds restaurants"
        case .browserStarts(let words): "\(words), which starts"
        case .browserUnseen: "it was not looked at to the end"
        }
    }

    /// `41 of at most 300 today; 13 of 20 left for now, 8 kept back for bookings; one is back every 15 seconds`.
    private func text(_ requests: CheckUpRequests) -> String {
        let today = requests.today.map { "\($0)" } ?? "not counted"
        guard requests.budget.isLimited else { return "\(today) today; no looking budget (--budget 0)" }
        let kept = Int(requests.budget.keptBack)
        let parts = [
            "\(today) of at most \(requests.budget.mostADay) today",
            "\(requests.left) of \(requests.budget.size) left for now"
                + (kept > 0 ? ", \(kept) kept back for bookings" : ""),
            requests.nextLook.map { "no look before \(LocalTime.spoken($0) ?? "later")" }
                ?? "one is back every 15 seconds",
        ]
        return parts.joined(separator: "; ")
    }

    private func text(_ way: CheckUpWay) -> String {
        "\(way.host) answers in \(way.milliseconds) ms by \(way.version ?? "HTTP")"
            + (way.isEncrypted ? " over TLS" : " without TLS")
    }

    private func span(_ days: Int) -> String { days == 0 ? "today" : days == 1 ? "in 1 day" : "in \(days) days" }

    private func moment(_ instant: Instant) -> String { LocalTime.spoken(instant) ?? "a day that no calendar has" }

    private func text(_ stop: Breaker.Stop, of group: Breaker.Group) -> String {
        let what =
            switch group {
            case .calls: "not asked"
            case .signIn: "not tried at the API"
            case .browser: "not started by itself"
            }
        return "\(what) before \(LocalTime.spoken(stop.until) ?? "later"): \(reason(stop))"
    }

    /// `Resy's guard turned away a sign-in on Saturday Jan 9 2027 at 2:10 PM`.
    private func reason(_ stop: Breaker.Stop) -> String {
        let what =
            switch stop.by {
            case .refresh: "a renewal of the sign-in"
            case .signIn: "a sign-in"
            case .browser: "a sign-in through a browser"
            case .read: "a look at restaurants and tables"
            case .list, .settlingList: "the list of reservations"
            case .commitment: "a booking or cancellation"
            }
        let when = LocalTime.spoken(stop.since).map { " on \($0)" } ?? ""
        return switch stop.cause {
        case .rateLimited: "Resy asked for fewer requests at \(what)\(when)"
        case .blocked: "Resy's guard turned away \(what)\(when)"
        case .captcha: "Resy wanted a captcha solved at \(what)\(when)"
        case .code: "Resy wanted a code at \(what)\(when)"
        }
    }
}
