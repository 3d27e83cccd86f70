/// The words of which names of seatings and wishes for one are made.
enum SeatingWords {
    static let indoors: Set<String> = ["inside", "indoor", "indoors", "interior", "in"]

    static let outdoors: Set<String> = [
        "outside", "outdoor", "outdoors", "exterior", "alfresco", "fresco", "al", "open", "air", "openair", "out",
        "sun", "fresh",
    ]

    private static let outdoorPlaces: Set<String> = outdoors.subtracting(["al", "open", "air", "out", "sun", "fresh"])
        .union([
            "patio", "terrace", "terraza", "terrasse", "garden", "sidewalk", "rooftop", "roof", "deck", "courtyard",
            "backyard",
            "yard", "cabana", "igloo", "street", "streetside", "curbside", "parklet", "balcony", "veranda", "verandah",
            "porch",
            "lawn", "poolside", "piazza", "plaza", "pavement", "gazebo", "pergola", "beachfront",
        ])

    /// Indoors, and no table of one's own.
    private static let counters: Set<String> = ["bar", "barra", "counter", "standing", "communal", "high", "hightop"]

    static func isOutdoors(_ seating: String) -> Bool {
        let words = FoldedName.words(of: seating)
        return !words.contains { $0 != "in" && indoors.contains($0) }
            && words.contains { outdoorPlaces.contains($0) }
    }

    /// False for a bar, a counter, and whatever is outdoors, as far as the name of the seating tells.
    static func isIndoorTable(_ seating: String) -> Bool {
        !isOutdoors(seating) && !FoldedName.words(of: seating).contains { counters.contains($0) }
    }

    /// Without what names no seating, and without the nouns for one: "the chef's table" is "chefs".
    static func core(_ words: [String]) -> [String] { words.filter { !nouns.contains($0) } }

    /// Without the words that name no seating: "a table at the bar, please" is "table bar".
    static func telling(_ words: [String]) -> [String] {
        var kept: [String] = []
        var position = 0
        while position < words.count {
            let word = words[position]
            position += 1
            // "for two", "2 seats", "four people"
            if word == "for", position < words.count, isNumber(words[position]) {
                position += 1
                continue
            }
            if isNumber(word), position < words.count, words[position] == "top" {
                position += 1
                continue
            }
            if isNumber(word), position < words.count,
                nouns.contains(words[position]) || people.contains(words[position])
            {
                continue
            }
            if !silent.contains(word) { kept.append(word) }
        }
        // "In" is a wish only where nothing else is.
        return kept.count > 1 ? kept.filter { $0 != "in" } : kept
    }

    private static func isNumber(_ word: String) -> Bool {
        SpelledNumber.digits(in: [word]).first?.allSatisfy(\.isNumber) ?? false
    }

    private static let people: Set<String> = ["people", "persons", "guests", "of", "person", "pax"]

    /// The same word, or the same in the plural.
    static func isSame(_ left: String, _ right: String) -> Bool { singular(left) == singular(right) }

    static func singular(_ word: String) -> String {
        word.count >= 4 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    /// Of a line as tables are listed, `7:00 PM - Dining Room (Resy)`, what follows the time; and no fee behind it.
    static func withoutTime(_ text: String) -> String {
        var parts = text.replacing(" - ", with: "\n").split(separator: "\n").map(String.init)
        if parts.count > 1, let head = parts.first?.prefix(while: { $0 != "(" }),
            (try? TimeText.parse(String(head))) != nil
        {
            parts.removeFirst()
        }
        // A printed line without its "(Resy)" ends where its money begins.
        let money = parts.dropFirst().firstIndex { part in
            ["cancellation fee", "deposit", "prepaid", "fee", "no fee"].contains { part.lowercased().hasPrefix($0) }
        }
        if let money { parts.removeSubrange(money...) }
        guard let end = parts.firstIndex(where: { $0.lowercased().hasSuffix("(resy)") }) else {
            return parts.joined(separator: " - ")
        }
        return parts[...end].joined(separator: " - ")
    }

    static let negations: Set<String> = ["not", "no", "but", "except", "without", "non", "never", "avoid", "nor"]

    private static let silent: Set<String> = [
        "resy", "at", "the", "a", "an", "on", "by", "of", "from", "with", "near", "please", "pls", "plz", "thanks",
        "thank", "you",
        "for", "us", "our", "my", "me", "i", "we", "id", "wed", "im", "were", "would", "will", "could", "can", "like",
        "love", "want",
        "wants", "wish", "need", "take", "have", "get", "prefer", "preferred", "preferably", "preference", "ideally",
        "if",
        "possible", "some", "something",
        "somewhere", "one", "sit", "sitting", "dine", "eat", "eating", "be", "to", "it", "is", "its", "this", "that",
        "there",
        "people", "persons", "guests", "person", "pax", "only", "just", "reservation", "booking", "best",
    ]

    private static let nouns: Set<String> = [
        "seating", "seatings", "seat", "seats", "seated", "seater", "stool", "stools", "table", "tables", "area",
        "areas",
        "section", "sections", "spot", "spots", "place", "space", "part", "side", "zone", "option", "regular", "normal",
        "usual",
    ]
}
