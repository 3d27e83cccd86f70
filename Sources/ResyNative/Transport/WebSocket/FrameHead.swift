/// What stands before a payload, read a byte at a time and refused as soon as it is wrong.
struct FrameHead {
    private(set) var opcode = Frame.Opcode.continuation
    private(set) var isFinal = false
    private(set) var length = 0
    private var bytes = 0
    /// Bytes of the extended length: 0, 2 or 8.
    private var extended = 0

    /// True once the head is complete.
    mutating func read(_ byte: UInt8) throws(WebSocketError) -> Bool {
        defer { bytes += 1 }
        switch bytes {
        case 0: try readKind(byte)
        case 1: try readLength(byte)
        default: try extendLength(byte)
        }
        return bytes > 0 && bytes == 1 + extended
    }

    private mutating func readKind(_ byte: UInt8) throws(WebSocketError) {
        guard byte & 0x70 == 0 else { throw .malformed("a reserved bit without an extension") }
        guard let opcode = Frame.Opcode(rawValue: byte & 0x0F) else {
            throw .malformed("opcode \(byte & 0x0F), which is reserved")
        }
        self.opcode = opcode
        isFinal = byte & 0x80 != 0
        guard isFinal || !opcode.isControl else { throw .malformed("a control frame in fragments") }
    }

    private mutating func readLength(_ byte: UInt8) throws(WebSocketError) {
        guard byte & 0x80 == 0 else { throw .malformed("a masked frame from the server") }
        switch byte {
        case 126: extended = 2
        case 127: extended = 8
        default: length = Int(byte)
        }
        guard extended == 0 || !opcode.isControl else {
            throw .malformed("a control frame of more than \(Frame.controlLimit) bytes")
        }
    }

    private mutating func extendLength(_ byte: UInt8) throws(WebSocketError) {
        guard bytes > 2 || extended == 2 || byte < 0x80 else { throw .malformed("a length of more than 63 bits") }
        length = length << 8 | Int(byte)
        guard bytes == 1 + extended else { return }
        guard length >= (extended == 2 ? 126 : 65_536) else {
            throw .malformed("a length of \(length) in \(extended) bytes")
        }
    }
}
