internal import ResyDomain
internal import ResyNative

/// The tables of an evening: a row for each seating and price.
struct CheckSheet {
    let found: Availability
    /// All times of the day, not those near the wanted one alone.
    var showsAll = false
    /// Tables that cost something were left out.
    var isFreeAlone = false
    /// As it was wished for on the command line.
    var seating: String?
    /// Nothing may be booked here: no command for it is printed.
    var isReadOnly = false
    let now: Instant

    private var voice: Voice { .person.at(now) }
    private var zone: Zone? { found.venue.zone }
    private var slots: [Slot] { found.slots + found.otherTimes }
    private var hasBookable: Bool { slots.contains(where: \.isBookable) }
    /// One of those that were asked for can be booked.
    private var hasFitting: Bool { found.slots.contains(where: \.isBookable) }
    /// Where one time is wanted, those around it are what was asked for.
    private var hasWish: Bool { found.preferredTime != nil || found.eitherTime != nil }

    var sheet: Sheet {
        var sheet = Sheet([Line(headline, .strong, hang: 2)])
        // Why there is nothing comes before what there is.
        let reasons = found.remarks.filter { Self.isReason($0) && !isSaid($0) }
        sheet.add(texts: voice.texts(reasons))
        sheet.add(texts: voice.sentences(found.release, in: zone, now: now))
        if let tock {
            sheet.add(tock)
        } else if isBlocked {
            sheet.add(blocked)
        } else {
            let shown = shown
            sheet.add(Sheet(rows(shown.slots)))
            if let left = shown.left { sheet.add(Line("  \(left) (--all)", .faint, hang: 2)) }
            if TableGroup.all(of: shown.slots, in: zone).contains(where: Voice.isUnclear) {
                sheet.add(Line("  * per guest or in total: not stated", .faint))
            }
        }
        sheet.add(quotes)
        if !found.openDays.isEmpty {
            let days = found.openDays.map { Line.glued($0.spoken(from: found.venue.today(now))) }
            sheet.add(Line("Days with tables for \(found.party): \(days.joined(separator: ", "))", hang: 2))
        }
        sheet.add(texts: voice.texts(found.remarks.filter { !Self.isReason($0) && !isSaid($0) }))
        if !hasBookable, !isBlocked, tock == nil { sheet.add("On Resy: \(found.url)") }
        if !isReadOnly, let command { sheet.add(.whole("Book:  \(command)")) }
        if !isReadOnly, let offer = found.notify { sheet.add(.whole("Notify:  \(Voice.command(offer))")) }
        return sheet
    }

    // MARK: - First line

    private var headline: String {
        let place = [
            voice.name(found.venue, found.remarks), found.venue.city, found.day.spoken(from: found.venue.today(now)),
        ]
        let facts = place.compactMap(\.self).filter { !$0.isBlank } + [voice.people(found.party)]
        return facts.map { Line.glued($0) }.joined(separator: " · ") + nothing + voice.readings(found.readings)
    }

    /// What is not there, where nothing fits.
    private var nothing: String {
        guard found.slots.isEmpty else {
            guard !hasFitting, !isBlocked, tock == nil else { return "" }
            return ": none\(hasWish ? " \(reach)" : "") can be booked here"
        }
        let kind = isFreeAlone ? "no table that is known to cost nothing" : "no table"
        if let missing = found.missingSeating {
            return ": \(kind) with the seating \(CleanText.quoted(missing, to: 60))"
        }
        return hasWish ? ": \(kind) \(reach)" : ": \(kind)"
    }

    /// `within 60 minutes of 7:00 PM`
    private var reach: String {
        let time = found.preferredTime?.spoken ?? found.eitherTime.map { voice.text($0) } ?? ""
        let window = found.flexibility == 0 ? "at" : "within \(voice.span(seconds: Double(found.flexibility) * 60)) of"
        return "\(window) \(time)"
    }

    // MARK: - Remarks

    /// Why there is no table.
    private static func isReason(_ remark: Remark) -> Bool {
        switch remark {
        case .evening(.noSuchSeating), .evening(.sizes), .evening(.absence), .evening(.closed),
            .evening(.notPublished), .evening(.wantsCaptcha):
            true
        default: false
        }
    }

    /// Another line says it.
    private func isSaid(_ remark: Remark) -> Bool {
        switch remark {
        case .venue(.readAs), .evening(.absence(.onTock)): true
        case .evening(.wantsCaptcha): isBlocked
        default: false
        }
    }

