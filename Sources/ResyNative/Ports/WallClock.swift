package import ResyDomain

/// Where time comes from: the system's clock, or a test's.
package protocol WallClock: Sendable {
    var now: Instant { get }
    /// Returns after that many seconds, at once for zero or less; throws when the task is cancelled.
    func sleep(seconds: Double) async throws
}
