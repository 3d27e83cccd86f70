internal import ResyDomain

extension APIFailure {
    /// In words for the diner and the model: what failed, and what to do. The one place that gives Resy's
    /// failures a public code.
    func explained(url: String? = nil) -> ResyError {
        switch self {
        case .signedOut:
            ResyError(
                .notSignedIn, "Resy no longer accepts this sign-in.",
                hint: "Run `resy-mcp login`, or call store_resy_credentials again.")
        case .otherAccount:
            ResyError(
                .conflict, "Somebody signed in to another Resy account while this call was under way, so it was ended.",
                hint: "Ask which account is meant, then call again: it works on the one that is signed in now.")
        case .wrongPassword: ResyError.wrongPassword(length: 0)
        case .wrongKey:
            ResyError(
                .resyError,
                "Resy refuses the application's key (RESY_API_KEY) that goes with each call, so it never looked at the "
                    + "sign-in.",
                hint: "Where RESY_API_KEY is set, unset it. Otherwise Resy's public key may have changed: set "
                    + "RESY_API_KEY to the one that resy.com's pages send in their Authorization header, or update "
                    + "resy-mcp. The sign-in is kept as it is.", url: url)
        case .wrongCode(let isExpired):
            ResyError(
                .signInFailed, isExpired ? "This code has expired." : "Resy does not take this code.",
                hint: "Run `resy-mcp login --phone NUMBER` again for a new one. Nothing was stored.")
        case .blocked(let status, let until):
            ResyError(
                .blocked, "Resy's guard turned the request away (HTTP \(status)); Resy itself did not answer.",
                hint: "This is about where the request comes from, not about the account. "
                    + Self.wait(until: until, url), url: url, retryAt: until)
        case .captcha:
            ResyError(
                .captcha, "This restaurant wants a captcha solved before it takes a booking.",
                hint: "Only a person can do that, on Resy's site" + (url.map { ": \($0)" } ?? "."), url: url)
        case .codeWanted:
            ResyError(
                .captcha, "Resy wants a verification code beside the password before it lets this sign-in through.",
                hint: "Run `resy-mcp login --headed` in a terminal with a screen and type the code in the window, or "
                    + "`resy-mcp login --phone NUMBER` to sign in with a code from the start.", url: url)
        case .payment(let message):
            ResyError(
                .paymentRequired, "Resy refused this over payment" + Self.quoted(message),
                hint:
                    "If it wants a card, add or choose one at resy.com under Account, Payment methods, and call again "
                    + "with payment_method; if the restaurant takes none, book it on resy.com.", url: url)
        case .gone(let message):
            ResyError(
                .slotGone,
                message.map { "Resy does not give that table" + Self.quoted($0) } ?? "That table is no longer free.",
                hint: "Check availability again and offer another time.",
                url: url)
        case .conflict(let existing):
            ResyError(
                .conflict, "Resy says that this account already has a reservation at that time\(existing.spoken).",
                hint: "Look at my_reservations; cancel that one first, or choose another time.", url: url)
        case .rateLimited(let retryAt):
            ResyError(
                .rateLimited, "Resy asks for fewer requests.",
                hint: "Wait before asking again" + (retryAt == nil ? "; 15 minutes is a good start." : "."), url: url,
                retryAt: retryAt)
        case .stopped(let stop): stop.explained(url: url)
        case .refused(let status, let message):
            ResyError(
                .resyError, "Resy refused the request (HTTP \(status))" + Self.quoted(message),
                hint: "Check the date, the party size and the restaurant; if they are right, try on resy.com.", url: url
            )
        case .methodNotAllowed:
            ResyError(
                .schemaChanged, "Resy no longer takes this kind of request (HTTP 405).",
                hint: "Its API seems to have changed: update resy-mcp.", url: url)
        case .server(let status):
            ResyError(
                .resyError, "Resy had a fault of its own (HTTP \(status)).", hint: "Try again in a minute.", url: url)
        case .network(let fault): fault.explained(url: url)
        case .schema(let path):
            ResyError(
                .schemaChanged, "Resy's answer is not as expected at \(path).",
                hint: "Its API seems to have changed: update resy-mcp. Until then, use resy.com.", url: url)
        }
    }

    /// Until when Resy is left alone, where that is known, and the way without it.
    private static func wait(until: Instant?, _ url: String?) -> String {
        let go = url.map { "go on by hand: \($0)" } ?? "use resy.com."
        guard let end = until.flatMap({ LocalTime.spoken($0) }) else {
            return "Wait a while before trying again, or \(go)"
        }
        return "Resy is not asked again before \(end). Until then, \(go)"
    }

    private static func quoted(_ message: String?) -> String {
        guard let message, !message.isEmpty else { return "." }
        return ": \(CleanText.quoted(message, to: 300))."
    }
}

extension Breaker.Stop {
    /// `Saturday Jan 9 2027 at 2:10 PM`, by this machine's clock and zone.
    var end: String { LocalTime.spoken(until) ?? "later" }

    func explained(url: String? = nil) -> ResyError {
        if by == .browser { return explainedOfBrowser(url: url) }
        let go = url.map { "Until then, go on by hand: \($0)" } ?? "Until then, use resy.com."
        return switch cause {
        case .rateLimited:
            ResyError(
                .rateLimited, "Resy asked for fewer requests, so it is not asked again before \(end).",
                hint: "Asking sooner could lock the account. \(go)", url: url, retryAt: until)
        case .blocked, .captcha, .code:
            ResyError(
                .blocked, "Resy's guard turned a request away, so Resy is not asked again before \(end).",
                hint: "Asking sooner would only make the block longer; the account is not at fault. \(go)", url: url,
                retryAt: until)
        }
    }
}

extension APIFailure.Existing {
    /// ` (Example Trattoria, Saturday Nov 14 at 7:00 PM, RESY-900000123)`, as far as it is known.
    var spoken: String {
        var parts: [String] = []
        if let venueName { parts.append(CleanText.quoted(venueName)) }
        if let day { parts.append(day.spoken + (time.map { " at \($0.spoken)" } ?? "")) }
        if let reservationID { parts.append("RESY-\(reservationID)") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }
}

extension TransportError {
    func explained(url: String? = nil) -> ResyError {
        let (what, next): (String, String) =
            switch self {
            case .badRequest(let reason): ("The request could not be made: \(reason).", "Check the settings.")
            case .cannotResolve(let host):
                ("The name \(host) could not be looked up.", "Check the internet connection.")
            case .cannotConnect(let host): ("No connection to \(host).", "Check the internet connection.")
            case .tls(let host, let reason):
                (
                    "No secure connection to \(host): \(reason).",
                    "Check the clock, the CA bundle (--cacert) and whether something intercepts the connection."
                )
            case .timedOut: ("Resy did not answer in time.", "Try again in a minute.")
            case .connectionLost: ("The connection broke off.", "Try again.")
            case .bodyTooLarge, .headersTooLarge: ("The answer was larger than any real one.", "Try again later.")
            case .malformed: ("The answer arrived damaged.", "Try again.")
            case .refusedBySink: ("The answer could not be read.", "Try again.")
            case .outOfMemory: ("There is not enough memory.", "Close something and try again.")
            }
        return ResyError(.network, what, hint: next, url: url)
    }
}
