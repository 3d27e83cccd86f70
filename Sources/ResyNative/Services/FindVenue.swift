internal import ResyDomain

/// Which restaurant on Resy a diner means: cache, then search, then proof.
struct FindVenue: Sendable {
    let resy: ResyCall
    let places: PlacesAPI?
    let store: Store
    let links: VenueLinks
    let clock: any WallClock
    /// Decides between several of one name where no location is given.
    var usualCity: String?

    /// A venue seldom moves; one that is not on Resy may join tomorrow.
    private static let shelfLife: Double = 14 * 86_400
    private static let absenceShelfLife: Double = 86_400

    /// The venue with its zone. Throws `ResyError` for a name that fits none or several.
    func find(_ name: String, location: String?) async throws -> FoundVenue {
        guard !CleanText.seen(name).isEmpty else {
            throw ResyError(.badRequest, .venue(.noName), advice: [.venue(.giveName)])
        }
        if let host = VenueReference.host(of: name), !links.areOn(host) {
            let link = CleanText.line(name).isEmpty ? host : name
            throw ResyError(.badRequest, .venue(.foreignLink(link)), advice: [.venue(.giveLinkOrName)])
        }
        let reference = VenueReference(name)
        switch reference {
        case .link:
            throw ResyError(.badRequest, .venue(.noRestaurantsPage(name)), advice: [.venue(.giveItsOwnLink)])
        case .unreadable(let text):
            throw ResyError(.badRequest, .venue(.noNumber(text)), advice: [.venue(.copyNumber)])
        case .name, .id, .page: break
        }
        let trimmed = CleanText.line(reference.spoken)
        let wished = location.map { CleanText.line($0) }.flatMap { $0.isEmpty || PlaceWish.isAnywhere($0) ? nil : $0 }
        let place = reference.isName ? wished : nil
        let key = "\(key(of: reference))|\(place.map { FoldedName($0).key } ?? "")"
        switch try? await store.cachedVenue(key: key, now: clock.now) {
        case .venue(let venue) where venue.zone != nil:
            try await check(venue, name, wished)
            return found(venue, as: trimmed, place)
        case .notOnResy: throw notOnResy(trimmed, place)
        default: break
        }
        let cityKey = usualKey(key, place)
        if let cityKey, case .venue(let venue)? = try? await store.cachedVenue(key: cityKey, now: clock.now),
            venue.zone != nil
        {
            return chosenByCity(venue, found(venue, as: trimmed, place))
        }
        if let venue = await searched(key) {
            try await check(venue, name, wished)
            return found(venue, as: trimmed, place)
        }
        let google = reference.isName ? try await askGoogle(trimmed, place) : GooglesAnswer()
        do {
            let resolved = try await resolve(trimmed, place, google.place)
            let venue = resolved.venue
            // What could not be read today may be read tomorrow.
            if !resolved.isHidden {
                let key = resolved.isByCity ? cityKey ?? key : resolved.isHit ? hitKey(key) : key
                try? await store.cacheVenue(
                    key: key, venue: venue, now: clock.now, expires: clock.now.adding(Self.shelfLife))
            }
            try await check(venue, name, wished)
            let found = found(venue, as: trimmed, place, isHidden: resolved.isHidden, google.remark)
            return resolved.isByCity ? chosenByCity(venue, found) : found
        } catch var error as ResyError where google.fault != nil {
            // What is not found now may be found with Google's help, so it is not remembered.
            error.remarks += google.remark.map { [$0] } ?? []
            throw error
        } catch let error as ResyError where error.code == .venueNotFound && error.choices.isEmpty {
            try? await store.cacheVenue(
                key: key, venue: nil, now: clock.now, expires: clock.now.adding(Self.absenceShelfLife))
            throw error
        }
    }

