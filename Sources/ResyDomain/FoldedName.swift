/// A name as its words only: without case, accents, punctuation, markup, a leading "the", and with `&` as "and".
///
/// Two names are equal when they spell the same without their spaces: `L'Artusi` and `LArtusi`.
package struct FoldedName: Sendable, Hashable {
    package let words: [String]

    package init(_ text: String) {
        var words = SpelledNumber.digits(in: FoldedName.words(of: text)).map { FoldedName.sameWords[$0] ?? $0 }
        if words.count > 1, words.first == "the" { words.removeFirst() }
        self.words = words
    }

    init(words: [String]) {
        self.words = words
    }

    package var key: String { words.joined() }
    package var isEmpty: Bool { words.isEmpty }

    /// Says what kind of place it is and not which one: empty, "The Restaurant", "Bar & Grill".
    package var isGeneric: Bool {
        words.allSatisfy { FoldedName.genericWords.contains($0) }
    }

    /// Without the words that some listings add and others leave out; itself where nothing else would remain.
    package var core: FoldedName {
        let kept = words.filter { !FoldedName.silentWords.contains($0) }
        return kept.isEmpty ? self : FoldedName(words: kept)
    }

    /// Of several words the longest that says which place it is; nil for a name of one word, or of none that tell.
    package var mostTelling: String? {
        guard words.count > 1 else { return nil }
        let telling = words.filter { $0.count >= 4 && !FoldedName(words: [$0]).isGeneric }
        return telling.max { $0.count < $1.count }
    }

    package static func == (left: FoldedName, right: FoldedName) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// Lower-case words of letters and digits. Apostrophes, quotes and full stops join what they stand between.
    static func words(of text: String) -> [String] {
        let clean = CleanText.line(text)
        if let words = plainWords(of: clean) { return words }
        var folded = ""
        for scalar in clean.unicodeScalars {
            let scalar = LatinLetters.narrow(scalar)
            switch scalar {
            case _ where joiners.contains(scalar): continue
            case "&", "+", "\u{FE60}", "\u{FE62}", "\u{204A}": folded += " and "
            default:
                let letters = LatinLetters.folded(scalar)
                let isWord = letters.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }
                folded += isWord ? letters : " "
            }
        }
        return folded.split(separator: " ").map(String.init)
    }

    /// The same of a text in ASCII, byte by byte; nil for any other.
    private static func plainWords(of clean: String) -> [String]? {
        var folded: [UInt8] = []
        folded.reserveCapacity(clean.utf8.count)
        for byte in clean.utf8 {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): folded.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
            case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "."): continue
            case UInt8(ascii: "&"), UInt8(ascii: "+"): folded += " and ".utf8
            default: folded.append(UInt8(ascii: " "))
            }
        }
        return folded.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Signs that stand for no letter and part no words: apostrophes with the \u{2BB}okina and its kin, quotation marks, full stops.
    private static let joiners: Set<Unicode.Scalar> = [
        "'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2B9}", "\u{2BA}", "\u{2BB}", "\u{2BC}", "\u{2BD}",
        "\u{2BE}", "\u{2BF}", "\u{2C8}", "\u{2CA}", "\u{2CB}", "\u{2EE}", "\u{A78C}", "\u{55A}", "\u{5F3}", "\u{B4}",
        "`",
        "\u{2032}", "\u{2033}", "\u{2035}", "\u{2036}", "\u{A8}", "\u{275B}", "\u{275C}", "\"", "\u{201C}", "\u{201D}",
        "\u{201E}", "\u{201F}", "\u{AB}", "\u{BB}", ".",
    ]

    /// As one types it on a plain keyboard, for a search: one kind of apostrophe, letters and signs of common width.
    package static func typed(_ text: String) -> String {
        let apostrophes: Set<Unicode.Scalar> = [
            "\u{2018}", "\u{2019}", "\u{201B}", "\u{2B9}", "\u{2BB}", "\u{2BC}", "\u{2BD}", "\u{2BE}", "\u{2BF}",
            "\u{2CA}",
            "\u{2CB}", "\u{A78C}", "\u{B4}", "`", "\u{2032}", "\u{2035}",
        ]
        var typed = String.UnicodeScalarView()
        for scalar in CleanText.line(text).unicodeScalars.map(LatinLetters.narrow) {
            typed.append(apostrophes.contains(scalar) ? "'" : scalar)
        }
        return String(typed)
    }

    /// Spellings that mean the same in a name.
    private static let sameWords = [
        "saint": "st", "sainte": "ste", "n": "and", "mount": "mt", "street": "st", "avenue": "ave", "av": "ave",
    ]

    private static let silentWords: Set<String> = ["restaurant", "restaurants", "ristorante", "restaurante"]

    private static let genericWords: Set<String> = silentWords.union([
        "the", "a", "an", "and", "of", "at", "in", "my", "la", "le", "el", "il", "bar", "bars", "cafe", "caffe",
        "coffee",
        "grill", "grille", "kitchen", "bistro", "bistrot", "brasserie", "tavern", "taverna", "trattoria", "osteria",
        "pizzeria", "pizza", "eatery", "dining", "diner", "dinner", "lunch", "brunch", "room", "house", "steakhouse",
        "steak", "sushi", "ramen", "tacos", "taco", "taqueria", "pub", "lounge", "club", "food", "place", "italian",
        "french", "japanese", "mexican", "chinese", "thai", "indian", "korean", "spanish", "american", "seafood",
        "wine", "cocktail", "hotel", "rooftop", "garden", "good", "best", "nice",
    ])
}
