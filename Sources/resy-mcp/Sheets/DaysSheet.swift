internal import ResyDomain
internal import ResyNative

/// The open days of a restaurant: a line each, then those that are not, and when later ones open.
struct DaysSheet {
    let found: OpenDays
    /// Nothing may be booked here: no command for it is printed.
    var isReadOnly = false
    let now: Instant

    private var voice: Voice { .person.at(now) }
    private var today: CalendarDay? { found.venue.today(now) }
    private var open: [OpenDays.Day] { found.days.filter { $0.status == .open } }

    var sheet: Sheet {
        var sheet = Sheet([Line(headline, .strong, hang: 2)])
        let timed = open.filter { $0.slots != nil }
        let names = voice.lines(timed.map(\.day), from: today)
        let width = names.map(\.columns).max() ?? 0
        let clock = Clockwork()
        for (day, name) in zip(timed, names) {
            var line = Line("  " + Line.padded(Line.glued(name), to: width) + " ")
            let times = found.shown(day)
            if times.isEmpty {
                line.add(" at other times", .faint)
            } else {
                line.add(clock.row(times, asRuns: !found.isCut(day)))
            }
            line.hang = width + 4
            sheet.add(line)
        }
        if let unread = found.unread { sheet.add(days(timed.isEmpty ? "Open" : "Open too", unread)) }
        for (status, those) in found.others { sheet.add(days(voice.word(status), those)) }
        sheet.add(texts: voice.asides(found) + voice.texts(voice.remarks(found)))
        sheet.add(texts: published)
        sheet.add(command)
        if !isReadOnly, open.isEmpty, let day = found.days.first(where: { $0.status == .soldOut })?.day {
            let offer = NotifyOffer(venue: found.venue.id, day: day, party: found.party)
            sheet.add(.whole("Notify:  \(Voice.command(offer))"))
        }
        return sheet
    }

    private var headline: String {
        let place = [found.venue.name, found.venue.city].compactMap(\.self).filter { !$0.isBlank }
        let time = found.preferredTime?.spoken ?? found.eitherTime.map { voice.text($0) }
        let facts = place + [voice.people(found.party)] + (time.map { ["around \($0)"] } ?? [])
        return facts.map { Line.glued($0) }.joined(separator: " · ") + verdict + voice.readings(found.readings)
    }

    private var verdict: String {
        guard !found.days.isEmpty else { return ": none of these days is published" }
        return open.isEmpty
            ? found.isUnknown ? ": Resy does not say which day is open" : ": no open day"
            : ": open on \(open.count) of \(found.days.count) days"
    }

    private func days(_ head: String, _ pattern: DayPattern) -> Line {
        let words = voice.parts(pattern, from: today).map { Line.glued($0) }
        return Line("  \(head): \(words.joined(separator: ", "))", .faint, hang: 4)
    }

    private var published: [String] {
        let last = found.publishedUntil.map { ["Published up to \($0.spoken(from: today))."] } ?? []
        return last + voice.release(found, now: now)
    }

    /// What to run next: a table of the first open day, or that day's tables.
    private var command: Line {
        let venue = ShellWords.foreign("Resy venue \(found.venue.id)")
        let party = PrintedCommand.party(found.party)
        let table = open.lazy.compactMap { day in
            day.slots?.first(where: \.isBookable).map { (day.day, $0) }
        }.first
        if !isReadOnly, let (day, slot) = table {
            return .whole("Book:  resy-mcp book \(venue) \(day.iso) \(slot.time.typed)\(party)")
        }
        if found.obstacle == nil, let day = open.first?.day {
            return .whole("Times:  resy-mcp check \(venue) \(day.iso)\(party)")
        }
        return Line("On Resy: \(found.url)")
    }
}
