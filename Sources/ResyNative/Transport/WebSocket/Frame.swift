/// One frame of RFC 6455 §5.2, without its mask.
struct Frame: Sendable, Equatable {
    enum Opcode: UInt8, Sendable {
        case continuation = 0, text, binary
        case close = 8, ping, pong

        var isControl: Bool { rawValue >= 8 }
    }

    /// Longest payload of a control frame.
    static let controlLimit = 125

    var opcode: Opcode
    var isFinal = true
    var payload: [UInt8]

    /// A Close frame; a reason that is too long is cut between two characters.
    static func close(_ code: CloseCode?, reason: String = "") -> Frame {
        guard let code else { return Frame(opcode: .close, payload: []) }
        var payload = [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xFF)]
        for character in reason.unicodeScalars {
            let bytes = Array(String(character).utf8)
            guard payload.count + bytes.count <= controlLimit else { break }
            payload += bytes
        }
        return Frame(opcode: .close, payload: payload)
    }
}
