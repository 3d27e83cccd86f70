/// The UTF-8 of a text while it is read, with U+FFFD for each byte and each half of a surrogate pair that is no
/// character of its own.
struct JSONMendedText {
    private var bytes: [UInt8] = []
    private var isMended = false
    /// The first half of a pair whose second one may follow.
    private var high: UInt16?

    private static let replacement = Array("\u{FFFD}".utf8)

    mutating func append(_ plain: ArraySlice<UInt8>) {
        endPair()
        bytes += plain
    }

    mutating func append(_ byte: UInt8) {
        endPair()
        bytes.append(byte)
    }

    /// What an escape `\u` stands for.
    mutating func append(unit: UInt16) {
        switch unit {
        case 0xD800...0xDBFF:
            endPair()
            high = unit
        case 0xDC00...0xDFFF:
            if let first = high.take() {
                append(scalar: 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
            } else {
                replace()
            }
        default:
            endPair()
            append(scalar: UInt32(unit))
        }
    }

    /// The byte that a backslash before this letter stands for; nil where it is no escape.
    static func escaped(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    mutating func finished() -> (text: [UInt8], isMended: Bool) {
        endPair()
        let isWhole = bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
        return isWhole ? (bytes, isMended) : (Array(String(decoding: bytes, as: UTF8.self).utf8), true)
    }

    private mutating func endPair() {
        if high.take() != nil { replace() }
    }

    private mutating func replace() {
        bytes += Self.replacement
        isMended = true
    }

    private mutating func append(scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar) else { return replace() }
        bytes += Array(String(Character(scalar)).utf8)
    }
}
