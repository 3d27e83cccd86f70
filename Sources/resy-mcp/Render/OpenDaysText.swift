internal import ResyDomain
internal import ResyNative

/// The open days of a restaurant, in words: which, their times, and when later ones open.
enum OpenDaysText {
    static func render(_ found: OpenDays, now: Instant, in voice: Voice = .model) -> String {
        let voice = voice.at(now)
        let today = found.venue.today(now)
        var lines = [headline(found, today, in: voice)]
        lines += found.days.filter { $0.status == .open && $0.slots != nil }.map { day in
            let times = found.shown(day)
            let words = times.isEmpty ? "no time that fits" : voice.eveningTimes(times)
            return "- \(day.day.spoken(from: today)): \(words)"
        }
        let unread = found.days.filter { $0.status == .open && $0.slots == nil }.map(\.day)
        if !unread.isEmpty { lines.append("Open, times not looked at: \(Self.spans(unread, from: today)).") }
        for (status, word) in [(OpenDays.Status.soldOut, "Sold out"), (.closed, "Closed"), (.unknown, "Not known")] {
            let days = found.days.filter { $0.status == status }.map(\.day)
            if !days.isEmpty { lines.append("\(word): \(Self.spans(days, from: today)).") }
        }
        lines += voice.asides(found) + voice.texts(voice.remarks(found))
        if let last = found.publishedUntil { lines.append("Days are published up to \(last.spoken(from: today)).") }
        let release = voice.sentences(found.release, in: found.venue.zone, now: now)
        lines += found.statesRelease ? release : ["When later days open is not stated."]
        lines += voice.lastRelease(found, now: now)
        lines.append(page(found))
        return lines.joined(separator: "\n")
    }

    private static func headline(_ found: OpenDays, _ today: CalendarDay?, in voice: Voice) -> String {
        let open = found.days.count { $0.status == .open }
        let time =
            (found.preferredTime?.spoken ?? found.eitherTime.map { voice.text($0) }).map { ", around \($0)" } ?? ""
        let reading = Words.readings(found.readings, in: voice)
        guard let first = found.days.first?.day, let last = found.days.last?.day else {
            return "\(found.venue.name): no day that was asked for is published\(reading)."
        }
        let span =
            first == last ? first.spoken(from: today) : "\(first.spoken(from: today)) to \(last.spoken(from: today))"
        guard open > 0 else {
            return "\(found.venue.name): no day with a table for \(found.party), \(span)\(reading)."
        }
        return "\(found.venue.name) has tables for \(found.party) on \(open) of \(found.days.count) "
            + "day\(found.days.count == 1 ? "" : "s"), \(span)\(time)\(reading):"
    }

    private static func page(_ found: OpenDays) -> String {
        let address = [found.venue.street, found.venue.phone].compactMap(\.self).filter { !$0.isBlank }
        return (address + [Words.page(found.venue, found.url)]).joined(separator: ", ")
    }

    /// `Wed Dec 2 to Sun Dec 6, Tue Dec 8`: days that follow each other by their ends.
    static func spans(_ days: [CalendarDay], from today: CalendarDay?) -> String {
        var spans: [(first: CalendarDay, last: CalendarDay)] = []
        for day in days.sorted() {
            if let last = spans.indices.last, spans[last].last.adding(days: 1) == day {
                spans[last].last = day
            } else {
                spans.append((day, day))
            }
        }
        return spans.map { first, last in
            if first == last { return first.spoken(from: today) }
            let joint = first.adding(days: 1) == last ? ", " : " to "
            return first.spoken(from: today) + joint + last.spoken(from: today)
        }.joined(separator: ", ")
    }
}

extension Voice {
    /// In the order of an evening, which ends after midnight.
    func eveningTimes(_ times: [TimeOfDay]) -> String {
        let isLate: (TimeOfDay) -> Bool = { Evening.minutes(of: $0) >= 1440 }
        let parts = [times.filter { !isLate($0) }.sorted(), times.filter(isLate).sorted()]
        return parts.filter { !$0.isEmpty }.map { self.times($0) }.joined(separator: ", ")
    }
}
