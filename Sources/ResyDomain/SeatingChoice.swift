/// Why that table was taken of several at one time, where no seating was named.
package struct SeatingChoice: Sendable, Equatable {
    package enum Reason: Sendable {
        case leastMoney, indoors
        /// Nothing but the name sets them apart.
        case name
    }

    package let chosen: Slot
    package let reason: Reason
    /// The others that could be booked at that time.
    package let others: [Slot]

    package init(chosen: Slot, reason: Reason, others: [Slot]) {
        self.chosen = chosen
        self.reason = reason
        self.others = others
    }
}
