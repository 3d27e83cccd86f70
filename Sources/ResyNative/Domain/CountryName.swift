/// Countries under the names people give them, each as folded words.
enum CountryName {
    /// The one name of a country that has several; any other text is itself.
    static func canonical(_ name: String) -> String { aliases[name] ?? name }

    /// Whether it is a country's name, or a part's of one, wherever it is said.
    static func isSure(_ name: String) -> Bool { aliases[name] != nil }

    /// Endings that name a country behind a city without a comma, as in "London UK".
    static let endings = ["united kingdom", "great britain", "uk", "england", "scotland", "united states", "usa", "us"]

    /// Whether a venue is in the country; nil where the venue does not say.
    static func contains(_ venue: Venue, _ name: String) -> Bool? {
        guard let country = venue.country.map(PlaceName.folded), !country.isEmpty else { return nil }
        guard canonical(country) == canonical(name) else { return false }
        // England is no part of Scotland.
        guard nations.contains(name), let region = venue.region.map(PlaceName.folded), nations.contains(region) else {
            return true
        }
        return region == name
    }

    private static let nations: Set<String> = ["england", "scotland", "wales", "northern ireland"]

    private static let aliases = [
        "usa": "united states", "us": "united states", "united states": "united states",
        "united states of america": "united states", "america": "united states",
        "uk": "united kingdom", "gb": "united kingdom", "gbr": "united kingdom", "united kingdom": "united kingdom",
        "great britain": "united kingdom", "britain": "united kingdom", "england": "united kingdom",
        "scotland": "united kingdom", "wales": "united kingdom", "northern ireland": "united kingdom",
        "uae": "united arab emirates", "holland": "netherlands", "the netherlands": "netherlands",
    ]
}
