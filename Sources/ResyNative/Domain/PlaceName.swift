/// Cities, states and countries under the names people give them.
enum PlaceName {
    /// Whether `location`, such as "NYC", "West Village", "Austin, TX" or "London, UK", names a place the venue is in; nil
    /// where the venue does not say where it is, or the text names no place.
    static func contains(_ venue: Venue, in location: String) -> Bool? {
        let terms = terms(of: venue)
        let said = parts(of: location, country: venue.country.map(folded))
        var parts: [String] = []
        var isInCountry: Bool?
        for part in said {
            // Singapore is a city first.
            guard !terms.contains(part), CountryName.isSure(part) || part == venue.country.map(folded) else {
                parts.append(part)
                continue
            }
            guard let isThere = CountryName.contains(venue, part) else { continue }
            guard isThere else { return false }
            isInCountry = true
        }
        guard !parts.isEmpty else { return isInCountry }
        guard !terms.isEmpty else { return nil }
        if parts.count == 1, let city = nicknames[parts[0]] {
            // "LA" alone is the city; after a comma it is Louisiana.
            return terms.contains(city)
        }
        if terms.contains(parts.joined(separator: " ")), !parts.contains(where: { boroughs[$0] != nil }) { return true }
        return parts.allSatisfy { part in
            if let borough = boroughs[part] { return isIn(borough, venue) }
            return terms.contains(part) || nicknames[part].map(terms.contains) ?? false
        }
    }

    /// A part of New York takes no other part's restaurants, though Resy files all of them under the one city.
    private static func isIn(_ borough: String, _ venue: Venue) -> Bool {
        if neighborhoods(of: venue).contains(borough) { return true }
        let city = venue.city.map(folded).map { nicknames[$0] ?? boroughs[$0] ?? $0 } ?? ""
        if boroughs[city] != nil { return city == borough }
        let isMain = borough == "manhattan" && (city.isEmpty || city == "new york")
        return cities(of: venue).contains(isMain ? "new york" : borough)
    }

    /// Endings that a listing may add to a name to say where the venue is, each as folded words, the longest first.
    static func suffixes(of venue: Venue) -> [[String]] {
        var endings = cities(of: venue)
        if let region = venue.region.map(folded), !region.isEmpty {
            endings.formUnion(endings.map { "\($0) \(region)" })
        }
        endings.formUnion(nicknames.filter { endings.contains($0.value) }.keys)
        endings.formUnion(boroughs.filter { isIn($0.value, venue) }.keys)
        endings.formUnion(neighborhoods(of: venue))
        return endings.map { $0.split(separator: " ").map(String.init) }.sorted { left, right in
            left.count == right.count ? left.joined() < right.joined() : left.count > right.count
        }
    }

    private static func terms(of venue: Venue) -> Set<String> {
        var terms = cities(of: venue).union(neighborhoods(of: venue))
        if let region = venue.region.map(folded), !region.isEmpty {
            terms.insert(region)
            if let state = states[region] { terms.insert(state) }
        }
        return terms
    }

    private static func cities(of venue: Venue) -> Set<String> {
        var cities: Set<String> = []
        if let city = venue.city.map(folded), !city.isEmpty {
            cities.insert(nicknames[city] ?? city)
            if city == "manhattan" { cities.insert("new york") }
        }
        if let slug = venue.citySlug, !slug.isEmpty {
            // `new-york-ny`: the last word is the state's code.
            let words = FoldedName.words(of: slug)
            cities.insert(words.joined(separator: " "))
            if words.count > 1, words.last.map({ $0.utf8.count == 2 }) ?? false {
                cities.insert(words.dropLast().joined(separator: " "))
            }
        }
        return cities
    }

    private static func neighborhoods(of venue: Venue) -> Set<String> {
        let names = (venue.neighborhood ?? "").split { $0 == "/" || $0 == "," }
        return Set(names.map { folded(String($0)) }.filter { !$0.isEmpty })
    }

    /// Split at commas, and before a country or a state's code at the end; without postal codes.
    private static func parts(of location: String, country: String?) -> [String] {
        let ends = CountryName.endings + [country].compactMap(\.self)
        var parts = CleanText.name(location).split(separator: ",").map { folded(String($0)) }
        parts = parts.flatMap { part -> [String] in
            guard let end = ends.first(where: { part.hasSuffix(" " + $0) }), part != country else { return [part] }
            return [String(part.dropLast(end.count + 1)), end]
        }
        parts.removeAll { $0 == "the" || $0.allSatisfy(\.isNumber) }
        parts = parts.flatMap { part -> [String] in
            var words = part.split(separator: " ").map(String.init)
            if words.count > 1, words.last?.allSatisfy(\.isNumber) ?? false { words.removeLast() }
            guard words.count > 1, nicknames[words.joined(separator: " ")] == nil, let last = words.last,
                states[last] != nil
            else { return [words.joined(separator: " ")] }
            return [words.dropLast().joined(separator: " "), last]
        }
        return parts.filter { !$0.isEmpty }
    }

    static func folded(_ text: String) -> String {
        FoldedName.words(of: text).joined(separator: " ")
    }

    private static let nicknames = [
        "nyc": "new york", "ny": "new york", "new york city": "new york",
        "sf": "san francisco", "san fran": "san francisco", "la": "los angeles", "dc": "washington",
        "washington dc": "washington", "washington d c": "washington", "vegas": "las vegas", "nola": "new orleans",
        "philly": "philadelphia", "atx": "austin", "chi": "chicago",
    ]

    /// Of New York.
    private static let boroughs = [
        "manhattan": "manhattan", "brooklyn": "brooklyn", "bk": "brooklyn", "queens": "queens", "bronx": "bronx",
        "the bronx": "bronx", "staten island": "staten island",
    ]

    /// Without "new york" and "washington", which mean the city when said alone.
    private static let states = [
        "al": "alabama", "ak": "alaska", "az": "arizona", "ar": "arkansas", "ca": "california", "co": "colorado",
        "ct": "connecticut", "de": "delaware", "fl": "florida", "ga": "georgia", "hi": "hawaii", "id": "idaho",
        "il": "illinois", "in": "indiana", "ia": "iowa", "ks": "kansas", "ky": "kentucky", "la": "louisiana",
        "me": "maine", "md": "maryland", "ma": "massachusetts", "mi": "michigan", "mn": "minnesota",
        "ms": "mississippi", "mo": "missouri", "mt": "montana", "ne": "nebraska", "nv": "nevada",
        "nh": "new hampshire", "nj": "new jersey", "nm": "new mexico", "nc": "north carolina", "nd": "north dakota",
        "oh": "ohio", "ok": "oklahoma", "or": "oregon", "pa": "pennsylvania", "ri": "rhode island",
        "sc": "south carolina", "sd": "south dakota", "tn": "tennessee", "tx": "texas", "ut": "utah", "vt": "vermont",
        "va": "virginia", "wv": "west virginia", "wi": "wisconsin", "wy": "wyoming", "ny": "new york state",
        "wa": "washington state", "dc": "district of columbia",
    ]
}
