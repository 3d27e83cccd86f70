/// What is known of a restaurant somebody asks for: words alone, or a place that a map knows.
package struct WantedVenue: Sendable, Equatable {
    package var name: String
    /// A city, state or neighborhood, in a person's words.
    package var location: String?
    /// Google's.
    package var placeID: String?
    /// A street line or a whole formatted address.
    package var street: String?
    package var phone: String?
    package var latitude: Double?
    package var longitude: Double?

    package init(
        name: String, location: String? = nil, placeID: String? = nil, street: String? = nil, phone: String? = nil,
        latitude: Double? = nil, longitude: Double? = nil
    ) {
        self.name = name
        self.location = location
        self.placeID = placeID
        self.street = street
        self.phone = phone
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Nil where any place will do.
    package func place(among venues: [Venue]) -> PlaceWish? {
        guard let location, !location.trimmed.isEmpty, !PlaceWish.isAnywhere(location) else { return nil }
        return PlaceWish(location, among: venues)
    }
}
