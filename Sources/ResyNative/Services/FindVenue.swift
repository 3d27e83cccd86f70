/// Which restaurant on Resy a diner means: cache, then search, then proof.
struct FindVenue: Sendable {
    let api: ResyAPI
    let places: PlacesAPI?
    let store: Store
    let links: VenueLinks
    let clock: any WallClock

    /// A venue seldom moves; one that is not on Resy may join tomorrow.
    private static let shelfLife: Double = 14 * 86_400
    private static let absenceShelfLife: Double = 86_400

    /// The venue with its zone. Throws `ResyError` for a name that fits none or several.
    func find(_ name: String, location: String?, access: Access, _ context: CallContext) async throws -> FoundVenue {
        guard !CleanText.seen(name).isEmpty else {
            throw ResyError(
                .badRequest, "restaurant_name is empty.",
                hint: "Give the restaurant's name, such as \u{201C}Carbone\u{201D}, or its resy.com link.")
        }
        if let host = VenueReference.host(of: name), !links.areOn(host) {
            throw ResyError(
                .badRequest, "\(CleanText.quoted(CleanText.line(name).isEmpty ? host : name)) is not a link of Resy's.",
                hint: "Give the link of the restaurant's page at resy.com, or its name.")
        }
        let reference = VenueReference(name)
        if case .link = reference {
            throw ResyError(
                .badRequest, "\(CleanText.quoted(reference.spoken)) is not the link of a restaurant's page.",
                hint: "Give the link of the restaurant's own page at resy.com, or its name.")
        }
        let trimmed = CleanText.line(reference.spoken)
        let place =
            reference.isName
            ? location.map { CleanText.line($0) }.flatMap { $0.isEmpty || PlaceWish.isAnywhere($0) ? nil : $0 } : nil
        let key = "\(key(of: reference))|\(place.map { FoldedName($0).key } ?? "")"
        switch try? await store.cachedVenue(key: key, now: clock.now) {
        case .venue(let venue) where venue.zone != nil: return found(venue, as: trimmed)
        case .notOnResy: throw notOnResy(trimmed, place)
        default: break
        }
        let google = reference.isName ? try await askGoogle(trimmed, place, context) : GooglesAnswer()
        do {
            let venue = try await resolve(trimmed, place, google.place, access, context)
            try? await store.cacheVenue(
                key: key, venue: venue, now: clock.now, expires: clock.now.adding(Self.shelfLife))
            return found(venue, as: trimmed, google.fault)
        } catch var error as ResyError where google.fault != nil {
            // What is not found now may be found with Google's help, so it is not remembered.
            error.hint += " \(google.fault ?? "")"
            throw error
        } catch let error as ResyError where error.code == .venueNotFound && error.choices.isEmpty {
            try? await store.cacheVenue(
                key: key, venue: nil, now: clock.now, expires: clock.now.adding(Self.absenceShelfLife))
            throw error
        }
    }

    /// Under which what was found is remembered.
    private func key(of reference: VenueReference) -> String {
        switch reference {
        case .name(let name): FoldedName(name).key
        case .id(let id): "#\(id)"
        case .page(let address): "\(address.citySlug)/\(address.slug)"
        case .link(let host): host
        }
    }

    private func found(_ venue: Venue, as name: String, _ fault: String? = nil) -> FoundVenue {
        let reference = VenueReference(name)
        let relation = reference.isName ? reference.relation(to: venue) : nil
        let isMisspelt = relation == .near || relation == .alike
        let reading = "\(CleanText.quoted(name)) was read as \(CleanText.quoted(venue.name))."
        let notes = [isMisspelt ? reading : nil, fault].compactMap(\.self)
        return FoundVenue(
            venue: venue, isMisspelt: isMisspelt, note: notes.isEmpty ? nil : notes.joined(separator: " "))
    }

