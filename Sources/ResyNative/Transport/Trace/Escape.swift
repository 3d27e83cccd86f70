/// One character as URLs, forms, JSON and HTML spell it when they may not write it plainly.
enum Escape {
    /// The bytes meant by the escape that starts here, and where it ends; nil where none starts.
    static func read(_ text: [UInt8], at start: Int) -> (bytes: [UInt8], end: Int)? {
        switch text[start] {
        case UInt8(ascii: "+"): ([0x20], start + 1)
        case UInt8(ascii: "%"):
            hex(text, start + 1, 2).map { ([UInt8($0)], start + 3) }
        case UInt8(ascii: "\\"): json(text, start)
        case UInt8(ascii: "&"): html(text, start)
        default: nil
        }
    }

    static func hex(_ text: [UInt8], _ start: Int, _ count: Int) -> UInt32? {
        guard start + count <= text.count else { return nil }
        var value: UInt32 = 0
        for byte in text[start..<start + count] {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private static func json(_ text: [UInt8], _ start: Int) -> (bytes: [UInt8], end: Int)? {
        guard start + 1 < text.count else { return nil }
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
            UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        ]
        switch text[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return ([text[start + 1]], start + 2)
        case UInt8(ascii: "u"):
            guard let unit = hex(text, start + 2, 4) else { return nil }
            if (0xD800..<0xDC00).contains(unit), start + 12 <= text.count, text[start + 6] == UInt8(ascii: "\\"),
                text[start + 7] == UInt8(ascii: "u"), let low = hex(text, start + 8, 4),
                (0xDC00..<0xE000).contains(low)
            {
                return utf8(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)).map { ($0, start + 12) }
            }
            return utf8(unit).map { ($0, start + 6) }
        default: return plain[text[start + 1]].map { ([$0], start + 2) }
        }
    }

    private static func html(_ text: [UInt8], _ start: Int) -> (bytes: [UInt8], end: Int)? {
        guard let stop = text[start...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: text[(start + 1)..<stop], as: UTF8.self).lowercased()
        let named: [String: UInt32] = ["amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27]
        let scalar =
            named[name]
            ?? (name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : nil)
            ?? (name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil)
        return scalar.flatMap(utf8).map { ($0, stop + 1) }
    }

    private static func utf8(_ value: UInt32) -> [UInt8]? {
        UnicodeScalar(value).map { Array(String(Character($0)).utf8) }
    }
}
