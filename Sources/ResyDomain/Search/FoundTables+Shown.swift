extension FoundTables {
    /// Times of one seating and price that a short answer has of an evening.
    package static let mostTimes = 3
    /// Seatings and prices that a short answer has in all, as far as one of each evening leaves room.
    private static let mostGroups = 60

    /// What an answer shows of the tables, and whether that is not all. `all`: it is.
    package func shown(all: Bool) -> Shown {
        if all { return Shown(results: results) }
        let groups = results.map { $0.evenings.map { $0.groups(party: party) } }
        let most = Self.largest(of: groups.joined().map(\.count))
        let times = Self.times(ofEach: groups.joined().reduce(0) { $0 + min($1.count, most) })
        let counts = Self.counts(groups, most: most, times: times)
        let hasWish = preferredTime != nil || eitherTime != nil
        var cut = Shown(results: [])
        cut.results = results.indices.map { index in
            var result = results[index]
            result.evenings = zip(result.evenings, groups[index]).map { evening, groups in
                let kept = groups.prefix(counts[index]).flatMap { Self.few($0, times, areNearest: hasWish) }
                cut.isCut = cut.isCut || kept.count < groups.reduce(0) { $0 + $1.count }
                for seating in groups.dropFirst(counts[index]).compactMap(\.first?.seating)
                where !cut.hiddenSeatings.contains(seating) && !kept.contains(where: { $0.seating == seating }) {
                    cut.hiddenSeatings.append(seating)
                }
                return FoundEvening(day: evening.day, slots: evening.slots.filter(kept.contains))
            }
            return result
        }
        return cut
    }

    /// What an answer shows.
    package struct Shown: Sendable {
        package var results: [Result]
        /// It is not all.
        package var isCut = false
        /// Seatings of which an evening shows no time though it has one.
        package var hiddenSeatings: [String] = []
    }

    /// How many groups the evenings of each restaurant have: where all would be too long, those that stand last have one.
    private static func counts(_ groups: [[[[Slot]]]], most: Int, times: Int) -> [Int] {
        func length(_ evenings: [[[Slot]]], _ most: Int) -> Int {
            evenings.reduce(Length.restaurant) { sum, groups in
                groups.prefix(most).reduce(sum + Length.evening) { sum, group in
                    sum + Length.group + Length.time * min(times, group.count)
                        + (group.first?.charges.isEmpty ?? true ? 0 : Length.fee)
                }
            }
        }
        var counts = groups.map { _ in most }
        var sum = groups.reduce(0) { $0 + length($1, most) }
        for index in groups.indices.reversed() where sum > Length.most && most > 1 {
            sum += length(groups[index], 1) - length(groups[index], most)
            counts[index] = 1
        }
        return counts
    }

    /// How long a short answer may be, and what adds to it, in words as a model counts them.
    private enum Length {
        static let most = 2_700
        static let (restaurant, evening, group, time, fee) = (115, 13, 13, 4, 21)
    }

    /// Of many groups fewer, so that the whole stays short.
    private static func times(ofEach groups: Int) -> Int {
        switch groups {
        case ...(mostGroups / 2): mostTimes
        case ...(mostGroups * 3 / 4): 2
        default: 1
        }
    }

    /// How many groups an evening may have, so that all of them have few enough.
    private static func largest(of counts: [Int]) -> Int {
        var most = counts.max() ?? 0
        while most > 1, counts.reduce(0, { $0 + min($1, most) }) > mostGroups { most -= 1 }
        return most
    }

    /// The nearest; where nothing is near or far, the first, the last and those between.
    private static func few(_ slots: [Slot], _ count: Int, areNearest: Bool) -> [Slot] {
        guard slots.count > count else { return slots }
        guard !areNearest, count > 1 else { return Array(slots.prefix(count)) }
        let slots = slots.inOrderOfTime
        return (0..<count).map { slots[$0 * (slots.count - 1) / (count - 1)] }
    }
}

extension FoundEvening {
    /// Tables that differ in nothing but the time, one of each time, in the order in which the first of each stands; of those at
    /// one time the cheapest first.
    fileprivate func groups(party: Int) -> [[Slot]] {
        var groups: [[Slot]] = []
        for slot in slots {
            let index = groups.firstIndex { $0.first.map { slot.isAlike($0) } ?? false }
            if let index {
                if !groups[index].contains(where: { $0.time == slot.time }) { groups[index].append(slot) }
            } else if let index = groups.firstIndex(where: { $0.first.map { slot.isCheaper(than: $0, party) } ?? false }
            ) {
                groups.insert([slot], at: index)
            } else {
                groups.append([slot])
            }
        }
        return groups
    }
}

extension Slot {
    fileprivate func isAlike(_ other: Slot) -> Bool {
        seating == other.seating && day == other.day && obstacle == other.obstacle
            && isBookable == other.isBookable && charges.timeless == other.charges.timeless
    }

    /// At the same time.
    fileprivate func isCheaper(than other: Slot, _ party: Int) -> Bool {
        (day, time) == (other.day, other.time) && isBookable == other.isBookable
            && charges.stake(party: party).isLess(than: other.charges.stake(party: party))
    }
}

extension FoundTables.Result {
    /// One of its tables can be booked by this program.
    package var isBookable: Bool { evenings.contains { $0.slots.contains(where: \.isBookable) } }
}

extension FoundTables {
    /// The table for which it stands where it does; of several at that time one that costs as much as its score says.
    package func best(of result: Result) -> (day: CalendarDay, slot: Slot)? {
        let score = result.score
        let evening = result.evenings.first { $0.day == score.day } ?? result.evenings.first
        guard let evening else { return nil }
        let there = evening.slots.filter { $0.time == score.time }
        let open = there.filter { $0.isBookable || score.obstacle != nil }
        let slot =
            open.first { $0.charges.stake(party: party) == score.stake } ?? open.first ?? there.first
            ?? evening.slots.first
        return slot.map { (evening.day, $0) }
    }

    /// One of the tables can be booked by this program.
    package var hasBookable: Bool { results.contains(where: \.isBookable) }
}
