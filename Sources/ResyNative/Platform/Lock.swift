internal import LibC

/// A value behind a POSIX mutex, for the few that threads truly fight over.
///
/// `Synchronization.Mutex` is as correct and cheaper, but ThreadSanitizer does not see its contended path and would
/// report every such hand-over as a race; with this one its silence means something.
///
/// Unchecked because the value is touched by nobody who does not hold the mutex.
package final class Lock<Value>: @unchecked Sendable {
    // `value` is touched only between lock and unlock of a mutex whose address never changes.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var value: Value

    package init(_ value: sending Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        let status = pthread_mutex_init(mutex, nil)
        precondition(status == 0, "a mutex needs only memory")
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    package func withLock<R>(_ work: (inout Value) throws -> R) rethrows -> R {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try work(&value)
    }
}