    private func resolve(
        _ name: String, _ location: String?, _ place: Place?, _ access: Access, _ context: CallContext
    ) async throws -> Venue {
        if let page = try await page(VenueReference(name), name, access, context) {
            return try await zoned(page, access, context)
        }
        context.progress("looking for the restaurant")
        let wanted = WantedVenue(
            name: place?.name ?? name, location: location, placeID: place?.id, street: place?.address,
            latitude: place?.latitude, longitude: place?.longitude)
        var candidates = try await candidates(wanted, place, access, context)
        var pages: [Int: VenuePage] = [:]
        if place != nil {
            // The page knows the Place id, the street and the phone: the proof that a hit lacks.
            for candidate in VenueMatch.ranked(wanted, candidates).prefix(3) {
                let page = try await api.venue(id: candidate.id, access, context)
                pages[candidate.id] = page
                guard let index = candidates.firstIndex(where: { $0.id == candidate.id }) else { continue }
                var complete = page.venue
                complete.complete(with: candidates[index])
                candidates[index] = complete
                if page.venue.placeID == place?.id { break }
            }
        }
        switch VenueMatch.judge(wanted, candidates) {
        case .match(let venue):
            if let page = pages[venue.id] { return try await zoned(page, completing: venue, access, context) }
            context.progress("reading the restaurant's page")
            let page = try await api.venue(id: venue.id, access, context)
            return try await zoned(page, completing: venue, access, context)
        case .close(let several): throw ambiguous(name, several)
        case .elsewhere(let several): throw elsewhere(name, location ?? "", several)
        case .unplaced(let several): throw unplaced(name, location ?? "", several)
        case .none: throw notOnResy(name, location, but: VenueMatch.kin(of: wanted, candidates))
        }
    }

    /// The page that a link or a number points at; nil for a name.
    private func page(
        _ reference: VenueReference, _ name: String, _ access: Access, _ context: CallContext
    ) async throws -> VenuePage? {
        do {
            switch reference {
            case .page(let address):
                context.progress("reading the restaurant's page")
                return try await api.venue(slug: address.slug, citySlug: address.citySlug, access, context)
            case .id(let id):
                context.progress("reading the restaurant's page")
                return try await api.venue(id: id, access, context)
            case .name, .link: return nil
            }
        } catch APIFailure.refused(status: 404, _) {
            throw notOnResy(name, nil)
        }
    }

    /// Hits by the name; around the place where Google knows one; again with the town where the first page of
    /// the worldwide search has none of it.
    private func candidates(
        _ wanted: WantedVenue, _ place: Place?, _ access: Access, _ context: CallContext
    ) async throws -> [Venue] {
        if let latitude = place?.latitude, let longitude = place?.longitude {
            return try await api.searchVenues(
                wanted.name, near: (latitude, longitude, 1000), access, context)
        }
        var first = try await api.searchVenues(FoldedName.typed(wanted.name), access, context)
        if VenueMatch.ranked(wanted, first).isEmpty, let other = SpelledNumber.otherSpelling(of: wanted.name) {
            first = Self.joined(first, try await api.searchVenues(other, access, context))
        }
        if VenueMatch.ranked(wanted, first).isEmpty, let word = FoldedName(wanted.name).mostTelling {
            // A slip in one word hides the whole name from Resy's search; what another word brings is only asked about.
            first = Self.joined(first, try await api.searchVenues(word, access, context))
        }
        guard let location = wanted.place(among: first), !location.searchWords.isEmpty,
            !first.contains(where: { location.standing(of: $0) >= .near })
        else { return first }
        let query = "\(FoldedName.typed(wanted.name)) \(location.searchWords)"
        return Self.joined(first, try await api.searchVenues(query, access, context))
    }

    private static func joined(_ first: [Venue], _ second: [Venue]) -> [Venue] {
        first + second.filter { hit in !first.contains { $0.id == hit.id } }
    }

    /// Every date is read in the restaurant's zone, so a venue without one is asked for once more.
    private func zoned(
        _ page: VenuePage, completing known: Venue? = nil, _ access: Access, _ context: CallContext
    ) async throws -> Venue {
        var venue = page.venue
        if let known { venue.complete(with: known) }
        if venue.zone == nil {
            let tomorrow = CalendarDay(daysSince1970: Int(clock.now.seconds / 86_400) + 1)
            venue.zone = try await api.find(venue: venue, day: tomorrow, party: 2, access, context).venue.zone
        }
        guard venue.zone != nil else { throw APIFailure.schema(path: "$.locale.time_zone") }
        return venue
    }
}
