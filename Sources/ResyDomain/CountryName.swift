/// Countries under the names people give them, each as folded words.
enum CountryName {
    /// The one name of a country that has several; any other text is itself.
    static func canonical(_ name: String) -> String { aliases[name] ?? name }

    /// Whether it is a country's name, or a part's of one, wherever it is said.
    static func isSure(_ name: String) -> Bool { aliases[name] != nil || others.contains(name) }

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
        "espana": "spain", "spain": "spain", "es": "spain", "esp": "spain",
        "uae": "united arab emirates", "united arab emirates": "united arab emirates", "netherlands": "netherlands",
        "holland": "netherlands", "the netherlands": "netherlands",
    ]

    /// Those with one name.
    private static let others: Set<String> = [
        "argentina", "australia", "austria", "belgium", "brazil", "canada", "chile", "china", "colombia", "costa rica",
        "croatia", "cuba", "cyprus", "czechia", "czech republic", "denmark", "dominican republic", "egypt", "estonia",
        "finland", "france", "germany", "greece", "guatemala", "hungary", "iceland", "india", "indonesia", "ireland",
        "israel", "italy", "jamaica", "japan", "jordan", "kenya", "latvia", "lebanon", "lithuania", "luxembourg",
        "malaysia",
        "malta", "mexico", "monaco", "morocco", "new zealand", "nigeria", "norway", "panama", "peru", "philippines",
        "poland", "portugal", "qatar", "romania", "russia", "saudi arabia", "serbia", "singapore", "slovakia",
        "slovenia",
        "south africa", "south korea", "korea", "spain", "sweden", "switzerland", "taiwan", "thailand", "tunisia",
        "turkey",
        "ukraine", "uruguay", "venezuela", "vietnam", "bahamas", "barbados", "ecuador", "puerto rico",
    ]
}
