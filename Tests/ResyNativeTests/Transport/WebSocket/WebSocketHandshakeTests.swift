@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct WebSocketHandshakeTests {
    /// The nonce, key and answer of RFC 6455 §1.3.
    private static let nonce = Array("the sample nonce".utf8)
    private static let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

    private static func answer(
        status: String = "101 Switching Protocols", upgrade: String = "websocket", accept: String = accept,
        more: [String] = []
    ) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status)", "Upgrade: \(upgrade)", "connection: keep-alive, Upgrade"]
        return Array((lines + ["Sec-WebSocket-Accept:\(accept)"] + more + ["", ""]).joined(separator: "\r\n").utf8)
    }

    @Test func theRequestIsPlain() throws {
        let handshake = WebSocketHandshake(nonce: Self.nonce)
        let text = String(decoding: handshake.request(to: try WebSocketAddress("ws://127.0.0.1:7/a?b")), as: UTF8.self)
        #expect(
            text == "GET /a?b HTTP/1.1\r\nHost: 127.0.0.1:7\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    }

    @Test func anAnswerMayComeInAnyPiecesAndAfterAnInterimOne() throws {
        let bytes = Self.answer(status: "100 Continue") + Self.answer() + [0x81, 0]
        for size in [1, 7, bytes.count] {
            var handshake = WebSocketHandshake(nonce: Self.nonce)
            var rest = bytes[...]
            var early: ArraySlice<UInt8>?
            while early == nil, !rest.isEmpty {
                early = try handshake.read(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(Array(try #require(early)) + rest == [0x81, 0])
        }
    }

    @Test(arguments: [
        (answer(status: "403 Forbidden"), WebSocketError.refused(status: 403)),
        (answer(upgrade: "h2c"), .badHandshake("no upgrade to websocket")),
        (answer(accept: "AAAA"), .badHandshake("the key is not answered")),
        (
            answer(more: ["Sec-WebSocket-Extensions: permessage-deflate"]),
            .badHandshake("an extension that was not offered")
        ),
        (answer(more: ["Sec-WebSocket-Protocol: x"]), .badHandshake("a subprotocol that was not offered")),
        (answer(more: ["nonsense"]), .badHandshake("a header line without a colon")),
        (Array("SSH-2.0-x\r\n\r\n".utf8), .badHandshake("an answer that is not HTTP/1.1")),
        ([UInt8](repeating: 65, count: 20_000), .badHandshake("a head of more than 16384 bytes")),
    ]) func whatBreaksTheRulesIsRefused(_ bytes: [UInt8], _ error: WebSocketError) {
        var handshake = WebSocketHandshake(nonce: Self.nonce)
        #expect(throws: error) { try handshake.read(bytes[...]) }
    }

    @Test(arguments: [
        ("ws://127.0.0.1:9222/devtools/browser/a", "http://127.0.0.1:9222/", "127.0.0.1:9222", "/devtools/browser/a"),
        ("WSS://example.com", "https://example.com/", "example.com", "/"),
        ("ws://[::1]:1?q", "http://[::1]:1/", "[::1]:1", "/?q"),
    ]) func addressesAreTakenApart(_ text: String, _ url: String, _ authority: String, _ path: String) throws {
        let address = try WebSocketAddress(text)
        #expect(address.url == url)
        #expect(address.authority == authority)
        #expect(address.path == path)
    }

    @Test(arguments: [
        "http://127.0.0.1/", "127.0.0.1:1", "ws://example.com/", "ws://", "wss://a b/", "wss://user@example.com/",
        "wss://example.com/a b", "wss://example.com/#a", "wss://example.com/\r\nX: y",
    ]) func otherAddressesAreRefused(_ text: String) {
        let error = #expect(throws: WebSocketError.self) { try WebSocketAddress(text) }
        guard case .badURL = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
