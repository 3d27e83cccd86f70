/// Which of an evening's slots a party would rather have.
package struct SlotPreference: Sendable {
    package let evening: CalendarDay
    package let party: Int

    package init(evening: CalendarDay, party: Int) {
        self.evening = evening
        self.party = party
    }

    /// Nearest to `time` first, a tie to the earlier; by time where none is wanted. Slots that are the same one to a
    /// diner, several tables under one token, are one. A `time` such as 00:30 is the one after midnight.
    package func sorted(_ slots: [Slot], near time: TimeOfDay?) -> [Slot] {
        var seen = Set<Identity>(minimumCapacity: slots.count)
        let wanted = time.map { Evening.minutes(of: $0) }
        // What the name of a seating says is read once: an evening has a few of them, and hundreds of tables.
        var seatings: [(name: String, isIndoor: Bool)] = []
        var ranks: [Rank] = []
        ranks.reserveCapacity(slots.count)
        for (place, slot) in slots.enumerated() where seen.insert(Identity(slot)).inserted {
            let known = seatings.first { $0.name == slot.seating }
            let seating = known ?? (slot.seating, slot.isIndoorTable)
            if known == nil { seatings = seatings.suffix(Self.mostSeatings - 1) + [seating] }
            let minute = minute(of: slot)
            ranks.append(
                Rank(
                    place: place, gap: wanted.map { abs(minute - $0) } ?? 0, minute: minute, cents: cents(of: slot),
                    isBookable: slot.isBookable, isIndoor: seating.isIndoor))
        }
        ranks.sort { left, right in
            left.isBefore(right) ?? Self.isBefore(slots[left.place], slots[right.place])
        }
        return ranks.map { slots[$0.place] }
    }

    /// More than nearly any evening has.
    private static let mostSeatings = 16

    /// What is one and the same to a diner: the token names what is booked; without one, day, time and seating must do.
    private struct Identity: Hashable {
        let token: String?
        let day: CalendarDay
        let time: TimeOfDay
        let seating: String

        init(_ slot: Slot) { (token, day, time, seating) = (slot.token, slot.day, slot.time, slot.seating) }

        func hash(into hasher: inout Hasher) {
            if let token { return hasher.combine(token) }
            hasher.combine(day)
            hasher.combine(time)
            hasher.combine(seating)
        }
    }

    /// What decides which of two slots comes first, but for names.
    private struct Rank {
        /// Among those that are put in order.
        let place: Int
        let gap: Int
        let minute: Int
        let cents: Int
        let isBookable: Bool
        let isIndoor: Bool

        /// Of two at the same time: one that can be booked, then the least money at stake, then a table indoors, then
        /// the order of names, which nil leaves to them.
        func isBefore(_ other: Rank) -> Bool? {
            if gap != other.gap { return gap < other.gap }
            if minute != other.minute { return minute < other.minute }
            if isBookable != other.isBookable { return isBookable }
            if cents != other.cents { return cents < other.cents }
            return isIndoor == other.isIndoor ? nil : isIndoor
        }
    }

    private static func isBefore(_ left: Slot, _ right: Slot) -> Bool {
        left.seating == right.seating ? (left.token ?? "") < (right.token ?? "") : left.seating < right.seating
    }

    /// Those at most `flexibility` minutes from `time`, and the rest; all are inside where no time is wanted.
    package func split(_ slots: [Slot], near time: TimeOfDay?, within flexibility: Int) -> Window {
        let sorted = sorted(slots, near: time)
        guard let time else { return Window(inside: sorted, outside: []) }
        let wanted = Evening.minutes(of: time)
        // Nearest first, so the window is a prefix.
        let inside = sorted.prefix { abs(minute(of: $0) - wanted) <= max(0, flexibility) }
        return Window(inside: Array(inside), outside: Array(sorted.dropFirst(inside.count)))
    }

    /// An evening's slots, nearest first.
    package struct Window: Sendable {
        package var inside: [Slot]
        package var outside: [Slot]
        /// A seating was wished for that none of them has: they are all outside.
        package var lacksSeating = false

        /// Those of the seating that is wished for, of several that fit it all; where none has it, all stand outside.
        package func of(_ wish: SeatingWish) -> Window {
            let slots = inside + outside
            guard !wish.isAny, !slots.isEmpty else { return self }
            let seatings = Set(wish.fitting(slots.map(\.seating)).map(SeatingWish.key))
            guard !seatings.isEmpty else { return Window(inside: [], outside: slots, lacksSeating: true) }
            let isFit: (Slot) -> Bool = { seatings.contains(SeatingWish.key($0.seating)) }
            return Window(inside: inside.filter(isFit), outside: outside.filter(isFit))
        }
    }

    /// What to offer instead: the bookable ones nearest to `time`, not those at that very time.
    package func nearest(_ slots: [Slot], to time: TimeOfDay, limit: Int) -> [Slot] {
        let wanted = Evening.minutes(of: time)
        let others = slots.filter { $0.isBookable && minute(of: $0) != wanted }
        return Array(sorted(others, near: time).prefix(max(0, limit)))
    }

    func minute(of slot: Slot) -> Int { slot.minutes(intoEvening: evening) }

    /// What the whole party may lose; more than any amount where that is not known.
    func cents(of slot: Slot) -> Int {
        slot.charges.stake(party: party).amount?.hundredths ?? Int.max
    }
}

extension Slot {
    /// False for a bar, a counter, and whatever is outdoors, as far as the name of the seating tells.
    var isIndoorTable: Bool { SeatingWords.isIndoorTable(seating) }
}
