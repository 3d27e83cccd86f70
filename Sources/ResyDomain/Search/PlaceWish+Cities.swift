/// Where on a map to look for what the words name.
extension PlaceWish {
    /// The cities that are named.
    package var namedCities: Set<String> {
        Set(items.flatMap(\.readings).compactMap { if case .city(let name) = $0 { name } else { nil } })
    }

    /// The cities that are named; where none is, those that have a part of that name.
    package var cityNames: Set<String> {
        guard namedCities.isEmpty else { return namedCities }
        let wholes = items.flatMap(\.readings).flatMap { reading -> [String] in
            switch reading {
            case .part(_, let wholes): Array(wholes)
            case .borough(let name): [name]
            case .city, .state, .country: []
            }
        }
        return Set(wholes.map { Gazetteer.boroughs[$0] == nil ? $0 : Gazetteer.ofBoroughs })
    }

    /// The cities are only those that have a part of that name.
    package var leavesCityOpen: Bool { namedCities.isEmpty }

    /// Most who name a part alone that several cities have mean this one's, where it is among them.
    package static let usualCity = Gazetteer.ofBoroughs

    /// Boroughs, neighborhoods, and towns that count to a city.
    package var partNames: Set<String> {
        Set(
            items.filter { $0.size.rawValue <= Size.borough.rawValue }.map {
                Gazetteer.partNicknames[$0.name] ?? $0.name
            })
    }

    /// It says no more than a part that every city has: `downtown`, `the city center`.
    package static func isOfEveryCity(_ text: String) -> Bool {
        let words = PlaceName.words(of: text)
        let silent: Set<String> = ["the", "a", "in", "near", "around", "area", "somewhere", "of"]
        let common: Set<String> = ["downtown", "central", "center", "city", "town", "middle", "old"]
        let said = words.filter { !silent.contains($0) }
        return said.contains { ["downtown", "center"].contains($0) } && said.allSatisfy(common.contains)
    }

    /// The names of its parts, as a search may find them among a restaurant's words; what no list knows may be one, too.
    package var partWords: String { (partNames.sorted() + unread).joined(separator: " ") }

    /// It names a neighborhood, or what may be one: a small place, unlike a borough.
    package var isQuarter: Bool { !unread.isEmpty || items.contains { $0.size == .part } }

    /// A state, a country, and nothing smaller.
    package var isWide: Bool {
        isPlaced && items.allSatisfy { $0.size.rawValue >= Size.state.rawValue } && cityNames.isEmpty
    }

    /// Whether one of that name is in the state and country that are named, as far as that is known.
    package func allows(_ city: ListedCity) -> Bool {
        let (venue, place) = (city.venue, VenuePlace(city.venue))
        let wide = items.filter { $0.readings.allSatisfy { $0.size.rawValue >= Size.state.rawValue } }
        // Of several states, each is a choice.
        let standings = [Size.state, .country].compactMap { size in
            wide.flatMap(\.readings).filter { $0.size == size }.map { $0.standing(of: place, venue) }.max()
        }
        return !standings.contains(.elsewhere)
    }

    /// The words that are no known place, with those around them: a list may know them. At most 60.
    package static func unknownNames(in text: String, _ wish: PlaceWish) -> Set<String> {
        var names: Set<String> = []
        for part in CleanText.line(text).split(whereSeparator: { ",;()/".contains($0) }) {
            let words = PlaceName.words(of: String(part))
            for start in words.indices {
                for end in start..<min(words.count, start + 4) {
                    let run = words[start...end]
                    if run.contains(where: wish.unread.contains), names.count < 60 {
                        names.insert(run.joined(separator: " "))
                    }
                }
            }
        }
        return names
    }

    /// `West Village`: the parts as they are written.
    package var spokenParts: String? {
        let parts = items.filter { $0.size.rawValue <= Size.borough.rawValue }.map(\.name)
        guard !parts.isEmpty else { return nil }
        return parts.map { name in
            (Gazetteer.partNicknames[name] ?? name).split(separator: " ").map { word in
                ["of", "and", "the"].contains(word) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
            }.joined(separator: " ")
        }.joined(separator: ", ")
    }
}
