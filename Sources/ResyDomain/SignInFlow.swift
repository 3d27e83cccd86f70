/// The ways to a fresh token as a pure machine: what happened goes in, what to try next comes out.
///
/// They are tried in the order in which they cost the account least: the refresh cookie, which needs no password and
/// counts as no sign-in; the password at the API; the same password in a browser, where the API turns programs away.
package struct SignInFlow: Sendable {
    /// What there is to renew a token with.
    package struct Means: Sendable, Equatable {
        package var hasRefreshCookie: Bool
        /// With the e-mail that belongs to it.
        package var hasPassword: Bool
        /// Resy refuses a token that it gave a moment ago: the password would give another such, and could lock the
        /// account.
        package var isTokenYoung: Bool

        package init(hasRefreshCookie: Bool, hasPassword: Bool, isTokenYoung: Bool) {
            self.hasRefreshCookie = hasRefreshCookie
            self.hasPassword = hasPassword
            self.isTokenYoung = isTokenYoung
        }
    }

    /// What a sign-in is for.
    package enum Purpose: Sendable, Equatable {
        case renew(Means)
        /// To prove an e-mail and password that somebody gave.
        case prove
        /// The same, in a browser from the start.
        case browse
        /// In a browser, by a person who may be known to nobody yet: there is no account to count the try for.
        case browseUncounted
    }

    package enum Event: Sendable, Equatable {
        case gotToken
        case failed(Failure)
        case cookieForgotten
        /// The lock-out guard counted this sign-in.
        case granted
        case tooMany
    }

    package enum Failure: Sendable, Equatable, CaseIterable {
        /// Resy's own no to the cookie, or to the password.
        case refused
        /// A guard in front of Resy answered.
        case blocked
        case captcha
        case rateLimited
        /// Not of who signs in, but of the application: every way goes with the same key.
        case wrongKey
        /// No answer, or none that means anything: the network, a fault of Resy's, a token that cannot be one.
        case noAnswer
    }

    package enum Action: Sendable, Equatable {
        case refresh
        case forgetCookie
        /// Count the sign-in before it is tried, once for API and browser together.
        case claim
        case askAPI
        case askBrowser
        case finish(End)
    }

    package enum End: Sendable, Equatable {
        case signedIn
        /// The last failure is the reason.
        case failed
        case nothingToSignInWith
        case youngToken
        case tooMany
    }

    private enum State: Equatable { case refreshing, forgetting, claiming, asking, browsing, ended }

    private var state: State
    private let purpose: Purpose
    /// The refresh cookie could not be judged: what kept it from that may be over by the next call.
    private var refreshIsOpen = false

    package init(_ purpose: Purpose) {
        self.purpose = purpose
        state = .ended
    }

    package mutating func start() -> Action {
        switch purpose {
        case .renew(let means) where means.hasRefreshCookie: go(.refreshing, .refresh)
        case .renew(let means): withoutCookie(means)
        case .prove, .browse: go(.claiming, .claim)
        case .browseUncounted: go(.browsing, .askBrowser)
        }
    }

    package mutating func handle(_ event: Event) -> Action {
        switch (state, event) {
        case (.refreshing, .gotToken), (.asking, .gotToken), (.browsing, .gotToken): end(.signedIn)
        case (.refreshing, .failed(.refused)): go(.forgetting, .forgetCookie)
        // A limit is on the account or the line: another way in would only add to it.
        case (.refreshing, .failed(.rateLimited)), (.asking, .failed(.rateLimited)): end(.failed)
        case (.refreshing, .failed(.wrongKey)): end(.failed)
        case (.refreshing, .failed):
            afterUnclearRefresh()
        case (.forgetting, .cookieForgotten): afterRefresh()
        case (.claiming, .granted): purpose == .browse ? go(.browsing, .askBrowser) : go(.asking, .askAPI)
        case (.claiming, .tooMany): end(.tooMany)
        case (.claiming, .failed): end(.failed)
        // Programs are not let in, or asked for what they cannot do; a browser may be.
        case (.asking, .failed(.blocked)), (.asking, .failed(.captcha)): go(.browsing, .askBrowser)
        case (.asking, .failed), (.browsing, .failed): end(.failed)
        // An event that does not belong here is our own fault; nothing further is tried for it.
        default: end(.failed)
        }
    }

    private mutating func afterUnclearRefresh() -> Action {
        refreshIsOpen = true
        return afterRefresh()
    }

    private mutating func afterRefresh() -> Action {
        guard case .renew(let means) = purpose else { return end(.failed) }
        return withoutCookie(means)
    }

    private mutating func withoutCookie(_ means: Means) -> Action {
        if means.hasPassword && !means.isTokenYoung { return go(.claiming, .claim) }
        if refreshIsOpen { return end(.failed) }
        return end(means.hasPassword ? .youngToken : .nothingToSignInWith)
    }

    private mutating func go(_ next: State, _ action: Action) -> Action {
        state = next
        return action
    }

    private mutating func end(_ end: End) -> Action {
        state = .ended
        return .finish(end)
    }
}
