internal import ResyDomain
internal import ResyNative

/// Reservations as a calendar file, RFC 5545. What it says holds whenever it is read, so that no entry changes by the mere
/// passing of time; no share link, token, e-mail or card is in it.
enum CalendarText {
    static let mediaType = "text/calendar"

    /// Resy does not say how long a table is the guests': as long as most dinners.
    private static let assumedHours = 2
    /// Before everything else in it there is a moment to read dates from, so that each has its year.
    private static let longAgo = Instant(seconds: 0)
    /// Before the deadline of free cancelling: with time to decide, else at the last.
    private static let leads: [Double] = [3 * 3600, 1800]
    private static let leadBeforeTable: Double = 2 * 3600

    /// What each is to say, before it has a version.
    static func drafts(_ list: ReservationList, link: VenueLinks) -> [DiaryDraft] {
        list.reservations.map { held in
            DiaryDraft(
                id: held.id, content: content(held, link), isCancelled: held.status == .cancelled,
                starts: held.venue.zone.map { $0.instant(held.day, held.time) })
        }
    }

    /// The whole file, with the ends of lines that it needs.
    static func render(_ entries: [DiaryEntry], of list: ReservationList, now: Instant) -> String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//resy-mcp//resy-mcp//EN", "CALSCALE:GREGORIAN"]
        lines.append("METHOD:PUBLISH")
        for entry in entries.sorted(by: {
            ($0.draft.starts ?? now, $0.draft.id) < ($1.draft.starts ?? now, $1.draft.id)
        }) {
            let stamp = CalendarLine.moment(entry.stampedAt)
            lines += ["BEGIN:VEVENT"] + entry.draft.content.split(separator: "\n").map(String.init)
            lines += [
                "DTSTAMP:\(stamp)", "LAST-MODIFIED:\(stamp)", "SEQUENCE:\(entry.sequence)",
                "STATUS:\(entry.draft.isCancelled ? "CANCELLED" : "CONFIRMED")",
            ]
            if !entry.draft.isCancelled, let held = list.reservations.first(where: { $0.id == entry.draft.id }) {
                lines += alarms(held, now: now)
            }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map { CalendarLine.folded($0) + "\r\n" }.joined()
    }

    // MARK: - One table

    private static func content(_ held: Reservation, _ link: VenueLinks) -> String {
        let venue = held.venue
        let place = [venue.name, venue.street, venue.city].compactMap(\.self).filter { !$0.isBlank }
        var lines = ["UID:\(held.confirmationID)@resy-mcp"] + times(held)
        lines += [
            CalendarLine.text("SUMMARY", "\(venue.name), table for \(held.party)"),
            CalendarLine.text("LOCATION", place.joined(separator: ", ")),
            CalendarLine.text("DESCRIPTION", description(held)),
        ]
        if let latitude = venue.latitude, let longitude = venue.longitude, abs(latitude) <= 90, abs(longitude) <= 180 {
            lines.append("GEO:\(degrees(latitude));\(degrees(longitude))")
        }
        // A URI, not a text: nothing in it is escaped.
        let page = link.page(of: venue, day: held.evening, party: held.party)
        if page.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { lines.append("URL:\(page)") }
        return lines.joined(separator: "\n")
    }

    /// In the world's time, which is right over a change of the clocks and past midnight. Where the zone is not known, by the
    /// clock of whoever reads it.
    private static func times(_ held: Reservation) -> [String] {
        if let zone = held.venue.zone {
            let start = zone.instant(held.day, held.time)
            let end = start.adding(Double(assumedHours) * 3600)
            return ["DTSTART:\(CalendarLine.moment(start))", "DTEND:\(CalendarLine.moment(end))"]
        }
        let start = held.time.minutesAfterMidnight * 60
        let end = start + assumedHours * 3600
        let day = held.day.adding(days: end / 86_400)
        return [
            "DTSTART:\(CalendarLine.local(held.day, second: start))",
            "DTEND:\(CalendarLine.local(day, second: end % 86_400))",
        ]
    }

    private static func description(_ held: Reservation) -> String {
        let voice = Voice.person
        let zone = held.venue.zone
        let isStated = !held.charges.isEmpty || held.cancelBy != nil
        let cost = voice.wholeCost(held.charges, party: held.party, until: held.cancelBy, in: zone, now: longAgo)
        let seating = held.seating.map { ", \($0)" } ?? ""
        let parts: [String?] = [
            "Table for \(held.party)\(seating)", "Resy confirmation \(held.confirmationID)",
            held.evening == held.day ? nil : "The night of \(held.evening.spoken)",
            held.venue.phone.map { "Phone \($0)" }, isStated ? Words.capitalized(cost) : nil,
        ]
        return parts.compactMap(\.self).joined(separator: "\n")
    }

    /// To five places, which is about a metre.
    private static func degrees(_ value: Double) -> String {
        let hundred = Int((abs(value) * 100_000).rounded())
        return "\(value < 0 ? "-" : "")\(hundred / 100_000).\(Digits.padded(hundred % 100_000, to: 5))"
    }

    // MARK: - Alarms

    /// Only shown on the screen: a file that others may bring in sends no mail and plays nothing.
    private static func alarms(_ held: Reservation, now: Instant) -> [String] {
        guard held.status == .confirmed, let zone = held.venue.zone else { return [] }
        var lines: [String] = []
        if let until = held.deadline(after: now), let told = Voice.person.deadline(held, until, now: longAgo),
            let moment = leads.lazy.map({ until.adding(-$0) }).first(where: { $0 > now })
        {
            lines += alarm(told, at: moment)
        }
        let before = zone.instant(held.day, held.time).adding(-leadBeforeTable)
        if before > now { lines += alarm("\(held.venue.name) at \(held.time.spoken)", at: before) }
        return lines
    }

    private static func alarm(_ words: String, at moment: Instant) -> [String] {
        [
            "BEGIN:VALARM", "ACTION:DISPLAY", CalendarLine.text("DESCRIPTION", words),
            "TRIGGER;VALUE=DATE-TIME:\(CalendarLine.moment(moment))", "END:VALARM",
        ]
    }
}
