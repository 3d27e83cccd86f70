/// A house number and its street, in one spelling: `225 W. 4th St` and `225 West Fourth Street`.
package struct StreetAddress: Sendable, Hashable {
    /// As written, such as `225`, `225-227` or `47-38`.
    package let number: String
    /// Folded words, the kind of street last where one is given.
    package let street: [String]

    /// Reads a street line, or all of an address as Google formats it. Nil without a number and a street.
    package init?(_ text: String) {
        let parts = CleanText.line(text).split(separator: ",")
        guard let first = parts.first else { return nil }
        var words = StreetAddress.words(of: first)
        // `Calle de Alcalá, 12, Madrid`: the number stands behind the street.
        if !words.contains(where: StreetAddress.isNumber), parts.count > 1 {
            words += StreetAddress.words(of: parts[1]).prefix(1)
        }
        guard let index = words.firstIndex(where: StreetAddress.isNumber) else { return nil }
        number = words.remove(at: index)
        var street: [String] = []
        for (position, word) in words.enumerated() {
            guard !StreetAddress.isInside.contains(word) else { break }
            // `St Marks Place`: at the beginning it is a saint.
            street.append(position == 0 && word == "st" ? "saint" : StreetAddress.spellings[word] ?? word)
        }
        if street == ["avenue", "of", "the", "americas"] { street = ["6", "avenue"] }
        guard !street.isEmpty else { return nil }
        self.street = street.map(StreetAddress.withoutOrdinal)
    }

    /// The same number in the same street; the kind of street counts only where both name one.
    package func isSame(as other: StreetAddress) -> Bool {
        guard isSameNumber(as: other) else { return false }
        if street == other.street { return true }
        let (name, otherName) = (nameOnly, other.nameOnly)
        return name == otherName && (name == street || otherName == other.street)
    }

    /// `225-227` holds 225; but `47-38`, as Queens numbers its houses, is not 47 elsewhere in the street.
    private func isSameNumber(as other: StreetAddress) -> Bool {
        if number == other.number { return true }
        let (left, right) = (range, other.range)
        return left.overlaps(right)
    }

    private var range: ClosedRange<Int> {
        let ends = number.split(separator: "-").map { Digits.number($0.utf8.prefix { $0 < 58 }) ?? 0 }
        guard ends.count == 2, ends[0] < ends[1], ends[1] - ends[0] < 100 else {
            return ends.count == 1 ? ends[0]...ends[0] : (-1)...(-1)
        }
        return ends[0]...ends[1]
    }

    private var nameOnly: [String] {
        guard street.count > 1, let last = street.last, StreetAddress.kinds.contains(last) else { return street }
        return Array(street.dropLast())
    }

    private static func words(of part: Substring) -> [String] {
        part.split(separator: " ").flatMap { word -> [String] in
            // A hyphen joins two house numbers and nothing else.
            let isNumber = word.utf8.first.map { (48...57).contains($0) } ?? false
            guard isNumber, word.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }) else {
                return word.first == "#" ? ["suite"] : FoldedName.words(of: String(word))
            }
            return [String(word)]
        }
    }

    /// `225`, `225-227`, `12a`; not `4th`.
    private static func isNumber(_ word: String) -> Bool {
        let digits = word.utf8.prefix { (48...57).contains($0) || $0 == 45 }
        return !digits.isEmpty && word.utf8.count - digits.count <= 1 && word.utf8.first != 45
    }

    private static func withoutOrdinal(_ word: String) -> String {
        if let index = ordinals.firstIndex(of: word) { return String(index + 1) }
        let digits = word.dropLast(2)
        let isOrdinal = ["st", "nd", "rd", "th"].contains(word.suffix(2)) && Digits.number(digits.utf8) != nil
        return isOrdinal ? String(digits) : word
    }

    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ]

    /// What follows these lies inside the house.
    private static let isInside: Set<String> = [
        "suite", "ste", "unit", "apt", "fl", "flr", "floor", "level", "lobby", "rm", "bldg", "ground", "basement",
    ]

    private static let spellings = [
        "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "rd": "road",
        "dr": "drive", "ln": "lane", "pl": "place", "sq": "square", "hwy": "highway", "pkwy": "parkway",
        "ct": "court", "ter": "terrace", "cir": "circle", "plz": "plaza", "aly": "alley", "bway": "broadway",
        "n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest",
        "se": "southeast", "sw": "southwest",
    ]

    private static let kinds: Set<String> = [
        "street", "avenue", "boulevard", "road", "drive", "lane", "place", "square", "highway", "parkway", "court",
        "terrace", "circle", "plaza", "alley", "way",
    ]
}
