internal import ResyDomain

/// A conversation with a browser over the DevTools protocol. What is said on it is never logged: it holds passwords.
package final class CDPConnection: Sendable {
    /// Events of the browser and of all its sessions, in order, until the browser is gone. One taker.
    let events: AsyncStream<CDPEvent>

    private let socket: WebSocket
    private let calls = CDPCalls()
    private let clock: any WallClock
    private let reading: Task<Void, Never>

    /// Throws `WebSocketError` or `CancellationError`.
    static func connect(_ url: String, clock: any WallClock) async throws -> CDPConnection {
        CDPConnection(try await WebSocket.connect(url), clock: clock)
    }

    private init(_ socket: WebSocket, clock: any WallClock) {
        self.socket = socket
        self.clock = clock
        let (events, sink) = AsyncStream.makeStream(of: CDPEvent.self)
        self.events = events
        // Ends with the socket, which `close` and `deinit` end.
        reading = Task { [calls] in
            do {
                for try await message in socket.messages { Self.take(message.bytes, calls, sink) }
            } catch {
                // However it ended, nothing more can be said.
            }
            calls.end(.ended)
            sink.finish()
        }
    }

    deinit { reading.cancel() }

    /// The result of a method. `limit`: seconds until `BrowserError.timedOut`.
    ///
    /// Throws `BrowserError`, or `CancellationError` when the task is cancelled; an answer that comes later is dropped.
    func call(
        _ method: String, _ params: JSON = .object([]), session: String? = nil, limit: Double = 10
    ) async throws -> JSON {
        let call = try calls.open(method, session: session)
        defer { calls.forget(call) }
        var message: [(String, JSON)] = [
            ("id", .integer(call.id)), ("method", .string(method)), ("params", params),
        ]
        if let session { message.append(("sessionId", .string(session))) }
        let bytes = JSON.object(message).compactBytes
        let answer = try await clock.limit(limit) { [socket] in
            do {
                try await socket.send(text: bytes)
            } catch is WebSocketError {
                throw BrowserError.ended
            }
            return try await call.answer.value()
        }
        guard let answer else { throw BrowserError.timedOut(method: method) }
        return try answer.get()
    }

    /// No call of that session is answered any more.
    func lose(session: String, _ error: BrowserError) {
        calls.lose(session: session, error)
    }

    /// Calls without an answer fail.
    func close() async {
        calls.end(.ended)
        await socket.close()
        await reading.value
    }

    private static func take(_ bytes: [UInt8], _ calls: CDPCalls, _ sink: AsyncStream<CDPEvent>.Continuation) {
        switch CDPMessage(bytes) {
        case .answer(let id, let result): calls.settle(id) { _ in .success(result) }
        case .refusal(let id, let code, let message):
            calls.settle(id) { .failure(BrowserError(refusing: $0.method, code: code, message: message)) }
        case .event(let event): sink.yield(event)
        case .garbled(let id?): calls.settle(id) { .failure(.garbled(method: $0.method)) }
        case .garbled(nil): break  // an event that nobody can read is no reason to end
        }
    }
}
