internal import ResyDomain
internal import ResyNative

/// Resy's own answers, and what stands in for one.
extension Voice {
    func text(_ failure: APIFailure) -> String {
        switch failure {
        case .signedOut: "Resy no longer accepts this sign-in."
        case .otherAccount:
            "Somebody signed in to another Resy account during this \(either("call", "command")), so it was ended."
        case .wrongPassword: text(SignInFinding.wrongPassword(cutAt: nil))
        case .wrongKey:
            "Resy refuses the application's key (RESY_API_KEY) that goes with each call, so it never looked at the "
                + "sign-in."
        case .wrongCode(let isExpired): isExpired ? "This code has expired." : "Resy does not take this code."
        case .blocked: "Resy blocked this connection."
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
        case .noSuchCall: "Resy no longer takes this kind of request."
        case .server(let status): "Resy had an error (HTTP \(status))."
        case .network(let fault): text(fault)
        case .schema(let path): "Resy's answer is not as expected at \(path)."
        }
    }

    func text(_ stop: Breaker.Stop) -> String {
        let next = "Next try \(wait(until: stop.until))."
        if stop.by == .browser { return "\(text(browserStop: stop.cause)) \(next)" }
        return switch stop.cause {
        case .rateLimited: "Resy asked for fewer requests. \(next)"
        case .blocked, .captcha, .code: "Resy blocked this connection. \(next)"
        }
    }

    /// ` (Example Trattoria, Sat Nov 14, 7:00 PM, RESY-900000123)`, as far as it is known.
    func text(_ existing: APIFailure.Existing) -> String {
        var parts: [String] = []
        if let name = existing.venueName { parts.append(CleanText.quoted(name)) }
        if let day = existing.day { parts.append(day.spoken + (existing.time.map { ", \($0.spoken)" } ?? "")) }
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
            either("Ask the user to unset RESY_API_KEY where it is set", "Where RESY_API_KEY is set, unset it")
                + ". Otherwise Resy's public key may have changed: "
                + either("they can set", "set")
                + " RESY_API_KEY to the one that resy.com's pages send in their Authorization header, or update resy-mcp. "
                + "The sign-in is kept as it is."
        case .newCode:
            either(
                "Ask the user to run `resy-mcp login --phone NUMBER` again in a terminal, for a new one.",
                "Run `resy-mcp login --phone NUMBER` again for a new one.") + " Nothing was stored."
        case .accountNotAtFault: "This is about where the request comes from, not about the account."
        case .waitOut(let until, let url): waitOut(until, byHand(url))
        case .solveCaptcha(let url):
            either("Ask the user to book it on Resy's site", "Book it on Resy's site") + (url.map { ": \($0)" } ?? ".")
        case .giveCode:
            either("Ask the user to run", "Run")
                + " `resy-mcp login --headed` in a terminal with a screen and type the code in the window, or "
                + "`resy-mcp login --phone NUMBER` to sign in with a code from the start."
        case .chooseCard:
            "If it wants a card, \(either("the user can add or choose", "add or choose")) one at resy.com under Account, Payment "
                + "methods; then "
                + either("call again with payment_method", "name it with --card")
                + ". If the restaurant takes none, \(either("the user can book", "book")) it on resy.com."
        case .lookAgain:
            either("Check availability again and offer another time.", "Check again for another time.")
        case .cancelTheOther:
            either("Look at my_reservations", "Run `resy-mcp list`")
                + "; cancel that one first, or choose another time."
        case .wait(let until):
            until.map { "Next try \(wait(until: $0))." } ?? "Wait before asking again; 15 minutes is a good start."
        case .askingSooner(.locksTheAccount): "Asking sooner could lock the account."
        case .askingSooner(.prolongsTheBlock):
            "Asking sooner would only make it longer; the account is not at fault."
        case .byHandUntilThen(let url): "Until then \(byHand(url))"
        case .checkTheWish:
            "Check the date, the party size and the restaurant; if they are right, try on resy.com."
        case .update: "Its answers seem to have changed; a newer resy-mcp may read them."
        case .updateOrUseSite:
            "Try again; if it stays so, its answers have changed, and a newer resy-mcp may read them. Until then use "
                + "resy.com."
        case .tryInAMinute: "Try again in a minute."
        }
    }

    private func waitOut(_ until: Instant?, _ go: String) -> String {
        until.map { "Next try \(wait(until: $0)). Until then \(go)" } ?? "Wait a while before trying again, or \(go)"
    }

    private func byHand(_ url: String?) -> String { "use Resy's site: \(url ?? "https://resy.com")" }
}
