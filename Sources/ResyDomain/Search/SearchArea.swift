/// Where a search looks.
package struct SearchArea: Sendable, Equatable {
    /// As it was understood: `West Village, New York`.
    package var name: String
    /// Its middle; nil where that is not known, and `words` are all that a search can be given.
    package var latitude: Double?
    package var longitude: Double?
    package var radiusMetres: Int
    /// Of the city it lies in; nil where that is not known.
    package var zone: Zone?
    /// Only restaurants whose own place is the one that these words name. Nil: the whole circle.
    package var narrowed: String?
    /// The place, for a search by words: only where its middle is not known.
    package var words: String?
    /// Nothing here knows the words: only a restaurant found that says it is there shows that they are a place.
    package var isDoubtful = false
    /// Its middle is a place to be near, not that of a whole city.
    package var isPoint = false
    /// Why Google was of no help.
    package var remarks: [Remark] = []

    package init(
        name: String, latitude: Double, longitude: Double, radiusMetres: Int, zone: Zone? = nil,
        narrowed: String? = nil
    ) {
        self.name = name
        self.latitude = latitude
        self.longitude = longitude
        self.radiusMetres = radiusMetres
        self.zone = zone
        self.narrowed = narrowed
    }

    /// A place whose middle is not known.
    package init(name: String, words: String, narrowed: String) {
        self.name = name
        self.words = words
        self.narrowed = narrowed
        radiusMetres = 0
    }

    package var middle: (latitude: Double, longitude: Double)? {
        latitude.flatMap { north in longitude.map { (north, $0) } }
    }

    /// From its middle; nil where that is not a point, or it or the restaurant's own place is not known.
    package func metres(to venue: Venue) -> Double? {
        guard isPoint, let middle, let north = venue.latitude, let east = venue.longitude else { return nil }
        return Whereabouts.metres(from: middle, to: (north, east))
    }
}
