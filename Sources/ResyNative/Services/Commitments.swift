internal import ResyDomain

/// Work that must run to its end once begun, whoever stops waiting for it: a booking that was sent, a
/// cancellation, and the look at the list that settles them.
final class Commitments: Sendable {
    private struct State {
        var next = 0
        /// Each returns when its work is over.
        var running: [Int: @Sendable () async -> Void] = [:]
    }

    /// Where the steps of the work run; nil for where those of any task do.
    let executor: (any TaskExecutor)?
    private let state = Lock(State())

    init(on executor: (any TaskExecutor)? = nil) { self.executor = executor }

    /// Waits for the work; cancelling the waiting task does not cancel the work.
    func run<R: Sendable>(_ work: @escaping @Sendable () async throws -> R) async throws -> R {
        // It begins under the lock, so that whoever ends the process finds it from its first step on.
        let (task, number) = state.withLock { state in
            let task = Task(executorPreference: executor) { try await work() }
            state.next += 1
            state.running[state.next] = { _ = await task.result }
            return (task, state.next)
        }
        defer { state.withLock { _ = $0.running.removeValue(forKey: number) } }
        return try await task.value
    }

    var isIdle: Bool { state.withLock { $0.running.isEmpty } }

    /// Waits for all that is running now.
    func finish() async {
        for end in state.withLock({ Array($0.running.values) }) { await end() }
    }
}
