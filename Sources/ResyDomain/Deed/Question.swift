/// What a person is asked in the client's own window before money is spent or lost.
package struct Question: Sendable, Equatable {
    package enum About: Sendable, Equatable {
        case booking(BookingQuestion)
        case cancellation(CancellationQuestion)
        /// Of a table that is booked: whether somebody else's words are to be replaced.
        case wishes([ToldWish], WantedTable, Venue)
    }

    package var about: About
    /// What it was before is another thing than what is asked now.
    package var isChanged = false

    package init(_ about: About, isChanged: Bool = false) {
        self.about = about
        self.isChanged = isChanged
    }

    package var deed: Deed { if case .cancellation = about { .cancel } else { .book } }
}

/// A table and all that it comes to, as Resy said a moment ago.
package struct BookingQuestion: Sendable, Equatable {
    package var venue: Venue
    package var table: WantedTable
    package var seating: String
    package var terms: Terms?
    package var wishes: [ToldWish]
    package var card: PaymentCard?
    /// How doubtful words were read.
    package var readings: [WordReading]
    /// Where a person can read all of the terms.
    package var url: String
    package var now: Instant

    package init(
        venue: Venue, table: WantedTable, seating: String, terms: Terms?, wishes: [ToldWish], card: PaymentCard?,
        readings: [WordReading], url: String, now: Instant
    ) {
        self.venue = venue
        self.table = table
        self.seating = seating
        self.terms = terms
        self.wishes = wishes
        self.card = card
        self.readings = readings
        self.url = url
        self.now = now
    }
}

/// A reservation, and what cancelling it costs now.
package struct CancellationQuestion: Sendable, Equatable {
    package var held: NamedTable
    package var cost: Charges
    /// All that it was booked under, and until when it costs nothing to cancel, where that is known.
    package var charges = Charges()
    package var freeUntil: Instant?
    package var zone: Zone?
    /// As the restaurant words them, cleaned.
    package var terms: [String]
    /// Where a person can read all of them.
    package var url: String

    package init(held: NamedTable, cost: Charges, terms: [String], url: String) {
        self.held = held
        self.cost = cost
        self.terms = terms
        self.url = url
    }
}
