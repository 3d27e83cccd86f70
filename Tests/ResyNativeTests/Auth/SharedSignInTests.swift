import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct SharedSignInTests {
    private let access = Access(apiKey: "key", token: Secret("a token of sixteen"))
    private func context(_ deadline: Double = 50, _ heard: Lock<[Step]> = Lock([])) -> CallContext {
        CallContext(deadline: Instant(seconds: deadline), progress: { step in heard.withLock { $0.append(step) } })
    }

    private func wait(_ shared: SharedSignIn, _ context: CallContext) async throws -> Access? {
        guard let place = shared.join(context) else { return nil }
        return try await shared.value(at: place)
    }

    /// Runs until the gate opens, or until it is cancelled, and says which.
    private func begin(_ gate: Gate, began: Gate = Gate(), wasCancelled: Gate = Gate()) -> SharedSignIn {
        let shared = SharedSignIn(Instant(seconds: 50))
        let access = access
        shared.start { _ in
            began.open()
            await withTaskCancellationHandler {
                await gate.wait()
            } onCancel: {
                wasCancelled.open()
                gate.open()
            }
            try Task.checkCancellation()
            return access
        }
        return shared
    }

    @Test func allWhoWaitGetTheSame() async throws {
        let gate = Gate()
        let shared = begin(gate)
        let waiting = (0..<2).map { _ in Task { try await wait(shared, context()) } }
        while shared.waiting < 2 { await Task.yield() }
        gate.open()
        for task in waiting { #expect(try await task.value?.token == access.token) }
        // Over: the next one begins anew.
        #expect(try await wait(shared, context()) == nil)
    }

    @Test func oneWhoIsCancelledLeavesTheOthersWaiting() async throws {
        let (gate, cancelled) = (Gate(), Gate())
        let shared = begin(gate, wasCancelled: cancelled)
        let staying = Task { try await wait(shared, context()) }
        let leaving = Task { try await wait(shared, context()) }
        while shared.waiting < 2 { await Task.yield() }
        leaving.cancel()
        await #expect(throws: CancellationError.self) { try await leaving.value }
        gate.open()
        #expect(try await staying.value?.token == access.token)
    }

    @Test func theLastToLeaveEndsIt() async throws {
        let (gate, cancelled) = (Gate(), Gate())
        let shared = begin(gate, wasCancelled: cancelled)
        let waiting = (0..<3).map { _ in Task { try await wait(shared, context()) } }
        while shared.waiting < 3 { await Task.yield() }
        for task in waiting { task.cancel() }
        for task in waiting { await #expect(throws: CancellationError.self) { try await task.value } }
        await cancelled.wait()
        #expect(try await wait(shared, context()) == nil)
    }

    /// Whoever joined before it began is told, however quickly it ended.
    @Test func anEndBeforeAnybodyWaitsIsNotLost() async throws {
        let shared = SharedSignIn(Instant(seconds: 50))
        let place = try #require(shared.join(context()))
        let access = access
        shared.start { _ in access }
        await shared.end()
        #expect(try await shared.value(at: place).token == access.token)
    }

    @Test func oneCancelledBeforehandDoesNotHang() async throws {
        let (gate, cancelled) = (Gate(), Gate())
        let shared = begin(gate, wasCancelled: cancelled)
        let start = Gate()
        let task = Task {
            await start.wait()
            return try await wait(shared, context())
        }
        task.cancel()
        start.open()
        await #expect(throws: CancellationError.self) { try await task.value }
        await cancelled.wait()
    }

    @Test func endingItWaitsForItsEnd() async throws {
        let (gate, cancelled) = (Gate(), Gate())
        let shared = begin(gate, wasCancelled: cancelled)
        let waiting = Task { try await wait(shared, context()) }
        while shared.waiting < 1 { await Task.yield() }
        await shared.end()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }

    @Test func theLatestDeadlineCountsAndAllHear() async throws {
        let (gate, first, second) = (Gate(), Lock<[Step]>([]), Lock<[Step]>([]))
        let shared = begin(gate)
        let one = Task { try await wait(shared, context(50, first)) }
        while shared.waiting < 1 { await Task.yield() }
        shared.context.progress(.startingBrowser)
        #expect(shared.context.deadline.seconds == 50)
        let two = Task { try await wait(shared, context(70, second)) }
        while shared.waiting < 2 { await Task.yield() }
        #expect(shared.context.deadline.seconds == 70)
        shared.context.progress(.signingIn)
        gate.open()
        _ = try await (one.value, two.value)
        #expect(first.withLock { $0 } == [.startingBrowser, .signingIn])
        #expect(second.withLock { $0 } == [.startingBrowser, .signingIn])
    }
}
