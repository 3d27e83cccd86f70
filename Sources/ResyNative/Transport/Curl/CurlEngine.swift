internal import Dispatch
internal import ResyDomain
internal import Synchronization

/// The HTTP client: libcurl on one thread of its own, over connections that it keeps.
///
/// The steps of tasks may run on that thread too: then nobody is woken to send a request, or to go on with its answer.
///
/// The thread starts with the first of either and holds the engine until `stop()`.
package final class CurlEngine: HTTPClient, TaskExecutor, Sendable {
    package struct Options: Sendable {
        /// Certificates trusted, and no others; nil for libcurl's own default.
        package var caBundle: String?
        /// The hosts, and all below them, whose cookies are kept.
        package var cookieHosts: [String] = []
        /// Seconds to connect, handshake included.
        package var connectLimit: Double = 10
        /// Seconds without a single byte after which a transfer ends.
        package var stallLimit = 25
        /// Where the trace goes; nil for none.
        package var trace: TraceOutput?
        /// Masks what the trace shows, and is told of each cookie of the jar.
        package var redactor = Redactor()

        package init() {}
    }

    enum Command: Sendable {
        case start(Order, CheckedContinuation<HTTPHead, any Error>)
        case cancel(Order)
        case importCookies([Secret])
        case exportCookies(CheckedContinuation<[Secret], Never>)
        case step(UnownedJob)
    }

    private struct Inbox {
        enum State { case idle, running, stopped }
        var state = State.idle
        var commands: [Command] = []
        /// The thread has nothing to do, and is to be woken.
        var isAwaited = false
    }

    let options: Options
    /// Nil before the first request: until then nothing of libcurl and OpenSSL is even read into memory. Made by the thread.
    private let handle = Lock<MultiHandle?>(nil)
    /// What the thread waits for as long as there is no handle.
    private let bell = DispatchSemaphore(value: 0)
    private let inbox = Lock(Inbox())
    private let revision = Atomic(0)

    package init(_ options: Options = Options()) {
        self.options = options
    }

    /// Throws `CancellationError` also when the engine is stopped.
    package func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
        let order = Order(request, into: sink)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if let refusal = post(.start(order, continuation)) { continuation.resume(throwing: refusal) }
            }
        } onCancel: {
            order.cancel()
            _ = post(.cancel(order))
        }
    }

    /// Ends what is under way with `CancellationError`, then the thread; nothing starts afterwards.
    package func stop() {
        inbox.withLock { box in
            box.state = .stopped
            box.isAwaited = false
        }
        wakeUp()
    }

    // MARK: - Cookies

    /// Adds cookies to the jar, in libcurl's Netscape lines; lines of other hosts are left out.
    package func importCookies(_ lines: [Secret]) {
        options.redactor.register(cookies: lines)
        _ = post(.importCookies(lines))
    }

    /// The jar in the same lines; empty once the engine is stopped.
    package func cookies() async -> [Secret] {
        await withCheckedContinuation { continuation in
            if post(.exportCookies(continuation)) != nil { continuation.resume(returning: []) }
        }
    }

    /// Grows each time an answer sets cookies of the jar: unchanged means that there is nothing new to store.
    package var cookieRevision: Int { revision.load(ordering: .relaxed) }

    func cookiesWereSet() { revision.add(1, ordering: .relaxed) }

    // MARK: - Steps of tasks

    /// Once the engine is stopped, and where the system gives it no thread, steps run where those of other tasks do.
    package func enqueue(_ job: consuming ExecutorJob) {
        let step = UnownedJob(job)
        if post(.step(step)) != nil { globalConcurrentExecutor.enqueue(step) }
    }

    // MARK: - The way to the thread

    /// Why the command was not taken, or nil: then whoever waits for it is answered.
    private func post(_ command: Command) -> (any Error)? {
        let (isTaken, isFirst, isAwaited) = inbox.withLock { box in
            switch (box.state, command) {
            case (.stopped, _): return (false, false, false)
            case (.idle, .cancel): return (true, false, false)  // it has told its order, which the start will ask
            default: break
            }
            box.commands.append(command)
            defer { (box.state, box.isAwaited) = (.running, false) }
            return (true, box.state == .idle, box.isAwaited)
        }
        guard isTaken else { return CancellationError() }
        if isFirst {
            let loop = EngineLoop(of: self)
            if !loop.start() { refuseAll() }
        }
        if isAwaited { wakeUp() }
        return nil
    }

    /// Within the lock, so that nobody but the engine's thread ever lets go of a handle.
    private func wakeUp() {
        handle.withLock { multi in
            if let multi { multi.wakeUp() } else { bell.signal() }
        }
    }

    /// The engine thread's, as all below.
    func makeMulti() -> MultiHandle {
        handle.withLock { existing in
            let multi = existing ?? MultiHandle()
            if multi.exists { existing = multi }
            return multi
        }
    }

    /// Another one, without any connection, in its place; the same where libcurl gives none. While the thread is not awaited:
    /// whoever wakes it then wakes what it sleeps on.
    func renewedMulti(after old: MultiHandle) -> MultiHandle {
        let new = MultiHandle()
        guard new.exists else { return old }
        handle.withLock { $0 = new }
        return new
    }

    /// Without a thread nobody else would answer what was posted since; the next request tries again.
    private func refuseAll() {
        let commands = inbox.withLock { box in
            if box.state == .running { box.state = .idle }
            defer { box.commands = [] }
            return box.commands
        }
        for command in commands {
            switch command {
            case .start(_, let continuation): continuation.resume(throwing: TransportError.outOfMemory)
            case .exportCookies(let continuation): continuation.resume(returning: [])
            case .step(let job): globalConcurrentExecutor.enqueue(job)
            case .cancel, .importCookies: break
            }
        }
    }

    /// All that came since the last call, and whether more may come.
    func takeCommands() -> (commands: [Command], isOpen: Bool) {
        inbox.withLock { box in
            defer { (box.commands, box.isAwaited) = ([], false) }
            return (box.commands, box.state != .stopped)
        }
    }

    /// Whether nothing was posted; where it is waited for that, whoever does so wakes the thread.
    func isIdle(awaiting: Bool) -> Bool {
        inbox.withLock { box in
            let isIdle = box.commands.isEmpty && box.state != .stopped
            box.isAwaited = isIdle && awaiting
            return isIdle
        }
    }

    /// Until something is posted, as long as there is no handle.
    func waitForBell() { bell.wait() }
}
