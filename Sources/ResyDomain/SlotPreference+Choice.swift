extension SlotPreference {
    /// What a wish for one time comes to.
    package enum Choice: Sendable, Equatable {
        /// The slot to book; where others were open at that time, why this one.
        case slot(Slot, because: SeatingChoice?)
        case noneAtThatTime
        /// The seatings there are at that time, in order of preference.
        case noSuchSeating([String])
        /// The seatings that the name fits.
        case ambiguousSeating([String])
        /// There is one, and this program cannot book it.
        case notBookable(Slot.Obstacle)
    }

    /// The slot at exactly `time`. A seating that is wished for must be the one, and fit no other that is there.
    package func choose(from slots: [Slot], at time: TimeOfDay, seating: SeatingWish) -> Choice {
        let wanted = Evening.minutes(of: time)
        let there = sorted(slots.filter { minute(of: $0) == wanted }, near: nil)
        guard !there.isEmpty else {
            // In the small hours of the day itself: none of that evening's, and maybe the one that was meant.
            let early = slots.first { $0.day == evening && $0.time == time && !$0.isBookable }
            return early?.obstacle.map { .notBookable($0) } ?? .noneAtThatTime
        }
        let seatings = seating.fitting(there.map(\.seating)).map(SeatingWish.key)
        let fitting = there.filter { seatings.contains(key($0.seating)) }
        if seating.isAny, Set(seatings) == Set(there.map { key($0.seating) }) { return best(of: there) }
        if seating.isAnyOther, !fitting.isEmpty { return best(of: fitting) }
        switch seatings.count {
        case 0: return .noSuchSeating(names(there))
        case 1: return best(of: fitting, isNamed: true)
        default: return .ambiguousSeating(names(fitting))
        }
    }

    private func best(of slots: [Slot], isNamed: Bool = false) -> Choice {
        guard let first = slots.first else { return .noneAtThatTime }
        guard first.isBookable else { return .notBookable(first.obstacle ?? .noToken) }
        guard !isNamed else { return .slot(first, because: nil) }
        let others = slots.dropFirst().filter { $0.isBookable && key($0.seating) != key(first.seating) }
        guard let second = others.first else { return .slot(first, because: nil) }
        let reason: SeatingChoice.Reason =
            cents(of: first) < cents(of: second)
            ? .leastMoney : first.isIndoorTable && !second.isIndoorTable ? .indoors : .name
        return .slot(first, because: SeatingChoice(chosen: first, reason: reason, others: others))
    }

    /// Each seating once, in the order given.
    private func names(_ slots: [Slot]) -> [String] {
        var seen: Set<String> = []
        return slots.filter { seen.insert(key($0.seating)).inserted }.map { CleanText.name($0.seating) }
    }

    private func key(_ seating: String) -> String { SeatingWish.key(seating) }
}
