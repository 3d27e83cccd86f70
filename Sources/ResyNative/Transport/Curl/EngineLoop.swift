internal import ResyDomain
internal import CCurl

/// What runs on the engine's thread, and all that only this thread touches.
final class EngineLoop {
    private let engine: CurlEngine
    private var multi: MultiHandle
    private let jar: CookieJar
    private let stock = HandleStock()
    private var active: [UnsafeMutableRawPointer: Transfer] = [:]
    private var started = 0
    /// A request got no answer in its time. Its connection may lead nowhere any more (a machine that slept, a router that forgot),
    /// and libcurl keeps one that several requests can share: each that follows would wait in vain as well.
    private var isDoubtful = false
    /// A transfer has ended whose connection may hold bytes for others, read from the socket already.
    private var leftBytes = false

    init(of engine: CurlEngine) {
        self.engine = engine
        multi = engine.multi
        jar = CookieJar(hosts: engine.options.cookieHosts)
    }

    /// Returns when the engine is stopped.
    func run() {
        while true {
            if isDoubtful, active.isEmpty {
                multi = engine.renewedMulti(after: multi)
                isDoubtful = false
            }
            let (commands, isOpen) = engine.takeCommands()
            for command in commands { obey(command) }
            guard isOpen else { break }
            if !multi.perform() { failAll(with: TransportError.outOfMemory) }
            finishCompleted()
            endOverdue()
            wakeOthers()
            if !multi.poll(milliseconds: active.values.map(\.deadline).min()?.millisecondsLeft ?? 60_000) {
                // Without a wait this thread would spin.
                failAll(with: TransportError.outOfMemory)
                engine.stop()
            }
        }
        failAll(with: CancellationError())
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
        case .importCookies(let lines):
            jar.add(lines)
        case .exportCookies(let continuation):
            continuation.resume(returning: jar.lines)
        }
    }

    private func start(_ order: Order, _ continuation: CheckedContinuation<HTTPHead, any Error>) {
        started += 1
        let transfer: Transfer
        do throws(TransportError) {
            transfer = try Transfer(
                order, number: started, engine: engine, jar: jar, from: stock, isApart: isDoubtful, continuation)
            try multi.add(transfer.easy)
        } catch {
            continuation.resume(throwing: error)
            return
        }
        active[transfer.easy.raw] = transfer
    }

    private func finishCompleted() {
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
        multi.remove(transfer.easy)
        leftBytes = true
        transfer.finish(result)
    }
}
