import ResyDomain
import ResyNative

/// A clock that stands still until a test moves it.
final class ManualClock: WallClock {
    private struct State {
        var now = Instant(seconds: 1_771_000_000)
        var lastID = 0
        var sleepers: [Int: (wake: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
        var cancelled: Set<Int> = []
    }

    private let state = Lock(State())

    var now: Instant { state.withLock { $0.now } }

    func sleep(seconds: Double) async throws {
        guard seconds > 0 else { return try Task.checkCancellation() }
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return true }
                    state.sleepers[id] = (state.now.adding(seconds), continuation)
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                if let sleeper = state.sleepers.removeValue(forKey: id) { return Optional(sleeper) }
                state.cancelled.insert(id)
                return nil
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Returns once `count` sleeps are under way, or when the test's own time is up.
    func untilSleeping(_ count: Int) async {
        while state.withLock({ $0.sleepers.count }) < count && !Task.isCancelled { await Task.yield() }
    }

    /// Moves on and wakes who is due.
    func advance(by seconds: Double) {
        let due = state.withLock { state in
            state.now = state.now.adding(seconds)
            let due = state.sleepers.filter { $0.value.wake <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in due { continuation.resume() }
    }
}
