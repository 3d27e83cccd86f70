import Foundation

@testable import SandboxKit

/// What came back over one connection: an HTTP answer taken apart, or the bytes as they were.
struct RawAnswer: Sendable {
    let bytes: [UInt8]
    let wasReset: Bool
    let seconds: Double

    var status: Int? {
        let line = String(decoding: bytes.prefix(20), as: UTF8.self).split(separator: " ")
        return line.count > 1 && line[0] == "HTTP/1.1" ? Int(line[1]) : nil
    }
    var head: HTTPHead? { HTTPHead.end(in: bytes).flatMap { HTTPHead(bytes[..<$0]) } }
    var body: [UInt8] { HTTPHead.end(in: bytes).map { Array(bytes[$0...]) } ?? [] }
    var json: JSONValue? { JSONValue(parsing: body) }
}

/// Speaks HTTP/1.1 over a socket of its own, so that tests see what happens on the wire.
enum LoopbackClient {
    struct NotConnected: Error {}

    /// One request on one connection, read to its end. Blocks a thread, not the pool.
    static func send(_ text: String, to port: UInt16) async throws -> RawAnswer {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try exchange(text, port) }) }
        }
    }

    static func request(
        _ method: String, _ target: String, to sandbox: Sandbox, headers: [(String, String)], body: String = ""
    ) async throws -> RawAnswer {
        var text = "\(method) \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        for (name, value) in headers { text += "\(name): \(value)\r\n" }
        if !body.isEmpty { text += "Content-Length: \(body.utf8.count)\r\n" }
        return try await send(text + "\r\n" + body, to: sandbox.port)
    }

    private static func exchange(_ text: String, _ port: UInt16) throws -> RawAnswer {
        let start = Date()
        guard let descriptor = try? LoopbackSocket.connect(port: port) else { throw NotConnected() }
        defer { LoopbackSocket.close(descriptor) }
        LoopbackSocket.write(descriptor, text.utf8)
        var bytes: [UInt8] = []
        while let more = LoopbackSocket.read(descriptor) {
            if more.isEmpty { return RawAnswer(bytes: bytes, wasReset: false, seconds: -start.timeIntervalSinceNow) }
            bytes += more
        }
        return RawAnswer(bytes: bytes, wasReset: true, seconds: -start.timeIntervalSinceNow)
    }
}
