/// The calls of Resy's API that this program makes, with what each may answer at most.
enum Endpoint: String, Sendable {
    case signIn = "sign-in"
    case refresh = "renewal of a sign-in"
    case sendCode = "code by SMS"
    case code = "sign-in by code"
    case challenge = "sign-in by code and e-mail"
    case user = "account"
    case reservations = "reservation list"
    case search = "restaurant search"
    case venue = "restaurant page"
    case config = "booking window"
    case calendar
    case find = "table search"
    case details = "table details"
    case book = "booking"
    case cancel = "cancellation"
    case wish = "special request"

    /// Largest answer seen in public captures, with room: 150 slots are about 100 KB, 75 hits a few hundred.
    var limits: JSONLimits {
        switch self {
        case .find, .search, .reservations: JSONLimits(bytes: 16 << 20, values: 1_000_000, valuesPerTree: 20_000)
        case .calendar, .venue, .details: JSONLimits(bytes: 4 << 20, values: 100_000, valuesPerTree: 50_000)
        case .signIn, .refresh, .sendCode, .code, .challenge, .user, .config, .book, .cancel,
            .wish:
            JSONLimits(bytes: 1 << 20, values: 20_000, valuesPerTree: 20_000)
        }
    }

    /// Sent once, whatever happens: a second one could book or cancel a second time, or overwrite what somebody wrote
    /// since.
    var isCommitment: Bool { self == .book || self == .cancel || self == .wish }

    /// Gives a token or leads to one, and is asked without one.
    var isSignIn: Bool {
        switch self {
        case .signIn, .refresh, .sendCode, .code, .challenge: true
        default: false
        }
    }

    /// Reads may be repeated once after a reset or a gateway's error; a sign-in counts against the account.
    var mayRepeat: Bool { !isCommitment && !isSignIn }
}
