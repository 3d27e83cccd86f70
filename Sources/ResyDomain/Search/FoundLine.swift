/// Tables of one restaurant that share seating and price, over several evenings, as one line of an answer tells of them.
package struct FoundLine: Sendable {
    package var seating: String
    /// Without a moment.
    package var charges: Charges
    package var obstacle: Slot.Obstacle?
    /// Until when each of them costs nothing; of several moments the hours that are true of all.
    package var ending = TableLine.Ending.notStated
    /// By day.
    package var evenings: [FoundEvening]

    /// In the order in which their first tables stand.
    package static func all(of evenings: [FoundEvening], in zone: Zone?, now: Instant) -> [FoundLine] {
        var kinds: [Kind] = []
        var found: [Kind: [FoundEvening]] = [:]
        for evening in evenings {
            for slot in evening.slots {
                let kind = Kind(slot, now)
                if found[kind] == nil { kinds.append(kind) }
                if found[kind]?.last?.day == evening.day, let last = found[kind]?.indices.last {
                    found[kind]?[last].slots.append(slot)
                } else {
                    found[kind, default: []].append(FoundEvening(day: evening.day, slots: [slot]))
                }
            }
        }
        return kinds.map { kind in
            let evenings = found[kind] ?? []
            return FoundLine(
                seating: kind.seating, charges: kind.charges, obstacle: kind.obstacle,
                ending: kind.isOver ? .over : ending(evenings.flatMap(\.slots), zone), evenings: evenings)
        }
    }

    private struct Kind: Hashable {
        let seating: String
        let charges: Charges
        let obstacle: Slot.Obstacle?
        let isOver: Bool

        init(_ slot: Slot, _ now: Instant) {
            (seating, charges) = (slot.seating, slot.charges.timeless)
            obstacle = slot.obstacle ?? (slot.token == nil ? .noToken : nil)
            isOver = slot.charges.freeUntil.map { $0 <= now } ?? false
        }
    }

    private static func ending(_ slots: [Slot], _ zone: Zone?) -> TableLine.Ending {
        let moments = Set(slots.map(\.charges.freeUntil))
        if moments.count == 1, let moment = moments.first ?? nil, Set(slots.map(\.day)).count == 1 {
            return .until(moment)
        }
        let hours = slots.map { slot in
            slot.charges.freeUntil.flatMap { until in
                zone.map { ($0.instant(slot.day, slot.time).seconds - until.seconds) / 3600 }
            }
        }
        guard !hours.contains(nil), let most = hours.compactMap(\.self).max() else { return .notStated }
        return .before(hours: most)
    }
}
