internal import ResyDomain

/// Of several restaurants of one name, the one in the city that is usually meant.
extension FindVenue {
    /// Apart from what the name alone means: another city is another restaurant.
    func usualKey(_ key: String, _ place: String?) -> String? {
        guard place == nil, let usualCity else { return nil }
        return "\(key)~\(FoldedName(usualCity).key)"
    }

    /// A look goes on with a remark; a deed is asked about.
    func chosenByCity(_ venue: Venue, _ found: FoundVenue) -> FoundVenue {
        var found = found
        found.isByCity = true
        found.remarks.append(.venue(.inUsualCity(venue.name, city: venue.city ?? usualCity ?? "")))
        return found
    }
}
