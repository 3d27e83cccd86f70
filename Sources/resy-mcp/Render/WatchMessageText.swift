internal import ResyDomain
internal import ResyNative

/// What a watch sends: which tables are new, their cost, the page, and the command that books one, or moves the held one. Names were written by
/// strangers: they are cleaned, and stand in quotes where a shell might read them.
struct WatchMessageText {
    let message: WatchMessage
    let link: VenueLinks
    /// Nil where booking is switched off.
    var home: Home?

    /// What a command needs to reach another home than usual.
    enum Home: Equatable {
        case usual
        case other(String)
    }

    private var voice: Voice { .person.at(message.seenAt) }
    private var today: CalendarDay { message.venue.today(message.seenAt) }

    /// As one line, for a log.
    var line: String { lines.joined(separator: " \u{B7} ") }
    var text: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        let (venue, count) = (message.venue, message.tables.count)
        let place = [CleanText.title(venue.name), venue.city.map { CleanText.name($0) }].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: ", ")
        let head = "\(place): \(count) new table\(count == 1 ? "" : "s") for \(message.party)"
        let first = message.tables.first { $0.isBookable } ?? message.tables.first
        let page = link.page(of: venue, day: first?.evening, party: message.party)
        return [head] + message.groups.map(told)
            + (message.more > 0 ? ["and \(message.more) more, with the next tick"] : [])
            + [page] + [command].compactMap(\.self)
            + [seen].compactMap(\.self)
    }

    /// By its day: nobody knows when it is read.
    private var seen: String? {
        message.venue.zone.map { zone in
            let (day, time) = zone.local(message.seenAt)
            return "Seen \(day.spoken), \(time.spoken)"
        }
    }

    // MARK: - Tables

    /// `Sat Dec 5, 7:00, 7:30 PM, Dining Room, $50 late fee per guest ($100 for 2)`
    private func told(_ group: WatchMessage.Group) -> String {
        let kind = group.kind
        let night = kind.day == kind.evening ? "" : " (the night of \(kind.evening.spoken(from: today)))"
        let cost = kind.charges.isEmpty ? "free" : voice.text(kind.charges, party: message.party)
        let door = kind.isBookable ? "" : ", on Resy's site alone"
        return "\(kind.day.spoken(from: today)), \(voice.times(group.times))\(night), "
            + "\(CleanText.name(kind.seating)), \(cost)\(door)"
    }

    /// Nil where none of them can be booked here.
    private var command: String? {
        guard let home, let table = message.tables.first(where: \.isBookable) else { return nil }
        let (day, time) = (table.evening.iso, table.time.typed)
        var words =
            if let held = message.held {
                ["resy-mcp change", "RESY-\(held)", "--on", day, "--time", time]
            } else {
                ["resy-mcp book", ShellWords.foreign("Resy venue \(message.venue.id)"), day, time]
            }
        let seating = CleanText.name(table.seating)
        // One that had to be cleaned or cut would not be found again.
        if !seating.isEmpty, seating == table.seating { words += ["--seating", ShellWords.foreign(seating)] }
        // Always: where it is typed, RESY_PARTY may say another number.
        words += ["--party", "\(message.party)"]
        if case .other(let path) = home { words += ["--home", ShellWords.foreign(path)] }
        return words.joined(separator: " ")
    }
}
