/// Tables that differ in nothing but the time.
package struct TableGroup: Sendable, Equatable {
    package var seating: String
    /// The calendar's day on which they start: the day after the evening's for times past midnight.
    package var day: CalendarDay
    /// Ascending.
    package var times: [TimeOfDay]
    /// What one of them costs, without a moment.
    package var charges: Charges
    /// Hours before the table until which it can be cancelled for nothing; nil where that is not stated.
    package var freeHours: Double?
    /// The moment that several times share as the end of that, whatever their own time: then `freeHours` are those before
    /// the last of them, which is true of each.
    package var freeUntil: Instant?
    /// Why they cannot be booked by this program, or nil.
    package var obstacle: Slot.Obstacle?

    package var isBookable: Bool { obstacle == nil }

    /// Those that can be booked first, in the order of their first times; each group once, whatever the order of the slots.
    package static func all(of slots: [Slot], in zone: Zone?) -> [TableGroup] {
        var groups: [TableGroup] = []
        let slots = slots.sorted { ($0.day, $0.time) < ($1.day, $1.time) }
        let each = slots.map { TableGroup($0, in: zone) }
        let shared = sharedMoments(slots, each, zone)
        for (slot, alone) in zip(slots, each) {
            var one = alone
            if let (moment, hours) = shared[Alike(one)] { (one.freeUntil, one.freeHours) = (moment, hours) }
            if let index = groups.firstIndex(where: { $0.isSame(as: one) }) {
                if groups[index].times.last != slot.time { groups[index].times.append(slot.time) }
            } else {
                groups.append(one)
            }
        }
        return groups.filter(\.isBookable) + groups.filter { !$0.isBookable }
    }

    /// All of a group but when it stops being free.
    private struct Alike: Hashable {
        let seating: String
        let day: CalendarDay
        let charges: Charges
        let obstacle: Slot.Obstacle?

        init(_ group: TableGroup) {
            (seating, day, charges, obstacle) = (group.seating, group.day, group.charges, group.obstacle)
        }
    }

    /// Where tables at several times stop being free at one moment, and not so long before each.
    private static func sharedMoments(
        _ slots: [Slot], _ each: [TableGroup], _ zone: Zone?
    ) -> [Alike: (Instant, hours: Double)] {
        guard zone != nil else { return [:] }
        return Dictionary(grouping: slots.indices) { Alike(each[$0]) }.compactMapValues { places in
            let hours = Set(places.compactMap { each[$0].freeHours })
            let moments = Set(places.map { slots[$0].charges.freeUntil })
            guard hours.count > 1, moments.count == 1, let moment = moments.first ?? nil, let most = hours.max() else {
                return nil
            }
            return (moment, most)
        }
    }

    private init(_ slot: Slot, in zone: Zone?) {
        (seating, day, times) = (slot.seating, slot.day, [slot.time])
        charges = slot.charges.timeless
        obstacle = slot.obstacle ?? (slot.token == nil ? .noToken : nil)
        freeHours = slot.charges.freeUntil.flatMap { until in
            zone.map { ($0.instant(slot.day, slot.time).seconds - until.seconds) / 3600 }
        }
    }

    private func isSame(as other: TableGroup) -> Bool {
        day == other.day && freeHours == other.freeHours && freeUntil == other.freeUntil && obstacle == other.obstacle
            && seating == other.seating && charges == other.charges
    }
}
