internal import Synchronization

/// One call of `perform` on its way to the engine's thread.
final class Order: Sendable {
    let request: HTTPRequest
    let sink: any BodySink
    private let cancelled = Atomic(false)

    init(_ request: HTTPRequest, into sink: any BodySink) {
        self.request = request
        self.sink = sink
    }

    /// Set before the engine is told, so that a cancel which overtakes the start is still found.
    func cancel() { cancelled.store(true, ordering: .releasing) }

    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }
}
