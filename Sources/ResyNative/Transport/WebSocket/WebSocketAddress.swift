internal import ResyDomain

/// Where a `ws` or `wss` URL leads.
struct WebSocketAddress: Equatable {
    /// What libcurl connects to: `http` or `https`, the host and port as they were given, no path.
    let url: String
    let target: Target
    /// For the `Host` line, as given.
    let authority: String
    /// Path and query.
    let path: String

    /// Plain `ws` is for this machine alone.
    init(_ text: String) throws(WebSocketError) {
        guard let colon = text.firstRange(of: "://") else { throw .badURL("not a WebSocket URL") }
        let isPlain: Bool
        switch text[..<colon.lowerBound].lowercased() {
        case "ws": isPlain = true
        case "wss": isPlain = false
        default: throw .badURL("only ws and wss URLs are WebSockets")
        }
        let rest = text[colon.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        authority = String(rest[..<end])
        let place = rest[end...]
        path = place.hasPrefix("/") ? String(place) : "/" + place
        // Both go onto lines of the request as they are, and libcurl must read the same host out of them.
        guard !authority.isEmpty, authority.utf8.allSatisfy(Self.isOfHost) else {
            throw .badURL("a host that is not plain letters, digits and a port, or a user name before it")
        }
        guard path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
            throw .badURL("a space, a fragment or a character outside ASCII in the path")
        }
        url = (isPlain ? "http://" : "https://") + authority + "/"
        do throws(TransportError) {
            // As https, so that whether plain is allowed is said here, in words of its own.
            target = try Target("https://" + authority + "/")
        } catch {
            guard case .badRequest(let reason) = error else { throw .unreachable(error) }
            throw .badURL(reason)
        }
        guard !isPlain || target.isLoopback else {
            throw .badURL("plain ws to \(target.host): only wss is allowed beyond this machine")
        }
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: ".-_:[]".utf8.contains(byte)
        }
    }
}
