/// What Resy's `rgs://resy/…` text says about a slot. The text itself goes back to Resy unchanged.
package struct SlotToken: Sendable, Hashable {
    package let venue: Int
    package let template: Int
    package let service: Int
    package let day: CalendarDay
    package let time: TimeOfDay
    package let party: Int
    /// What gets booked, trimmed; may hold slashes, may be empty.
    package let seating: String

    /// Nil where the text does not fit.
    package init?(_ text: String) {
        guard text.utf8.starts(with: "rgs://resy/".utf8) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 10, omittingEmptySubsequences: false)
        guard parts.count == 11, let venue = Digits.number(parts[3]), let template = Digits.number(parts[4]),
            let service = Digits.number(parts[5]),
            // The evening, then the slot's own day: the two differ for a time past midnight.
            CalendarDay(bytes: parts[6]) != nil, let day = CalendarDay(bytes: parts[7]),
            let time = TimeOfDay(clock: Substring(parts[8])), let party = Digits.number(parts[9])
        else { return nil }
        self.venue = venue
        self.template = template
        self.service = service
        self.day = day
        self.time = time
        self.party = party
        var seating = Substring(parts[10])
        while seating.first?.isWhitespace == true { seating = seating.dropFirst() }
        while seating.last?.isWhitespace == true { seating = seating.dropLast() }
        self.seating = String(seating)
    }
}
