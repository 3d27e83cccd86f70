@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct CookieJarTests {
    private func server() throws -> LoopbackServer {
        try LoopbackServer { request, peer in
            let set = request.path == "/set" ? ["Set-Cookie: a=1; Path=/; HttpOnly", "set-cookie: b=2; Path=/"] : []
            peer.answer((request.header("cookie") ?? "none").utf8, headers: set)
            return .keep
        }
    }

    private func get(_ url: String, cookies: Bool = true) -> HTTPRequest {
        HTTPRequest(.get, url, usesCookies: cookies)
    }

    @Test func cookiesOutliveTheirRequest() async throws {
        let server = try server()
        defer { server.stop() }
        try await CurlEngine.withTest(cookieHosts: ["127.0.0.1"]) { engine in
            #expect(engine.cookieRevision == 0)
            #expect(try await engine.text(get(server.url + "/set")) == "none")
            let sent = try await engine.text(get(server.url))
            #expect(sent.contains("a=1") && sent.contains("b=2"))
            #expect(engine.cookieRevision == 2)
        }
    }

    @Test func requestsWithoutTheJarSendAndKeepNone() async throws {
        let server = try server()
        defer { server.stop() }
        try await CurlEngine.withTest(cookieHosts: ["127.0.0.1"]) { engine in
            _ = try await engine.text(get(server.url + "/set", cookies: false))
            #expect(try await engine.text(get(server.url)) == "none")
            _ = try await engine.text(get(server.url + "/set"))
            #expect(try await engine.text(get(server.url, cookies: false)) == "none")
        }
    }

    @Test(arguments: [["127.0.0.1", "localhost"], ["127.0.0.1"]])
    func noOtherHostSeesThem(_ hosts: [String]) async throws {
        let server = try server()
        defer { server.stop() }
        try await CurlEngine.withTest(cookieHosts: hosts) { engine in
            _ = try await engine.text(get(server.url + "/set"))
            #expect(try await engine.text(get("http://localhost:\(server.port)/")) == "none")
        }
    }

    @Test func hostsOutsideKeepNone() async throws {
        let server = try server()
        defer { server.stop() }
        try await CurlEngine.withTest(cookieHosts: ["resy.com"]) { engine in
            _ = try await engine.text(get(server.url + "/set"))
            #expect(try await engine.text(get(server.url)) == "none")
            #expect(await engine.cookies().isEmpty)
            #expect(engine.cookieRevision == 0)
        }
    }

    @Test func whatIsExportedCanBeImported() async throws {
        let server = try server()
        defer { server.stop() }
        let kept = try await CurlEngine.withTest(cookieHosts: ["127.0.0.1"]) { engine in
            _ = try await engine.text(get(server.url + "/set"))
            return await engine.cookies()
        }
        #expect(kept.count == 2)
        try await CurlEngine.withTest(cookieHosts: ["127.0.0.1"]) { engine in
            engine.importCookies(kept)
            let sent = try await engine.text(get(server.url))
            #expect(sent.contains("a=1") && sent.contains("b=2"))
        }
    }

    @Test func ordersAndStrangersAreNoCookies() async throws {
        try await CurlEngine.withTest(cookieHosts: ["resy.com"]) { engine in
            let good = ".resy.com\tTRUE\t/\tTRUE\t0\tname\tvalue"
            engine.importCookies(
                [
                    good, "ALL", "FLUSH", "Set-Cookie: x=y; domain=resy.com", ".evil.com\tTRUE\t/\tFALSE\t0\tx\ty",
                    "notresy.com\tFALSE\t/\tFALSE\t0\tx\ty", "api.resy.com\tFALSE\t/\tFALSE\t0\tx\ty\nz",
                ].map { Secret($0) })
            #expect(await engine.cookies().map { $0.reveal() } == [good])
        }
    }
}
