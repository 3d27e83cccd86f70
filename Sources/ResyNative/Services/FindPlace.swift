internal import ResyDomain

/// Where words for a place are: Google where there is a key, else Resy's own cities.
struct FindPlace: Sendable {
    let places: PlacesAPI?
    let resy: ResyCall
    private let cities: CityList
    /// Where `downtown` is, if no city is said.
    private let usualCity: String?

    init(resy: ResyCall, places: PlacesAPI?, store: Store, clock: any WallClock, usualCity: String? = nil) {
        self.usualCity = usualCity
        self.resy = resy
        self.places = places
        cities = CityList(resy: resy, store: store, clock: clock)
    }

    /// Throws `bad_request` for words that cannot be placed, `near me` among them.
    func find(_ location: String) async throws -> SearchArea {
        guard let said = OwnPlace.without(CleanText.line(location)) else {
            throw ResyError(.badRequest, .venue(.whereAreYou(location)), advice: [.venue(.sayWhere)])
        }
        let wish = PlaceWish(said)
        guard !said.trimmed.isEmpty, !wish.isNegated else { throw unplaced(location) }
        guard !wish.isWide else {
            throw ResyError(.badRequest, .venue(.tooWide(location)), advice: [.venue(.givePlace)])
        }
        if PlaceWish.isOfEveryCity(said) {
            guard let usualCity, !PlaceWish.isOfEveryCity(usualCity) else {
                throw ResyError(.badRequest, .venue(.whichCity(location)), advice: [.venue(.sayWhere)])
            }
            return try await find(usualCity)
        }
        let isCity = wish.isPlaced && wish.partNames.isEmpty
        var others: ResyError?
        do {
            if isCity, let area = try await listed(said, wish) { return area }
        } catch let error as ResyError {
            // A map may know of one that Resy's list does not have.
            guard case .venue(.otherRegion) = error.finding else { throw error }
            others = error
        }
        let (found, fault) = try await google(said, wish)
        if let found { return found }
        if let others { throw others }
        var area = isCity ? nil : try await listed(said, wish)
        area = area ?? byWords(said, wish)
        if let fault { area?.remarks.append(.venue(.withoutGoogle(fault.finding, fault.advice))) }
        guard let area else { throw unplaced(location) }
        return area
    }

    /// By the city it lies in, where that is known; a search never says.
    func zone(of venue: Venue) async -> Zone? {
        if let zone = venue.zone { return zone }
        return try? await cities.zone(of: venue)
    }

    private func unplaced(_ location: String) -> ResyError {
        ResyError(.badRequest, .venue(.unknownPlace(location)), advice: [.venue(.givePlace)])
    }

    // MARK: - Resy's list

    /// Nil where the list does not have it, or cannot be had.
    private func listed(_ text: String, _ said: PlaceWish) async throws -> SearchArea? {
        var wish = said
        var known = try await cities.cities(named: wish.cityNames.union(wish.partNames))
        if !wish.isPlaced {
            // A town that only the list has.
            known += try await cities.cities(named: PlaceWish.unknownNames(in: text, wish))
            wish = PlaceWish(text, among: known.map(\.venue))
        }
        let (cityNames, partNames) = (wish.cityNames, wish.partNames)
        let allowed = known.filter { wish.allows($0) }
        let namesakes = known.filter { !$0.names.isDisjoint(with: wish.namedCities) }
        if wish.isPlaced, !namesakes.isEmpty, namesakes.allSatisfy({ !wish.allows($0) }) {
            let names = Array(Set(namesakes.map(\.spoken)).sorted().prefix(6))
            throw ResyError(.badRequest, .venue(.otherRegion(text, names)), advice: [.venue(.sayWhichPlace(names))])
        }
        let parts = allowed.filter { !$0.names.isDisjoint(with: partNames) }
        var whole = allowed.filter { !$0.names.isDisjoint(with: cityNames) }
        if wish.leavesCityOpen, whole.count > 1 {
            // What was searched is always said.
            let first = whole.filter { $0.names.contains(PlaceWish.usualCity) }
            if !first.isEmpty { whole = first }
        }
        guard !whole.isEmpty || !parts.isEmpty else { return nil }
        let isPart = whole.isEmpty
        guard var circle = CityCircle(around: isPart ? parts : whole) else {
            throw undecided(text, isPart ? parts : whole)
        }
        if !isPart, let part = parts.first(where: { circle.metres(to: $0).map { $0 <= 60_000 } ?? false }) {
            circle = CityCircle(part)
        }
        let cities = isPart ? parts : whole
        let names = ([isPart ? nil : wish.spokenParts] + cities.map { $0.name }).compactMap(\.self)
        var area = SearchArea(
            name: names.prefix(6).joined(separator: ", "), latitude: circle.latitude, longitude: circle.longitude,
            radiusMetres: circle.radiusMetres, zone: cities.lazy.compactMap(\.zone).first,
            narrowed: wish.isPlaced && partNames.isEmpty ? nil : text)
        area.isDoubtful = !wish.isPlaced
        if area.isDoubtful { area.name = text }
        // `the Bay Area (Oakland, San Francisco)`
        if cities.count > 1 { area.name = "\(text) (\(area.name))" }
        return area
    }

