@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct CurlEngineTests {
    @Test func givesHeadAndBody() async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer("hello".utf8, status: "201 Created", headers: ["X-One: a", "x-two:b ", "X-One: c"])
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let body = BodyBuffer()
            let head = try await engine.perform(HTTPRequest(.get, server.url + "/a?b=c"), into: body)
            #expect(head.status == 201)
            #expect(head.headers.map(\.name) == ["Content-Length", "X-One", "x-two", "X-One"])
            #expect(head.first("X-TWO") == "b")
            #expect(body.text == "hello")
            #expect(body.head?.status == 201)
            #expect(server.requests.map(\.line) == ["GET /a?b=c HTTP/1.1"])
        }
    }

    @Test func anAnswerWithoutABodyStillBegins() async throws {
        let server = try LoopbackServer { _, peer in
            peer.send("HTTP/1.1 204 No Content\r\n\r\n")
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let body = BodyBuffer()
            _ = try await engine.perform(HTTPRequest(.get, server.url), into: body)
            #expect(body.head?.status == 204)
            #expect(body.chunks.isEmpty)
        }
    }

    @Test func interimAnswersAndTrailersAreNotTheHead() async throws {
        let server = try LoopbackServer { _, peer in
            peer.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Folded: a\r\n b\r\n\r\n")
            peer.send("2\r\nhi\r\n0\r\nX-Late: no\r\n\r\n")
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let body = BodyBuffer()
            let head = try await engine.perform(HTTPRequest(.get, server.url), into: body)
            #expect(head.status == 200)
            #expect(head.headers.map(\.name) == ["Transfer-Encoding", "X-Folded"])
            #expect(head.first("x-folded") == "a b")
            #expect(body.text == "hi")
        }
    }

    @Test(arguments: [HTTPRequest.Method.post, .delete])
    func sendsTheBodyAsItIs(_ method: HTTPRequest.Method) async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer()
            return .keep
        }
        defer { server.stop() }
        let large = [UInt8](repeating: 0x41, count: 2 << 20)
        try await CurlEngine.withTest { engine in
            for body in [large, [0, 13, 10], []] {
                _ = try await engine.text(HTTPRequest(method, server.url, headers: [("X-Empty", "")], body: body))
            }
        }
        #expect(server.requests.map(\.body) == [large, [0, 13, 10], []])
        #expect(server.requests.allSatisfy { $0.method == method.rawValue })
        #expect(server.requests.allSatisfy { $0.header("expect") == nil && $0.header("content-type") == nil })
        #expect(server.requests.allSatisfy { $0.header("x-empty") == "" })
    }

    @Test func redirectsAreAnswers() async throws {
        let server = try LoopbackServer { request, peer in
            peer.answer(status: "302 Found", headers: ["Location: /next"])
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let head = try await engine.perform(HTTPRequest(.get, server.url), into: BodyBuffer())
            #expect(head.status == 302)
        }
        #expect(server.requests.count == 1)
    }

    static let gzip: [UInt8] = [
        0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0x4B, 0xAF, 0xCA, 0x2C, 0x50, 0x28, 0x4E, 0xAC, 0x2C, 0x56, 0xC8,
        0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x89, 0x41, 0x63, 0xD2, 0x0F, 0, 0, 0,
    ]
    static let brotli: [UInt8] = [0x0B, 0x08, 0x80] + Array("brotli says hello".utf8) + [0x03]

    @Test(arguments: [("gzip", gzip), ("br", brotli)])
    func decodes(_ encoding: String, _ bytes: [UInt8]) async throws {
        let server = try LoopbackServer { request, peer in
            let isAsked = request.header("accept-encoding")?.contains(encoding) ?? false
            peer.answer(bytes, status: isAsked ? "200 OK" : "406 No", headers: ["Content-Encoding: \(encoding)"])
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let text = try await engine.text(HTTPRequest(.get, server.url))
            #expect(text.hasSuffix("li says hello") || text == "gzip says hello")
        }
    }

    @Test func aBombEndsAtTheLimit() async throws {
        let bomb = try Command.run("sh", ["-c", "head -c 64000000 /dev/zero | gzip -c"])
        let server = try LoopbackServer { _, peer in
            peer.answer(bomb, headers: ["Content-Encoding: gzip"])
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let body = BodyBuffer()
            await #expect(throws: TransportError.bodyTooLarge(limit: 1 << 20)) {
                try await engine.perform(HTTPRequest(.get, server.url, bodyLimit: 1 << 20), into: body)
            }
            #expect(body.bytes.count <= 1 << 20)
        }
    }

    @Test(arguments: [1, 2000]) func headsAreBounded(_ lines: Int) async throws {
        let server = try LoopbackServer { _, peer in
            peer.send("HTTP/1.1 200 OK\r\n")
            let value = String(repeating: "x", count: lines == 1 ? 200_000 : 40)
            for line in 0..<lines { peer.send("X-\(line): \(value)\r\n") }
            peer.send("Content-Length: 0\r\n\r\n")
            return .close
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            #expect(await engine.failure(HTTPRequest(.get, server.url)) == .headersTooLarge)
        }
    }

    @Test func aSinkMayStopIt() async throws {
        final class Full: BodySink {
            func begin(_ head: HTTPHead) {}
            func receive(_ chunk: [UInt8]) -> Bool { false }
        }
        let server = try LoopbackServer { _, peer in
            peer.answer("x".utf8)
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            await #expect(throws: TransportError.refusedBySink) {
                try await engine.perform(HTTPRequest(.get, server.url), into: Full())
            }
        }
    }
}
