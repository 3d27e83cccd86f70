internal import ResyDomain

/// Something that happens once, on any thread, and that tasks wait for.
final class Outcome<Value: Sendable>: Sendable {
    private struct State {
        var value: Value?
        var nextID = 0
        var waiting: [Int: CheckedContinuation<Value, any Error>] = [:]
    }

    private let state = Lock(State())

    /// Nil until it has happened.
    var known: Value? { state.withLock { $0.value } }

    /// The first value stands; later ones are dropped.
    func settle(_ value: Value) {
        let waiting = state.withLock { state -> [Int: CheckedContinuation<Value, any Error>] in
            guard state.value == nil else { return [:] }
            state.value = value
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values { continuation.resume(returning: value) }
    }

    /// Throws only `CancellationError`.
    func value() async throws -> Value {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let known: Result<Value, any Error>? = state.withLock { state in
                    if let value = state.value { return .success(value) }
                    // Asked under the lock: a cancel after this finds the continuation.
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.waiting[id] = continuation
                    return nil
                }
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(throwing: CancellationError())
        }
    }
}
