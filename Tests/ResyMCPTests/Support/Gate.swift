@testable import ResyDomain

/// A door that a scripted use case waits at until the test opens it.
struct Gate: Sendable {
    private let stream: AsyncStream<Void>
    private let handle: AsyncStream<Void>.Continuation

    init() {
        (stream, handle) = AsyncStream.makeStream()
    }

    func open() {
        handle.yield()
    }

    /// Throws when the task is cancelled first.
    func pass() async throws {
        for await _ in stream { return }
        throw CancellationError()
    }

    /// Waits on in a cancelled task too, as a request that commits does.
    func passWhateverComes() async {
        await Task.detached { for await _ in stream { return } }.value
    }
}
