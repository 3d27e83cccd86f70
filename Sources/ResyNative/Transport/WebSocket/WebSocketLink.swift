internal import ResyDomain

/// Between those who use a WebSocket and its thread: what is to be sent, what was received, how it ended.
final class WebSocketLink: Sendable {
    enum Outcome: Sendable {
        /// Closed as it should be.
        case done
        case failed(WebSocketError)
        /// Given up on this side, by a cancelled task or because nobody holds the socket any more.
        case aborted
    }

    /// What the thread is to know before each turn.
    struct Orders: Sendable {
        var isAborted: Bool
        /// The Close frame that was asked for.
        var close: Frame?
        /// Nothing more is to be read for now when false.
        var hasRoom: Bool
        /// All that was received has been taken, and more was asked for.
        var isDrained: Bool
    }

    private enum Phase: Sendable { case opening, open, over(Outcome) }

    private struct State {
        var phase = Phase.opening
        /// It may be over again before anybody asks; what it received is still to be taken.
        var hasOpened = false
        var opener: CheckedContinuation<Void, any Error>?
        var isAborted = false
        var close: Frame?
        var closers: [CheckedContinuation<Void, Never>] = []
        var nextID = 0
        var outbox = Queue<(id: Int, frame: Frame)>()
        var senders: [Int: CheckedContinuation<Void, any Error>] = [:]
        var inbox = Queue<WebSocket.Message>()
        var inboxBytes = 0
        var receivers: [(id: Int, continuation: CheckedContinuation<WebSocket.Message?, any Error>)] = []
        var isEnding = false
        var isDrained = false
    }

    let wakeUp: WakeUp
    private let queueLimit: Int
    private let state = Lock(State())

    init(queueLimit: Int) throws(WebSocketError) {
        guard let wakeUp = WakeUp() else { throw .unreachable(.outOfMemory) }
        self.wakeUp = wakeUp
        self.queueLimit = queueLimit
    }

    /// Counted so that many tiny messages fill the queue as well.
    private static func cost(_ message: WebSocket.Message) -> Int { message.bytes.count + 64 }

    // MARK: - Callers

    /// Returns when the thread has the socket open.
    func awaitOpening() async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let known: Result<Void, any Error>? = state.withLock { state in
                    switch state.phase {
                    case .open: return .success(())
                    case .over where state.hasOpened: return .success(())
                    case .over(.failed(let error)): return .failure(error)
                    case .over: return .failure(CancellationError())
                    case .opening:
                        state.opener = continuation
                        return nil
                    }
                }
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            abort()
        }
    }

    /// Returns when the last byte of the frame is the kernel's.
    func send(_ frame: Frame) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let refusal: (any Error)? = state.withLock { state in
                    // Asked under the lock: a cancel after this finds the frame in the queue.
                    if Task.isCancelled { return CancellationError() }
                    guard case .open = state.phase, state.close == nil else { return WebSocketError.notOpen }
                    state.outbox.append((id, frame))
                    state.senders[id] = continuation
                    return nil
                }
                if let refusal { continuation.resume(throwing: refusal) } else { wakeUp.ring() }
            }
        } onCancel: {
            // A frame that has begun is written to its end; only the waiting stops.
            let sender = state.withLock { state in
                state.outbox.remove { $0.id == id }
                return state.senders.removeValue(forKey: id)
            }
            sender?.resume(throwing: CancellationError())
        }
    }

    /// The next message; nil when the socket was closed as it should be.
    func receive() async throws -> WebSocket.Message? {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Receiver) in
                let known = state.withLock { state -> Result<WebSocket.Message?, any Error>? in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if let message = state.inbox.popFirst() {
                        state.inboxBytes -= Self.cost(message)
                        return .success(message)
                    }
                    if case .over(let outcome) = state.phase { return outcome.received }
                    state.receivers.append((id, continuation))
                    if state.isEnding { state.isDrained = true }
                    return nil
                }
                wakeUp.ring()  // there is room again, or the queue is drained
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            let receiver = state.withLock { state -> Receiver? in
                guard let place = state.receivers.firstIndex(where: { $0.id == id }) else { return nil }
                return state.receivers.remove(at: place).continuation
            }
            receiver?.resume(throwing: CancellationError())
        }
    }

    private typealias Receiver = CheckedContinuation<WebSocket.Message?, any Error>

    /// Returns when the thread has let go of the connection; a cancelled task does not wait for the other side.
    func close(_ frame: Frame) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isOver = state.withLock { state in
                    if case .over = state.phase { return true }
                    if state.close == nil { state.close = frame }
                    state.closers.append(continuation)
                    return false
                }
                if isOver { continuation.resume() } else { wakeUp.ring() }
            }
        } onCancel: {
            abort()
        }
    }

    /// Ends the thread without another word to the other side.
    func abort() {
        state.withLock { $0.isAborted = true }
        wakeUp.ring()
    }

    // MARK: - The thread

    var orders: Orders {
        state.withLock { state in
            Orders(
                isAborted: state.isAborted, close: state.close, hasRoom: state.inboxBytes < queueLimit,
                isDrained: state.isDrained)
        }
    }

    func opened() {
        let opener = state.withLock { state in
            (state.phase, state.hasOpened) = (.open, true)
            return state.opener.take()
        }
        opener?.resume()
    }

    func nextFrame() -> (id: Int, frame: Frame)? {
        state.withLock { $0.outbox.popFirst() }
    }

    func sent(_ id: Int) {
        state.withLock { $0.senders.removeValue(forKey: id) }?.resume()
    }

    func deliver(_ message: WebSocket.Message) {
        let receiver = state.withLock { state -> Receiver? in
            guard state.receivers.isEmpty else { return state.receivers.removeFirst().continuation }
            state.inbox.append(message)
            state.inboxBytes += Self.cost(message)
            return nil
        }
        receiver?.resume(returning: message)
    }

    /// No message comes after those delivered; `isDrained` tells when they have been dealt with.
    func beginEnding() {
        state.withLock { state in
            state.isEnding = true
            if state.inbox.isEmpty, !state.receivers.isEmpty { state.isDrained = true }
        }
    }

    /// Called once, when the connection is gone. What was received stays to be taken.
    func finish(_ outcome: Outcome) {
        let old = state.withLock { state in
            let old = state
            state.phase = .over(outcome)
            state.opener = nil
            state.closers = []
            state.outbox = Queue()
            state.senders = [:]
            state.receivers = []
            return old
        }
        old.opener?.resume(throwing: outcome.error ?? CancellationError())
        for sender in old.senders.values { sender.resume(throwing: outcome.error ?? WebSocketError.notOpen) }
        for receiver in old.receivers { receiver.continuation.resume(with: outcome.received) }
        for closer in old.closers { closer.resume() }
    }
}

extension WebSocketLink.Outcome {
    fileprivate var error: (any Error)? {
        switch self {
        case .done: nil
        case .failed(let error): error
        case .aborted: CancellationError()
        }
    }

    /// What there is to receive once all messages have been taken.
    fileprivate var received: Result<WebSocket.Message?, any Error> {
        error.map { .failure($0) } ?? .success(nil)
    }
}
