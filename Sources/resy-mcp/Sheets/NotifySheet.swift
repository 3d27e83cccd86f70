internal import ResyDomain
internal import ResyNative

/// Resy's Notify list, a line each.
struct NotifySheet {
    let outcome: NotifyOutcome
    let now: Instant

    private var voice: Voice { .person.at(now) }

    var sheet: Sheet {
        let head = NotifyText.headline(outcome, in: voice) + voice.readings(outcome.readings)
        var sheet = Sheet([Line(head, .strong, hang: 2)])
        sheet.add(Sheet(rows))
        sheet.add(texts: voice.texts(outcome.remarks))
        return sheet
    }

    private var rows: [Line] {
        let cells = outcome.notifies.map { notify in
            (
                day: notify.day.spoken(from: notify.venue.today(now)), hours: Self.hours(notify),
                party: "\(notify.party)", id: "\(notify.id)", name: Self.name(notify.venue)
            )
        }
        func width(_ texts: [String]) -> Int { texts.map(\.columns).max() ?? 0 }
        let (days, hours) = (width(cells.map(\.day)), width(cells.map(\.hours)))
        let (parties, ids) = (width(cells.map(\.party)), width(cells.map(\.id)))
        return cells.map { cell in
            var line = Line("  " + Line.padded(cell.id, to: ids))
            line.add("  " + Line.padded(cell.day, to: days) + "  " + Line.padded(cell.hours, to: hours))
            line.add("  " + Line.padded(cell.party, to: parties) + "  ")
            line.add(cell.name, .strong)
            line.hang = 4
            return line
        }
    }

    private static func name(_ venue: Venue) -> String {
        let name = venue.name.isEmpty ? "Resy venue \(venue.id)" : venue.name
        return ListSheet.shortened(name, to: 40) + (venue.city.map { ", \($0)" } ?? "")
    }

    /// `6:00 PM – 9:00 PM`
    private static func hours(_ notify: Notify) -> String {
        [notify.earliest, notify.latest].map { $0?.spoken ?? "?" }.joined(separator: " – ")
    }
}
