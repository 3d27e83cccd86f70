internal import ResyDomain
internal import ResyNative

/// Tables of one evening, a line for each seating and price: the seating, the price, the times, and what it takes to get out.
struct TableRows {
    let party: Int
    let zone: Zone?
    let now: Instant

    private var voice: Voice { .person.at(now) }

    /// Those that are `marked` stand in brackets; `asRuns`: equal steps are told by their ends.
    func lines(_ slots: [Slot], marked: [TimeOfDay] = [], asRuns: Bool = false) -> [Line] {
        let rows = TableLine.all(of: slots, among: slots, in: zone, now: now).flatMap { line in
            Set(line.slots.map(\.day)).sorted().map { day in
                (kind: line.kind, times: times(line.slots.filter { $0.day == day }))
            }
        }
        let clock = Clockwork()
        let seatings = min(rows.map(\.kind.seating.columns).max() ?? 0, 24)
        let prices = min(rows.map { voice.price($0.kind.charges).columns }.max() ?? 0, 20)
        return rows.map { row in
            var line = Line("  " + Line.padded(Line.glued(row.kind.seating), to: seatings) + "  ")
            line.add(Line.padded(Line.glued(voice.price(row.kind.charges)), to: prices) + " ")
            line.hang = seatings + prices + 6
            let isMarked = row.kind.obstacle == nil && !asRuns
            line.add(clock.row(row.times, marked: isMarked ? marked : [], asRuns: asRuns))
            let note = note(row.kind)
            if !note.isEmpty { line.add(" " + Line.glued(note), row.kind.obstacle == nil ? .plain : .faint) }
            return line
        }
    }

    /// Each once.
    private func times(_ slots: [Slot]) -> [TimeOfDay] {
        slots.map(\.time).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private func note(_ kind: TableLine.Kind) -> String {
        if let obstacle = kind.obstacle { return "not bookable through this program: \(voice.text(obstacle))" }
        return voice.note(kind, party: party, in: zone, now: now)
    }
}
