/// What a person is asked in the client's own window before money is spent or lost.
package struct Question: Sendable, Equatable {
    package enum About: Sendable, Equatable {
        case booking(BookingQuestion)
        case cancellation(CancellationQuestion)
        case change(ChangeQuestion)
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

    package var deed: Deed {
        switch about {
        case .booking, .wishes: .book
        case .cancellation: .cancel
        case .change: .change
        }
    }
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

/// A table that is to take the place of another: both sides, and how.
package struct ChangeQuestion: Sendable, Equatable {
    package var old: CancellationQuestion
    package var new: BookingQuestion
    package var way: ChangeWay

    package init(old: CancellationQuestion, new: BookingQuestion, way: ChangeWay) {
        (self.old, self.new, self.way) = (old, new, way)
    }

    /// All that a yes may cost: what is lost with the old table, and what the new one puts at stake; nil where terms are not known.
    package var stake: Stake? {
        new.terms.map { $0.charges.stake(party: new.table.party) + old.cost.stake(party: old.held.party) }
    }
}
