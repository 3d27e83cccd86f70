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

    /// Those that can be booked first, in the order of their first times. `shown`: all that one answer tells of, so that each ending has one form in it.
    package static func all(of slots: [Slot], among shown: [Slot], in zone: Zone?, now: Instant) -> [TableLine] {
        let sharing = sharingAMoment(shown, now)
        var lines: [TableLine] = []
        for slot in slots.sorted(by: { ($0.day, $0.time) < ($1.day, $1.time) }) {
            var kind = Kind(slot)
            kind.ending = ending(of: slot, sharesMoment: sharing.contains(kind), zone, now)
            if let index = lines.firstIndex(where: { $0.kind == kind }) {
                lines[index].slots.append(slot)
            } else {
                lines.append(TableLine(kind: kind, slots: [slot]))
            }
        }
        return lines.filter { $0.kind.obstacle == nil } + lines.filter { $0.kind.obstacle != nil }
    }

    /// Those of one kind that can be cancelled for nothing until one moment.
    private static func sharingAMoment(_ slots: [Slot], _ now: Instant) -> Set<Kind> {
        let moments = Dictionary(grouping: slots) { Kind($0) }.mapValues { alike in
            Set(alike.compactMap(\.charges.freeUntil).filter { $0 > now })
        }
        return Set(moments.filter { $0.value.count == 1 }.keys)
    }

    /// One moment for tables that share it, else hours before each; what is past is past for all.
    private static func ending(of slot: Slot, sharesMoment: Bool, _ zone: Zone?, _ now: Instant) -> Ending {
        guard let until = slot.charges.freeUntil else { return .notStated }
        if until <= now { return .over }
        guard !sharesMoment, let zone else { return .until(until) }
        return .before(hours: (zone.instant(slot.day, slot.time).seconds - until.seconds) / 3600)
    }
}
