@testable import ResyDomain
import Glibc

@testable import ResyNative

/// A server of one WebSocket that does what a test says: bare bytes over loopback, on a thread of its own.
final class WebSocketPeer: Sendable {
    /// The server's end of the connection.
    struct Line: Sendable {
        fileprivate let socket: CInt

        func send(_ bytes: [UInt8]) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL)) }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }

        /// An unmasked frame of up to 125 bytes.
        func send(opcode: UInt8, _ payload: [UInt8]) { send([0x80 | opcode, UInt8(payload.count)] + payload) }

        /// Nil at the end of the connection.
        func read(_ count: Int) -> [UInt8]? {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while bytes.count < count {
                let got = recv(socket, &buffer, min(buffer.count, count - bytes.count), 0)
                guard got > 0 else { return nil }
                bytes += buffer[..<got]
            }
            return bytes
        }

        /// The next frame, without its mask.
        func frame() -> (opcode: UInt8, payload: [UInt8])? {
            guard let head = read(2) else { return nil }
            var length = Int(head[1] & 0x7F)
            if length > 125 {
                guard let more = read(length == 126 ? 2 : 8) else { return nil }
                length = more.reduce(0) { $0 << 8 | Int($1) }
            }
            guard head[1] & 0x80 != 0, let key = read(4), var payload = read(length) else { return nil }
            for place in payload.indices { payload[place] ^= key[place & 3] }
            return (head[0] & 0x0F, payload)
        }

        /// The request's lines.
        func head() -> [String]? {
            var bytes: [UInt8] = []
            while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
                guard let byte = read(1) else { return nil }
                bytes += byte
            }
            return String(decoding: bytes.dropLast(4), as: UTF8.self).components
        }

        /// Takes part in the handshake; `early` comes in one piece with its answer.
        func accept(early: [UInt8] = []) {
            let key = head()?.first { $0.hasPrefix("Sec-WebSocket-Key: ") }?.dropFirst(19) ?? ""
            let answer = [
                "HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
                "Sec-WebSocket-Accept: \(WebSocketHandshake.accept(for: String(key)))", "", "",
            ]
            send(Array(answer.joined(separator: "\r\n").utf8) + early)
        }

        /// Until the other side is gone.
        func drain() {
            while read(1) != nil {}
        }
    }

    let port: UInt16
    private let listener: CInt
    private let over = Outcome<Void>()

    init(_ body: @escaping @Sendable (Line) -> Void) throws {
        (listener, port) = try Loopback.listen()
        _ = ResyNative.Thread.start(name: "test-ws") { [listener, over] in
            let socket = accept(listener, nil, nil)
            if socket >= 0 {
                body(Line(socket: socket))
                close(socket)
            }
            close(listener)
            over.settle(())
        }
    }

    var url: String { "ws://127.0.0.1:\(port)/devtools" }

    /// Returns when its body has.
    func finished() async throws { try await over.value() }
}

extension String {
    fileprivate var components: [String] { split(separator: "\r\n").map(String.init) }
}
