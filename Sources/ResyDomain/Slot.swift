/// One bookable or visible table time of a venue on an evening.
package struct Slot: Sendable, Hashable {
    /// Resy's `rgs://…` text, sent back unchanged; nil where Resy gave none (Tock).
    package var token: String?
    /// The calendar day it starts on: the day after the evening's for a time past midnight.
    package var day: CalendarDay
    package var time: TimeOfDay
    /// What gets booked: the last segment of the token.
    package var seating: String
    /// Why it cannot be booked by this program, or nil.
    package var obstacle: Obstacle?
    /// What it costs or may cost, as the list of tables says.
    package var charges: Charges
    /// Resy's `is_paid`: a card is needed. Whether something is paid at booking, only the table's terms say; recordings of
    /// 2023 to 2026 have it beside a late fee alone.
    package var saysPaid: Bool

    package init(
        token: String?, day: CalendarDay, time: TimeOfDay, seating: String, obstacle: Obstacle?, charges: Charges,
        saysPaid: Bool = false
    ) {
        self.token = token
        self.day = day
        self.time = time
        self.seating = seating
        self.obstacle = obstacle
        self.charges = charges
        self.saysPaid = saysPaid
    }

    package var isBookable: Bool { obstacle == nil && token != nil }

    /// Minutes after midnight of the evening it belongs to; 24:30 is 1470.
    package func minutes(intoEvening evening: CalendarDay) -> Int {
        (day.daysSince1970 - evening.daysSince1970) * 1440 + time.minutesAfterMidnight
    }
}
