import Foundation
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A clock that starts where the test says and never makes it wait: a pause of any length moves the clock, and the
/// simulated Resy's with it.
final class StageClock: WallClock {
    private let started = Date()
    private let start: Double
    private let offset = Lock(0.0)
    private let total = Lock(0.0)
    private let sandbox: Sandbox?
    private let errand = Lock<(@Sendable () async throws -> Void)?>(nil)

    init(start: Double, sandbox: Sandbox? = nil) {
        self.start = start
        self.sandbox = sandbox
    }

    var now: Instant {
        Instant(seconds: start + Date().timeIntervalSince(started) + offset.withLock { $0 })
    }

    /// Seconds that were slept away.
    var slept: Double { total.withLock { $0 } }

    func sleep(seconds: Double) async throws {
        try Task.checkCancellation()
        guard seconds > 0 else { return }
        // Waits for another holder of a lock must let that one work.
        guard seconds > 0.2 else {
            try await Task.sleep(for: .seconds(min(seconds, 0.02)))
            return
        }
        total.withLock { $0 += seconds }
        let errand = errand.withLock { errand in
            defer { errand = nil }
            return errand
        }
        try await errand?()
        await advance(seconds)
    }

    /// What happens elsewhere while the program next waits.
    func whileAsleep(_ errand: @escaping @Sendable () async throws -> Void) { self.errand.withLock { $0 = errand } }

    /// Moves this clock and Resy's.
    func advance(_ seconds: Double) async {
        offset.withLock { $0 += seconds }
        await sandbox?.advance(seconds: seconds)
    }

    /// Moves this clock alone: it is wrong from then on.
    func skew(_ seconds: Double) { offset.withLock { $0 += seconds } }
}
