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
        // "West Village Italian": so it is before one.
        for end in pieces.indices.dropFirst().reversed() {
            let (start, rest) = (pieces[..<end].joined(separator: " "), pieces[end...].joined(separator: " "))
            guard SearchFillers.alternatives(rest).allSatisfy(SearchFillers.isCuisine), Self.mayLead(start) else {
                continue
            }
            (words, place) = (SearchFillers.without(rest), start)
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

    /// A place of several words, or its code: `Mission Chinese` and `Roma Pizza` are names.
    private static func mayLead(_ text: String) -> Bool {
        guard isOwnName(text) else { return false }
        return text.contains(" ") || isCode(text)
    }

    /// Of a city or a part of one.
    private static func isOwnName(_ text: String) -> Bool {
        let wish = PlaceWish(text)
        guard wish.isPlaced, !wish.isWide else { return false }
        return Gazetteer.nicknames[PlaceName.folded(text)] == nil || isCode(text)
    }

    private static func isCode(_ text: String) -> Bool {
        text.lowercased() == "nyc" || text.count <= 4 && text == text.uppercased()
    }

    /// The longest run of the words that is a city or a part of one.
    package static func place(among words: String) -> String? {
        let pieces = CleanText.line(words).split(separator: " ")
        for length in stride(from: min(4, pieces.count), through: 1, by: -1) {
            for start in 0..<(pieces.count - length + 1) {
                let run = pieces[start..<(start + length)].joined(separator: " ")
                if isOwnName(run) { return run }
            }
        }
        return nil
    }

    package static func hasWords(of place: String, in name: String) -> Bool {
        VenuePlace.isPart(PlaceName.folded(place), of: PlaceName.folded(name))
    }

    private static func isPlace(_ text: String) -> Bool { PlaceWish(text).isPlaced }

    /// "near me" is asked about, and never a word to search for.
    private static func isHere(_ text: String) -> Bool {
        ["me", "us", "here", "home", "myplace", "mylocation"].contains(FoldedName.words(of: text).joined())
    }
}
