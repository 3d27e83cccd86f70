@testable import ResyDomain
import Testing

@testable import ResyNative

/// A connection that leads nowhere any more, as after a machine has slept, and nobody says so.
@Suite(.timeLimit(.minutes(2))) struct SilentConnectionTests {
    private struct House {
        let server: LoopbackServer
        let front: TLSFront
        let proxy: CuttableProxy

        init(_ protocols: String) throws {
            server = try LoopbackServer { request, peer in
                if request.path == "/never" {
                    peer.stall()
                    return .close
                }
                peer.answer("here".utf8)
                return .keep
            }
            front = try TLSFront(to: server.port, protocols: protocols)
            proxy = try CuttableProxy(to: front.port)
        }

        func get(_ path: String = "/", within seconds: Double = 20) -> HTTPRequest {
            HTTPRequest(.get, "https://127.0.0.1:\(proxy.port)\(path)", timeLimit: seconds)
        }

        func leave() {
            proxy.stop()
            front.stop()
            server.stop()
        }
    }

    @Test(arguments: ["h2", "http/1.1"]) func isNotUsedAgainOnceARequestHasWaitedInVain(_ protocols: String)
        async throws
    {
        let house = try House(protocols)
        defer { house.leave() }
        try await CurlEngine.withTest(trusting: TestAuthority.shared.get().bundle) { engine in
            #expect(await engine.failure(house.get()) == nil)
            house.proxy.silence()
            guard case .timedOut? = await engine.failure(house.get(within: 1)) else {
                Issue.record("it was answered")
                return
            }
            for _ in 0..<3 { #expect(await engine.failure(house.get()) == nil) }
        }
    }

    /// While another request still waits there.
    @Test func isNotUsedBesideOneThatStillWaits() async throws {
        let house = try House("h2")
        defer { house.leave() }
        try await CurlEngine.withTest(trusting: TestAuthority.shared.get().bundle) { engine in
            #expect(await engine.failure(house.get()) == nil)
            house.proxy.silence()
            async let waiting = engine.failure(house.get(within: 6))
            _ = await engine.failure(house.get(within: 1))
            #expect(await engine.failure(house.get(within: 4)) == nil)
            _ = await waiting
            #expect(await engine.failure(house.get()) == nil)
        }
    }

    @Test func isNotUsedAgainWhenItsCallerHadEnough() async throws {
        let house = try House("h2")
        defer { house.leave() }
        try await CurlEngine.withTest(trusting: TestAuthority.shared.get().bundle) { engine in
            #expect(await engine.failure(house.get()) == nil)
            house.proxy.silence()
            let impatient = Task { await engine.failure(house.get(within: 60)) }
            try await Task.sleep(for: .seconds(4))
            impatient.cancel()
            _ = await impatient.value
            #expect(await engine.failure(house.get(within: 10)) == nil)
        }
    }

    /// Requests that are posted while connections are given up are not forgotten.
    @Test func manyThatComeMeanwhileAreAnswered() async throws {
        let house = try House("h2")
        defer { house.leave() }
        try await CurlEngine.withTest(trusting: TestAuthority.shared.get().bundle) { engine in
            for _ in 0..<40 {
                await withTaskGroup { group in
                    for _ in 0..<4 {
                        group.addTask { #expect(await engine.failure(house.get()) == nil) }
                        group.addTask { _ = await engine.failure(house.get("/never", within: 0.05)) }
                    }
                }
            }
        }
    }
}
