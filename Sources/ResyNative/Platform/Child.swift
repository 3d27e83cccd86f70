internal import LibC

/// A running program that leads a process group of its own: when the leader ends, so does the rest of its group.
///
/// It reads nothing, what it writes goes to `onOutput` on a thread of its own, and another thread waits for its end.
final class Child: Sendable {
    /// Of the process and of its group.
    let number: Int32
    /// The leader has ended and is reaped.
    let end = Outcome<Void>()
    /// Nobody holds its output any more: the last process of the group is gone.
    let silence = Outcome<Void>()

    private let isReaped = Lock(false)
    private let lifeline: Lock<[Descriptor]>

    /// With `hasLifeline`, the child's descriptor 3 ends, and its 4 breaks, when we let go of it or are gone, however
    /// we went.
    init(
        _ path: String, arguments: [String], environment: [String: String], hasLifeline: Bool,
        onOutput: @escaping @Sendable (ArraySlice<UInt8>) -> Void
    ) throws(SpawnFault) {
        guard let output = Descriptor.pipe(), let to = Descriptor.pipe(), let from = Descriptor.pipe() else {
            throw SpawnFault(path, code: EMFILE)
        }
        var descriptors: [(there: Int32, ours: Int32)] = [(1, output.writing.number), (2, output.writing.number)]
        if hasLifeline { descriptors += [(3, to.reading.number), (4, from.writing.number)] }
        number = try Spawning(path: path, arguments: arguments, environment: environment, descriptors: descriptors)
            .start()
        lifeline = Lock(hasLifeline ? [to.writing, from.reading] : [])
        let (reading, silence) = (output.reading, silence)
        let isRead = Thread.start(name: "resy-child-out") {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while case let count = reading.read(into: &buffer), count > 0 { onOutput(buffer[..<count]) }
            silence.settle(())
        }
        if !isRead { silence.settle(()) }
        if !Thread.start(name: "resy-child-end", { [self] in reap() }) {
            kill()
            reap()
        }
    }

    /// Ends the lifeline.
    func letGo() {
        lifeline.withLock { $0 = [] }
    }

    /// To the whole group; nothing once the leader has ended.
    func terminate() { send(SIGTERM) }
    func kill() { send(SIGKILL) }

    private func send(_ signal: Int32) {
        // Under the lock: until it is reaped nobody else can have its number.
        isReaped.withLock { isReaped in
            if !isReaped { sendToGroup(signal, number) }
        }
    }

    private func reap() {
        // Looked at without being reaped: its number, and so its group, are still its own for the last signal.
        var facts = siginfo_t()
        while waitid(P_PID, id_t(number), &facts, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        isReaped.withLock { isReaped in
            sendToGroup(SIGKILL, number)
            var status: Int32 = 0
            while waitpid(number, &status, 0) < 0, errno == EINTR {}
            isReaped = true
        }
        end.settle(())
    }
}

// Beside a method of the same name.
private func sendToGroup(_ signal: Int32, _ number: Int32) { kill(-number, signal) }
