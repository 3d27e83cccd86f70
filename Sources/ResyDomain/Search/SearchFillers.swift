/// Words that say nothing a restaurant could be found by: `good`, `somewhere nice`, `restaurants`.
package enum SearchFillers {
    /// `good French` is `French`, `Italian restaurant` is `Italian`; empty where nothing is left. What is no cuisine may be part
    /// of a name, `Good Luck Cantina`, and stays as it is.
    package static func without(_ text: String) -> String {
        var pieces = text.split(separator: " ")[...]
        func isFiller(_ piece: Substring) -> Bool {
            FoldedName.words(of: String(piece)).allSatisfy { fillers.contains($0) }
        }
        if pieces.allSatisfy(isFiller) { return "" }
        while let first = pieces.first, isFiller(first) { pieces = pieces.dropFirst() }
        while let last = pieces.last, isFiller(last) { pieces = pieces.dropLast() }
        let rest = pieces.joined(separator: " ")
        return isCuisine(rest) ? rest : text
    }

    private static let mostAlternatives = 6

    /// `pizza or sushi`, `Italian/French`, `Thai, Korean`: each cuisine by itself; else the whole, as `without` has it. Where one
    /// of the parts is no cuisine it may be a name with a comma.
    package static func alternatives(_ text: String) -> [String] {
        let pieces = text.map { ",/;".contains($0) ? " or " : String($0) }.joined().split(separator: " ")
        let split = pieces.split { $0.lowercased() == "or" }.map { without($0.joined(separator: " ")) }
        let parts = split.filter { !$0.isEmpty }
        guard split.count > 1, (1...mostAlternatives).contains(parts.count), parts.allSatisfy(isCuisine) else {
            return [without(text)]
        }
        var seen: Set<[String]> = []
        return parts.filter { seen.insert(FoldedName.words(of: $0)).inserted }
    }

    /// Nothing but cuisines, and words that say nothing beside them.
    static func isCuisine(_ text: String) -> Bool {
        let words = FoldedName.words(of: text)
        return words.contains { cuisines.contains($0) }
            && words.allSatisfy { cuisines.contains($0) || fillers.contains($0) }
    }

    private static let fillers: Set<String> = [
        "a", "an", "any", "anything", "anywhere", "at", "awesome", "best", "bistro", "booking", "breakfast", "brunch",
        "cafe",
        "casual", "cheap", "cheapest", "classic", "cool", "cozy", "cuisine", "date", "decent", "delicious", "dining",
        "dinner", "eat", "either", "excellent", "fancy", "favorite", "fine", "food", "for", "fun", "good", "great",
        "group",
        "high",
        "highly", "inexpensive", "interesting", "joint", "kind", "lovely", "lunch", "meal", "new", "nice", "night",
        "of",
        "place", "places", "popular", "quiet", "rated", "really", "reservation", "reservations", "restaurant",
        "restaurants", "romantic", "some", "something", "somewhere", "special", "spot", "spots", "supper", "table",
        "tables",
        "tasty", "the", "to", "top", "trendy", "upscale", "very", "well", "with",
    ]

    private static let cuisines: Set<String> = [
        "afghan", "african", "american", "argentine", "argentinian", "asian", "austrian", "bakery", "bar", "barbecue",
        "basque", "bbq", "brazilian", "british", "burger", "burgers", "burmese", "cajun", "cantonese", "caribbean",
        "chinese", "cocktail", "colombian", "creole", "cuban", "danish", "dim", "dumplings", "ethiopian", "european",
        "filipino", "french", "fusion", "georgian", "german", "greek", "hawaiian", "indian", "indonesian", "irish",
        "israeli", "italian", "izakaya", "jamaican", "japanese", "jewish", "korean", "kosher", "latin", "lebanese",
        "malaysian", "mediterranean", "mexican", "moroccan", "nepalese", "noodles", "nordic", "omakase", "pakistani",
        "pasta", "persian", "peruvian", "pizza", "polish", "portuguese", "pub", "ramen", "russian", "scandinavian",
        "seafood", "sichuan", "sicilian", "singaporean", "southern", "spanish", "steak", "steakhouse", "sum", "sushi",
        "swedish", "szechuan", "taco", "tacos", "taiwanese", "tapas", "tex", "mex", "thai", "tibetan", "turkish",
        "ukrainian", "vegan", "vegetarian", "vietnamese", "wine",
    ]
}
