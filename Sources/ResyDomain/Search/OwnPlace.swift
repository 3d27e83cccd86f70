/// Words that place a person, not a place: `near me`, `around here`. Nobody here knows where that is.
package enum OwnPlace {
    /// What else the words say: all of them where none is of the kind, nil where nothing is left.
    package static func without(_ text: String) -> String? {
        let words = FoldedName.words(of: text)
        guard words.contains(where: { !silent.contains($0) && !own.contains($0) }) else {
            return words.contains(where: own.contains) ? nil : text
        }
        var kept = words
        for phrase in phrases {
            while let start = kept.indices.first(where: { kept[$0...].starts(with: phrase) }) {
                kept.removeSubrange(start..<(start + phrase.count))
            }
        }
        return kept.count == words.count ? text : kept.joined(separator: " ")
    }

    private static let own: Set<String> = [
        "me", "us", "here", "nearby", "nearest", "closest", "close", "local", "locally", "location", "position", "area",
        "vicinity",
        "neighborhood", "neighbourhood", "home", "house", "place", "apartment", "hotel", "office", "work", "am", "are",
        "gps", "im", "were", "staying",
    ]

    private static let silent: Set<String> = [
        "near", "around", "by", "close", "to", "from", "in", "at", "the", "a", "my", "our", "i", "we", "is", "it",
        "this",
        "current", "where", "walking", "distance", "within", "of", "right", "now", "just", "somewhere", "anywhere",
        "something", "restaurant", "restaurants", "please", "next", "and", "or", "not", "too", "far", "minutes", "walk",
        "wherever",
    ]

    /// Beside another place they say nothing: `near me in Brooklyn`.
    private static let phrases: [[String]] = [
        ["close", "to", "me"], ["next", "to", "me"], ["near", "to", "me"], ["near", "me"], ["around", "me"],
        ["by", "me"],
        ["close", "to", "us"], ["near", "us"], ["around", "us"], ["around", "here"], ["near", "here"],
    ]
}
