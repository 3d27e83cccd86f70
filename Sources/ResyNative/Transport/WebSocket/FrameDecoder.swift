internal import ResyDomain

/// The server's side of a WebSocket: bytes in, in any pieces, events out. Nothing is said after a fault or a Close.
struct FrameDecoder {
    enum Event: Sendable, Equatable {
        case message(WebSocket.Message)
        case ping([UInt8])
        case pong([UInt8])
        /// Nil where the frame gives no code.
        case close(CloseCode?)
        case fault(WebSocketError)
    }

    /// Longest message accepted, in bytes, its fragments together.
    let messageLimit: Int
    private(set) var isOver = false

    private var head = FrameHead()
    /// The head is complete and this many bytes of its payload are still to come.
    private var missing: Int?
    /// The payload of a control frame.
    private var control: [UInt8] = []
    /// The message under way, and whether it is text; nil between messages.
    private var isText: Bool?
    private var message: [UInt8] = []
    private var check = UTF8Check()

    init(messageLimit: Int) {
        self.messageLimit = messageLimit
    }

    mutating func read(_ bytes: ArraySlice<UInt8>) -> [Event] {
        var events: [Event] = []
        do throws(WebSocketError) {
            var rest = bytes
            while !isOver, let event = try next(&rest) { events.append(event) }
        } catch {
            isOver = true
            events.append(.fault(error))
        }
        return events
    }

    /// Nil when the bytes are used up.
    private mutating func next(_ rest: inout ArraySlice<UInt8>) throws(WebSocketError) -> Event? {
        while true {
            if missing == nil {
                guard let byte = rest.popFirst() else { return nil }
                guard try head.read(byte) else { continue }
                try begin()
                missing = head.length
            }
            guard let count = missing else { continue }
            if count > 0 {
                guard !rest.isEmpty else { return nil }
                let piece = rest.prefix(count)
                rest = rest.dropFirst(piece.count)
                missing = count - piece.count
                try take(piece)
                guard missing == 0 else { return nil }
            }
            missing = nil
            defer { head = FrameHead() }
            if let event = try finish() { return event }
        }
    }

    /// Whether a frame may come now, before any of its payload.
    private mutating func begin() throws(WebSocketError) {
        guard !head.opcode.isControl else { return }
        if head.opcode == .continuation {
            guard isText != nil else { throw .malformed("a continuation of nothing") }
        } else {
            guard isText == nil else { throw .malformed("a new message within another") }
            isText = head.opcode == .text
        }
        guard head.length <= messageLimit - message.count else { throw .tooLarge(limit: messageLimit) }
    }

    private mutating func take(_ piece: ArraySlice<UInt8>) throws(WebSocketError) {
        if head.opcode.isControl {
            control += piece
        } else {
            if isText == true, !check.accept(piece) { throw .invalidText }
            message += piece
        }
    }

    private mutating func finish() throws(WebSocketError) -> Event? {
        guard head.opcode.isControl else { return try finishData() }
        let payload = control
        control = []
        switch head.opcode {
        case .ping: return .ping(payload)
        case .pong: return .pong(payload)
        default:
            isOver = true
            return .close(try Self.closeCode(payload))
        }
    }

    private mutating func finishData() throws(WebSocketError) -> Event? {
        guard head.isFinal else { return nil }
        guard check.isComplete else { throw .invalidText }
        let whole: WebSocket.Message = isText == true ? .text(message) : .binary(message)
        isText = nil
        message = []
        return .message(whole)
    }

    private static func closeCode(_ payload: [UInt8]) throws(WebSocketError) -> CloseCode? {
        guard !payload.isEmpty else { return nil }
        guard payload.count >= 2 else { throw .malformed("half a close code") }
        let number = UInt16(payload[0]) << 8 | UInt16(payload[1])
        guard let code = CloseCode(rawValue: number) else { throw .malformed("close code \(number)") }
        guard UTF8Check.isText(Array(payload[2...])) else { throw .invalidText }
        return code
    }
}
