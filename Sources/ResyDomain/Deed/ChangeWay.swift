/// How one table takes the place of another.
package enum ChangeWay: String, Sendable {
    /// Resy's own change: one request for both.
    case resyChange = "resy_change"
    /// The new one is booked, and then the old one is cancelled.
    case bookThenCancel = "book_then_cancel"
}

/// What a booking of the journal is to take the place of.
package struct ChangeLink: Sendable, Equatable {
    /// Resy's number of the old table.
    package var of: Int
    package var way: ChangeWay

    package init(of: Int, way: ChangeWay) {
        self.of = of
        self.way = way
    }
}
