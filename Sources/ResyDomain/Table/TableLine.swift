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
        package var ending: Ending

        fileprivate init(_ kind: TableKind, _ ending: Ending) {
            (seating, charges, obstacle, self.ending) = (kind.seating, kind.charges, kind.obstacle, ending)
        }
    }

    package var kind: Kind
    /// By time.
    package var slots: [Slot]

    /// Those that can be booked first, in the order of their first times. `shown`: all that one answer tells of, so that each ending has one form in it.
    package static func all(of slots: [Slot], among shown: [Slot], in zone: Zone?, now: Instant) -> [TableLine] {
        var kinds = TableKinds()
        let moments = moments(shown, &kinds, now)
        var lines: [TableLine] = []
        var numbers: [Int] = []
        for slot in slots.inOrderOfTime {
            let number = kinds.number(of: slot)
            let sharesMoment = number < moments.count && moments[number].isOne
            let ending = ending(of: slot, sharesMoment: sharesMoment, zone, now)
            if let index = lines.indices.first(where: { numbers[$0] == number && lines[$0].kind.ending == ending }) {
                lines[index].slots.append(slot)
            } else {
                lines.append(TableLine(kind: Kind(kinds.all[number], ending), slots: [slot]))
                numbers.append(number)
            }
        }
        return lines.filter { $0.kind.obstacle == nil } + lines.filter { $0.kind.obstacle != nil }
    }

    /// When tables of a kind can no longer be cancelled for nothing, of those moments that are to come.
    private enum Moments {
        case none, one(Instant), several

        var isOne: Bool { if case .one = self { true } else { false } }

        mutating func meet(_ moment: Instant) {
            switch self {
            case .none: self = .one(moment)
            case .one(moment), .several: break
            case .one: self = .several
            }
        }
    }

    /// By the numbers of the kinds.
    private static func moments(_ slots: [Slot], _ kinds: inout TableKinds, _ now: Instant) -> [Moments] {
        var moments: [Moments] = []
        for slot in slots {
            let number = kinds.number(of: slot)
            if number == moments.count { moments.append(.none) }
            if let until = slot.charges.freeUntil, until > now { moments[number].meet(until) }
        }
        return moments
    }

    /// One moment for tables that share it, else hours before each; what is past is past for all.
    private static func ending(of slot: Slot, sharesMoment: Bool, _ zone: Zone?, _ now: Instant) -> Ending {
        guard let until = slot.charges.freeUntil else { return .notStated }
        if until <= now { return .over }
        guard !sharesMoment, let zone else { return .until(until) }
        return .before(hours: (zone.instant(slot.day, slot.time).seconds - until.seconds) / 3600)
    }
}
