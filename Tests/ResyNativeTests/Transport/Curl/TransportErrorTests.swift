@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct TransportErrorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var timeLimit = 5.0
        let handler: LoopbackServer.Handler
        let expected: @Sendable (TransportError) -> Bool
    }

    @Test(arguments: [
        Case(
            testDescription: "silence", timeLimit: 0.3,
            handler: { _, peer in
                peer.stall()
                return .close
            }, expected: { $0 == .timedOut(sent: true) }),
        Case(
            testDescription: "stalls in the body",
            handler: { _, peer in
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")
                peer.stall()
                return .close
            }, expected: { $0 == .timedOut(sent: true) }),
        Case(
            testDescription: "reset before the answer",
            handler: { _, peer in
                peer.reset()
                return .close
            }, expected: { $0 == .connectionLost(sent: true) }),
        Case(
            testDescription: "closed before the answer", handler: { _, _ in .close },
            expected: {
                $0 == .connectionLost(sent: true)
            }),
        Case(
            testDescription: "body cut short",
            handler: { _, peer in
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")
                return .close
            }, expected: { if case .malformed = $0 { true } else { false } }),
        Case(
            testDescription: "chunks cut short",
            handler: { _, peer in
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")
                return .close
            }, expected: { if case .malformed = $0 { true } else { false } }),
        Case(
            testDescription: "badly compressed",
            handler: { _, peer in
                peer.answer("no gzip at all".utf8, headers: ["Content-Encoding: gzip"])
                return .close
            }, expected: { if case .malformed = $0 { true } else { false } }),
        Case(
            testDescription: "not HTTP",
            handler: { _, peer in
                peer.send("SSH-2.0-OpenSSH\r\n\r\n")
                return .close
            }, expected: { if case .malformed = $0 { true } else { false } }),
    ])
    func tells(_ example: Case) async throws {
        let server = try LoopbackServer(example.handler)
        defer { server.stop() }
        try await CurlEngine.withTest(stallLimit: 1) { engine in
            let failure = try #require(
                await engine.failure(HTTPRequest(.post, server.url, body: [1], timeLimit: example.timeLimit)))
            #expect(example.expected(failure), "\(failure)")
            #expect(!failure.provesNothingWasSent)
        }
        #expect(server.requests.count == 1)
    }

    @Test func refusedMeansNothingWasSent() async throws {
        let port = try Loopback.freePort()
        try await CurlEngine.withTest { engine in
            #expect(
                await engine.failure(HTTPRequest(.get, "http://127.0.0.1:\(port)")) == .cannotConnect(host: "127.0.0.1")
            )
        }
    }

    @Test func aServerThatNeverShakesHandsTimesOutUnsent() async throws {
        let server = try LoopbackServer { _, _ in .close }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let request = HTTPRequest(.get, "https://127.0.0.1:\(server.port)", timeLimit: 0.3)
            #expect(await engine.failure(request) == .timedOut(sent: false))
        }
    }

    @Test(arguments: [
        "http://example.com/", "http://127.0.0.1.example.com/", "http://128.0.0.1/", "http://localhost.example.com/",
        "http://127.0.0.1@example.com/", "ftp://127.0.0.1/", "file:///etc/passwd", "127.0.0.1", "", "https://",
        "https://name:word@127.0.0.1/", "https://127.0.0.1/a b", "https://127.0.0.1/\r\nX: y",
    ])
    func urlsThatMayNotBeAskedNeverLeave(_ url: String) async throws {
        try await CurlEngine.withTest { engine in
            let failure = await engine.failure(HTTPRequest(.get, url, timeLimit: 2))
            guard case .badRequest = failure else {
                Issue.record("\(url): \(String(describing: failure))")
                return
            }
        }
    }

    @Test(arguments: [
        ("X", "a\r\nY: b"), ("X", "a\nb"), ("X", "a\0b"), ("X\r\nY", "a"), ("", "a"), ("X:", "a"), ("X Y", "a"),
    ])
    func headersThatBreakOutNeverLeave(_ name: String, _ value: String) async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer()
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let failure = await engine.failure(HTTPRequest(.get, server.url, headers: [(name, value)]))
            guard case .badRequest = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
        #expect(server.requests.isEmpty)
    }
}
