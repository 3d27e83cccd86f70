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

    // MARK: - The others, by what they cost

    /// The same as the chosen one.
    package var alike: [Slot] { others.filter { $0.charges == chosen.charges } }
    /// Nothing, where the chosen one does cost something.
    package var free: [Slot] { unlike.filter(\.charges.isEmpty) }
    /// Another sum.
    package var withFee: [Slot] { unlike.filter { $0.charges.contains(where: \.saysSomething) } }
    /// Not stated.
    package var unclear: [Slot] {
        unlike.filter { !$0.charges.isEmpty && !$0.charges.contains(where: \.saysSomething) }
    }

    private var unlike: [Slot] { others.filter { $0.charges != chosen.charges } }
}
