/// Tables of one seating and price, as one line of an answer tells of them: a moment that they share stands once.
package struct TableLine: Sendable {
    /// Until when a table costs nothing, in the form that most tables share.
    package enum Ending: Sendable, Hashable {
        case notStated
        case over
        case until(Instant)
        case before(hours: Double)
    }

    /// What its tables have in common.
    package struct Kind: Sendable, Hashable {
        package var seating: String
        /// Without a moment.
        package var charges: Charges
        package var obstacle: Slot.Obstacle?
        package var ending = Ending.notStated

        fileprivate init(_ slot: Slot) {
            (seating, charges) = (slot.seating, slot.charges.timeless)
            obstacle = slot.obstacle ?? (slot.token == nil ? .noToken : nil)
        }
    }

    package var kind: Kind
    /// By time.
    package var slots: [Slot]

    /// In the order of their first times. `shown`: all that one answer tells of, so that each ending has one form in it.
    package static func all(of slots: [Slot], among shown: [Slot], in zone: Zone?, now: Instant) -> [TableLine] {
        let endings = endings(shown, zone, now)
        var lines: [TableLine] = []
        for slot in slots.sorted(by: { ($0.day, $0.time) < ($1.day, $1.time) }) {
            var kind = Kind(slot)
            kind.ending = endings[slot] ?? .notStated
            if let index = lines.firstIndex(where: { $0.kind == kind }) {
                lines[index].slots.append(slot)
            } else {
                lines.append(TableLine(kind: kind, slots: [slot]))
            }
        }
        return lines
    }

    /// One moment for tables that share it, else hours before each; what is past is past for all.
    private static func endings(_ slots: [Slot], _ zone: Zone?, _ now: Instant) -> [Slot: Ending] {
        var endings: [Slot: Ending] = [:]
        for alike in Dictionary(grouping: slots, by: { Kind($0) }).values {
            let open = alike.filter { ($0.charges.freeUntil ?? now) > now }
            let isOneMoment = Set(open.map(\.charges.freeUntil)).count == 1
            for slot in alike {
                guard let until = slot.charges.freeUntil else { continue }
                let hours = zone.map { ($0.instant(slot.day, slot.time).seconds - until.seconds) / 3600 }
                endings[slot] =
                    until <= now
                    ? .over : isOneMoment ? .until(until) : hours.map { .before(hours: $0) } ?? .until(until)
            }
        }
        return endings
    }
}
