@testable import ResyDomain
import Synchronization
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
    @Test func twoHundredCancelledBeforeTheyStart() async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer()
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        await withTaskGroup(of: Bool.self) { inner in
                            inner.cancelAll()
                            inner.addTask {
                                do {
                                    _ = try await engine.perform(HTTPRequest(.get, server.url), into: BodyBuffer())
                                    return false
                                } catch {
                                    return error is CancellationError
                                }
                            }
                            return await inner.next() ?? false
                        }
                    }
                }
                for await isCancelled in group { #expect(isCancelled) }
            }
            #expect(server.requests.isEmpty)
            let after = try await engine.text(HTTPRequest(.get, server.url))
            #expect(after == "")
        }
    }

    @Test func cancelUnderWayEndsTheConnection() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let (endings, ended) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { request, peer in
            arrived.yield()
            peer.stall()
            ended.yield()
            return .close
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let task = Task { try await engine.perform(HTTPRequest(.get, server.url), into: BodyBuffer()) }
            for await _ in arrivals { break }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            for await _ in endings { break }
        }
    }

    @Test func cancelsMixedWithAnswersLoseNobody() async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer("ok".utf8)
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<300 {
                    let task = Task { try await engine.text(HTTPRequest(.get, server.url)) }
                    if number.isMultiple(of: 3) { task.cancel() }
                    group.addTask {
                        switch await task.result {
                        case .success(let text): text == "ok"
                        case .failure(let error): error is CancellationError && number.isMultiple(of: 3)
                        }
                    }
                }
                return await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(outcomes.count == 300)
            #expect(outcomes.allSatisfy { $0 })
        }
    }

    @Test func stopEndsWhatIsUnderWayAndTheThread() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let server = try LoopbackServer { _, peer in
            arrived.yield()
            peer.stall()
            return .close
        }
        defer { server.stop() }
        weak var remembered: CurlEngine?
        do {
            let engine = CurlEngine()
            remembered = engine
            let task = Task { try await engine.perform(HTTPRequest(.get, server.url), into: BodyBuffer()) }
            for await _ in arrivals { break }
            engine.stop()
            await #expect(throws: CancellationError.self) { try await task.value }
            await #expect(throws: CancellationError.self) {
                try await engine.perform(HTTPRequest(.get, server.url), into: BodyBuffer())
            }
            #expect(await engine.cookies().isEmpty)
        }
        // The thread holds the engine; it lets go a moment after the last answer.
        for _ in 0..<500 where remembered != nil { try await Task.sleep(for: .milliseconds(10)) }
        #expect(remembered == nil)
    }
}
