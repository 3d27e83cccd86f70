/// The calls of Resy's API that this program makes, with what each may answer at most.
package enum Endpoint: Sendable, Hashable {
    case signIn
    case refresh
    case sendCode
    case code
    case challenge
    case user
    case reservations
    case search
    case venue
    case config
    /// The list of its cities.
    case cities
    case calendar
    case find
    case details
    case book
    case cancel
    /// Resy's own change of a reservation.
    case change
    case wish
    /// The account's Notify list.
    case notifies
    /// Puts an entry on that list, or takes it off.
    case notify

    /// Sent once, whatever happens: a second one could book or cancel a second time, or overwrite what somebody wrote
    /// since.
    package var isCommitment: Bool { [.book, .cancel, .change, .wish, .notify].contains(self) }

    /// Gives a token or leads to one, and is asked without one.
    package var isSignIn: Bool {
        switch self {
        case .signIn, .refresh, .sendCode, .code, .challenge: true
        default: false
        }
    }

    /// Reads may be repeated once after a reset or a gateway's error; a sign-in counts against the account.
    package var mayRepeat: Bool { !isCommitment && !isSignIn }
}
