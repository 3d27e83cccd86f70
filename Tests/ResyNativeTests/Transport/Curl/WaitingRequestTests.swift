@testable import ResyDomain
import Glibc
import Testing

@testable import ResyNative

/// Requests that wait to share a connection which then breaks.
@Suite(.timeLimit(.minutes(1))) struct WaitingRequestTests {
    @Test(arguments: 2...4) func eachEndsWhenTheHandshakeIsReset(_ count: Int) async throws {
        let (listener, port) = try Loopback.listen()
        defer { shutdown(listener, CInt(SHUT_RDWR)) }
        _ = ResyNative.Thread.start(name: "test-reset") {
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                var linger = Glibc.linger(l_onoff: 1, l_linger: 0)
                setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
                usleep(3000)
                close(socket)
            }
            close(listener)
        }
        for round in 0..<10 {
            try await CurlEngine.withTest { engine in
                await withTaskGroup(of: TransportError?.self) { group in
                    for _ in 0..<count {
                        group.addTask {
                            await engine.failure(HTTPRequest(.get, "https://127.0.0.1:\(port)/", timeLimit: 20))
                        }
                    }
                    for await failure in group {
                        #expect(failure?.provesNothingWasSent == true, "round \(round): \(String(describing: failure))")
                        if case .timedOut = failure { Issue.record("round \(round): forgotten") }
                    }
                }
            }
        }
    }

    @Test(arguments: ["h2", "http/1.1"], [2, 8]) func eachEndsWhenTheConnectionIsCut(_ protocols: String, _ count: Int)
        async throws
    {
        let server = try LoopbackServer { _, peer in
            peer.stall()
            return .close
        }
        defer { server.stop() }
        let front = try TLSFront(to: server.port, protocols: protocols)
        defer { front.stop() }
        let proxy = try CuttableProxy(to: front.port)
        defer { proxy.stop() }
        for round in 0..<10 {
            try await CurlEngine.withTest(trusting: TestAuthority.shared.get().bundle) { engine in
                await withTaskGroup(of: TransportError?.self) { group in
                    for _ in 0..<count {
                        group.addTask {
                            await engine.failure(HTTPRequest(.get, "https://127.0.0.1:\(proxy.port)/", timeLimit: 20))
                        }
                    }
                    let cutter = Task {
                        while !Task.isCancelled {
                            try await Task.sleep(for: .milliseconds(3 + round))
                            proxy.cut()
                        }
                    }
                    for await failure in group {
                        if case .timedOut = failure { Issue.record("round \(round): forgotten") }
                    }
                    cutter.cancel()
                }
            }
        }
    }
}
