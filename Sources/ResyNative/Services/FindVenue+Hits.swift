internal import ResyDomain

/// A wide search goes without a restaurant's own page, where the hit and what this home knows of its city are enough: one request
/// less for every name. Remembered apart, since a look at one restaurant and a deed want all of it.
extension FindVenue {
    func hitKey(_ key: String) -> String { "hit|\(key)" }

    func searched(_ key: String) async -> Venue? {
        guard resy.context.purpose == .search,
            case .venue(let venue)? = try? await store.cachedVenue(key: hitKey(key), now: clock.now), venue.zone != nil
        else { return nil }
        return venue
    }

    /// Asks nobody.
    func knownZone(of venue: Venue) async -> Zone? {
        if let zone = venue.zone { return zone }
        guard let slug = venue.citySlug, !slug.isEmpty else { return nil }
        return (try? await store.city(slug: slug))??.zone
    }
}
