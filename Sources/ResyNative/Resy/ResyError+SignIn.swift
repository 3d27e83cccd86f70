internal import ResyDomain

extension ResyError {
    static let notSignedIn = ResyError(
        .notSignedIn, "No Resy account is signed in here.",
        hint: "Run `resy-mcp login` in a terminal (the password then stays out of the chat), or call "
            + "store_resy_credentials with the account's e-mail and password.")

    static let tokenRanOut = ResyError(
        .notSignedIn, "Resy's token has run out, and nothing is stored that could renew it.",
        hint: "Run `resy-mcp login` in a terminal, or call store_resy_credentials.")

    static let refusedYoungToken = ResyError(
        .signInFailed, "Resy refuses a token that it gave less than ten minutes ago.",
        hint: "Signing in again would not help and could lock the account. Resy's public key may have changed: set "
            + "RESY_API_KEY to the one its web pages use, or wait ten minutes and try again.")
}

extension ResyError {
    static let notAToken = ResyError(
        .badRequest, "That is not one of Resy's tokens.",
        hint:
            "Copy the value of the x-resy-auth-token header as a browser on resy.com sends it: one word without spaces."
    )

    static let staleToken = ResyError(
        .signInFailed, "This token has run out. Nothing was stored.",
        hint: "Copy a fresh one from a browser on resy.com.")

    static let refusedToken = ResyError(
        .signInFailed, "Resy refused this token. Nothing was stored.",
        hint:
            "Copy a fresh one from a browser that is signed in at resy.com; where RESY_API_KEY is set, unset it first.")

    /// What was typed was refused. Nothing was stored.
    static func wrongPassword(length: Int) -> ResyError {
        // Resy's own site was once seen to cut passwords at 25 characters.
        let long = length > 25 ? " It is longer than 25 characters: Resy may know only the first 25 of them." : ""
        return ResyError(
            .signInFailed, "Resy refused this e-mail and password.\(long)",
            hint:
                "Check both at resy.com, then sign in again. Nothing was changed here. An account made by phone number "
                + "may have no password yet: set one at resy.com first.")
    }

    /// The account itself is refused, such as one that is deactivated. Nothing was stored.
    static func signInRefused(status: Int, message: String?) -> ResyError {
        let said = message.map { ": \u{201C}\($0)\u{201D}" } ?? ""
        return ResyError(
            .signInFailed, "Resy refused the sign-in (HTTP \(status))\(said).",
            hint: "Check that signing in works at resy.com. Nothing was changed here.")
    }

    /// Resy never got to judge the password.
    var couldNotAsk: Bool {
        [.signInBlocked, .network, .blocked, .resyError, .rateLimited, .captcha, .schemaChanged].contains(code)
    }
}

extension ResyError {
    static let numberUnknown = ResyError(
        .signInFailed, "Resy did not sign anybody in with this number.",
        hint: "It may belong to no account yet. Check the number, or run `resy-mcp login` with e-mail and password.")

    static let strangeChallenge = ResyError(
        .signInFailed, "Resy asks for more than a code and an e-mail address before it signs this number in.",
        hint: "Run `resy-mcp login --headed` and answer it in the window.")

    /// The e-mail is not the one of the account with this number.
    static let wrongEmail = ResyError(
        .signInFailed, "Resy does not take this e-mail address for the account with this number.",
        hint: "Start again, and give the address that the Resy account was made with.")

    /// Codes go out at Resy's own pace.
    static func tooManyCodes(retryAt: Instant?) -> ResyError {
        ResyError(
            .rateLimited, "Resy sends no further code to this number just now.",
            hint: "Wait a quarter of an hour, then try again; a code that has come may still work.", retryAt: retryAt)
    }
}
