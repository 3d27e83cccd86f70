/// The words of days that may be several: what stands between two of them is a word of its own.
struct SpanWords {
    var words: ArraySlice<String>
    /// `any Friday`, `every weekend`, `Friday nights`: of every week.
    var isHabit = false
    /// `between Friday and Sunday`.
    var isBetween = false

    private static let signs: Set<Character> = ["-", "–", "—", "/", "&", "+"]
    private static let habits: Set<String> = ["any", "every", "each"]
    /// What changes nothing before a span.
    private static let leads: Set<String> = [
        "in", "any", "some", "sometime", "anytime", "during", "over", "day", "days", "time", "all", "whole", "entire",
        "every", "each", "later", "rest", "remainder", "from", "either", "between",
    ]

    /// `text` in lower case.
    init(_ text: String) {
        var all: [String] = []
        for piece in text.replacing(",", with: " , ").replacing(";", with: " ; ").split(separator: " ") {
            if piece.allSatisfy({ Self.signs.contains($0) }) {
                all.append(piece.first.map { $0.isDash ? "-" : String($0) } ?? "")
            } else if piece == "," || piece == ";" {
                all.append(String(piece))
            } else if piece.allSatisfy({ $0 == "." || $0 == "…" }) {
                // The ends of `mon .. thu next week` are each a day of its own.
                all.append("..")
            } else if piece.contains(where: \.isNumber) {
                all += DateText.words(of: String(piece))
            } else {
                all += Self.parted(piece)
            }
        }
        var kept: [String] = []
        for word in all {
            if DayPart(word) != nil { continue }
            if DayPart(ofMany: word) != nil, !(kept.last.map(Self.counts) ?? false) {
                isHabit = true
                continue
            }
            kept.append(word)
        }
        words = kept[...]
        isBetween = words.first == "between"
        isHabit = isHabit || words.prefix { Self.leads.contains($0) }.contains { Self.habits.contains($0) }
    }

    /// `mon-thu`.
    private static func parted(_ piece: Substring) -> [String] {
        var all: [String] = []
        var word = ""
        func end() {
            all += DateText.words(of: word)
            word = ""
        }
        for character in piece {
            guard signs.contains(character) else {
                word.append(character)
                continue
            }
            end()
            all.append(character.isDash ? "-" : String(character))
        }
        end()
        return all
    }

    /// `next 5 nights` counts them.
    private static func counts(_ word: String) -> Bool {
        ["few", "couple", "several", "next"].contains(word)
            || Digits.number((SpelledNumber.digits(in: [word]).first ?? "").utf8) != nil
    }

    static func withoutLeads(_ words: ArraySlice<String>) -> ArraySlice<String> { words.drop { leads.contains($0) } }
}

extension Character {
    fileprivate var isDash: Bool { self == "-" || self == "–" || self == "—" }
}
