@testable import ResyDomain
import Testing

@testable import ResyNative

/// libcurl writes a request again when a kept connection dies before the answer; a booking must not be.
@Suite(.timeLimit(.minutes(1))) struct RepeatTests {
    private func posts(_ server: LoopbackServer) -> Int {
        server.requests.filter { $0.method == "POST" }.count
    }

    /// Answers the GET, then hangs up on each POST that comes on the same connection.
    private let hangUp: LoopbackServer.Handler = { request, peer in
        guard request.method == "POST", request.connection == 1 else {
            peer.answer("ok".utf8)
            return .keep
        }
        return .close
    }

    @Test(arguments: [Array("a=b".utf8), [], [UInt8](repeating: 0x41, count: 300_000)])
    func aBookingIsWrittenOnce(_ body: [UInt8]) async throws {
        let server = try LoopbackServer(hangUp)
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            _ = try await engine.text(HTTPRequest(.get, server.url))
            let booking = HTTPRequest(.post, server.url, body: body, mustNotRepeat: true)
            #expect(await engine.failure(booking) == .connectionLost(sent: true))
        }
        #expect(posts(server) == 1)
    }

    /// The counterpart: without the mark libcurl does repeat, so the test above can fail.
    @Test func withoutTheMarkItIsRepeated() async throws {
        let server = try LoopbackServer(hangUp)
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            _ = try await engine.text(HTTPRequest(.get, server.url))
            #expect(try await engine.text(HTTPRequest(.post, server.url, body: [1])) == "ok")
        }
        #expect(posts(server) == 2)
    }

    /// A kept connection that the server closed while it was idle costs a booking nothing.
    @Test func aConnectionThatDiedIdleIsReplaced() async throws {
        let server = try LoopbackServer { request, peer in
            peer.answer("ok".utf8)
            return request.number == 1 ? .close : .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            _ = try await engine.text(HTTPRequest(.get, server.url))
            try await Task.sleep(for: .milliseconds(50))
            let booking = HTTPRequest(.post, server.url, body: [1], mustNotRepeat: true)
            #expect(try await engine.text(booking) == "ok")
        }
        #expect(posts(server) == 1)
    }

    /// libcurl 7.88 itself does not repeat here; later ones may.
    @Test(.enabled(if: TLSFront.isWanted)) func aLostHTTP2ConnectionRepeatsNothing() async throws {
        let cutting = Lock<CuttableProxy?>(nil)
        let server = try LoopbackServer { request, peer in
            if request.method == "POST", request.number == 2 {
                cutting.withLock { $0?.cut() }
                peer.stall()
                return .close
            }
            peer.answer("ok".utf8)
            return .keep
        }
        defer { server.stop() }
        let front = try TLSFront(to: server.port)
        defer { front.stop() }
        let proxy = try CuttableProxy(to: front.port)
        defer { proxy.stop() }
        cutting.withLock { $0 = proxy }
        let lines = Lines()
        try await CurlEngine.withTest(
            trusting: TestAuthority.shared.get().bundle, trace: { lines.add($0) }
        ) { engine in
            let url = "https://127.0.0.1:\(proxy.port)/"
            _ = try await engine.text(HTTPRequest(.get, url))
            let booking = HTTPRequest(.post, url, body: Array("a=b".utf8), mustNotRepeat: true)
            #expect(await engine.failure(booking) == .connectionLost(sent: true))
        }
        #expect(posts(server) == 1)
        #expect(lines.all.contains { $0.hasPrefix("#1 = 200, HTTP/2, ") }, "\(lines.text)")
        #expect(lines.all.contains { $0.hasPrefix("#2 = failed") && $0.contains("reused") }, "\(lines.text)")
    }

    @Test(arguments: [true, false]) func aRefusedStreamIsNotTriedAgain(_ mustNotRepeat: Bool) async throws {
        let peer = try FramePeer { number in number == 2 ? .refuse : .answer }
        defer { peer.stop() }
        try await CurlEngine.withTest(trusting: TestAuthority.shared.get().bundle) { engine in
            _ = try await engine.text(HTTPRequest(.get, peer.url))
            let booking = HTTPRequest(
                .post, peer.url, body: Array("a=b".utf8), timeLimit: 5, mustNotRepeat: mustNotRepeat)
            let failure = await engine.failure(booking)
            #expect(failure == (mustNotRepeat ? .connectionLost(sent: true) : nil))
        }
        #expect(peer.requests == (mustNotRepeat ? 2 : 3))
    }
}