    private func undecided(_ text: String, _ cities: [ListedCity]) -> ResyError {
        var names: [String] = []
        for city in cities where !names.contains(city.spoken) { names.append(city.spoken) }
        names = Array(names.prefix(6))
        return ResyError(.badRequest, .venue(.severalPlaces(text, names)), advice: [.venue(.sayWhichPlace(names))])
    }

    /// Where no map is at hand, the place goes into the search itself, and the restaurants say where they are.
    private func byWords(_ text: String, _ wish: PlaceWish) -> SearchArea {
        let usual = PlaceWish.usualCity
        let city = wish.leavesCityOpen && wish.cityNames.contains(usual) ? [usual] : []
        var area = SearchArea(
            name: text,
            words: ([wish.isPlaced ? wish.searchWords : text] + city).joined(separator: " "), narrowed: text)
        area.isDoubtful = !wish.isPlaced
        return area
    }

    // MARK: - Google

    /// How far around a house or a square is still near it.
    private static let walk = 1_200
    /// Google's middle of a neighborhood and Resy's restaurants in it may lie apart.
    private static let neighborhood = 3_000

    private func google(_ text: String, _ wish: PlaceWish) async throws -> (SearchArea?, fault: ResyError?) {
        guard let places else { return (nil, nil) }
        let found: [Place]
        do {
            found = try await places.locate(text, before: resy.context.deadline)
        } catch let error as ResyError {
            try Task.checkCancellation()
            return (nil, error)
        }
        guard let place = found.first(where: { isMeant($0, text, wish) }), let north = place.latitude,
            let east = place.longitude, Whereabouts.metres(from: (north, east), to: (north, east)) != nil
        else { return (nil, nil) }
        let isPart = place.kind == .area && wish.isPlaced && !wish.partNames.isEmpty
        let radius =
            place.kind == .area
            ? min(max(place.reachMetres ?? CityCircle.usual, isPart ? Self.neighborhood : 1_500), 32_000) : Self.walk
        let address = place.address ?? ""
        var area = SearchArea(
            name: address.isEmpty || !address.contains(place.name) && place.kind != .area
                ? [place.name, address].filter { !$0.isEmpty }.joined(separator: ", ") : address,
            latitude: north, longitude: east, radiusMetres: radius,
            zone: try await cities.nearest(to: (north, east))?.zone, narrowed: isPart ? text : nil)
        area.isPoint = place.kind != .area || isPart
        return (area, nil)
    }

    /// Google likes to answer with restaurants that are in a place, or called like it: these are places to be near only
    /// where their own name or street was said.
    private func isMeant(_ place: Place, _ text: String, _ wish: PlaceWish) -> Bool {
        switch place.kind {
        case .area, .spot: return true
        case .unknown: return !wish.isPlaced
        case .restaurant:
            guard !wish.isPlaced else { return false }
            if let said = StreetAddress(text), let own = place.address.flatMap({ StreetAddress($0) }),
                said.isSame(as: own)
            {
                return true
            }
            return NameRelation.between(FoldedName(text), Venue(id: 0, name: place.name)) != nil
        }
    }
}
