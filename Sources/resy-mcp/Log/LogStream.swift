internal import LibC
internal import ResyNative

/// Where lines of the log go, a whole line at a time. A log that nobody reads holds up nobody: what is not taken within a second is
/// left out, and once there is room again it is said how much.
final class LogStream: Sendable {
    static let standardError = LogStream(STDERR_FILENO)

    private let outlet: Outlet
    private let patience: CInt
    private struct Backlog {
        /// Lines left out since the last one that was taken.
        var lines = 0
        /// Some of the first of them was taken.
        var isBrokenOff = false

        var told: String {
            guard lines > 0 else { return "" }
            return "\(isBrokenOff ? "\n" : "")(\(lines) line\(lines == 1 ? "" : "s") that nobody read left out)\n"
        }
    }

    /// Held for a whole line, so that those of several threads do not mix.
    private let backlog = Lock(Backlog())

    /// `patience`: in milliseconds.
    init(_ descriptor: CInt, patience: CInt = 1000) {
        (outlet, self.patience) = (Outlet(descriptor: descriptor), patience)
    }

    /// With its newline; an error has nowhere to go.
    func write(_ line: [UInt8]) {
        backlog.withLock { backlog in
            let text = Array(backlog.told.utf8) + line
            // Who has not read for a second is not waited for again.
            let left = put(text, within: backlog.lines == 0 ? patience : 0)
            if left == 0 {
                backlog = Backlog()
            } else {
                backlog.lines += 1
                if left < text.count { backlog.isBrokenOff = true }
            }
        }
    }

    /// How much of it was not taken.
    private func put(_ text: [UInt8], within milliseconds: CInt) -> Int {
        var rest = text[...]
        while !rest.isEmpty {
            guard isReady(within: milliseconds) else { return rest.count }
            let count = outlet.write(rest)
            guard count > 0 || errno == EINTR || errno == EAGAIN else { return 0 }
            rest = rest.dropFirst(max(0, count))
        }
        return 0
    }

    private func isReady(within milliseconds: CInt) -> Bool {
        if outlet.isReady() { return true }
        guard milliseconds > 0 else { return false }
        SharedThread.willWait()
        return outlet.isReady(within: milliseconds)
    }
}
