/// Why there is no complete answer.
package enum TransportError: Error, Sendable, Equatable {
    /// The request never left: a URL that is not allowed, or an option that libcurl refused.
    case badRequest(String)
    case cannotResolve(host: String)
    /// Refused or unreachable; nothing was sent.
    case cannotConnect(host: String)
    /// Certificate or handshake; nothing was sent.
    case tls(host: String, reason: String)
    /// `sent`: the request had been written, at least in part.
    case timedOut(sent: Bool)
    case connectionLost(sent: Bool)
    case bodyTooLarge(limit: Int)
    case headersTooLarge
    /// Cut short, badly framed or badly compressed.
    case malformed(String)
    /// The sink said stop.
    case refusedBySink
    case outOfMemory

    /// True where the server cannot have seen the whole request.
    package var provesNothingWasSent: Bool {
        switch self {
        case .badRequest, .cannotResolve, .cannotConnect, .tls, .outOfMemory: true
        case .timedOut(let sent), .connectionLost(let sent): !sent
        case .bodyTooLarge, .headersTooLarge, .malformed, .refusedBySink: false
        }
    }
}
