@testable import ResyDomain
import Foundation

/// Runs what blocks on a thread of its own. The tests' pool has as many threads as the machine has cores: two blocked
/// ones, waiting for a program that waits for the simulator in this process, would wait forever.
func blocking<R: Sendable>(_ work: @escaping @Sendable () -> R) async -> R {
    await withCheckedContinuation { continuation in
        Foundation.Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}
