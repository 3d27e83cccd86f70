/// What a person's words for a place come to: the places that they name, the larger ones narrowing nothing but other cities.
///
/// Articles, directions and fillers count for nothing, unless a place is called so. Names of one size are a choice ("SoHo or
/// Tribeca"), names of several sizes hold together ("West Village, New York, NY").
package struct PlaceWish: Sendable {
    /// From the smallest to the largest.
    enum Size: Int { case part, borough, city, state, country }

    enum Reading: Hashable {
        case part(String, of: Set<String>)
        case borough(String)
        case city(String)
        case state(String)
        case country(String)

        var size: Size {
            switch self {
            case .part: .part
            case .borough: .borough
            case .city: .city
            case .state: .state
            case .country: .country
            }
        }

        func standing(of place: VenuePlace, _ venue: Venue) -> PlaceStanding {
            switch self {
            case .part(let name, let wholes):
                // Every city has an uptown, whichever quarter is called so elsewhere.
                max(
                    place.standing(inPart: name, of: wholes),
                    PlaceWish.directions.contains(name) ? .unsure : .elsewhere)
            case .borough(let name): place.standing(inBorough: name)
            case .city(let name): place.standing(inCity: name)
            case .state(let code): place.standing(inState: code)
            case .country(let name):
                CountryName.contains(venue, name).map { $0 ? .there : .elsewhere } ?? .silent
            }
        }
    }

    /// What one name may mean.
    struct Item {
        var name: String
        var readings: Set<Reading>

        var size: Size { readings.map(\.size).max { $0.rawValue < $1.rawValue } ?? .part }
        var mayBeCity: Bool { readings.contains { $0.size == .city } }
        /// Where it lies, if it is a quarter and nothing else.
        var partWholes: Set<String>? {
            var all: Set<String> = []
            for reading in readings {
                guard case .part(_, let wholes) = reading else { return nil }
                all.formUnion(wholes)
            }
            return readings.isEmpty ? nil : all
        }
    }

    private(set) var items: [Item] = []
    /// What is no place that is known.
    private(set) var unread: [String] = []

    /// Every word of it is understood, and at least one place is named.
    package var isPlaced: Bool { unread.isEmpty && !items.isEmpty }

    /// The places alone, for a search.
    package var searchWords: String { items.map(\.name).joined(separator: " ") }

    /// `venues` are what a search found: a neighborhood that one of them names is a place.
    package init(_ text: String, among venues: [Venue] = []) {
        let vocabulary = Vocabulary(venues)
        let parts = CleanText.line(text).split { $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "/" }
        for (index, part) in parts.enumerated() {
            read(PlaceName.words(of: String(part)), isFirst: index == 0, isAlone: parts.count == 1, vocabulary)
        }
        settleStates()
        settleDirections()
    }

    /// Where a person says that any place will do.
    package static func isAnywhere(_ text: String) -> Bool {
        let said = FoldedName.words(of: text).joined(separator: " ")
        return Indifference.isSaid(said) || anywhere.contains(said)
    }

    private static let anywhere: Set<String> = [
        "anywhere", "everywhere", "wherever", "any location", "any city", "any place", "any area", "all", "worldwide",
    ]

    package func standing(of venue: Venue) -> PlaceStanding {
        // "Not Brooklyn" names where it shall not be, and nothing more.
        guard !isNegated else { return .unplaced }
        let place = VenuePlace(venue)
        var bySize: [Int: PlaceStanding] = [:]
        for item in items {
            let best = item.readings.map { $0.standing(of: place, venue) }.max() ?? .unplaced
            bySize[item.size.rawValue] = max(bySize[item.size.rawValue] ?? best, best)
        }
        let standings = bySize.values
        if standings.contains(.elsewhere) { return .elsewhere }
        guard isPlaced else { return .unplaced }
        if standings.contains(.unsure) { return .unsure }
        if standings.contains(.near) { return .near }
        return standings.contains(.there) ? .there : .silent
    }

    /// It says where it shall not be.
    package var isNegated: Bool { unread.contains { PlaceWish.negations.contains($0) } }

    // MARK: - Reading

    private mutating func read(_ words: [String], isFirst: Bool, isAlone: Bool, _ vocabulary: Vocabulary) {
        var position = 0
        var hasSaid = false
        while position < words.count {
            let word = words[position]
            let previous = position > 0 ? words[position - 1] : ""
            let isRelative = PlaceWish.relations.contains(previous)
            let isLast = words[(position + 1)...].allSatisfy { $0.allSatisfy(\.isNumber) }
            // "LA" alone is the city; behind a place it may be Louisiana. "Near me" is not in Maine.
            let isCode =
                isLast && !isRelative && Gazetteer.states[word] != nil
                && (hasSaid || !isFirst && position == 0
                    || words.count == 1 && isAlone && !Gazetteer.wordyCodes.contains(word))
            let code: Set<Reading> = isCode ? [.state(word)] : []
            if let (length, item) = vocabulary.longest(words[position...]) {
                if isRelative, item.name == "us" {
                    unread.append(item.name)
                } else if PlaceWish.compass.contains(previous), item.mayBeCity,
                    Gazetteer.boroughs[item.name] == nil
                {
                    let cities = item.readings.compactMap { if case .city(let city) = $0 { city } else { nil } }
                    let name = "\(previous) \(item.name)"
                    items.append(Item(name: name, readings: [.part(name, of: Set(cities))]))
                } else if let wholes = item.partWholes, PlaceWish.sides.contains(previous),
                    !PlaceWish.directions.contains(item.name)
                {
                    // East Williamsburg is another place than Williamsburg.
                    let name = "\(previous) \(item.name)"
                    items.append(Item(name: name, readings: [.part(name, of: wholes)]))
                } else {
                    items.append(
                        Item(
                            name: item.name,
                            readings: length == 1 && (hasSaid || !isFirst) ? item.readings.union(code) : item.readings))
                }
                hasSaid = true
                position += length
                continue
            }
            position += 1
            if isCode {
                items.append(Item(name: word, readings: code))
                hasSaid = true
            } else if PlaceWish.fillers.contains(word) {
                continue
            } else if word.allSatisfy(\.isNumber), word.count == 5, hasSaid || !items.isEmpty {
                // A postal code behind its town.
                continue
            } else if hasSaid, word.utf8.count <= 4, word.contains(where: \.isNumber), word.contains(where: \.isLetter)
            {
                // So is London's W1D 3DB.
                continue
            } else {
                unread.append(word)
                hasSaid = true
            }
        }
    }

    /// "New York" is the state only where no other city or state follows it: "Buffalo, New York", "New York, NY".
    private mutating func settleStates() {
        let large = items.indices.filter { items[$0].size.rawValue >= Size.city.rawValue && items[$0].size != .country }
        for index in large.dropLast() where items[index].mayBeCity {
            items[index].readings = items[index].readings.filter { $0.size != .state }
        }
        // Behind a city it is the state alone, or the two would be a choice.
        if let last = large.last, large.dropLast().contains(where: { items[$0].size == .city }),
            items[last].readings.contains(where: { $0.size == .state })
        {
            items[last].readings = items[last].readings.filter { $0.size != .city }
        }
    }

    /// "Uptown" is a quarter of Chicago and no part of Manhattan: beside a place that has none of that name it is a direction.
    private mutating func settleDirections() {
        let directions = PlaceWish.directions
        guard items.contains(where: { !directions.contains($0.name) }) else { return }
        var others: Set<String> = []
        for item in items where !directions.contains(item.name) {
            for reading in item.readings {
                switch reading {
                case .part(_, let wholes): others.formUnion(wholes)
                case .borough(let name), .city(let name): others.insert(name)
                case .state, .country: continue
                }
            }
        }
        items.removeAll { item in
            directions.contains(item.name)
                && item.readings.allSatisfy { reading in
                    guard case .part(_, let wholes) = reading else { return false }
                    let isInNewYork = wholes.contains { Gazetteer.boroughs[$0] != nil }
                    return wholes.isDisjoint(with: others) && !(isInNewYork && others.contains("new york"))
                }
        }
    }

    private static let directions: Set<String> = ["downtown", "uptown", "midtown", "central", "center"]

    /// "South Chicago" is no other name for Chicago.
    private static let compass: Set<String> = [
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "ne", "nw", "se", "sw",
    ]

    private static let sides: Set<String> = compass.union(["upper", "lower"])

    private static let negations: Set<String> = [
        "not", "no", "but", "except", "excluding", "without", "besides", "outside", "beyond", "other", "else", "than",
    ]

    /// What stands before a person and not before a country or a state's code.
    private static let relations: Set<String> = ["near", "around", "by", "to", "from", "with", "of", "for"]

    private static let fillers: Set<String> = [
        "the", "a", "an", "in", "near", "nearby", "around", "by", "at", "on", "of", "to", "close", "next", "from",
        "within",
        "inside", "into", "for", "and", "or", "n", "is", "its", "my", "our", "it",
        "downtown", "uptown", "midtown", "central", "lower", "upper", "inner", "outer", "north", "south", "east",
        "west",
        "northern", "southern", "eastern", "western", "northeast", "northwest", "southeast", "southwest", "ne", "nw",
        "se", "sw", "area", "areas", "greater", "metro", "metropolitan", "city", "cities", "town", "district",
        "quarter",
        "neighborhood", "neighborhoods", "hood", "region", "center", "proper", "somewhere", "anywhere", "side", "part",
        "parts", "section", "location", "branch", "outpost", "one", "ones", "please", "restaurant", "ideally",
        "preferably", "core", "heart", "vicinity", "zone", "state", "county", "borough", "outskirts", "suburbs",
        "suburban",
        "about", "just", "only", "thereabouts", "so", "over", "up", "down", "out", "there", "maybe", "probably",
        "either", "adjacent",
    ]

    // MARK: - What is known

    /// The gazetteer's names, and those that the venues found have.
    private struct Vocabulary {
        private var cities: Set<String> = []
        private var regions: Set<String> = []
        private var countries: Set<String> = []
        private var parts: [String: Set<String>] = [:]

        init(_ venues: [Venue]) {
            for venue in venues {
                let place = VenuePlace(venue)
                cities.formUnion(place.cities)
                if let region = place.region { regions.insert(region) }
                if let country = place.country { countries.insert(country) }
                for quarter in place.quarters { parts[quarter, default: []].formUnion(place.cities) }
            }
        }

        /// The longest name that the words begin with.
        func longest(_ words: ArraySlice<String>) -> (length: Int, item: Item)? {
            for length in stride(from: min(6, words.count), through: 1, by: -1) {
                let name = words.prefix(length).joined(separator: " ")
                let readings = readings(of: name)
                if !readings.isEmpty { return (length, Item(name: name, readings: readings)) }
                // "Manhattan's West Village"
                guard name.utf8.count >= 6, name.hasSuffix("s") else { continue }
                let owner = String(name.dropLast())
                let owned = self.readings(of: owner)
                if !owned.isEmpty { return (length, Item(name: owner, readings: owned)) }
            }
            return misspelt(words)
        }

        private func readings(of name: String) -> Set<Reading> {
            var readings: Set<Reading> = []
            if let city = Gazetteer.nicknames[name] { readings.insert(.city(city)) }
            if let region = Gazetteer.regions[name] { readings.formUnion(region.map { .city($0) }) }
            if let borough = Gazetteer.boroughs[name] { readings.insert(.borough(borough)) }
            if let code = Gazetteer.stateCodes[name] { readings.insert(.state(code)) }
            if CountryName.isSure(name) || countries.contains(name) { readings.insert(.country(name)) }
            let part = Gazetteer.partNicknames[name] ?? name
            if let wholes = Gazetteer.parents[part] { readings.insert(.part(part, of: wholes)) }
            if let wholes = parts[part] {
                readings = readings.filter { $0.size != .part }
                readings.insert(.part(part, of: wholes.union(Gazetteer.parents[part] ?? [])))
            }
            let isCity = Gazetteer.cities.contains(name) || cities.contains(name)
            // A town that counts to a city is a part of it, and none of the city's other parts.
            if isCity, Gazetteer.boroughs[name] == nil, Gazetteer.parents[name] == nil { readings.insert(.city(name)) }
            if readings.isEmpty, regions.contains(name), Gazetteer.states[name] == nil { readings.insert(.city(name)) }
            if readings.isEmpty, !PlaceWish.fillers.contains(name), Gazetteer.states[name] == nil,
                name.utf8.count >= 3,
                case let wholes = parts.filter({ VenuePlace.isPart(name, of: $0.key) }), !wholes.isEmpty
            {
                readings.insert(.part(name, of: wholes.values.reduce([]) { $0.union($1) }))
            }
            return readings
        }

        /// One slip of the pen in a name of seven letters or more that fits no other.
        private func misspelt(_ words: ArraySlice<String>) -> (length: Int, item: Item)? {
            for length in stride(from: min(3, words.count), through: 1, by: -1) {
                let name = words.prefix(length).joined(separator: " ")
                guard name.count >= 7, words.prefix(length).allSatisfy({ !PlaceWish.fillers.contains($0) }) else {
                    continue
                }
                let letters = Array(name)
                let close = Set(
                    Gazetteer.misspellable.filter { known in
                        known.first == letters.first && abs(known.count - letters.count) <= 1
                            && EditDistance.between(letters, Array(known)) == 1
                    })
                if close.count == 1, let known = close.first {
                    return (length, Item(name: known, readings: readings(of: known)))
                }
            }
            return nil
        }
    }
}

extension Gazetteer {
    fileprivate static let misspellable: Set<String> = cities.union(parents.keys).union(boroughs.keys)
        .union(stateCodes.keys).filter { $0.count >= 7 }
}
