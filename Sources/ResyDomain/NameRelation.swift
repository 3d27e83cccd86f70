/// How much two names say the same.
package enum NameRelation: Int, Comparable {
    /// One is a part of the other, as "Joe's" of "Joe's Shanghai": often two restaurants.
    case partial
    /// A quarter of the letters differ at most.
    case alike
    /// One slip of the pen in a word of six letters or more.
    case near
    case equal

    /// Between a name that was said and the name of a venue, whose own place may end either name.
    package static func between(_ wanted: FoldedName, _ venue: Venue) -> NameRelation? {
        let name = FoldedName(venue.name)
        guard !wanted.isEmpty, !name.isEmpty else { return nil }
        // The first of the forms of each, and the places that may end them are not needed for that.
        if wanted.core == name.core { return .equal }
        let suffixes = PlaceName.suffixes(of: venue)
        let wantedForms = forms(of: wanted, suffixes)
        let venueForms = forms(of: name, suffixes)
        if wantedForms.contains(where: { form in venueForms.contains(form) }) { return .equal }
        return wantedForms.flatMap { form in venueForms.compactMap { between(form, $0) } }.max()
    }

    /// The name, its core, and both without the places at the end ("River North, Chicago"); never one that no longer says
    /// which restaurant.
    private static func forms(of name: FoldedName, _ suffixes: [[String]]) -> [FoldedName] {
        var forms = [name.core]
        var next = 0
        while next < forms.count, forms.count < 20 {
            let name = forms[next]
            next += 1
            for suffix in suffixes
            where name.words.count > suffix.count && name.words.suffix(suffix.count) == suffix[...] {
                var words = name.words.dropLast(suffix.count)
                while let last = words.last, placeLeads.contains(last) { words.removeLast() }
                let stripped = FoldedName(words: Array(words))
                if !stripped.isGeneric, stripped.key.contains(where: \.isLetter), !forms.contains(stripped) {
                    forms.append(stripped)
                }
            }
        }
        return forms
    }

    /// What leads from a name to its place: "Carbone in the West Village".
    private static let placeLeads: Set<String> = ["in", "at", "of", "and", "the", "near", "on", "downtown", "from"]

    private static func between(_ left: FoldedName, _ right: FoldedName) -> NameRelation? {
        if isOneSlip(left.words, right.words) { return .near }
        let (leftKey, rightKey) = (Array(left.key), Array(right.key))
        let longest = max(leftKey.count, rightKey.count)
        let digits = leftKey.filter(\.isNumber) == rightKey.filter(\.isNumber)
        if digits, longest >= 5, EditDistance.between(leftKey, rightKey) * 4 <= longest { return .alike }
        return isPart(left, right) || isPart(right, left) ? .partial : nil
    }

    /// All the words that say something in one are in the other.
    private static func isPart(_ part: FoldedName, _ whole: FoldedName) -> Bool {
        guard !part.isGeneric else { return false }
        let said = part.words.filter { !FoldedName(words: [$0]).isGeneric }
        return said.allSatisfy { word in whole.words.contains { isSame(word, $0) } }
            || isBeginning(part.key, of: whole.key)
    }

    /// The same word, or the one whose it is: "Joe" of "Joe's".
    static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || min(left.count, right.count) >= 3 && (left + "s" == right || right + "s" == left)
    }

    /// Of names typed halfway or without spaces, from four letters on.
    private static func isBeginning(_ part: String, of whole: String) -> Bool {
        part.count >= 4 && whole.hasPrefix(part)
    }

    private static func isOneSlip(_ left: [String], _ right: [String]) -> Bool {
        guard left.count == right.count else { return false }
        let pairs = zip(left, right).filter { $0 != $1 }
        guard pairs.count == 1, let (one, other) = pairs.first else { return false }
        // A digit or the first letter is seldom mistyped, and often the difference: Pier 16, Moe's.
        return max(one.count, other.count) >= 6 && one.first == other.first
            && one.filter(\.isNumber) == other.filter(\.isNumber)
            && EditDistance.between(Array(one), Array(other)) == 1
    }

    package static func < (left: NameRelation, right: NameRelation) -> Bool { left.rawValue < right.rawValue }
}
