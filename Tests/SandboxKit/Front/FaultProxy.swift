internal import Foundation

/// Takes the connections and spoils bytes: what the simulator asks for per answer, and whole connections.
///
/// One thread accepts, one serves each connection; all end with `stop()`.
package final class FaultProxy: Sendable {
    /// What happens to a whole connection.
    package enum Mode: String, Sendable, Codable {
        /// Passed on.
        case open
        /// No listener: connecting fails.
        case refuse
        /// Accepted, then reset.
        case reset
        /// Accepted, then silence.
        case stall
        /// Accepted, then bytes that are not HTTP.
        case garbage
        /// Accepted and closed in order.
        case close
    }

    private struct State {
        var mode = Mode.open
        var port: UInt16 = 0
        var answering: Answering = { _ in .serverErrorText }
        var listener: CInt?
        /// Keeps the port while connections are refused.
        var held: CInt?
        var open: Set<CInt> = []
        var isStopped = false
    }

    private let state = Guarded(State())
    private let traffic: Traffic

    init(traffic: Traffic = Traffic()) { self.traffic = traffic }

    var port: UInt16 { state.withLock { $0.port } }
    var connectionCount: Int { state.withLock { $0.open.count } }

    func start(port: UInt16, answering: @escaping Answering) throws {
        state.withLock { state in
            state.answering = answering
            state.port = port
        }
        try listen()
    }

    private func listen() throws {
        let (descriptor, port): (CInt, UInt16)
        if let held = state.withLock({ $0.held.take() }) {
            try LoopbackSocket.listen(on: held)
            (descriptor, port) = (held, self.port)
        } else {
            (descriptor, port) = try LoopbackSocket.listen(port: self.port)
        }
        state.withLock {
            $0.listener = descriptor
            $0.port = port
        }
        Thread.detachNewThread { [self] in
            while let client = LoopbackSocket.accept(descriptor) { serve(client) }
            LoopbackSocket.close(descriptor)
        }
    }

    /// From the next connection on, and for the next answers on those that are open.
    package func setMode(_ mode: Mode) throws {
        let (old, listener) = state.withLock { state in
            let old = state.mode
            state.mode = mode
            guard mode == .refuse, old != .refuse else { return (old, nil as CInt?) }
            let listener = state.listener
            state.listener = nil
            return (old, listener)
        }
        if let listener {
            LoopbackSocket.shutdownBoth(listener)
            closeConnections()
            // Kept, so that no other server of the same run can be given the port meanwhile.
            let held = try LoopbackSocket.hold(port: port).descriptor
            state.withLock { $0.held = held }
        }
        if old == .refuse && mode != .refuse { try listen() }
    }

    /// Cuts all connections that are open now.
    package func closeConnections() {
        state.withLock { state in
            for descriptor in state.open { LoopbackSocket.shutdownBoth(descriptor) }
        }
    }

    func stop() {
        if let held = state.withLock({ $0.held.take() }) { LoopbackSocket.close(held) }
        let listener = state.withLock { state in
            state.isStopped = true
            defer { state.listener = nil }
            return state.listener
        }
        if let listener { LoopbackSocket.shutdownBoth(listener) }
        closeConnections()
    }

    private func serve(_ client: CInt) {
        let (mode, answering, isStopped) = state.withLock { state in
            state.open.insert(client)
            return (state.mode, state.answering, state.isStopped)
        }
        guard !isStopped else { return finish(client) }
        Thread.detachNewThread { [self] in
            switch mode {
            case .open, .refuse:
                Connection(client: client, answering: answering, traffic: traffic).run {
                    self.state.withLock { $0.mode }
                }
            case .reset: LoopbackSocket.setReset(client)
            case .stall: LoopbackSocket.wait(client, milliseconds: 600_000)
            case .garbage: LoopbackSocket.write(client, Connection.garbage)
            case .close: break
            }
            finish(client)
        }
    }

    private func finish(_ client: CInt) {
        // Removed and closed under one lock: the number must not be shut down once it is somebody else's.
        state.withLock { state in
            state.open.remove(client)
            LoopbackSocket.close(client)
        }
    }
}
