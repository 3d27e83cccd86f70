internal import ResyDomain

/// A sign-in through a real browser, for when the API refuses to talk to programs.
package protocol BrowserSignIn: Sendable {
    /// Throws `ResyError`, or `BrowserTurnedAway` where another try would meet the same; the token it returns came from Resy's own answers or calls in that browser.
    func signIn(_ request: BrowserLogin, context: CallContext) async throws -> SignedIn
}

/// What a browser sign-in is given to fill in, and whether a person is there to help.
package struct BrowserLogin: Sendable {
    /// Nil: the person types it, in a window.
    package var email: String?
    package var password: Secret?
    /// A visible window, in which a person may answer a challenge.
    package var isHeaded: Bool

    package init(email: String?, password: Secret?, isHeaded: Bool = false) {
        self.email = email
        self.password = password
        self.isHeaded = isHeaded
    }
}

/// Where no browser sign-in is at hand.
package struct NoBrowser: BrowserSignIn {
    package init() {}

    package func signIn(_ request: BrowserLogin, context: CallContext) async throws -> SignedIn {
        throw ResyError(
            .signInBlocked, .signIn(.programsTurnedAway), advice: [.signIn(.blockNotPassword)])
    }
}
