/// Names of restaurants that may stand in one text: `Carbone, Don Angie or Lilia`.
package struct NameList: Sendable {
    package let names: [String]

    /// Nil where it holds one name, and where a part of it is a place: `Joe's, Chicago`.
    package init?(_ text: String) {
        var names: [String] = []
        for piece in CleanText.line(text).split(whereSeparator: { ",;".contains($0) }) {
            var words = piece.split(separator: " ")[...]
            while let first = words.first, ["or", "and"].contains(first.lowercased()) { words = words.dropFirst() }
            names += words.split { $0.lowercased() == "or" }.map { $0.joined(separator: " ") }
        }
        names.removeAll(where: \.isEmpty)
        guard (2...SearchCursor.mostNames).contains(names.count), !names.contains(where: { PlaceWish($0).isPlaced })
        else { return nil }
        self.names = names
    }
}
