internal import ResyDomain

/// The tables of an evening in few words: a line for each seating and price.
struct TablesText {
    private let evening: CalendarDay
    private let party: Int
    private let zone: Zone?
    private let now: Instant
    private let voice: Voice
    private let shown: [Slot]

    /// `shown`: all that one answer tells of.
    init(_ shown: [Slot], evening: CalendarDay, party: Int, zone: Zone?, now: Instant, voice: Voice) {
        (self.evening, self.party, self.zone, self.now, self.voice) = (evening, party, zone, now, voice)
        self.shown = shown
    }

    private typealias Row = (kind: TableLine.Kind, times: String)

    func lines(_ slots: [Slot]) -> [String] {
        rows(slots).map { "- \(label($0.kind)): \($0.times)" }
    }

    /// The same of tables beside those that stand above already: what was told there is not told again.
    func lines(_ others: [Slot], beside slots: [Slot]) -> [String] {
        let above = Set(grouped(slots).map(\.kind))
        let rows = rows(others)
        let kinds = above.union(rows.map(\.kind))
        var lines: [(names: [String], times: String)] = []
        for row in rows {
            let isPlain = above.contains(row.kind) && kinds.filter { $0.seating == row.kind.seating }.count == 1
            let name = isPlain ? row.kind.seating : label(row.kind)
            if isPlain, let index = lines.firstIndex(where: { $0.times == row.times && !$0.names.isEmpty }) {
                lines[index].names.append(name)
            } else if isPlain {
                lines.append(([name], row.times))
            } else {
                lines.append(([], "\(name): \(row.times)"))
            }
        }
        return lines.map { "- " + ($0.names.isEmpty ? "" : $0.names.joined(separator: "; ") + ": ") + $0.times }
    }

    /// All of their times, whatever they cost.
    func times(_ slots: [Slot]) -> String {
        var days: [(day: CalendarDay, times: [TimeOfDay])] = []
        for (day, time) in slots.map({ ($0.day, $0.time) }).sorted(by: <) {
            if days.last?.day != day {
                days.append((day, [time]))
            } else if days.last?.times.last != time {
                days[days.count - 1].times.append(time)
            }
        }
        return days.map { day, times in
            day == evening ? voice.times(times) : "\(voice.times(times)) (\(day.spoken))"
        }.joined(separator: ", ")
    }

    // MARK: - Lines

    private func rows(_ slots: [Slot]) -> [Row] {
        grouped(slots).map { ($0.kind, times($0.slots)) }
    }

    private func grouped(_ slots: [Slot]) -> [TableLine] {
        TableLine.all(of: slots, among: shown, in: zone, now: now)
    }

    /// `Dining Room, $50 late fee per guest ($100 for 2), free to cancel until 24 h before`
    private func label(_ kind: TableLine.Kind) -> String {
        var parts = [kind.seating]
        parts.append(
            kind.charges.isEmpty
                ? "free" : kind.charges.told.map { voice.text($0, party: party) }.joined(separator: "; "))
        let label =
            parts.filter { !$0.isEmpty }.joined(separator: ", ")
            + voice.wayOut(kind.charges.main, kind.ending, in: zone, now: now)
        return label + (kind.obstacle.map { ", not bookable here (\(voice.text($0)))" } ?? "")
    }
}
