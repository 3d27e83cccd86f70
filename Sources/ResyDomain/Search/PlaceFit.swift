/// Whether a restaurant that a search of a whole city brought lies in the part of it that was asked for.
package enum PlaceFit: Sendable, Equatable {
    case there
    /// In a part of a name like it: West Village, where Village was said.
    case beside
    /// It does not say in which part it is.
    case unstated
    case elsewhere
}

extension PlaceWish {
    package func fit(of venue: Venue) -> PlaceFit {
        let standing = standing(of: venue)
        guard standing != .there else { return .there }
        guard standing > .unplaced else { return .elsewhere }
        let place = VenuePlace(venue)
        guard !place.quarters.isEmpty else { return .unstated }
        let isNamesake = items.flatMap(\.readings).contains { reading in
            if case .part(let name, _) = reading { place.hasNamesake(ofPart: name) } else { false }
        }
        return isNamesake ? .beside : .elsewhere
    }
}
