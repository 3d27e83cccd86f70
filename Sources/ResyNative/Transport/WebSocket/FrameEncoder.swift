/// The client's side of a WebSocket: each frame masked with a key of its own, its length in the shortest form.
enum FrameEncoder {
    static func encode(_ frame: Frame) -> [UInt8] {
        encode(frame, key: RandomBytes.make(4))
    }

    /// `key`: four bytes that nobody can foresee, so that a page cannot choose what proxies see (RFC 6455 §10.3).
    static func encode(_ frame: Frame, key: [UInt8]) -> [UInt8] {
        precondition(key.count == 4)
        let count = frame.payload.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 14)
        bytes.append((frame.isFinal ? 0x80 : 0) | frame.opcode.rawValue)
        switch count {
        case ...125: bytes.append(0x80 | UInt8(count))
        case ...0xFFFF:
            bytes.append(0x80 | 126)
            for place in 0..<2 { bytes.append(UInt8(truncatingIfNeeded: count >> (8 - 8 * place))) }
        default:
            bytes.append(0x80 | 127)
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: count >> (56 - 8 * place))) }
        }
        bytes += key
        let start = bytes.count
        bytes += frame.payload
        for place in 0..<count { bytes[start + place] ^= key[place & 3] }
        return bytes
    }
}
