@testable import ResyDomain
import Foundation
import Glibc
import Synchronization
import Testing

@testable import ResyNative

/// Steps of tasks on the engine's thread.
@Suite(.timeLimit(.minutes(1))) struct EngineStepsTests {
    private static var threadName: String {
        let name = try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
        return name?.trimmingCharacters(in: .newlines) ?? ""
    }

    private static func block(until signal: DispatchSemaphore) { signal.wait() }

    private static func answering(_ text: String = "") throws -> LoopbackServer {
        try LoopbackServer { _, peer in
            peer.answer(text.utf8)
            return .keep
        }
    }

    @Test func aRequestGoesOutFromTheThreadThatItsStepsRunOn() async throws {
        let server = try Self.answering("here")
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let names = try await Task(executorPreference: engine) {
                var names = [Self.threadName]
                for _ in 0..<3 {
                    let text1 = try await engine.text(HTTPRequest(.get, server.url))
                    #expect(text1 == "here")
                    names.append(Self.threadName)
                }
                return names
            }.value
            #expect(Set(names) == ["resy-http"])
        }
    }

    @Test func stepsThatFollowOneAnotherHoldUpNoTransfer() async throws {
        let server = try Self.answering("here")
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let isAnswered = Atomic(false)
            let busy = Task(executorPreference: engine) {
                while !isAnswered.load(ordering: .relaxed) { await Task.yield() }
            }
            let text2 = try await engine.text(HTTPRequest(.get, server.url))
            #expect(text2 == "here")
            isAnswered.store(true, ordering: .relaxed)
            await busy.value
        }
    }

    /// As where another process holds the database, or a client does not read.
    @Test func aStepThatWaitsHoldsUpNobodyElse() async throws {
        let server = try Self.answering("here")
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            for _ in 0..<20 {
                let (waits, isWaiting) = AsyncStream<Void>.makeStream()
                let may = DispatchSemaphore(value: 0)
                let slow = Task(executorPreference: engine) {
                    SharedThread.willWait()
                    isWaiting.yield()
                    Self.block(until: may)
                    // It goes on beside the others, and may ask as ever.
                    return try await engine.text(HTTPRequest(.get, server.url))
                }
                for await _ in waits { break }
                let quick = Task(executorPreference: engine) { try await engine.text(HTTPRequest(.get, server.url)) }
                let text3 = try await quick.value
                #expect(text3 == "here")
                may.signal()
                let text4 = try await slow.value
                #expect(text4 == "here")
            }
        }
    }

    @Test func aTransferUnderWayGoesOnWhereAStepWaits() async throws {
        let (arrivals, arrived) = AsyncStream<Void>.makeStream()
        let mayAnswer = DispatchSemaphore(value: 0)
        let server = try LoopbackServer { _, peer in
            arrived.yield()
            mayAnswer.wait()
            peer.answer("late".utf8)
            return .keep
        }
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let asking = Task(executorPreference: engine) { try await engine.text(HTTPRequest(.get, server.url)) }
            for await _ in arrivals { break }
            let mayGoOn = DispatchSemaphore(value: 0)
            let slow = Task(executorPreference: engine) {
                SharedThread.willWait()
                mayAnswer.signal()
                Self.block(until: mayGoOn)
            }
            let text5 = try await asking.value
            #expect(text5 == "late")
            mayGoOn.signal()
            await slow.value
        }
    }

    @Test func whatNobodyWaitsForComesLast() async throws {
        try await CurlEngine.withTest { engine in
            let order = Lock<[String]>([])
            let tasks = await Task(executorPreference: engine) {
                let last = Task(executorPreference: engine, priority: .utility) { order.withLock { $0.append("last") } }
                let first = Task(executorPreference: engine) {
                    for number in 0..<3 {
                        order.withLock { $0.append("\(number)") }
                        await Task.yield()
                    }
                }
                return [last, first]
            }.value
            for task in tasks.reversed() { await task.value }
            #expect(order.withLock { $0 } == ["0", "1", "2", "last"])
        }
    }

    @Test func whatNobodyWaitsForIsNotLostAtTheEnd() async {
        let engine = CurlEngine()
        let left = await Task(executorPreference: engine) {
            let left = Task(executorPreference: engine, priority: .utility) { true }
            engine.stop()
            return left
        }.value
        #expect(await left.value)
    }

    @Test func afterTheEndStepsRunElsewhere() async throws {
        let engine = CurlEngine()
        let names = await Task(executorPreference: engine) {
            let before = Self.threadName
            engine.stop()
            await Task.yield()
            var names = [before, Self.threadName]
            while names[1] == "resy-http" {
                await Task.yield()
                names[1] = Self.threadName
            }
            return names
        }.value
        #expect(names[0] == "resy-http")
        #expect(names[1] != "resy-http")
        #expect(await Task(executorPreference: engine) { true }.value)
    }

    @Test func manyTasksOfManyStepsLoseNone() async throws {
        let server = try Self.answering("here")
        defer { server.stop() }
        try await CurlEngine.withTest { engine in
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<200 {
                    group.addTask(executorPreference: engine) {
                        for _ in 0..<20 { await Task.yield() }
                        if number % 5 == 0 { SharedThread.willWait() }
                        if number % 4 == 0 { _ = try await engine.text(HTTPRequest(.get, server.url)) }
                        return number
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 199 * 200 / 2)
        }
    }
}