    /// Throws where a venue that a number or a link points at is not the one that is spoken of beside it.
    private func check(
        _ venue: Venue, _ text: String, _ location: String?
    ) async throws {
        let pointers = VenuePointers(text)
        guard !pointers.all.isEmpty else { return }
        let others = pointers.all.filter { $0.relation(to: venue) == nil }
        if !others.isEmpty || pointers.contradict(venue) {
            var several = [venue]
            for other in others.prefix(3) {
                guard let page = try? await page(other, other.spoken) else { continue }
                several.append(page.venue)
            }
            if others.isEmpty {
                let named = WantedVenue(name: pointers.said.joined(separator: ", "))
                let hits = try? await candidates(named, nil)
                several += VenueMatch.ranked(named, hits?.venues ?? []).filter { $0.id != venue.id }.prefix(2)
            }
            throw contradicted(text, by: venue, several)
        }
        guard let location else { return }
        switch PlaceWish(location, among: [venue]).standing(of: venue) {
        case .elsewhere: throw notThere(venue, location)
        case .unplaced:
            throw ResyError(
                .badRequest, .venue(.unknownPlace(location)), advice: [.venue(.givePlace)], choices: [.venue(venue)])
        case .unsure, .silent, .near, .there: return
        }
    }

    /// Under which what was found is remembered.
    private func key(of reference: VenueReference) -> String {
        switch reference {
        case .name(let name): FoldedName(name).key
        case .id(let id): "#\(id)"
        case .page(let address): "\(address.citySlug)/\(address.slug)"
        case .link(let host): host
        case .unreadable(let text): text
        }
    }

    private func found(
        _ venue: Venue, as name: String, _ location: String?, isHidden: Bool = false, _ google: Remark? = nil
    ) -> FoundVenue {
        let reference = VenueReference(name)
        let relation = reference.isName ? reference.relation(to: venue) : nil
        let standing = location.map { PlaceWish($0, among: [venue]).standing(of: venue) }
        var found = FoundVenue(venue: venue)
        var remarks: [VenueRemark] = []
        if isHidden, standing != .there {
            found.question = hidden(name, venue)
            remarks.append(.hitUnread)
        }
        if let location, standing == .unsure || standing == .near {
            found.question = undecided(name, location, venue)
            remarks.append(.unsurePlace(location))
        }
        if relation == .near || relation == .alike {
            // A table at another restaurant than the one meant is no table.
            found.question = ambiguous(name, [venue])
            remarks.insert(.readAs(said: name, name: venue.name), at: 0)
        }
        found.remarks = remarks.map { .venue($0) } + (google.map { [$0] } ?? [])
        return found
    }

    private struct Resolved {
        var venue: Venue
        /// Another hit, which could not be read, may be the one.
        var isHidden = false
        /// Without its own page.
        var isHit = false
        /// Of several the one in the usual city.
        var isByCity = false
    }

    private func resolve(_ name: String, _ location: String?, _ place: Place?) async throws -> Resolved {
        if let page = try await page(VenueReference(name), name) { return Resolved(venue: try await zoned(page)) }
        resy.context.progress(.findingVenue)
        let wanted = WantedVenue(
            name: place?.name ?? name, location: location, placeID: place?.id, street: place?.address,
            latitude: place?.latitude, longitude: place?.longitude)
        let hits = try await candidates(wanted, place)
        let isHidden = place == nil && hits.mayHide(wanted.name)
        var candidates = hits.venues
        var pages: [Int: VenuePage] = [:]
        if place != nil {
            // The page knows the Place id, the street and the phone: the proof that a hit lacks.
            for candidate in VenueMatch.ranked(wanted, candidates).prefix(3) {
                let page = try await resy.venue(id: candidate.id)
                pages[candidate.id] = page
                guard let index = candidates.firstIndex(where: { $0.id == candidate.id }) else { continue }
                var complete = page.venue
                complete.complete(with: candidates[index])
                candidates[index] = complete
                if page.venue.placeID == place?.id { break }
            }
        }
        func complete(_ venue: Venue, isByCity: Bool = false) async throws -> Resolved {
            var resolved = Resolved(venue: venue, isHidden: isHidden, isByCity: isByCity)
            if let page = pages[venue.id] {
                resolved.venue = try await zoned(page, completing: venue)
            } else if resy.context.purpose == .search, let zone = await knownZone(of: venue) {
                resolved.venue.zone = zone
                resolved.isHit = true
            } else {
                resy.context.progress(.readingVenue)
                resolved.venue = try await zoned(try await resy.venue(id: venue.id), completing: venue)
            }
            return resolved
        }
        switch VenueMatch.judge(wanted, candidates) {
        case .match(let venue): return try await complete(venue)
        case .close(let several):
            guard location == nil, let usualCity, let venue = VenueMatch.only(in: usualCity, of: wanted, candidates)
            else { throw ambiguous(name, several) }
            return try await complete(venue, isByCity: true)
        case .elsewhere(let several): throw elsewhere(name, location ?? "", several)
        case .unplaced(let several): throw unplaced(name, location ?? "", several)
        case .none:
            let kin = VenueMatch.kin(of: wanted, candidates)
            guard kin.isEmpty, let venue = try await numbered(name) else {
                throw notOnResy(name, location, but: kin)
            }
            throw ambiguous(name, [venue])
        }
    }

