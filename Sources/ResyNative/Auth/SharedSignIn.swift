internal import ResyDomain

/// One sign-in that several calls wait for. A call that is cancelled leaves the others waiting; when the last has gone,
/// the sign-in ends.
final class SharedSignIn: Sendable {
    private struct Waiter {
        let context: CallContext
        var continuation: CheckedContinuation<Access, any Error>?
        var hasLeft = false
    }

    private struct State {
        var waiters: [Int: Waiter] = [:]
        var next = 0
        var task: Task<Void, Never>?
        var result: Result<Access, any Error>?
        /// Nobody waits any more, and nobody may begin to.
        var isAbandoned = false
        var news: Step?
        var deadline: Instant
    }

    /// Of the call that began it.
    let firstDeadline: Instant
    private let state: Lock<State>

    init(_ deadline: Instant) {
        firstDeadline = deadline
        state = Lock(State(deadline: deadline))
    }

    /// Once, after the call that began it has joined: work that ends at once must find it.
    func start(_ work: @escaping @Sendable (SharedSignIn) async throws -> Access) {
        let task = Task {
            let result: Result<Access, any Error>
            do { result = .success(try await work(self)) } catch { result = .failure(error) }
            finish(result)
        }
        state.withLock { $0.task = task }
    }

    /// For the step that begins now: the deadline is the latest of those who wait, and all of them hear of it.
    var context: CallContext {
        CallContext(deadline: state.withLock(\.deadline), progress: { [self] in tell($0) })
    }

    /// How many calls wait now.
    var waiting: Int { state.withLock { $0.waiters.values.count { !$0.hasLeft } } }

    /// A place among those who wait; nil where it is over, or being given up: begin another.
    func join(_ context: CallContext) -> Int? {
        let (place, news) = state.withLock { state -> (Int?, Step?) in
            guard state.result == nil, !state.isAbandoned else { return (nil, nil) }
            state.next += 1
            state.waiters[state.next] = Waiter(context: context)
            state.deadline = max(state.deadline, context.deadline)
            return (state.next, state.news)
        }
        if place != nil, let news { context.progress(news) }
        return place
    }

    /// Throws what the work throws, or `CancellationError`: at once where others go on waiting, and once the work has
    /// ended where none do.
    func value(at place: Int) async throws -> Access {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { arrive(place, $0) }
        } onCancel: {
            leave(place)
        }
    }

    /// Stops it for everyone, and returns when it has ended.
    func end() async {
        let task = state.withLock { state in
            state.isAbandoned = true
            return state.task
        }
        task?.cancel()
        await task?.value
    }

    // MARK: - Who waits

    private func arrive(_ number: Int, _ continuation: CheckedContinuation<Access, any Error>) {
        let result = state.withLock { state -> Result<Access, any Error>? in
            if let result = state.result { return result }
            guard state.waiters[number]?.hasLeft == true, !state.isAbandoned else {
                state.waiters[number]?.continuation = continuation
                return nil
            }
            state.waiters[number] = nil
            return .failure(CancellationError())
        }
        if let result { continuation.resume(with: result) }
    }

    private func leave(_ number: Int) {
        typealias Told = (CheckedContinuation<Access, any Error>?, Task<Void, Never>?)
        let (continuation, task) = state.withLock { state -> Told in
            guard state.result == nil, state.waiters[number] != nil else { return (nil, nil) }
            state.waiters[number]?.hasLeft = true
            guard state.waiters.values.contains(where: { !$0.hasLeft }) else {
                // It stays among those who wait: whoever is told "cancelled" must find that nothing runs on.
                state.isAbandoned = true
                return (nil, state.task)
            }
            let continuation = state.waiters[number]?.continuation
            if continuation != nil { state.waiters[number] = nil }
            return (continuation, nil)
        }
        continuation?.resume(throwing: CancellationError())
        task?.cancel()
    }

    private func finish(_ result: Result<Access, any Error>) {
        let waiters = state.withLock { state in
            state.result = result
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.continuation?.resume(with: result) }
    }

    private func tell(_ news: Step) {
        let waiters = state.withLock { state in
            state.news = news
            return state.waiters.values.filter { !$0.hasLeft }
        }
        for waiter in waiters { waiter.context.progress(news) }
    }
}
