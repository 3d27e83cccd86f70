/// The little HTML that restaurants leave in their texts.
enum HTMLText {
    /// The text without its tags and with its entities decoded, once: `&amp;lt;` comes out as `&lt;`.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
        return decoded(withoutTags(Array(text.unicodeScalars)))
    }

    /// Its entities decoded once, its tags left.
    static func withoutEntities(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "&")) ? decoded(Array(text.unicodeScalars)) : text
    }

    /// Tags that stand inside a word leave nothing behind, all others a space.
    private static let inline: Set<String> = [
        "a", "abbr", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u",
    ]

    /// `<` opens a tag only before a letter, `/` or `!`, and only where the tag closes: `2 < 3` stays.
    private static func withoutTags(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let longest = 500
        var kept: [Unicode.Scalar] = []
        var position = 0
        while position < scalars.count {
            guard scalars[position] == "<", position + 1 < scalars.count, opensTag(scalars[position + 1]),
                let end = scalars[position..<min(scalars.count, position + longest)].firstIndex(of: ">")
            else {
                kept.append(scalars[position])
                position += 1
                continue
            }
            let name = scalars[(position + 1)..<end].drop { $0 == "/" }.prefix { $0.properties.isAlphabetic }
            if !inline.contains(String(String.UnicodeScalarView(name)).lowercased()) { kept.append(" ") }
            position = end + 1
        }
        return kept
    }

    private static func opensTag(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "/" || scalar == "!" || (scalar.isASCII && scalar.properties.isAlphabetic)
    }

    private static func decoded(_ scalars: [Unicode.Scalar]) -> String {
        let longest = 10
        var text = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            let window = scalars[position..<min(scalars.count, position + longest + 2)]
            if scalars[position] == "&", let end = window.firstIndex(of: ";"),
                let scalar = scalar(ofEntity: String(String.UnicodeScalarView(scalars[(position + 1)..<end])))
            {
                text.append(scalar)
                position = end + 1
            } else {
                text.append(scalars[position])
                position += 1
            }
        }
        return String(text)
    }

    /// Nil where the name is not one of ours or the number is no character.
    private static func scalar(ofEntity entity: String) -> Unicode.Scalar? {
        guard entity.hasPrefix("#") else { return HTMLEntities.scalar(named: entity) }
        let digits = entity.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else { return nil }
        return Unicode.Scalar(value)
    }
}
