/// How far one message has come at one sink. What was begun and never ended, since the process was killed, is begun once more
/// and then left: it is sent at most twice.
package enum WatchDelivery: String, Sendable {
    case waiting
    case begun
    case begunAgain = "begun_again"
    case done

    /// What it is while it is sent; nil where it is not sent any more.
    package var beginning: WatchDelivery? {
        switch self {
        case .waiting: .begun
        case .begun: .begunAgain
        case .begunAgain, .done: nil
        }
    }
}
