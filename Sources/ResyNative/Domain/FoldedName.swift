/// A name as its words only: without case, accents, punctuation, markup, a leading "the", and with `&` as "and".
///
/// Two names are equal when they spell the same without their spaces: `L'Artusi` and `LArtusi`.
package struct FoldedName: Sendable, Hashable {
    package let words: [String]

    package init(_ text: String) {
        var words = FoldedName.words(of: text).map { FoldedName.sameWords[$0] ?? $0 }
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

    package static func == (left: FoldedName, right: FoldedName) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// Lower-case words of letters and digits. Apostrophes, quotes and full stops join what they stand between.
    static func words(of text: String) -> [String] {
        var folded = ""
        for scalar in CleanText.line(text).unicodeScalars {
            switch scalar {
            case "'", "’", "‘", "ʼ", "´", "`", "′", "\"", "“", "”", ".": continue
            case "&", "+": folded += " and "
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

    /// Spellings that mean the same in a name.
    private static let sameWords = [
        "saint": "st", "sainte": "ste", "n": "and", "mount": "mt", "one": "1", "two": "2", "three": "3", "four": "4",
        "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
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
