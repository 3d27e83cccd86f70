extension Slot {
    /// Why a table that Resy shows cannot be booked by this program.
    package enum Obstacle: Sendable, Hashable {
        case onTock
        case captcha
        /// Held for those with the card of Global Dining Access; `mayBeOpen`: perhaps not to this account, which Resy was
        /// not asked for.
        case globalDining(mayBeOpen: Bool)
        /// Held for members of a program that this account is not in.
        case program
        case addOn
        /// In the small hours of that day itself, where a time so early means the night after.
        case smallHours(of: CalendarDay)
        /// Resy gave no token for it.
        case noToken
    }
}
