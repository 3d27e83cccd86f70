@testable import ResyDomain
import Foundation

/// A terminal whose person is a test.
final class PseudoTerminal: Sendable {
    private let near: Int32
    /// The program's end.
    let far: Int32

    struct Failure: Error {}

    init() throws {
        near = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // TIOCSPTLCK and TIOCGPTN: macros that Swift does not import, as are the functions around them.
        var (isLocked, number) = (Int32(0), UInt32(0))
        guard near >= 0, ioctl(near, 0x4004_5431, &isLocked) == 0, ioctl(near, 0x8004_5430, &number) == 0 else {
            throw Failure()
        }
        far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard far >= 0 else { throw Failure() }
    }

    deinit { close(near) }

    /// So that the end of the program ends the conversation.
    func closeFar() { close(far) }

    /// What is typed to stop a program.
    static let interrupt = "\u{3}"

    /// All that appeared until the program closed its end. It is not the program's controlling terminal, so Ctrl-C goes to
    /// `process` by hand.
    func converse(_ replies: [(after: String, typed: String)], with process: pid_t) -> String {
        var appeared = ""
        var (next, seen) = (0, appeared.startIndex)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(near, &buffer, buffer.count)
            guard count > 0 else { return appeared }  // EIO: nobody has the other end
            let offset = appeared.distance(from: appeared.startIndex, to: seen)
            appeared += String(decoding: buffer[..<count], as: UTF8.self).replacing("\r\n", with: "\n")
            seen = appeared.index(appeared.startIndex, offsetBy: offset)
            while next < replies.count, let found = appeared[seen...].firstRange(of: replies[next].after) {
                seen = found.upperBound
                let typed = Array(replies[next].typed.utf8)
                if replies[next].typed == Self.interrupt {
                    kill(process, SIGINT)
                } else {
                    _ = write(near, typed, typed.count)
                }
                next += 1
            }
        }
    }
}
