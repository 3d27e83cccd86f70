/// The account's list, as Resy answered it once.
package struct ListReading: Sendable, Equatable {
    package var rows: [Reservation]
    /// When it was asked for: it knows nothing of what was begun since.
    package var askedAt: Instant
    /// Where it is not, what it lacks proves nothing.
    package var isWhole: Bool
    /// It was read since the one before lacked a table that should be in it.
    package var isSecondLook: Bool

    package init(_ rows: [Reservation], askedAt: Instant, isWhole: Bool, isSecondLook: Bool = false) {
        self.rows = rows
        self.askedAt = askedAt
        self.isWhole = isWhole
        self.isSecondLook = isSecondLook
    }

    /// Seconds between a list and the second look.
    package static let pause: Double = 1.5
}

/// A reservation as this home remembers it.
package struct RememberedReservation: Sendable, Equatable {
    package var reservation: Reservation
    package var recordedAt: Instant

    /// When it was last written down as it is.
    package var changedAt: Instant

    package init(reservation: Reservation, recordedAt: Instant, changedAt: Instant? = nil) {
        self.changedAt = changedAt ?? recordedAt
        self.reservation = reservation
        self.recordedAt = recordedAt
    }
}
