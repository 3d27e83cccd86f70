/// What a diner wants of the watches.
package struct WatchRequest: Sendable {
    package enum Action: String, Sendable, CaseIterable { case add, list, remove }

    package var action: Action
    package var restaurant: String?
    package var dates: [String]
    /// Nil: as many as at the table that is held, else two.
    package var party: Int?
    package var earliest: String?
    package var latest: String?
    package var seating: String?
    package var mostFee: Double?
    package var until: String?
    package var id: String?
    package var location: String?
    /// A confirmation: only tables before that one's time.
    package var earlierThan: String?

    package init(
        _ action: Action, restaurant: String? = nil, dates: [String] = [], party: Int? = nil, earliest: String? = nil,
        latest: String? = nil, seating: String? = nil, mostFee: Double? = nil, until: String? = nil, id: String? = nil,
        location: String? = nil, earlierThan: String? = nil
    ) {
        self.action = action
        self.restaurant = restaurant
        self.dates = dates
        self.party = party
        self.earliest = earliest
        self.latest = latest
        self.seating = seating
        self.mostFee = mostFee
        self.until = until
        self.id = id
        self.location = location
        self.earlierThan = earlierThan
    }
}
