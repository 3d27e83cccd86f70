internal import LibC

/// A file descriptor that is closed with its last owner.
final class Descriptor: Sendable {
    let number: Int32

    init(owning number: Int32) { self.number = number }

    deinit { close(number) }

    /// Both close by themselves in any other program this one becomes or starts. Nil when there are none left.
    static func pipe() -> (reading: Descriptor, writing: Descriptor)? {
        var ends: [Int32] = [-1, -1]
        guard makePipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    }

    /// Takes whatever is written, and keeps nothing. Nil where there are none left.
    static func nowhere() -> Descriptor? {
        let number = open("/dev/null", O_RDWR | O_CLOEXEC)
        return number < 0 ? nil : Descriptor(owning: number)
    }

    /// Fills the buffer from its start; 0 at the end, and for a fault.
    func read(into buffer: inout [UInt8]) -> Int {
        while true {
            let count = readBytes(number, &buffer)
            if count >= 0 { return count }
            guard errno == EINTR else { return 0 }
        }
    }
}

// Beside methods of the same names.
private func makePipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
private func readBytes(_ number: Int32, _ buffer: inout [UInt8]) -> Int { read(number, &buffer, buffer.count) }
