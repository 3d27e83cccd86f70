/// Text of third parties made fit to show: one line of visible characters, of bounded length.
///
/// It stays data whatever it says. What could steer a terminal or hide words from a person is gone: control
/// characters, escape sequences, bidirectional overrides, zero-width, tag and private characters.
package enum CleanText {
    /// A seating, a street: 80 characters at most.
    package static func name(_ text: String) -> String {
        cut(text, to: 80)
    }

    /// A restaurant's name, which must be whole to be given back: 200 characters at most.
    package static func title(_ text: String) -> String {
        cut(text, to: 200)
    }

    /// A sentence of a policy or an error: 300 characters at most.
    package static func line(_ text: String) -> String {
        cut(text, to: 300)
    }

    /// All of a text, in pieces of at most 300 characters that end where a sentence or a word does.
    package static func lines(_ text: String) -> [String] {
        var rest = Substring(whole(text))
        var lines: [String] = []
        while rest.utf8.count > 300, rest.count > 300 {
            let head = rest.prefix(300)
            let sentence = head.lastIndex { ".!?;\u{3002}".contains($0) }.map { head.index(after: $0) }
            let end = sentence ?? head.lastIndex(of: " ") ?? head.endIndex
            lines.append(String(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
        return rest.isEmpty ? lines : lines + [String(rest)]
    }

    /// In quotation marks that the text itself cannot close, for sentences of ours: “Don Angie”.
    package static func quoted(_ text: String, to limit: Int = 80) -> String {
        inMarks(cut(text, to: limit))
    }

    /// Of a text that is clean already.
    static func inMarks(_ clean: String) -> String {
        let isPlain = clean.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\"") }
        return "\u{201C}" + (isPlain ? clean : String(clean.map { marks.contains($0) ? "'" : $0 })) + "\u{201D}"
    }

    private static let marks: Set<Character> = [
        "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}",
    ]

    /// At most `limit` characters as a reader counts them, the last an ellipsis where something was cut.
    package static func cut(_ text: String, to limit: Int) -> String {
        shortened(whole(text), to: limit)
    }

    /// Cleaned and not cut.
    package static func whole(_ text: String) -> String {
        // Nothing that long is read to its end, so a huge text costs no more than a long one.
        let longest = 20_000
        if isClean(text, to: longest) { return text }
        let scalars = text.unicodeScalars
        let head = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex)
        return seen(HTMLText.plain(head.map { String(scalars[..<$0]) } ?? text))
    }

    /// Visible ASCII with single blanks between its words, and no HTML: there is nothing to take out of it.
    private static func isClean(_ text: String, to longest: Int) -> Bool {
        var isAfterBlank = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: " "):
                if isAfterBlank { return false }
                isAfterBlank = true
            case UInt8(ascii: "<"), UInt8(ascii: "&"): return false
            case 0x21...0x7E: isAfterBlank = false
            default: return false
            }
        }
        return text.isEmpty || !isAfterBlank && text.utf8.count <= longest
    }

    /// What a reader sees of it. Its HTML stays as it is.
    package static func seen(_ text: String) -> String {
        isClean(text, to: .max) ? text : visible(withoutEscapes(Array(text.unicodeScalars)))
    }

    /// A text that is clean already.
    package static func shortened(_ clean: String, to limit: Int) -> String {
        guard clean.utf8.count > limit, clean.count > limit else { return clean }
        let kept = clean.prefix(limit - 1)
        return (kept.last == " " ? kept.dropLast() : kept) + "…"
    }

    /// Drops whole escape sequences, so that `ESC [ 31 m` leaves no `[31m` behind.
    private static func withoutEscapes(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard scalars.contains(where: { $0 == "\u{1B}" || ("\u{80}"..."\u{9F}").contains($0) }) else { return scalars }
        var kept: [Unicode.Scalar] = []
        var position = 0
        while position < scalars.count {
            let length = escapeLength(scalars[position...])
            if length == 0 { kept.append(scalars[position]) }
            position += max(1, length)
        }
        return kept
    }

    /// 0 where no escape sequence begins here.
    private static func escapeLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
        guard let first = scalars.first else { return 0 }
        var introducer = first
        var rest = scalars.dropFirst()
        if first == "\u{1B}" {
            guard let second = rest.first else { return 1 }
            // The seven-bit spelling: ESC and a byte that is 0x40 below its eight-bit control.
            introducer = Unicode.Scalar(second.value + 0x40) ?? second
            rest = rest.dropFirst()
            guard (0x40...0x5F).contains(second.value) else {
                // ESC, bytes of 0x20–0x2F, and one more: a character set, a cursor saved.
                guard (0x20...0x7E).contains(second.value) else { return 1 }
                guard second.value < 0x30 else { return 2 }
                let middle = rest.prefix { (0x20...0x2F).contains($0.value) }.count
                return min(scalars.count, 3 + middle)
            }
        }
        switch introducer {
        case "\u{9B}":
            let parameters = rest.prefix { (0x20...0x3F).contains($0.value) }
            let hasEnd = rest.dropFirst(parameters.count).first.map { (0x40...0x7E).contains($0.value) } ?? false
            return scalars.count - rest.count + parameters.count + (hasEnd ? 1 : 0)
        case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}":
            // A string up to BEL or ST; one without an end loses only its beginning, or it could swallow the text.
            let head = scalars.count - rest.count
            guard let end = rest.firstIndex(where: { $0 == "\u{07}" || $0 == "\u{9C}" || $0 == "\u{1B}" }) else {
                return head
            }
            let isLong = rest[end] == "\u{1B}" && rest.index(after: end) < rest.endIndex && rest[end + 1] == "\\"
            return head + (end - rest.startIndex) + (isLong ? 2 : 1)
        default:
            return first == "\u{1B}" ? 2 : 0
        }
    }

    /// Visible characters with single spaces between words and none at either end.
    private static func visible(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        var marks = 0
        var isSpacePending = false
        for scalar in scalars {
            if scalar.properties.isWhitespace || blanks.contains(scalar) {
                isSpacePending = true
                marks = 0
                continue
            }
            guard !isHidden(scalar, after: text.last) else { continue }
            let isMark = scalar.properties.generalCategory == .nonspacingMark || isEnclosing(scalar)
            marks = isMark ? marks + 1 : 0
            // No script piles more marks on one letter; a tower of them covers other lines.
            guard marks <= 3 else { continue }
            if isSpacePending, !text.isEmpty { text.append(" ") }
            isSpacePending = false
            text.append(scalar)
        }
        return String(text)
    }

    /// Letters that show as nothing.
    private static let blanks: Set<Unicode.Scalar> = ["\u{115F}", "\u{1160}", "\u{2800}", "\u{3164}", "\u{FFA0}"]

    private static func isEnclosing(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .enclosingMark
    }

    package static func isHidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        // The one selector with a use in plain text asks for the coloured form of the emoji before it.
        if scalar == "\u{FE0F}" { return !(previous?.properties.isEmoji ?? false) }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate: return true
        default: break
        }
        return switch scalar.value {
        case 0x034F, 0x180B...0x180F, 0xFE00...0xFE0E, 0xFFFC, 0xE0000...0xE0FFF: true
        default: scalar.properties.isNoncharacterCodePoint
        }
    }
}
