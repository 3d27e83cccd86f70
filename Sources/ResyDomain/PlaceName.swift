/// Names of places as folded words.
enum PlaceName {
    /// Whether `location`, such as "NYC", "the West Village", "Austin, TX" or "London, UK", names a place the venue is in; nil
    /// where the venue does not say where it is, or the text names no place that is known.
    static func contains(_ venue: Venue, in location: String) -> Bool? {
        switch PlaceWish(location, among: [venue]).standing(of: venue) {
        case .there: true
        case .elsewhere: false
        case .near, .unsure, .silent, .unplaced: nil
        }
    }

    /// Endings that a listing may add to a name to say where the venue is, each as folded words, the longest first.
    static func suffixes(of venue: Venue) -> [[String]] {
        let place = VenuePlace(venue)
        var endings = place.cities
        if let region = place.region {
            endings.insert(region)
            endings.formUnion(place.cities.map { "\($0) \(region)" })
        }
        endings.formUnion(Gazetteer.nicknames.filter { place.cities.contains($0.value) }.keys)
        endings.formUnion(Gazetteer.boroughs.filter { place.standing(inBorough: $0.value) == .there }.keys)
        endings.formUnion(Gazetteer.partNicknames.filter { place.quarters.contains($0.value) }.keys)
        endings.formUnion(place.quarters.filter { !$0.isEmpty })
        if let street = venue.street.map(folded), !street.isEmpty { endings.insert(street) }
        let words = Set(endings.map { FoldedName($0).words })
        return words.filter { !$0.isEmpty }.sorted { left, right in
            left.count == right.count ? left.joined() < right.joined() : left.count > right.count
        }
    }

    static func words(of text: String) -> [String] {
        FoldedName.words(of: text).map { sameWords[$0] ?? $0 }
    }

    static func folded(_ text: String) -> String { words(of: text).joined(separator: " ") }

    /// A quarter's name without what listings add or leave out: "the Meatpacking District" is "meatpacking".
    static func foldedPart(_ text: String) -> String {
        let all = words(of: text)
        let kept = all.filter { !silentWords.contains($0) }
        return (kept.isEmpty ? all : kept).joined(separator: " ")
    }

    private static let sameWords = [
        "saint": "st", "sainte": "st", "fort": "ft", "mount": "mt", "centre": "center", "theatre": "theater",
        "sq": "square", "w": "west", "e": "east", "hts": "heights", "pk": "park", "vlg": "village", "vill": "village",
        "dist": "district", "neighbourhood": "neighborhood", "ave": "avenue",
    ]

    static let silentWords: Set<String> = ["the", "district", "neighborhood", "quarter", "area"]
}
