internal import ResyDomain

/// A WebSocket from its URL to its end. Its thread only.
struct WebSocketOpening {
    let address: WebSocketAddress
    let caBundle: String?
    let limits: WebSocketLimits
    let link: WebSocketLink

    /// The connection is gone when this returns.
    func run() -> WebSocketLink.Outcome {
        let deadline = ContinuousClock.now + .seconds(limits.connect)
        do throws(Failure) {
            let connection = try connected(by: deadline)
            let early = try upgrade(connection, by: deadline)
            link.opened()
            return WebSocketLoop(connection, link: link, limits: limits).run(after: early)
        } catch {
            return error.outcome
        }
    }

    private struct Failure: Error {
        let outcome: WebSocketLink.Outcome

        static func failed(_ error: WebSocketError) -> Failure { Failure(outcome: .failed(error)) }
    }

    private func connected(by deadline: ContinuousClock.Instant) throws(Failure) -> ByteConnection {
        do throws(TransportError) {
            let connection = try ByteConnection(
                to: address.url, at: address.target, caBundle: caBundle, limit: limits.connect)
            while try !connection.advance() {
                let left = deadline.millisecondsLeft
                guard left > 0 else { throw .timedOut(sent: false) }
                try connection.waitToAdvance(beside: link.wakeUp.descriptor, milliseconds: left)
                link.wakeUp.clear()
                if link.orders.isAborted { throw .connectionLost(sent: false) }
            }
            return connection
        } catch {
            if link.orders.isAborted { throw Failure(outcome: .aborted) }
            if case .timedOut = error { throw .failed(.timedOut) }
            throw .failed(.unreachable(error))
        }
    }

    /// The bytes that came after the answer.
    private func upgrade(
        _ connection: borrowing ByteConnection, by deadline: ContinuousClock.Instant
    ) throws(Failure) -> ArraySlice<UInt8> {
        var handshake = WebSocketHandshake()
        let request = handshake.request(to: address)
        var written = 0
        while written < request.count {
            switch connection.send(request, from: written) {
            case .moved(let count): written += count
            case .again: try wait(for: connection, writing: true, by: deadline)
            case .ended, .failed: throw .failed(.connectionLost)
            }
        }
        var buffer = [UInt8](repeating: 0, count: WebSocketLoop.chunk)
        while true {
            switch connection.receive(into: &buffer) {
            case .moved(let count):
                do throws(WebSocketError) {
                    if let early = try handshake.read(buffer[..<count]) { return early }
                } catch {
                    throw .failed(error)
                }
            case .again: try wait(for: connection, writing: false, by: deadline)
            case .ended, .failed: throw .failed(.connectionLost)
            }
        }
    }

    private func wait(
        for connection: borrowing ByteConnection, writing: Bool, by deadline: ContinuousClock.Instant
    ) throws(Failure) {
        let left = deadline.millisecondsLeft
        guard left > 0 else { throw .failed(.timedOut) }
        guard let socket = connection.socket else { throw .failed(.connectionLost) }
        link.wakeUp.wait(socket: socket, reading: !writing, writing: writing, milliseconds: left)
        if link.orders.isAborted { throw Failure(outcome: .aborted) }
    }
}

extension ContinuousClock.Instant {
    /// Rounded up, so that a wait of this length is not followed by a run of empty ones; 0 once it is past.
    var millisecondsLeft: CInt {
        let left = ContinuousClock.now.duration(to: self)
        guard left > .zero else { return 0 }
        return CInt(min(left / .milliseconds(1) + 1, 3_600_000))
    }
}
