/// Tables of several restaurants or days, as a diner asks for them.
package struct TableSearch: Sendable {
    /// A cuisine, a neighborhood, part of a name.
    package var words: String?
    package var restaurants: [String]
    package var location: String?
    /// Each a day, several with commas, or words such as `this weekend`.
    package var dates: [String]
    package var party: Int
    package var preferredTime: String?
    package var earliest: String?
    package var latest: String?
    package var seating: String?
    /// Most that may be at stake for the whole party, in the restaurant's currency; nil: any.
    package var mostFee: Double?
    /// Most restaurants in the answer.
    package var limit: Int
    /// Where an earlier search stopped.
    package var cursor: String?

    package init(
        words: String? = nil, restaurants: [String] = [], location: String? = nil, dates: [String], party: Int = 2,
        preferredTime: String? = nil, earliest: String? = nil, latest: String? = nil, seating: String? = nil,
        mostFee: Double? = nil, limit: Int = 10, cursor: String? = nil
    ) {
        self.words = words
        self.restaurants = restaurants
        self.location = location
        self.dates = dates
        self.party = party
        self.preferredTime = preferredTime
        self.earliest = earliest
        self.latest = latest
        self.seating = seating
        self.mostFee = mostFee
        self.limit = limit
        self.cursor = cursor
    }
}
