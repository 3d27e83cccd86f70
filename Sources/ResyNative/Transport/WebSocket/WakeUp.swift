internal import LibC

/// Ends another thread's `poll`, or its next one.
final class WakeUp: Sendable {
    /// Readable from a `ring` to the next `clear`.
    let descriptor: CInt
    private let writing: CInt

    /// Nil when the process has no descriptors left.
    init?() {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (descriptor, writing) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(writing)
    }

    /// From any thread. A full pipe wakes as well.
    func ring() {
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }

    func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }

    /// Sleeps until a ring, the socket or the time limit. `socket`: nil for the bell alone.
    func wait(socket: CInt?, reading: Bool, writing: Bool, milliseconds: CInt) {
        var events: CInt = 0
        if reading { events |= CInt(POLLIN) }
        if writing { events |= CInt(POLLOUT) }
        var watched = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        // Asked for nothing, poll would still report a hang-up, over and over.
        if let socket, events != 0 { watched.append(pollfd(fd: socket, events: Int16(events), revents: 0)) }
        _ = poll(&watched, nfds_t(watched.count), milliseconds)
        if watched[0].revents != 0 { clear() }
    }
}
