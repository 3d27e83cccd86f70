/// Why a venue has no table on Resy on a day.
package enum Absence: Sendable, Equatable {
    /// It books on Tock, which Resy's site leads to.
    case onTock
    case closed(until: CalendarDay)
}

/// How many people a venue seats by an online booking.
package struct PartySizes: Sendable, Equatable {
    package let smallest: Int
    package let largest: Int

    package init(smallest: Int, largest: Int) {
        self.smallest = smallest
        self.largest = largest
    }
}

extension Venue {
    /// Why it has no table on Resy that day, as far as Resy says so.
    package func absence(on day: CalendarDay) -> Absence? {
        if isTock { return .onTock }
        guard let reopens, day < reopens else { return nil }
        return .closed(until: reopens)
    }

    /// The sizes that are taken online, where that party is of another one.
    package func sizes(insteadOf party: Int) -> PartySizes? {
        guard let smallest = smallestParty, let largest = largestParty,
            !(smallest...max(smallest, largest)).contains(party)
        else { return nil }
        return PartySizes(smallest: smallest, largest: largest)
    }
}