    /// Digits that name no restaurant may be Resy's number for one; never one to take.
    private func numbered(_ name: String) async throws -> Venue? {
        guard (3...10).contains(name.utf8.count), name.utf8.allSatisfy({ (48...57).contains($0) }),
            let id = Int(name)
        else { return nil }
        do {
            return try await resy.venue(id: id).venue
        } catch is APIFailure {
            return nil
        }
    }

    /// The page that a link or a number points at; nil for a name.
    private func page(
        _ reference: VenueReference, _ name: String
    ) async throws -> VenuePage? {
        do {
            switch reference {
            case .page(let address):
                resy.context.progress(.readingVenue)
                return try await resy.venue(slug: address.slug, citySlug: address.citySlug)
            case .id(let id):
                resy.context.progress(.readingVenue)
                return try await resy.venue(id: id)
            case .name, .link, .unreadable: return nil
            }
        } catch APIFailure.refused(status: 404, _) {
            throw notOnResy(name, nil)
        }
    }

    /// Hits by the name; around the place where Google knows one; again with the town where the first page of
    /// the worldwide search has none of it.
    private func candidates(
        _ wanted: WantedVenue, _ place: Place?
    ) async throws -> VenueHits {
        if let latitude = place?.latitude, let longitude = place?.longitude {
            return try await resy.searchHits(
                wanted.name, near: (latitude, longitude, 1000))
        }
        var hits = try await resy.searchHits(FoldedName.typed(wanted.name))
        if VenueMatch.ranked(wanted, hits.venues).isEmpty, let other = SpelledNumber.otherSpelling(of: wanted.name) {
            hits.join(try await resy.searchHits(other))
        }
        if VenueMatch.ranked(wanted, hits.venues).isEmpty, let word = FoldedName(wanted.name).mostTelling {
            // A slip in one word hides the whole name from Resy's search; what another word brings is only asked about.
            hits.join(try await resy.searchHits(word))
        }
        guard let location = wanted.place(among: hits.venues), !location.searchWords.isEmpty,
            !hits.venues.contains(where: { location.standing(of: $0) >= .near })
        else { return hits }
        hits.join(
            try await resy.searchHits("\(FoldedName.typed(wanted.name)) \(location.searchWords)"))
        return hits
    }

    /// Every date is read in the restaurant's zone, so a venue without one is asked for once more.
    private func zoned(
        _ page: VenuePage, completing known: Venue? = nil
    ) async throws -> Venue {
        var venue = page.venue
        if let known { venue.complete(with: known) }
        if venue.zone == nil {
            let tomorrow = CalendarDay(daysSince1970: Int(clock.now.seconds / 86_400) + 1)
            venue.zone = try await resy.find(venue: venue, day: tomorrow, party: 2).venue.zone
        }
        guard venue.zone != nil else { throw APIFailure.schema(path: "$.locale.time_zone") }
        return venue
    }
}
