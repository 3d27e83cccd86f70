/// A sign-in through a real browser, for when the API refuses to talk to programs.
package protocol BrowserSignIn: Sendable {
    /// Throws `ResyError`; never returns an unproved token.
    func signIn(email: String, password: Secret, context: CallContext) async throws -> SignedIn
}

/// Where no browser sign-in is at hand.
package struct NoBrowser: BrowserSignIn {
    package init() {}

    package func signIn(email: String, password: Secret, context: CallContext) async throws -> SignedIn {
        throw ResyError(
            .signInBlocked, "Resy does not let programs sign in from here just now.",
            hint: "This is a block, not a wrong password: the password is kept as it is. Try again in an hour or so, "
                + "from a home connection rather than a server; this version cannot sign in through a browser yet.")
    }
}
