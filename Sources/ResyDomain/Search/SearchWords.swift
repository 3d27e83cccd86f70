/// Words for a search, with the place that they may end in.
package struct SearchWords: Sendable, Equatable {
    /// A cuisine, part of a name; empty where the place is all that was said.
    package var words: String
    package var place: String?

    /// `italian in the West Village`, `sushi, Chicago`, `SoHo`. Only what names a place for sure is taken for one: `Girl & the
    /// Goat` and `Room in the Wall` stay as they are.
    package init(_ text: String) {
        let text = CleanText.line(text)
        let pieces = text.split(separator: " ")
        if Self.isPlace(text) {
            (words, place) = ("", Self.withoutLead(pieces))
            return
        }
        if let first = pieces.first, Self.marks.contains(first.lowercased()),
            Self.isHere(pieces.dropFirst().joined(separator: " "))
        {
            (words, place) = ("", text)
            return
        }
        // The longest end that is a place: "in Park Slope, Brooklyn".
        for index in pieces.indices.dropLast() {
            let isMark = Self.marks.contains(pieces[index].lowercased())
            guard isMark && index > 0 || pieces[index].last == "," else { continue }
            let end = pieces[(index + 1)...].joined(separator: " ")
            guard Self.isPlace(end) || isMark && Self.isHere(end) else { continue }
            var start = pieces[..<(isMark ? index : index + 1)].joined(separator: " ")
            while let last = start.last, last == "," || last == " " { start.removeLast() }
            words = SearchFillers.without(start)
            place = Self.isHere(end) ? pieces[index...].joined(separator: " ") : end
            return
        }
        // "italian chicago": beside a cuisine no sign is needed.
        for index in pieces.indices.dropFirst() {
            let (start, end) = (pieces[..<index].joined(separator: " "), pieces[index...].joined(separator: " "))
            guard SearchFillers.alternatives(start).allSatisfy(SearchFillers.isCuisine), Self.isPlace(end) else {
                continue
            }
            (words, place) = (SearchFillers.without(start), end)
            return
        }
        let plain = SearchFillers.without(text)
        // Without a place there is nothing else to look for.
        (words, place) = (plain.isEmpty ? text : plain, nil)
    }

    /// `somewhere in Chicago` is `Chicago`.
    private static func withoutLead(_ pieces: [Substring]) -> String {
        if let mark = pieces.firstIndex(where: { marks.contains($0.lowercased()) }), mark > 0,
            SearchFillers.without(pieces[..<mark].joined(separator: " ")).isEmpty
        {
            let rest = pieces[(mark + 1)...].joined(separator: " ")
            if isPlace(rest) { return rest }
        }
        return pieces.joined(separator: " ")
    }

    private static let marks: Set<String> = ["in", "near", "around", "within", "inside"]

    private static func isPlace(_ text: String) -> Bool { PlaceWish(text).isPlaced }

    /// "near me" is asked about, and never a word to search for.
    private static func isHere(_ text: String) -> Bool {
        ["me", "us", "here", "home", "myplace", "mylocation"].contains(FoldedName.words(of: text).joined())
    }
}
