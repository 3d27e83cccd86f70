internal import Foundation

/// A value behind a lock that ThreadSanitizer understands; it reports the contended path of `Mutex` as a race.
final class Guarded<Value>: @unchecked Sendable {
    // `value` is touched only while `lock` is held.
    private let lock = NSLock()
    private var value: Value

    init(_ value: sending Value) { self.value = value }

    func withLock<R>(_ work: (inout Value) throws -> R) rethrows -> R {
        lock.lock()
        defer { lock.unlock() }
        return try work(&value)
    }
}
