internal import ResyDomain
internal import CCurl

/// What runs on the engine's thread, and all that only this thread touches.
///
/// Unchecked because one thread at a time runs it: another takes over where the one would wait for somebody else.
final class EngineLoop: @unchecked Sendable {
    /// Steps of tasks in a row before transfers have their turn.
    private static let mostInARow = 100

    /// One thread's time with the loop.
    private final class Turn {
        var isOver = false
    }

    private let engine: CurlEngine
    /// Nil before the first request or cookie, as the jar: see `prepare`.
    private var multi: MultiHandle?
    private lazy var jar = CookieJar(hosts: engine.options.cookieHosts)
    private let stock = HandleStock()
    /// Taken and not obeyed yet, the next one last.
    private var commands: [CurlEngine.Command] = []
    /// Steps that nobody waits for: they have their turn where all else would wait.
    private var later: [UnownedJob] = []
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    private var started = 0
    /// libcurl is at work: nobody else may have the loop.
    private var isMoving = false
    /// A request got no answer in its time. Its connection may lead nowhere any more (a machine that slept, a router that forgot),
    /// and libcurl keeps one that several requests can share: each that follows would wait in vain as well.
    private var isDoubtful = false
    /// A transfer has ended whose connection may hold bytes for others, read from the socket already.
    private var leftBytes = false

    init(of engine: CurlEngine) {
        self.engine = engine
    }

    /// On a thread of its own, until the engine is stopped; false when the system gives none.
    func start() -> Bool {
        Thread.start(name: "resy-http") { [self] in
            let turn = Turn()
            SharedThread.serve(leave: { [self] in leave(turn) }) { run(turn) }
        }
    }

    /// Another thread goes on from the next command; where there is none, the others wait.
    private func leave(_ turn: Turn) -> Bool {
        guard !isMoving, start() else { return false }
        turn.isOver = true
        return true
    }

    private func run(_ turn: Turn) {
        while true {
            if isDoubtful, active.isEmpty, let multi {
                self.multi = engine.renewedMulti(after: multi)
                isDoubtful = false
            }
            let isOpen = obeyAll(turn)
            if turn.isOver { return }
            guard isOpen else { break }
            moveTransfers()
            guard commands.isEmpty, engine.isIdle(awaiting: later.isEmpty) else { continue }
            if later.isEmpty { wait() } else { run(later.remove(at: 0)) }
            if turn.isOver { return }
        }
        failAll(with: CancellationError())
        for step in later { globalConcurrentExecutor.enqueue(step) }
    }

    /// Whether more may come; nothing counts once the turn is over.
    private func obeyAll(_ turn: Turn) -> Bool {
        for _ in 0..<Self.mostInARow {
            if commands.isEmpty {
                let (new, isOpen) = engine.takeCommands()
                guard !new.isEmpty else { return isOpen }
                commands = new.reversed()
            }
            if let command = commands.popLast() { obey(command) }
            if turn.isOver { break }
        }
        return true
    }

    private func moveTransfers() {
        guard let multi, !active.isEmpty else { return }
        if !move(multi.perform) { failAll(with: TransportError.outOfMemory) }
        finishCompleted(multi)
        endOverdue()
        wakeOthers()
    }

    private func move(_ transfers: () -> Bool) -> Bool {
        isMoving = true
        defer { isMoving = false }
        return transfers()
    }

    private func wait() {
        guard let multi else { return engine.waitForBell() }
        guard !multi.poll(milliseconds: active.values.map(\.deadline).min()?.millisecondsLeft ?? 60_000) else { return }
        // Without a wait this thread would spin.
        failAll(with: TransportError.outOfMemory)
        engine.stop()
    }

    private func obey(_ command: CurlEngine.Command) {
        switch command {
        case .start(let order, let continuation) where order.isCancelled:
            continuation.resume(throwing: CancellationError())
        case .start(let order, let continuation):
            start(order, continuation)
        case .cancel(let order):
            guard let transfer = active.values.first(where: { $0.order === order }) else { return }
            if transfer.isSilent { isDoubtful = true }
            end(transfer, .failure(CancellationError()))
        case .step(let step) where step.priority.rawValue < TaskPriority.medium.rawValue: later.append(step)
        case .step(let step): run(step)
        case .importCookies(let lines):
            _ = prepare()
            jar.add(lines)
        case .exportCookies(let continuation):
            _ = prepare()
            continuation.resume(returning: jar.lines)
        }
    }

    private func run(_ step: UnownedJob) { step.runSynchronously(on: engine.asUnownedTaskExecutor()) }

    private func start(_ order: Order, _ continuation: CheckedContinuation<HTTPHead, any Error>) {
        started += 1
        let multi = prepare()
        guard multi.exists else { return continuation.resume(throwing: TransportError.outOfMemory) }
        let transfer: Transfer
        do throws(TransportError) {
            transfer = try Transfer(
                order, number: started, engine: engine, jar: jar, from: stock, sockets: multi.sockets,
                isApart: isDoubtful, continuation)
            try multi.add(transfer.easy)
        } catch {
            continuation.resume(throwing: error)
            return
        }
        active[transfer.easy.raw] = transfer
        // At once: what follows here may take longer than the way to the other end. Should it fail, it does so again.
        _ = move { multi.sockets.together(multi.perform) }
    }

    /// libcurl's own set-up comes before anything of its.
    private func prepare() -> MultiHandle {
        if let multi { return multi }
        let made = engine.makeMulti()
        if made.exists { multi = made }
        return made
    }

    private func finishCompleted(_ multi: MultiHandle) {
        while let (easy, code) = multi.nextCompleted() {
            guard let transfer = active[easy] else { continue }
            let result = transfer.result(code)
            // It may be that the machine is elsewhere by now, and knows other name servers.
            if case .failure(let error) = result {
                stock.removeAll()
                if case .timedOut? = error as? TransportError { isDoubtful = true }
            }
            end(transfer, result)
        }
    }

    /// The whole of a request is timed here and not by libcurl: while one request waits to share the connection of
    /// another, 7.88 may lose sight of it when that breaks, and of its time limit too.
    private func endOverdue() {
        let now = ContinuousClock.now
        for transfer in active.values.filter({ $0.deadline <= now }) {
            stock.removeAll()
            isDoubtful = true
            end(transfer, .failure(transfer.overdue))
        }
    }

    /// libcurl 7.88 puts what comes for several requests of a connection into one buffer, and forgets the rest of it when
    /// the request whose turn it is ends there: the others would wait for a socket that has nothing more to say.
    private func wakeOthers() {
        guard leftBytes else { return }
        leftBytes = false
        for transfer in active.values { transfer.easy.readAnew() }
    }

    private func failAll(with error: any Error) {
        for transfer in Array(active.values) { end(transfer, .failure(error)) }
    }

    /// Out of libcurl first: nothing reaches the sink once the caller goes on.
    private func end(_ transfer: Transfer, _ result: Result<HTTPHead, any Error>) {
        active[transfer.easy.raw] = nil
        multi?.remove(transfer.easy)
        leftBytes = true
        transfer.finish(result)
    }
}
