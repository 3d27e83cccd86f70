internal import ResyDomain

/// Characters in a text that nobody sees, plain or escaped.
enum Unseen {
    /// Where the one that starts here ends; nil where none does.
    static func end(in text: [UInt8], at start: Int) -> Int? {
        switch text[start] {
        case UInt8(ascii: "\\"), UInt8(ascii: "&"):
            guard let escape = Escape.read(text, at: start), isUnseen(escape.bytes[...]) else { return nil }
            return escape.end
        case 0..<0x20, 0x7F: return isUnseen(text[start...start]) ? start + 1 : nil
        case 0xC2...0xF4:
            let length = text[start] < 0xE0 ? 2 : text[start] < 0xF0 ? 3 : 4
            guard start + length <= text.count, isUnseen(text[start..<start + length]) else { return nil }
            return start + length
        default: return nil
        }
    }

    private static func isUnseen(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let scalars = String(validating: bytes, as: UTF8.self)?.unicodeScalars, scalars.count == 1,
            let scalar = scalars.first
        else { return false }
        // A line's end is seen: it parts words.
        return !scalar.properties.isWhitespace && CleanText.isHidden(scalar, after: nil)
    }
}
