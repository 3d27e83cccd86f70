/// What one watch found in one tick, to be told in one message.
package struct WatchMessage: Sendable, Equatable {
    package struct Table: Sendable, Equatable {
        package var evening: CalendarDay
        package var day: CalendarDay
        package var time: TimeOfDay
        package var seating: String
        package var charges: Charges
        /// By this program; else on Resy's own site alone.
        package var isBookable: Bool

        package init(
            evening: CalendarDay, day: CalendarDay, time: TimeOfDay, seating: String, charges: Charges, isBookable: Bool
        ) {
            self.evening = evening
            self.day = day
            self.time = time
            self.seating = seating
            self.charges = charges
            self.isBookable = isBookable
        }

        package init(_ slot: Slot, evening: CalendarDay) {
            self.init(
                evening: evening, day: slot.day, time: slot.time, seating: slot.seating, charges: slot.charges,
                isBookable: slot.isBookable)
        }
    }

    package var venue: Venue
    package var party: Int
    /// By day and time; at least one.
    package var tables: [Table]
    package var seenAt: Instant
    /// The table of this restaurant that these are earlier than: it is moved, since a second one would be in its way.
    package var held: Int?
    /// New tables that did not fit, and follow in later messages.
    package var more = 0

    package init(venue: Venue, party: Int, tables: [Table], seenAt: Instant) {
        self.venue = venue
        self.party = party
        self.tables = tables
        self.seenAt = seenAt
    }

    /// When the last of its tables begins: then there is nothing left to tell.
    package var ends: Instant {
        tables.map { table in
            venue.zone?.instant(table.day, table.time)
                ?? Instant(seconds: Double(table.day.daysSince1970 + 1) * 86_400)
        }.max() ?? seenAt
    }
}
