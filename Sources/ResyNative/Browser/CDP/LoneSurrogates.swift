/// JavaScript strings may hold half of a surrogate pair, and V8 writes it as an escape that is no character: strict
/// readers refuse the whole message for it.
enum LoneSurrogates {
    private static let replacement = Array("fffd".utf8)

    /// Puts `\ufffd` for each half alone; true where there was one. The length stays.
    static func replace(in text: inout [UInt8]) -> Bool {
        var found = false
        var place = text.firstIndex(of: UInt8(ascii: "\\")) ?? text.endIndex
        while place < text.endIndex {
            guard text[place] == UInt8(ascii: "\\") else {
                place += 1
                continue
            }
            guard let unit = unit(text, at: place) else {
                place += 2  // another escape, of a backslash maybe
                continue
            }
            let isPair = (0xD800...0xDBFF).contains(unit) && (Self.unit(text, at: place + 6).map(isLow) ?? false)
            if isPair {
                place += 12
            } else {
                if (0xD800...0xDFFF).contains(unit) {
                    text.replaceSubrange(place + 2..<place + 6, with: replacement)
                    found = true
                }
                place += 6
            }
        }
        return found
    }

    private static func isLow(_ unit: UInt16) -> Bool { (0xDC00...0xDFFF).contains(unit) }

    /// The value of `\u` and four hexadecimal digits there.
    private static func unit(_ text: [UInt8], at place: Int) -> UInt16? {
        guard place + 6 <= text.endIndex, text[place] == UInt8(ascii: "\\"), text[place + 1] == UInt8(ascii: "u")
        else { return nil }
        return UInt16(String(decoding: text[place + 2..<place + 6], as: UTF8.self), radix: 16)
    }
}
