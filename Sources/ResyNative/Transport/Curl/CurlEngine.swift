internal import ResyDomain
internal import Synchronization

/// The HTTP client: libcurl on one thread of its own, over connections that it keeps.
///
/// The thread starts at the first request and holds the engine until `stop()`.
package final class CurlEngine: HTTPClient, Sendable {
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
    }

    private struct Inbox {
        enum State { case idle, running, stopped }
        var state = State.idle
        var commands: [Command] = []
    }

    let options: Options
    /// Nil before the first request: until then nothing of libcurl and OpenSSL is even read into memory.
    private let handle = Lock<MultiHandle?>(nil)
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
        inbox.withLock { $0.state = .stopped }
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

    // MARK: - The way to the thread

    /// Why the command was not taken, or nil: then whoever waits for it is answered.
    private func post(_ command: Command) -> (any Error)? {
        let (isTaken, isFirst) = inbox.withLock { box in
            switch (box.state, command) {
            case (.stopped, _): return (false, false)
            case (.idle, .cancel): return (true, false)  // it has told its order, which the start will ask
            default: break
            }
            box.commands.append(command)
            defer { box.state = .running }
            return (true, box.state == .idle)
        }
        guard isTaken else { return CancellationError() }
        if isFirst, !(makesHandle() && Thread.start(name: "resy-http", { EngineLoop(of: self).run() })) {
            refuseAll()
        }
        wakeUp()
        return nil
    }

    private func makesHandle() -> Bool {
        handle.withLock { existing in
            let multi = existing ?? MultiHandle()
            existing = multi
            return multi.exists
        }
    }

    /// Within the lock, so that nobody but the engine's thread ever lets go of a handle.
    private func wakeUp() { handle.withLock { $0?.wakeUp() } }

    /// The engine thread's.
    var multi: MultiHandle { handle.withLock { $0 } ?? MultiHandle() }

    /// Another one, without any connection, in its place; the same where libcurl gives none. The engine thread's, before it takes
    /// commands: who posted one before has woken the old handle, perhaps.
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
            case .cancel, .importCookies: break
            }
        }
    }

    /// The engine thread's: all that came since the last call, and whether more may come.
    func takeCommands() -> (commands: [Command], isOpen: Bool) {
        inbox.withLock { box in
            defer { box.commands = [] }
            return (box.commands, box.state != .stopped)
        }
    }
}
