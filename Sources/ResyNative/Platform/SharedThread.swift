internal import LibC

/// A thread that several wait for, each of whom it serves a step at a time.
///
/// Whoever is about to wait for somebody else (another process that holds a file, a client that does not read) says so, and
/// another thread serves the others from then on: nobody waits for what is not theirs.
package enum SharedThread {
    private final class Handover {
        let leave: () -> Bool

        init(_ leave: @escaping () -> Bool) { self.leave = leave }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key, nil)
        precondition(status == 0, "a process has a key left at its start")
        return key
    }()

    /// Runs `work` on this thread. `leave` has another thread go on in its place, or answers false: it is called on this one, and
    /// what `work` is doing once it has answered true is the last that it does.
    static func serve(leave: @escaping () -> Bool, _ work: () -> Void) {
        let handover = Handover(leave)
        withExtendedLifetime(handover) {
            pthread_setspecific(key, Unmanaged.passUnretained(handover).toOpaque())
            work()
            pthread_setspecific(key, nil)
        }
    }

    /// What comes now may take as long as somebody else likes. On a thread that serves nobody else this does nothing.
    package static func willWait() {
        guard let raw = pthread_getspecific(key) else { return }
        if Unmanaged<Handover>.fromOpaque(raw).takeUnretainedValue().leave() { pthread_setspecific(key, nil) }
    }
}
