internal import CJansson

/// Texts with escapes, such as every link of some servers has.
extension JSONPlainReader {
    /// The text from `start` on, the next byte being the first that does not stand for itself. Nil where it is for jansson to
    /// judge.
    mutating func escapedText(from start: UnsafePointer<UInt8>) -> Raw? {
        var text = Array(UnsafeBufferPointer(start: start, count: next - start))
        while true {
            switch peek {
            case UInt8(ascii: "\""):
                next += 1
                return JSON.withCharacters(of: text) { json_stringn($0, $1) }
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            default:
                let run = next
                _ = skipPlain()
                guard next > run else { return nil }
                text += UnsafeBufferPointer(start: run, count: next - run)
            }
        }
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard hasEscape else { return nil }
        guard next[1] != UInt8(ascii: "u") else { return codePoint() }
        guard let scalar = Self.short(next[1]) else { return nil }
        next += 2
        return scalar
    }

    private static func short(_ byte: UInt8) -> Unicode.Scalar? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(byte)
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{c}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        default: nil
        }
    }

    /// Nil for half a pair, and for a NUL, which not every text may hold.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let first = unit(at: 2), first > 0 else { return nil }
        guard (0xD800..<0xDC00).contains(first) else {
            next += 6
            return Unicode.Scalar(first)
        }
        guard end - next > 12 else {
            next = end
            return nil
        }
        guard next[6] == UInt8(ascii: "\\"), next[7] == UInt8(ascii: "u"), let second = unit(at: 8),
            (0xDC00..<0xE000).contains(second)
        else { return nil }
        next += 12
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private func unit(at offset: Int) -> UInt32? {
        var unit: UInt32 = 0
        for place in offset..<offset + 4 {
            guard let digit = Character(Unicode.Scalar(next[place])).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
