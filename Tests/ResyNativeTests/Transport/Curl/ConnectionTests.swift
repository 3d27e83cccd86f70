@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1)), .enabled(if: TLSFront.isWanted)) struct ConnectionTests {
    /// One byte of an answer per request, over TLS in front of a plain server.
    private func withFront(
        protocols: String = "h2,http/1.1",
        _ handler: @escaping LoopbackServer.Handler = { request, peer in
            peer.answer("\(request.path)".utf8)
            return .keep
        },
        _ body: (CurlEngine, TLSFront, LoopbackServer, @Sendable () -> [String]) async throws -> Void
    ) async throws {
        let server = try LoopbackServer(handler)
        defer { server.stop() }
        let front = try TLSFront(to: server.port, protocols: protocols)
        defer { front.stop() }
        let lines = Lines()
        try await CurlEngine.withTest(
            trusting: TestAuthority.shared.get().bundle, trace: { lines.add($0) }
        ) { engine in
            try await body(engine, front, server, { lines.all })
        }
    }

    private func closings(_ lines: [String]) -> [String] {
        lines.filter { $0.contains(" = ") }
    }

    @Test func twentyAtOnceShareOneHTTP2Connection() async throws {
        try await withFront { engine, front, server, lines in
            try await withThrowingTaskGroup(of: (String, String).self) { group in
                for number in 0..<20 {
                    group.addTask {
                        ("/\(number)", try await engine.text(HTTPRequest(.get, "\(front.url)/\(number)")))
                    }
                }
                for try await (path, text) in group { #expect(text == path) }
            }
            let closings = closings(lines())
            #expect(closings.count == 20)
            #expect(closings.allSatisfy { $0.contains("HTTP/2") })
            #expect(closings.filter { $0.contains("new connection") }.count == 1)
            #expect(closings.filter { $0.contains("reused connection") }.count == 19)
        }
    }

    @Test func fallsBackToHTTP1() async throws {
        try await withFront(protocols: "http/1.1") { engine, front, server, lines in
            for _ in 0..<2 {
                let text = try await engine.text(HTTPRequest(.get, front.url + "/x"))
                #expect(text == "/x")
            }
            #expect(closings(lines()).map { $0.contains("HTTP/1.1") } == [true, true])
            #expect(closings(lines()).map { $0.contains("reused connection") } == [false, true])
        }
    }

    @Test func strangersAreNotTrusted() async throws {
        try await withFront { engine, front, server, _ in
            let stranger = try TestAuthority()
            defer { stranger.remove() }
            try await CurlEngine.withTest(trusting: stranger.bundle) { other in
                let failure = await other.failure(HTTPRequest(.get, front.url))
                #expect(
                    failure
                        == .tls(
                            host: "127.0.0.1", reason: "the certificate is not from an authority that is trusted here"))
            }
            try await CurlEngine.withTest(trusting: "/nowhere/ca.pem") { other in
                let failure = await other.failure(HTTPRequest(.get, front.url))
                #expect(
                    failure
                        == .tls(
                            host: "127.0.0.1", reason: "the file of trusted certificates cannot be read"))
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test(arguments: [
        ("DNS:example.com", -1...1, "the certificate is not for this host"),
        ("IP:127.0.0.1", -3 ... -1, "the certificate has expired"),
        ("IP:127.0.0.1", 1...2, "the certificate is not valid yet"),
    ])
    func badCertificatesAreRefused(_ names: String, _ days: ClosedRange<Int>, _ reason: String) async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer()
            return .keep
        }
        defer { server.stop() }
        let authority = try TestAuthority.shared.get()
        let front = try TLSFront(to: server.port, certificate: authority.certificate(for: names, days: days))
        defer { front.stop() }
        try await CurlEngine.withTest(trusting: authority.bundle) { engine in
            let failure = await engine.failure(HTTPRequest(.get, front.url))
            #expect(failure == .tls(host: "127.0.0.1", reason: reason))
        }
        #expect(server.requests.isEmpty)
    }
}
