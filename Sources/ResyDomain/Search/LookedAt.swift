/// A restaurant that a search looked at, evening by evening.
package struct LookedAt: Sendable {
    package enum Evening: Sendable {
        /// All that Resy shows; none where it shows none.
        case tables([Slot])
        /// Not asked for tables, because of that.
        case without(LeftOut.Reason)
    }

    package var venue: Venue
    /// By the diner: what it lacks is told of it alone.
    package var isNamed: Bool
    package var evenings: [CalendarDay: Evening]

    package init(venue: Venue, isNamed: Bool, evenings: [CalendarDay: Evening] = [:]) {
        self.venue = venue
        self.isNamed = isNamed
        self.evenings = evenings
    }
}

extension LookedAt {
    package func hasTables(on day: CalendarDay) -> Bool {
        if case .tables(let slots)? = evenings[day] { !slots.isEmpty } else { false }
    }

    /// It has some, or nobody looked.
    package func mayHaveTables(on day: CalendarDay) -> Bool {
        if case .without(.notLooked)? = evenings[day] { true } else { hasTables(on: day) }
    }

    /// It was looked at, and no table is left.
    package func isOver(on day: CalendarDay) -> Bool {
        switch evenings[day] {
        case .tables(let slots)?: slots.isEmpty && venue.absence(on: day) == nil
        case .without(.soldOut)?, .without(.noTable)?: true
        default: false
        }
    }
}

extension [LookedAt] {
    /// Minutes after midnight of each evening's day, of all tables.
    package var minutes: [Int] {
        var minutes: Set<Int> = []
        for restaurant in self {
            for case (let day, .tables(let slots)) in restaurant.evenings {
                for slot in slots { minutes.insert(slot.minutes(intoEvening: day)) }
            }
        }
        return minutes.sorted()
    }
}
