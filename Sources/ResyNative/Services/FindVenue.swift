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
        let trimmed = CleanText.line(name)
        guard !trimmed.isEmpty else {
            throw ResyError(
                .badRequest, "restaurant_name is empty.",
                hint: "Give the restaurant's name, such as \u{201C}Carbone\u{201D}, or its resy.com link.")
        }
        if let host = VenueAddress.host(of: trimmed), !links.areOn(host) {
            throw ResyError(
                .badRequest, "\(CleanText.quoted(trimmed, to: 80)) is not a link of Resy's.",
                hint: "Give the link of the restaurant's page at resy.com, or its name.")
        }
        let place = location.map { CleanText.line($0) }.flatMap { $0.isEmpty ? nil : $0 }
        let key = "\(FoldedName(trimmed).key)|\(place.map { FoldedName($0).key } ?? "")"
        switch try? await store.cachedVenue(key: key, now: clock.now) {
        case .venue(let venue) where venue.zone != nil: return found(venue, as: trimmed)
        case .notOnResy: throw notOnResy(trimmed, place)
        default: break
        }
        let google = VenueAddress(trimmed) == nil ? try await askGoogle(trimmed, place, context) : GooglesAnswer()
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

    private func found(_ venue: Venue, as name: String, _ fault: String? = nil) -> FoundVenue {
        let relation = VenueAddress(name) == nil ? NameRelation.between(FoldedName(name), venue) : nil
        let isMisspelt = relation == .near || relation == .alike
        let reading = "\(CleanText.quoted(name)) was read as \(CleanText.quoted(venue.name))."
        let notes = [isMisspelt ? reading : nil, fault].compactMap(\.self)
        return FoundVenue(
            venue: venue, isMisspelt: isMisspelt, note: notes.isEmpty ? nil : notes.joined(separator: " "))
    }

    private func resolve(
        _ name: String, _ location: String?, _ place: Place?, _ access: Access, _ context: CallContext
    ) async throws -> Venue {
        if let address = VenueAddress(name) {
            context.progress("reading the restaurant's page")
            let page: VenuePage
            do {
                page = try await api.venue(slug: address.slug, citySlug: address.citySlug, access, context)
            } catch APIFailure.refused(status: 404, _) {
                throw notOnResy(name, location)
            }
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
        case .none: throw notOnResy(name, location, but: VenueMatch.kin(of: wanted, candidates))
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
        let first = try await api.searchVenues(wanted.name, access, context)
        guard let location = wanted.location, !first.contains(where: { PlaceName.contains($0, in: location) == true })
        else {
            return first
        }
        let second = try await api.searchVenues("\(wanted.name) \(location)", access, context)
        return first + second.filter { hit in !first.contains { $0.id == hit.id } }
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

    func ambiguous(_ name: String, _ several: [Venue]) -> ResyError {
        ResyError(
            .venueAmbiguous,
            "\(CleanText.quoted(name)) "
                + (several.count == 1
                    ? "may mean this restaurant on Resy, but that is not sure."
                    : "could be any of \(several.count) restaurants on Resy."),
            hint: "Ask which one is meant, then call again with location (its city or neighborhood), its full name, or "
                + "its link as restaurant_name.",
            choices: several.map { .venue($0) })
    }

    private func elsewhere(_ name: String, _ location: String, _ several: [Venue]) -> ResyError {
        let count = several.count == 1 ? "is one restaurant" : "are \(several.count) restaurants"
        return ResyError(
            .venueAmbiguous,
            "On Resy there \(count) of the name \(CleanText.quoted(name)) or a similar one, but none in "
                + "\(CleanText.quoted(location, to: 60)).",
            hint: "Ask whether one of these is meant, then call again with its city as location, or its link as "
                + "restaurant_name.",
            choices: several.map { .venue($0) })
    }

    /// `kin`: what came back instead, of other names.
    private func notOnResy(_ name: String, _ location: String?, but kin: [Venue] = []) -> ResyError {
        let place = location.map { " in \(CleanText.quoted($0, to: 60))" } ?? ""
        let message = "\(CleanText.quoted(name))\(place) was not found on Resy"
        if let address = VenueAddress(name) {
            let link = links.search(for: address.slug.replacing("-", with: " "), citySlug: address.citySlug)
            return ResyError(
                .venueNotFound, "\(message).",
                hint: "Check the link, give the restaurant's name instead, or look here: \(link)", url: link)
        }
        let link = links.search(for: location.map { "\(name) \($0)" } ?? name)
        guard kin.isEmpty else {
            return ResyError(
                .venueNotFound, "\(message); its search came back with other names.",
                hint: "Ask whether one of these is meant, then call again with its full name, or its link as "
                    + "restaurant_name. If none is, it may not book through Resy; look here: \(link)",
                choices: kin.map { .venue($0) }, url: link)
        }
        let more = location == nil ? "Check the spelling, add location, or" : "Check the spelling, or"
        return ResyError(
            .venueNotFound, "\(message).", hint: "It may not book through Resy. \(more) look here: \(link)", url: link)
    }
}
