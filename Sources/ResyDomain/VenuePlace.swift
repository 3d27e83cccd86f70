/// Where a venue says it is, as folded names.
struct VenuePlace {
    /// The city and what it counts to: Brooklyn to New York, Santa Monica to Los Angeles.
    let cities: Set<String>
    /// The city as the venue itself names it.
    private let ownCity: String?
    /// A code or a name, as the venue has it.
    let region: String?
    let country: String?
    /// Its neighborhoods, with and without the words that only some listings add.
    let quarters: Set<String>

    init(_ venue: Venue) {
        ownCity = VenuePlace.name(venue.city)
        region = VenuePlace.name(venue.region)
        country = VenuePlace.name(venue.country)
        let names = (venue.neighborhood ?? "").split { $0 == "/" || $0 == "," || $0 == "&" }.map(String.init)
        quarters = Set(names.flatMap { [PlaceName.folded($0), PlaceName.foldedPart($0)] }.filter { !$0.isEmpty })
        cities = VenuePlace.cities(ownCity, region, slug: venue.citySlug)
    }

    private static func name(_ text: String?) -> String? {
        let folded = text.map(PlaceName.folded) ?? ""
        return folded.isEmpty ? nil : folded
    }

    private static func cities(_ city: String?, _ region: String?, slug: String?) -> Set<String> {
        var cities: Set<String> = []
        if let city {
            cities.insert(Gazetteer.nicknames[city] ?? city)
            if let borough = Gazetteer.boroughs[city] { cities.formUnion([borough, "new york"]) }
            for whole in Gazetteer.parents[city] ?? [] {
                if Gazetteer.boroughs[whole] != nil, region.map({ ["ny", "new york"].contains($0) }) ?? true {
                    cities.insert("new york")
                } else if let region, Gazetteer.metros[whole]?.contains(region) ?? false {
                    cities.insert(whole)
                }
            }
        }
        if let slug, !slug.isEmpty {
            // `new-york-ny`: the last word is the state's code.
            let words = PlaceName.words(of: slug)
            cities.insert(words.joined(separator: " "))
            if words.count > 1, words.last.map({ $0.utf8.count == 2 }) ?? false {
                cities.insert(words.dropLast().joined(separator: " "))
            }
        }
        return cities
    }

    // MARK: - Against what somebody named

    func standing(inCity city: String) -> PlaceStanding {
        if cities.contains(city) || quarters.contains(city) { return .there }
        return cities.isEmpty ? .silent : .elsewhere
    }

    func standing(inState code: String) -> PlaceStanding {
        // Western Australia has Washington's code.
        let isElsewhere = country.map { !["united states", "canada"].contains(CountryName.canonical($0)) } ?? false
        guard let region else { return isElsewhere ? .elsewhere : .silent }
        let isThere = region == code || region == Gazetteer.states[code] || Gazetteer.stateCodes[region] == code
        return isThere && !isElsewhere ? .there : .elsewhere
    }

    /// A part of New York takes no other part's restaurants, though Resy files all of them under the one city.
    func standing(inBorough borough: String) -> PlaceStanding {
        let city = ownCity.map { Gazetteer.nicknames[$0] ?? $0 } ?? ""
        if quarters.contains(borough) { return .there }
        guard !cities.isEmpty || !quarters.isEmpty else { return .silent }
        guard cities.isEmpty || cities.contains("new york") || cities.contains(borough) else { return .elsewhere }
        if let own = Gazetteer.boroughs[city] { return own == borough ? .there : .elsewhere }
        let wholes = quarters.union([city]).flatMap { Gazetteer.parents[$0] ?? [] }
        let boroughs = Set(wholes.filter { Gazetteer.boroughs[$0] != nil })
        if !boroughs.isEmpty { return boroughs.contains(borough) ? .there : .elsewhere }
        if cities.isEmpty { return .silent }
        // What Resy files under the city alone is in Manhattan, as a rule.
        return borough == "manhattan" && ["", "new york"].contains(city) ? .there : .elsewhere
    }

    /// `wholes`: the boroughs and cities that have a quarter of that name, empty where that is not known.
    func standing(inPart part: String, of wholes: Set<String>) -> PlaceStanding {
        if ownCity == part || quarters.contains(where: { VenuePlace.begins($0, with: part) }) { return .there }
        if quarters.contains(where: { Gazetteer.parents[$0]?.contains(part) ?? false }) { return .there }
        guard !cities.isEmpty else { return quarters.isEmpty ? .silent : .unsure }
        let standings = wholes.map { whole in
            Gazetteer.boroughs[whole] == nil ? standing(inCity: whole) : standing(inBorough: whole)
        }
        if !standings.isEmpty, standings.allSatisfy({ $0 == .elsewhere }) { return .elsewhere }
        if quarters.contains(where: { VenuePlace.begins(part, with: $0) }) { return .near }
        return quarters.isEmpty ? .near : .unsure
    }

    /// One of its quarters has that name as a part of its own, or the other way round: West Village beside Village.
    func hasNamesake(ofPart part: String) -> Bool {
        quarters.contains { VenuePlace.isPart(part, of: $0) || VenuePlace.isPart($0, of: part) }
    }

    /// "midtown east" is in "midtown", and "upper east side" is what "upper east" means. West Hollywood is not in Hollywood, nor
    /// East Harlem in Harlem: what stands before a name makes another place of it.
    private static func begins(_ quarter: String, with part: String) -> Bool {
        quarter == part || quarter.hasPrefix("\(part) ")
    }

    /// "village" of "west village": the words stand together in it.
    static func isPart(_ part: String, of whole: String) -> Bool {
        " \(whole) ".contains(" \(part) ")
    }
}
