package import ResyDomain

/// Why a WebSocket could not be opened or used. Holds nothing that was said on it.
package enum WebSocketError: Error, Sendable, Equatable {
    /// Nothing was asked: a URL that is not allowed.
    case badURL(String)
    /// No connection.
    case unreachable(TransportError)
    /// The server answered, but not with 101.
    case refused(status: Int)
    /// A 101, or something like an answer, that breaks the rules of the handshake.
    case badHandshake(String)
    /// Not open within the limit.
    case timedOut
    /// A frame that breaks the rules of the protocol.
    case malformed(String)
    /// Text that is not UTF-8, theirs or ours.
    case invalidText
    case tooLarge(limit: Int)
    /// Ended without a Close frame: how a browser goes that is gone.
    case connectionLost
    /// The server closed it and gave a reason other than having finished.
    case closed(CloseCode)
    /// Already closed, or closing.
    case notOpen

    /// What the other side is told of it.
    var closeCode: CloseCode {
        switch self {
        case .invalidText: .invalidText
        case .tooLarge: .tooLarge
        default: .protocolError
        }
    }
}
