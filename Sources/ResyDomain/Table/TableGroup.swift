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
        let slots = slots.inOrderOfTime
        var kinds = TableKinds()
        let alikes = alikes(slots, &kinds, zone)
        var groups: [TableGroup] = []
        var numbers: [Int] = []
        for slot in slots {
            let number = kinds.number(of: slot)
            let alike = alikes.first { $0.kind == number && $0.day == slot.day }
            let freeUntil = alike?.shared
            let freeHours = freeUntil == nil ? freeHours(of: slot, zone) : alike?.mostHours
            let known = groups.indices.first { index in
                numbers[index] == number && groups[index].day == slot.day && groups[index].freeHours == freeHours
                    && groups[index].freeUntil == freeUntil
            }
            if let known {
                if groups[known].times.last != slot.time { groups[known].times.append(slot.time) }
            } else {
                groups.append(TableGroup(kinds.all[number], slot, freeHours: freeHours, freeUntil: freeUntil))
                numbers.append(number)
            }
        }
        return groups.filter(\.isBookable) + groups.filter { !$0.isBookable }
    }

    private init(_ kind: TableKind, _ slot: Slot, freeHours: Double?, freeUntil: Instant?) {
        (seating, day, times) = (kind.seating, slot.day, [slot.time])
        (charges, obstacle) = (kind.charges, kind.obstacle)
        (self.freeHours, self.freeUntil) = (freeHours, freeUntil)
    }

    private static func freeHours(of slot: Slot, _ zone: Zone?) -> Double? {
        guard let zone, let until = slot.charges.freeUntil else { return nil }
        return (zone.instant(slot.day, slot.time).seconds - until.seconds) / 3600
    }

    /// Tables of one kind on one day.
    private struct Alike {
        /// Its number.
        let kind: Int
        let day: CalendarDay
        /// Of the first of them.
        let moment: Instant?
        let hours: Double?
        /// So far as they are known.
        var mostHours: Double?
        var haveOneMoment = true
        var differInHours = false

        /// Where they stop being free at one moment, and not so long before each.
        var shared: Instant? { haveOneMoment && differInHours ? moment : nil }

        mutating func meet(_ moment: Instant?, _ hours: Double?) {
            if moment != self.moment { haveOneMoment = false }
            guard let hours else { return }
            if let own = self.hours, own != hours { differInHours = true }
            mostHours = max(mostHours ?? hours, hours)
        }
    }

    private static func alikes(_ slots: [Slot], _ kinds: inout TableKinds, _ zone: Zone?) -> [Alike] {
        var alikes: [Alike] = []
        for slot in slots {
            let (number, moment) = (kinds.number(of: slot), slot.charges.freeUntil)
            let hours = freeHours(of: slot, zone)
            if let index = alikes.firstIndex(where: { $0.kind == number && $0.day == slot.day }) {
                alikes[index].meet(moment, hours)
            } else {
                alikes.append(Alike(kind: number, day: slot.day, moment: moment, hours: hours, mostHours: hours))
            }
        }
        return alikes
    }
}
