internal import ResyDomain

/// An open WebSocket on its thread: sleeps in `poll` whenever there is nothing to do.
///
/// What came before a Close or a fault is the caller's first: the socket stays open, unread, until that was taken
/// and more is asked for, so that an answer to it can still be sent.
final class WebSocketLoop {
    /// Bytes read at a time.
    static let chunk = 64 << 10
    /// Pongs not yet written; RFC 6455 §5.5.3 lets older ones go.
    private static let pongLimit = 64

    private enum Stage {
        case open
        /// Nothing more is read; then this is sent.
        case draining(Frame)
        /// This is sent after all that is queued.
        case closing(Frame)
        /// Our Close is out: only the other side's end is awaited.
        case closed
    }

    private let connection: ByteConnection
    private let link: WebSocketLink
    private let limits: WebSocketLimits
    private var decoder: FrameDecoder
    private var stage = Stage.open
    /// How it ends once it is closed.
    private var outcome = WebSocketLink.Outcome.done
    private var deadline: ContinuousClock.Instant?

    private var buffer = [UInt8](repeating: 0, count: WebSocketLoop.chunk)
    private var outgoing: [UInt8] = []
    private var written = 0
    /// Whose frame is being written, if a caller's.
    private var sender: Int?
    private var pongs: [[UInt8]] = []
    private var canWrite = true

    init(_ connection: consuming ByteConnection, link: WebSocketLink, limits: WebSocketLimits) {
        self.connection = connection
        self.link = link
        self.limits = limits
        decoder = FrameDecoder(messageLimit: limits.messageBytes)
    }

    /// `early`: what was read together with the handshake's answer.
    func run(after early: ArraySlice<UInt8>) -> WebSocketLink.Outcome {
        obey(decoder.read(early))
        while true {
            let orders = link.orders
            if orders.isAborted { return .aborted }
            follow(orders)
            let isBlocked = write()
            let wants = wantsToRead(link.orders)
            let reading = wants ? read() : .again
            if reading == .ended { return end }
            if reading == .moved { continue }
            var milliseconds: CInt = -1
            if let deadline {
                milliseconds = deadline.millisecondsLeft
                if milliseconds == 0 {
                    guard case .draining(let frame) = stage else { return outcome }
                    close(with: frame)
                    continue
                }
            }
            guard let socket = connection.socket else { return end }
            link.wakeUp.wait(socket: socket, reading: wants, writing: isBlocked, milliseconds: milliseconds)
        }
    }

    /// The outcome when the connection ends here.
    private var end: WebSocketLink.Outcome {
        if case .open = stage { .failed(.connectionLost) } else { outcome }
    }

    // MARK: - Closing

    private func follow(_ orders: WebSocketLink.Orders) {
        switch stage {
        case .open:
            if let frame = orders.close { close(with: frame) }
        case .draining(let frame):
            if orders.isDrained || orders.close != nil { close(with: frame) }
        case .closing, .closed: break
        }
    }

    private func close(with frame: Frame) {
        stage = .closing(frame)
        deadline = .now + .seconds(limits.close)
    }

    private func drain(then frame: Frame, _ outcome: WebSocketLink.Outcome) {
        guard case .open = stage else { return }
        self.outcome = outcome
        stage = .draining(frame)
        deadline = .now + .seconds(limits.close)
        link.beginEnding()
    }

    // MARK: - Writing

    /// Writes what there is; true when the kernel takes no more for now.
    private func write() -> Bool {
        while canWrite {
            if written == outgoing.count, !encodeNext() { return false }
            switch connection.send(outgoing, from: written) {
            case .moved(let count):
                written += count
                if written == outgoing.count { wrote() }
            case .again: return true
            case .ended, .failed:
                // What the other side said last may still be there to read.
                canWrite = false
                if case .closing = stage { stage = .closed }
            }
        }
        return false
    }

    private func wrote() {
        outgoing = []
        written = 0
        if let sender { link.sent(sender) }
        sender = nil
    }

    private func encodeNext() -> Bool {
        if case .closed = stage { return false }
        if !pongs.isEmpty {
            outgoing = FrameEncoder.encode(Frame(opcode: .pong, payload: pongs.removeFirst()))
        } else if let (id, frame) = link.nextFrame() {
            sender = id
            outgoing = FrameEncoder.encode(frame)
        } else if case .closing(let frame) = stage {
            stage = .closed
            outgoing = FrameEncoder.encode(frame)
        } else {
            return false
        }
        written = 0
        return true
    }

    // MARK: - Reading

    private enum Reading { case moved, again, ended }

    private func wantsToRead(_ orders: WebSocketLink.Orders) -> Bool {
        switch stage {
        case .open: orders.hasRoom
        case .draining: false
        case .closing, .closed: true
        }
    }

    /// One chunk, so that a stream without end leaves turns for all else.
    private func read() -> Reading {
        switch connection.receive(into: &buffer) {
        case .moved(let count):
            obey(decoder.read(buffer[..<count]))
            return .moved
        case .again: return .again
        case .ended, .failed: return .ended
        }
    }

    private func obey(_ events: [FrameDecoder.Event]) {
        for event in events {
            switch event {
            case .message(let message):
                if case .open = stage { link.deliver(message) }
            case .ping(let payload):
                pongs.append(payload)
                if pongs.count > Self.pongLimit { pongs.removeFirst() }
            case .pong: break
            case .close(let code):
                let isUsual = code == nil || code == .normal || code == .goingAway
                let outcome: WebSocketLink.Outcome =
                    if isUsual { .done } else if let code { .failed(.closed(code)) } else { .done }
                drain(then: .close(code), outcome)
            case .fault(let error):
                drain(then: .close(error.closeCode), .failed(error))
            }
        }
    }
}
