/// What the places of a wanted restaurant and a venue say about the two being one.
enum PlaceEvidence: Int {
    case refuted
    /// Facts that disagree: a person must look.
    case doubtful
    /// Nothing to compare.
    case silent
    case proven

    init(_ wanted: WantedVenue, _ venue: Venue, _ relation: NameRelation) {
        let place = PlaceEvidence(placeOf: wanted, venue, relation)
        // Resy itself says that it is another place, whatever street and phone it shares.
        self = PlaceEvidence.hasOtherID(wanted, venue) && place != .refuted ? .doubtful : place
    }

    private static func hasOtherID(_ wanted: WantedVenue, _ venue: Venue) -> Bool {
        guard let left = wanted.placeID, let right = venue.placeID, !left.isEmpty, !right.isEmpty else { return false }
        return left != right
    }

    private init(placeOf wanted: WantedVenue, _ venue: Venue, _ relation: NameRelation) {
        let street = PlaceEvidence.isSameStreet(wanted.street, venue.street)
        let phone = wanted.phone.flatMap { left in venue.phone.flatMap { Whereabouts.isSamePhone(left, $0) } }
        let metres = PlaceEvidence.metres(wanted, venue)
        let isHere = metres.map { $0 < 150 } ?? false
        if let metres, metres > 1000 {
            self = .refuted
        } else if street == true {
            self = .proven
        } else if street == false || phone == false {
            // A chain may share one phone, and a house on a corner have two streets.
            self = phone == true ? (isHere ? .proven : .doubtful) : isHere ? .doubtful : .refuted
        } else if phone == true {
            self = .proven
        } else if isHere {
            // Neighbours: a name that only contains the other may well be the place next door.
            self = relation == .partial ? .doubtful : .proven
        } else {
            self = .silent
        }
    }

    private static func isSameStreet(_ wanted: String?, _ found: String?) -> Bool? {
        guard let wanted = wanted.flatMap(StreetAddress.init), let found = found.flatMap(StreetAddress.init) else {
            return nil
        }
        return wanted.isSame(as: found)
    }

    static func metres(_ wanted: WantedVenue, _ venue: Venue) -> Double? {
        guard let latitude = wanted.latitude, let longitude = wanted.longitude, let otherLatitude = venue.latitude,
            let otherLongitude = venue.longitude
        else { return nil }
        return Whereabouts.metres(from: (latitude, longitude), to: (otherLatitude, otherLongitude))
    }
}
