/// What tables have in common that differ in nothing but their times and moments.
struct TableKind: Sendable {
    let seating: String
    /// Without a moment.
    let charges: Charges
    let obstacle: Slot.Obstacle?

    fileprivate init(_ slot: Slot) {
        (seating, charges, obstacle) = (slot.seating, slot.charges.timeless, Self.obstacle(of: slot))
    }

    /// Without the charges that a kind of its own would need.
    fileprivate func isOf(_ slot: Slot) -> Bool {
        obstacle == Self.obstacle(of: slot) && seating == slot.seating
            && charges.isSame(butForMoments: slot.charges)
    }

    private static func obstacle(of slot: Slot) -> Slot.Obstacle? {
        slot.obstacle ?? (slot.token == nil ? .noToken : nil)
    }
}

/// The kinds of the tables in an answer, in the order in which they were met. An evening has a few, and hundreds of tables:
/// each is told by its number.
struct TableKinds {
    private(set) var all: [TableKind] = []
    private var last = 0

    mutating func number(of slot: Slot) -> Int {
        // Tables of one kind often stand side by side.
        if last < all.count, all[last].isOf(slot) { return last }
        if let known = all.firstIndex(where: { $0.isOf(slot) }) {
            last = known
        } else {
            last = all.count
            all.append(TableKind(slot))
        }
        return last
    }
}
