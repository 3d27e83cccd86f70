internal import ResyDomain
internal import ResyNative

/// The tables of an evening, in words.
enum AvailabilityText {
    /// `all`: also what is far outside the window.
    static func render(_ found: Availability, all: Bool = false, now: Instant, in voice: Voice = .model) -> String {
        let (others, left) = found.othersShown(all: all)
        let tables = TablesText(
            found.slots + others, evening: found.day, party: found.party, zone: found.venue.zone, now: now, voice: voice
        )
        if let shut = shut(found, tables, now: now, in: voice) {
            return ([shut] + voice.texts(found.remarks.filter { !isOfADoor($0) }) + openDays(found))
                .joined(separator: "\n")
        }
        var lines = [headline(found, now: now, in: voice)]
        lines += tables.lines(found.slots)
        let remarks = voice.texts(found.remarks.filter { found.missingSeating == nil || !isOfSeating($0) })
        // Why there is nothing comes before any other time or day is named.
        if found.slots.isEmpty { lines += remarks }
        if !others.isEmpty {
            lines.append(othersHead(found))
            lines += tables.lines(others, beside: found.slots)
        }
        if left > 0 {
            lines.append(
                "\(left) more \(left == 1 ? "time is" : "times are") further off\(voice.either(" (detail: full)", ""))."
            )
        }
        if !found.slots.isEmpty { lines += remarks }
        lines += voice.sentences(found.release, in: found.venue.zone, now: now)
        if let offer = found.notify { lines += voice.texts([.notify(.canBeSet(offer))]) }
        lines += openDays(found) + QuoteText.lines(found, now: now, in: voice)
        lines.append(Words.page(found.venue, found.url))
        return lines.joined(separator: "\n")
    }

    private static func headline(_ found: Availability, now: Instant, in voice: Voice) -> String {
        let reading = Words.readings(found.readings, in: voice)
        let evening = "\(found.venue.name), \(found.day.spoken(from: found.venue.today(now)))"
        let window = window(found, in: voice)
        if let seating = found.missingSeating {
            return
                "\(evening): no table for \(found.party) with the seating \(CleanText.quoted(seating, to: 60))\(reading)."
        }
        if found.slots.isEmpty {
            let isWholeDay = found.otherTimes.isEmpty
            return "\(evening): no table for \(found.party)\(isWholeDay ? " that day" : window)\(reading)."
        }
        return "\(evening), party of \(found.party)\(window)\(reading):"
    }

    /// A day on which all is behind one and the same door is one sentence and the link.
    private static func shut(
        _ found: Availability, _ tables: TablesText, now: Instant, in voice: Voice
    ) -> String? {
        let shown = found.slots + found.otherTimes
        let obstacles = Set(shown.map { $0.isBookable ? nil : $0.obstacle ?? .noToken })
        guard found.missingSeating == nil, obstacles.count == 1, let only = obstacles.first, let obstacle = only else {
            return nil
        }
        let day = found.day.spoken(from: found.venue.today(now))
        let times = tables.times(found.slots.isEmpty ? shown : found.slots)
        let reading = Words.readings(found.readings, in: voice)
        return
            "\(found.venue.name) (Resy venue \(found.venue.id)), \(day): tables for \(found.party) at \(times)\(reading), but "
            + "not bookable through this program (\(voice.text(obstacle))). Book it on Resy's site: \(found.url)"
    }

    /// What the one sentence of a day behind a door says already.
    private static func isOfADoor(_ remark: Remark) -> Bool {
        switch remark {
        case .evening(.wantsCaptcha), .evening(.absence(.onTock)): true
        default: false
        }
    }

    /// The first line says it, and what there is instead follows.
    private static func isOfSeating(_ remark: Remark) -> Bool {
        if case .evening(.noSuchSeating) = remark { true } else { false }
    }

    private static func othersHead(_ found: Availability) -> String {
        if found.missingSeating != nil { return "With another seating:" }
        return "Other times that \(Evening.part(of: found.otherTimes.map(\.time)).rawValue):"
    }

    private static func openDays(_ found: Availability) -> [String] {
        let last = found.openDaysUntil.map { $0.spoken(from: found.day) }
        guard !found.openDays.isEmpty else {
            return last.map { ["No day up to \($0) has a table for \(found.party)."] } ?? []
        }
        return [
            "Next days with a table for \(found.party), at any time and seating: "
                + "\(found.openDays.map(\.spoken).joined(separator: ", "))."
        ]
    }

    private static func window(_ found: Availability, in voice: Voice) -> String {
        guard let time = found.preferredTime?.spoken ?? found.eitherTime.map({ voice.text($0) }) else { return "" }
        return " within \(found.flexibility) minutes of \(time)"
    }
}

/// The exact terms of single tables, in words.
enum QuoteText {
    static func lines(_ found: Availability, now: Instant, in voice: Voice) -> [String] {
        found.quotes.map { quote in
            let (slot, terms) = (quote.slot, quote.terms)
            let time = slot.day == found.day ? slot.time.spoken : "\(slot.time.spoken) (\(slot.day.spoken))"
            let cost = voice.cost(
                terms.charges, party: found.party, until: terms.cancelBy, in: found.venue.zone, now: now, isAhead: true)
            let parts = [
                "Terms of \(slot.seating), \(time): \(cost.isEmpty ? "costs nothing" : cost).",
                quote.card.map { "Card: \($0.spoken)." }, Words.terms(terms.allLines),
            ]
            return parts.compactMap(\.self).joined(separator: " ")
        }
    }
}
