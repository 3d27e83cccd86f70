internal import ResyDomain

/// The HTTP at the start of a WebSocket (RFC 6455 §4): no origin, no subprotocol, no extension.
struct WebSocketHandshake {
    /// Bytes of the answer's head.
    static let limit = 16 << 10
    private static let end = Array("\r\n\r\n".utf8)

    /// 16 random bytes in base64: the answer must be made from it.
    let key: String
    private var head: [UInt8] = []

    init(nonce: [UInt8] = RandomBytes.make(16)) {
        key = Base64.encode(nonce)
    }

    func request(to address: WebSocketAddress) -> [UInt8] {
        let lines = [
            "GET \(address.path) HTTP/1.1", "Host: \(address.authority)", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Key: \(key)", "Sec-WebSocket-Version: 13",
        ]
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    /// Nil while the answer's head is not complete; then the bytes after it, which are frames already.
    mutating func read(_ bytes: ArraySlice<UInt8>) throws(WebSocketError) -> ArraySlice<UInt8>? {
        for place in bytes.indices {
            head.append(bytes[place])
            guard head.last == 10, head.suffix(4).elementsEqual(Self.end) else {
                guard head.count < Self.limit else { throw .badHandshake("a head of more than \(Self.limit) bytes") }
                continue
            }
            let whole = String(decoding: head.dropLast(4), as: UTF8.self)
            head = []
            if try check(whole) { return bytes[(place + 1)...] }
        }
        return nil
    }

    /// False for an interim answer.
    private func check(_ head: String) throws(WebSocketError) -> Bool {
        var lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        let words = (lines.popFirst() ?? "").split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0] == "HTTP/1.1", words[1].utf8.count == 3, let status = Int(words[1]) else {
            throw .badHandshake("an answer that is not HTTP/1.1")
        }
        guard status == 101 else {
            if (100..<200).contains(status) { return false }
            throw .refused(status: status)
        }
        var headers: [(name: String, value: String)] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { throw .badHandshake("a header line without a colon") }
            headers.append((line[..<colon].lowercased(), Self.trimmed(line[line.index(after: colon)...])))
        }
        try check(headers)
        return true
    }

    private func check(_ headers: [(name: String, value: String)]) throws(WebSocketError) {
        func values(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
        func words(_ name: String) -> [String] {
            values(name).flatMap { $0.split(separator: ",") }.map { Self.trimmed($0).lowercased() }
        }
        guard words("upgrade") == ["websocket"] else { throw .badHandshake("no upgrade to websocket") }
        guard words("connection").contains("upgrade") else { throw .badHandshake("no upgraded connection") }
        guard values("sec-websocket-accept") == [Self.accept(for: key)] else {
            throw .badHandshake("the key is not answered")
        }
        guard words("sec-websocket-extensions").isEmpty else {
            throw .badHandshake("an extension that was not offered")
        }
        guard words("sec-websocket-protocol").isEmpty else {
            throw .badHandshake("a subprotocol that was not offered")
        }
    }

    static func accept(for key: String) -> String {
        Base64.encode(SHA1.digest(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8)))
    }

    private static func trimmed(_ text: Substring) -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = text.drop(while: isBlank)
        return String(start[..<(start.lastIndex { !isBlank($0) }.map(start.index(after:)) ?? start.startIndex)])
    }
}
