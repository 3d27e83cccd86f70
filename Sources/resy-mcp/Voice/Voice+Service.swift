internal import ResyDomain
internal import ResyNative

/// Resy's own answers, and what stands in for one.
extension Voice {
    func text(_ failure: APIFailure) -> String {
        switch failure {
        case .signedOut: "Resy no longer accepts this sign-in."
        case .otherAccount:
            "Somebody signed in to another Resy account while this call was under way, so it was ended."
        case .wrongPassword: text(SignInFinding.wrongPassword(cutAt: nil))
        case .wrongKey:
            "Resy refuses the application's key (RESY_API_KEY) that goes with each call, so it never looked at the "
                + "sign-in."
        case .wrongCode(let isExpired): isExpired ? "This code has expired." : "Resy does not take this code."
        case .blocked(let status, _):
            "Resy's guard turned the request away (HTTP \(status)); Resy itself did not answer."
        case .captcha: "This restaurant wants a captcha solved before it takes a booking."
        case .codeWanted: "Resy wants a verification code beside the password before it lets this sign-in through."
        case .payment(let message): "Resy refused this over payment" + quoted(message)
        case .gone(let message):
            message.map { "Resy does not give that table" + quoted($0) } ?? "That table is no longer free."
        case .conflict(let existing):
            "Resy says that this account already has a reservation at that time\(text(existing))."
        case .rateLimited: "Resy asks for fewer requests."
        case .stopped(let stop): text(stop)
        case .refused(let status, let message): "Resy refused the request (HTTP \(status))" + quoted(message)
        case .methodNotAllowed: "Resy no longer takes this kind of request (HTTP 405)."
        case .server(let status): "Resy had a fault of its own (HTTP \(status))."
        case .network(let fault): text(fault)
        case .schema(let path): "Resy's answer is not as expected at \(path)."
        }
    }

    func text(_ stop: Breaker.Stop) -> String {
        let end = LocalTime.spoken(stop.until) ?? "later"
        if stop.by == .browser { return text(browserStop: stop.cause, until: end) }
        return switch stop.cause {
        case .rateLimited: "Resy asked for fewer requests, so it is not asked again before \(end)."
        case .blocked, .captcha, .code:
            "Resy's guard turned a request away, so Resy is not asked again before \(end)."
        }
    }

    /// ` (Example Trattoria, Saturday Nov 14 at 7:00 PM, RESY-900000123)`, as far as it is known.
    func text(_ existing: APIFailure.Existing) -> String {
        var parts: [String] = []
        if let name = existing.venueName { parts.append(CleanText.quoted(name)) }
        if let day = existing.day { parts.append(day.spoken + (existing.time.map { " at \($0.spoken)" } ?? "")) }
        if let id = existing.reservationID { parts.append("RESY-\(id)") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    private func quoted(_ message: String?) -> String {
        guard let message, !message.isEmpty else { return "." }
        return ": \(CleanText.quoted(message, to: 300))."
    }

    // MARK: - What to do

    func text(_ advice: ServiceAdvice) -> String {
        switch advice {
        case .askWhichAccount:
            either(
                "Ask which account is meant, then call again: it works on the one that is signed in now.",
                "Ask which account is meant, then run it again: it works on the one that is signed in now.")
        case .correctKey:
            "Where RESY_API_KEY is set, unset it. Otherwise Resy's public key may have changed: set "
                + "RESY_API_KEY to the one that resy.com's pages send in their Authorization header, or update "
                + "resy-mcp. The sign-in is kept as it is."
        case .newCode: "Run `resy-mcp login --phone NUMBER` again for a new one. Nothing was stored."
        case .accountNotAtFault: "This is about where the request comes from, not about the account."
        case .waitOut(let until, let url): waitOut(until, url.map { "go on by hand: \($0)" } ?? "use resy.com.")
        case .solveCaptcha(let url): "Only a person can do that, on Resy's site" + (url.map { ": \($0)" } ?? ".")
        case .giveCode:
            "Run `resy-mcp login --headed` in a terminal with a screen and type the code in the window, or "
                + "`resy-mcp login --phone NUMBER` to sign in with a code from the start."
        case .chooseCard:
            "If it wants a card, add or choose one at resy.com under Account, Payment methods, and "
                + either("call again with payment_method", "name it with --card")
                + "; if the restaurant takes none, book it on resy.com."
        case .lookAgain:
            either("Check availability again and offer another time.", "Check again for another time.")
        case .cancelTheOther:
            either("Look at my_reservations", "Run `resy-mcp list`")
                + "; cancel that one first, or choose another time."
        case .wait(let isTimeKnown):
            "Wait before asking again" + (isTimeKnown ? "." : "; 15 minutes is a good start.")
        case .askingSooner(.locksTheAccount): "Asking sooner could lock the account."
        case .askingSooner(.prolongsTheBlock):
            "Asking sooner would only make the block longer; the account is not at fault."
        case .byHandUntilThen(let url): "Until then, " + (url.map { "go on by hand: \($0)" } ?? "use resy.com.")
        case .checkTheWish:
            "Check the date, the party size and the restaurant; if they are right, try on resy.com."
        case .update: "Its API seems to have changed: update resy-mcp."
        case .updateOrUseSite: "Its API seems to have changed: update resy-mcp. Until then, use resy.com."
        case .tryInAMinute: "Try again in a minute."
        }
    }

    private func waitOut(_ until: Instant?, _ go: String) -> String {
        guard let end = until.flatMap({ LocalTime.spoken($0) }) else {
            return "Wait a while before trying again, or \(go)"
        }
        return "Resy is not asked again before \(end). Until then, \(go)"
    }
}
