@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct HandleStockTests {
    @Test func oneThatEndedWellServesAgain() throws {
        let stock = HandleStock()
        try serve(from: stock)
        #expect(stock.count == 1)
        try serve(from: stock)
        #expect(stock.count == 1)
    }

    @Test func oneThatDidNotIsGone() throws {
        let stock = HandleStock()
        try serve(from: stock, isSound: false)
        #expect(stock.count == 0)
    }

    /// The machine may be in another network by then.
    @Test func noneServesLongerThanAMinute() throws {
        let (stock, now) = (HandleStock(), ContinuousClock.now)
        let made = try [0, 59, 60].map { try serve(from: stock, at: now + .seconds($0)) }
        #expect(made == [now, now, now + .seconds(60)])
    }

    /// How old the one that served is, too.
    @discardableResult
    private func serve(
        from stock: HandleStock, at now: ContinuousClock.Instant = .now, isSound: Bool = true
    ) throws -> ContinuousClock.Instant {
        var easy = try stock.take(at: now)
        easy.isSound = isSound
        return easy.madeAt
    }

    /// Method, body, headers and cookies of one request are none of the next one's.
    @Test func nothingOfARequestIsLeftForTheNext() async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer(headers: ["Set-Cookie: a=1; Path=/"])
            return .keep
        }
        defer { server.stop() }
        let plain = HTTPRequest(.get, server.url + "/plain")
        try await CurlEngine.withTest { engine in _ = try await engine.text(plain) }
        try await CurlEngine.withTest(cookieHosts: ["127.0.0.1"]) { engine in
            for method in [HTTPRequest.Method.post, .delete] {
                var first = HTTPRequest(method, server.url + "/first", headers: [("X-One", "1")], usesCookies: true)
                first.body = Array("body".utf8)
                first.mustNotRepeat = true
                _ = try await engine.text(first)
                _ = try await engine.text(plain)
            }
        }
        let asked = server.requests.filter { $0.path == "/plain" }
        #expect(asked.count == 3)
        for request in asked {
            #expect(request.line == asked[0].line && request.body == asked[0].body)
            #expect(
                request.headers.map { "\($0.name): \($0.value)" } == asked[0].headers.map { "\($0.name): \($0.value)" })
        }
    }

    @Test func afterAFailureNoneIsKept() async throws {
        let server = try LoopbackServer { request, peer in
            if request.path == "/cut" { return .close }
            peer.answer("ok".utf8)
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            for _ in 0..<3 {
                let answer = try await engine.text(HTTPRequest(.get, server.url))
                #expect(answer == "ok")
                let failure = await engine.failure(HTTPRequest(.get, server.url + "/cut"))
                #expect(failure != nil)
            }
        }
    }
}