    // MARK: - Rows

    /// What is shown, and what is left out, in words.
    private var shown: (slots: [Slot], left: String?) {
        if showsAll || !hasWish && !found.slots.isEmpty { return (slots, nil) }
        guard found.slots.isEmpty else {
            guard !hasFitting, hasBookable else { return (found.slots, around) }
            // Those that can be booked, though at other times.
            var other = found
            other.otherTimes.removeAll { !$0.isBookable }
            let (near, left) = other.othersShown(all: false)
            return (found.slots + near, left == 0 ? nil : "\(left) more \(left == 1 ? "time" : "times")")
        }
        let others = found.othersShown(all: false)
        return (others.slots, others.left == 0 ? nil : "\(others.left) more \(others.left == 1 ? "time" : "times")")
    }

    /// `Earlier 5:00–5:30 · later 8:30–10:00`; nil where there is nothing outside the window.
    private var around: String? {
        let clock = Clockwork()
        let first = found.slots.map { $0.minutes(intoEvening: found.day) }.min() ?? 0
        let (earlier, later) = (
            found.otherTimes.filter { $0.minutes(intoEvening: found.day) < first },
            found.otherTimes.filter { $0.minutes(intoEvening: found.day) >= first }
        )
        let words = [("earlier", clock.span(earlier.map(\.time))), ("later", clock.span(later.map(\.time)))]
            .compactMap { word, span in span.map { "\(word) \($0)" } }.joined(separator: " · ")
        return words.isEmpty ? nil : "\(words.prefix(1).uppercased())\(words.dropFirst())"
    }

    private func rows(_ slots: [Slot]) -> [Line] {
        TableRows(party: found.party, zone: zone, now: now)
            .lines(slots, marked: nearest, asRuns: !hasWish || showsAll)
    }

    /// Of a time in doubt each of the two that is there.
    private var nearest: [TimeOfDay] {
        if let doubt = found.eitherTime { return doubt.readings }
        return hasWish ? found.slots.first(where: \.isBookable).map { [$0.time] } ?? [] : []
    }

    // MARK: - A day that is not for this program

    private var isBlocked: Bool { !slots.isEmpty && !hasBookable && Set(slots.map(\.obstacle)).count == 1 }

    /// `Tock Tavern books on Tock; book it on Resy's site: LINK`
    private var tock: String? {
        let isSaid = found.remarks.contains { if case .evening(.absence(.onTock)) = $0 { true } else { false } }
        guard isSaid || isBlocked && slots.first?.obstacle == .onTock else { return nil }
        return "\(found.venue.name) books on Tock; book it on Resy's site: \(found.url)"
    }

    private var blocked: Line {
        let why = slots.first?.obstacle.map { " (\(voice.text($0)))" } ?? ""
        let times = Clockwork().span(slots.map(\.time)).map { "Open \($0), but not" } ?? "Not"
        return Line("\(times) bookable through this program\(why); book it on Resy's site: \(found.url)")
    }

    // MARK: - Exact terms

    private var quotes: Sheet {
        var sheet = Sheet()
        for quote in found.quotes {
            let (slot, terms) = (quote.slot, quote.terms)
            let cost = voice.wholeCost(
                terms.charges, party: found.party, until: terms.cancelBy, in: zone, now: now, isAhead: true)
            let card = quote.card.map { "; card: \($0.spoken)" } ?? ""
            sheet.add(Line("Terms at \(slot.time.spoken), \(slot.seating): \(cost)\(card)", hang: 2))
            for text in terms.allLines {
                var line = Line("  \(CleanText.quoted(text, to: 1000))", .faint, hang: 2)
                line.most = 3
                sheet.add(line)
            }
        }
        return sheet
    }

    // MARK: - The next command

    /// The command that books the nearest table; nil where none can be booked, or where one time of two is meant.
    private var command: String? {
        guard found.eitherTime == nil, let slot = found.slots.first(where: \.isBookable) else { return nil }
        let party = PrintedCommand.party(found.party)
        let seating = SeatingWish(seating).isAny ? "" : " --seating \(ShellWords.foreign(slot.seating))"
        return "resy-mcp book \(ShellWords.foreign("Resy venue \(found.venue.id)")) \(found.day.iso) "
            + "\(slot.time.typed)\(party)\(seating)"
    }
}
