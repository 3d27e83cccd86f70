internal import ResyDomain
internal import ResyNative

/// The open days of a restaurant, in words: which, their times, and when later ones open.
enum OpenDaysText {
    static func render(_ found: OpenDays, now: Instant, in voice: Voice = .model) -> String {
        let voice = voice.at(now)
        let today = found.venue.today(now)
        var lines = [headline(found, today, in: voice)]
        let timed = found.days.filter { $0.status == .open && $0.slots != nil }
        lines += zip(timed, voice.lines(timed.map(\.day), from: today)).map { day, name in
            let times = found.shown(day)
            return
                "- \(name): \(times.isEmpty ? "no time that fits" : voice.eveningTimes(times, areSome: found.isCut(day)))"
        }
        func told(_ head: String, _ pattern: DayPattern) -> String {
            "\(head): \(voice.parts(pattern, from: today).joined(separator: ", "))."
        }
        if let unread = found.unread { lines.append(told("Open, times not looked at", unread)) }
        lines += found.others.map { told(voice.word($0.status), $0.days) }
        lines += voice.asides(found) + voice.texts(voice.remarks(found))
        if let last = found.publishedUntil { lines.append("Days are published up to \(last.spoken(from: today)).") }
        lines += voice.release(found, now: now)
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
            let none = found.isUnknown ? "Resy does not say which day has a table" : "no day with a table"
            return "\(found.venue.name): \(none) for \(found.party), \(span)\(reading)."
        }
        return "\(found.venue.name) has tables for \(found.party) on \(open) of \(found.days.count) "
            + "day\(found.days.count == 1 ? "" : "s"), \(span)\(time)\(reading):"
    }

    private static func page(_ found: OpenDays) -> String {
        let address = [found.venue.street, found.venue.phone].compactMap(\.self).filter { !$0.isBlank }
        return (address + [Words.page(found.venue, found.url)]).joined(separator: ", ")
    }
}

extension Voice {
    /// `Sold out`
    func word(_ status: OpenDays.Status) -> String {
        switch status {
        case .open: "Open"
        case .soldOut: "Sold out"
        case .closed: "Closed"
        case .unknown: "Not known"
        }
    }

    /// In the order of an evening, which ends after midnight. `areSome`: of more, so that their steps say nothing.
    func eveningTimes(_ times: [TimeOfDay], areSome: Bool = false) -> String {
        let isLate: (TimeOfDay) -> Bool = { Evening.minutes(of: $0) >= 1440 }
        let parts = [times.filter { !isLate($0) }.sorted(), times.filter(isLate).sorted()]
        return parts.filter { !$0.isEmpty }.map { self.times($0, asRuns: !areSome) }.joined(separator: ", ")
    }
}
