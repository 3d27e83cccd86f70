internal import LibC
internal import ResyDomain

/// A lock over processes, on a file of its own; gone when released, dropped, or the process dies.
final class FileLock: Sendable {
    private let file: Lock<Int32?>

    private init(file: Int32) { self.file = Lock(file) }

    deinit { release() }

    func release() {
        guard let file = file.withLock({ $0.take() }) else { return }
        close(file)
    }

    /// Nil where another holds it now.
    static func attempt(_ path: String) throws(FileFault) -> FileLock? {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw Files.fault(path, .locking) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let failed = Files.fault(path, .locking)
            close(file)
            if isHeld { return nil }
            throw failed
        }
        return FileLock(file: file)
    }

    /// Waits its turn without holding a thread; nil when the deadline comes first.
    ///
    /// The kernel offers no event for a lock that becomes free, so this asks again, ever less often.
    static func acquire(_ path: String, until deadline: Instant, clock: any WallClock) async throws -> FileLock? {
        var pause = 0.005
        while true {
            if let lock = try attempt(path) { return lock }
            guard clock.now.adding(pause) < deadline else { return nil }
            try await clock.sleep(seconds: pause)
            pause = min(pause * 1.5, 0.1)
        }
    }
}
