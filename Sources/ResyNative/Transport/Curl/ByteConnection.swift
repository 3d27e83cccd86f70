internal import ResyDomain
internal import CCurl

/// One TCP or TLS connection that libcurl makes and verifies, and whose bytes are the caller's. One thread only.
struct ByteConnection: ~Copyable {
    enum Step: Equatable {
        case moved(Int)
        /// The kernel takes or has no more for now.
        case again
        /// The other side has said its last.
        case ended
        case failed
    }

    private let multi: MultiHandle
    private let easy: EasyHandle
    private let host: String

    /// `url`: http or https. `limit`: seconds to connect, TLS included.
    init(to url: String, at target: Target, caBundle: String?, limit: Double) throws(TransportError) {
        let multi = MultiHandle()
        guard multi.exists else { throw .outOfMemory }
        let easy = try EasyHandle()
        try easy.configureBytes(url, at: target, caBundle: caBundle, limit: limit)
        try multi.add(easy)
        self.multi = multi
        self.easy = easy
        host = target.host
    }

    deinit {
        multi.remove(easy)  // closes it: without a transfer nobody else may have the connection
    }

    /// Moves the connecting on; true once there is a connection.
    func advance() throws(TransportError) -> Bool {
        guard multi.perform() else { throw .outOfMemory }
        guard let (_, code) = multi.nextCompleted() else { return false }
        guard code == CURLE_OK else {
            throw TransportError(code, host: host, isSent: false, head: AnswerHead(), easy: easy)
        }
        return true
    }

    /// Sleeps until the connecting can go on, the descriptor is readable or time is up.
    func waitToAdvance(beside descriptor: CInt, milliseconds: CInt) throws(TransportError) {
        guard multi.poll(beside: descriptor, milliseconds: milliseconds) else { throw .outOfMemory }
    }

    /// To wait on once connected; nil when the connection is gone.
    var socket: CInt? {
        var socket: curl_socket_t = CURL_SOCKET_BAD
        guard resy_getinfo_socket(easy.raw, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK else { return nil }
        return socket == CURL_SOCKET_BAD ? nil : socket
    }

    /// Any part of the bytes from `start` on. After `again` the same bytes must be offered.
    func send(_ bytes: [UInt8], from start: Int) -> Step {
        var count = 0
        let code = bytes.withUnsafeBytes { bytes in
            let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
            return curl_easy_send(easy.raw, rest.baseAddress, rest.count, &count)
        }
        switch code {
        case CURLE_OK: return count > 0 ? .moved(count) : .again
        case CURLE_AGAIN: return .again
        default: return .failed
        }
    }

    /// Fills the buffer from its start. TLS may hold back bytes that no poll sees: ask until `again`.
    func receive(into buffer: inout [UInt8]) -> Step {
        var count = 0
        let code = buffer.withUnsafeMutableBytes { curl_easy_recv(easy.raw, $0.baseAddress, $0.count, &count) }
        switch code {
        case CURLE_OK: return count > 0 ? .moved(count) : .ended
        case CURLE_AGAIN: return .again
        default: return .failed
        }
    }
}

extension EasyHandle {
    fileprivate func configureBytes(
        _ url: String, at target: Target, caBundle: String?, limit: Double
    ) throws(TransportError) {
        try set(CURLOPT_URL, url)
        try set(CURLOPT_CONNECT_ONLY, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        if target.isLoopback { try set(CURLOPT_PROXY, "") }
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)  // so that TLS agrees on nothing newer
        try set(CURLOPT_TCP_NODELAY, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, limit.isFinite ? Int(min(max(limit * 1000, 1), 86_400_000)) : 86_400_000)
        try configureTrust(caBundle)
    }
}
