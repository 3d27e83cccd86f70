internal import LibC
internal import Dispatch
internal import ResyNative

/// Lines in from the client and lines out to it; nothing else in the program writes to the client.
///
/// One thread blocks in `read(2)`, one in `sigwait`. Descriptor flags stay as they are: they are shared with the parent.
final class LineIO: Sendable {
    /// The cap of the TypeScript client's own reader.
    static let lineLimit = 10 << 20

    /// What the client sends, one element for each line; ends at EOF, at SIGTERM or SIGINT, and when nobody reads.
    let lines: AsyncStream<LineSplitter.Line>

    private let input: CInt
    private let output: Outlet
    private let feed: AsyncStream<LineSplitter.Line>.Continuation
    /// Lines that may be out at a time; one that is longer than `shortLine` is out alone. A client cannot fill the memory with
    /// lines that nobody has looked at, and where it sends many, nobody has to wait for each.
    private static let mostOut = 16
    private static let shortLine = 64 << 10
    /// What is left of that.
    private let credit = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    /// Held for a whole line; true while the client still reads.
    private let isOpen = Lock(true)

    init(input: CInt, output: CInt) {
        self.input = input
        self.output = Outlet(descriptor: output)
        (lines, feed) = AsyncStream.makeStream()
        give(Self.mostOut)  // not as its first value: libdispatch traps on a semaphore freed below that
    }

    /// Takes standard input and output for the protocol alone: what else writes to fd 1 comes out on stderr, and what
    /// else reads fd 0 reads nothing.
    static func claimingStandardStreams() -> LineIO {
        signal(SIGPIPE, SIG_IGN)
        // Above 2, so that a stream the parent closed cannot be confused with one of these.
        let input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
        let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        dup2(nothing, STDIN_FILENO)
        if dup2(STDERR_FILENO, STDOUT_FILENO) < 0 { dup2(nothing, STDOUT_FILENO) }
        return LineIO(input: input, output: output)
    }

    // MARK: - In

    /// Starts reading. Call it before other threads exist: SIGTERM and SIGINT are blocked in this thread and all it starts.
    func start() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let awaited = signals
        LineIO.spawn("signals") { [self] in
            var signals = awaited
            var received: CInt = 0
            while sigwait(&signals, &received) == EINTR {}
            stop()
        }
        LineIO.spawn("stdin") { [self] in
            readAll()
            stop()
        }
    }

    /// This one of `lines` is dealt with; others may come.
    func finished(_ line: LineSplitter.Line) { give(Self.cost(of: line)) }

    private func give(_ count: Int) {
        for _ in 0..<count { credit.signal() }
    }

    private static func cost(of line: LineSplitter.Line) -> Int {
        if case .text(let bytes) = line, bytes.count > shortLine { mostOut } else { 1 }
    }

    /// Blocks until no more lines will come.
    func waitForEnd() {
        ended.wait()
    }

    /// Ends `lines`. The reading thread may stay in `read(2)`; it ends with the process.
    func stop() {
        feed.finish()
        ended.signal()
        give(Self.mostOut)
    }

    private func readAll() {
        var splitter = LineSplitter(limit: LineIO.lineLimit)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            if count < 0 && errno == EAGAIN {
                waitForInput()
                continue
            }
            guard count > 0 else { break }
            for line in splitter.append(buffer[..<count]) where !pass(line) { return }
        }
        if let line = splitter.finish() { _ = pass(line) }
    }

    /// False once nobody takes lines any more.
    private func pass(_ line: LineSplitter.Line) -> Bool {
        for _ in 0..<Self.cost(of: line) { credit.wait() }
        if case .terminated = feed.yield(line) { return false }
        return true
    }

    // MARK: - Out

    /// Writes one line whole; `bytes` has no newline of its own. Blocks while the client does not read.
    func write(_ bytes: [UInt8]) {
        let line = bytes + [UInt8(ascii: "\n")]
        isOpen.withLock { isOpen in
            guard isOpen else { return }
            var sent = 0
            while sent < line.count {
                if !output.isReady() { SharedThread.willWait() }
                let count = output.write(line[sent...])
                if count >= 0 {
                    sent += count
                } else if errno == EAGAIN {
                    _ = output.isReady(within: -1)
                } else if errno != EINTR {
                    isOpen = false  // EPIPE: the client has gone, and half a line is no use to anybody
                    return stop()
                }
            }
        }
    }

    private func waitForInput() {
        var watched = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        poll(&watched, 1, -1)
    }

    private static func spawn(_ name: String, _ run: @escaping @Sendable () -> Void) {
        let isRunning = Thread.start(name: name, run)
        precondition(isRunning, "no thread for standard input")
    }
}
