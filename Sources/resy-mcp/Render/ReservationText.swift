internal import ResyDomain
internal import ResyNative

/// The tables an account holds, in words.
enum ReservationText {
    static func render(
        _ list: ReservationList, includesPast: Bool, link: VenueLinks, now: Instant, in voice: Voice = .model
    ) -> String {
        let voice = voice.at(now)
        let deadlines = list.reservations.deadlines(after: now)
        let told = deadlines.compactMap { voice.deadline($0.held, $0.until, now: now) }
        let head = headline(list, includesPast: includesPast)
        // What can still be saved stands first, but for what is not known of it all.
        var lines = list.isSynced ? told + [head] : [head] + told
        lines += list.reservations.map { held in
            let until = deadlines.first { $0.held.id == held.id }?.until
            return row(until.map { held.withoutDeadline($0) } ?? held, now: now, in: voice)
        }
        lines += WishText.notes(list, link: link) + voice.texts(list.remarks)
        return lines.joined(separator: "\n")
    }

    private static func headline(_ list: ReservationList, includesPast: Bool) -> String {
        let (kind, count) = (includesPast ? "" : "upcoming ", list.reservations.count)
        let source = list.isSynced ? "" : "I couldn't read all of Resy's list. "
        let isFromMemory = list.remarks.contains { if case .list(.fromMemory) = $0 { true } else { false } }
        let number = "\(count == 0 ? "no" : "\(count)") \(kind)reservation\(count == 1 ? "" : "s")"
        let end = count == 0 ? "." : ":"
        if isFromMemory { return "I couldn't reach Resy. On this computer's own record: \(number)\(end)" }
        return "\(source)\(Words.capitalized(number))\(end)"
    }

    /// `- Sat Feb 14, 7:00 PM, Carbone (New York), party of 2, Dining Room; RESY-900000123; $50 late fee …`
    static func row(_ held: Reservation, now: Instant, in voice: Voice) -> String {
        let when = Evening.spoken(held.day, held.time, of: held.evening, from: held.venue.today(now))
        let place = held.venue.city.map { " (\($0))" } ?? ""
        var facts = [
            "\(when), \(held.venue.name)\(place), party of \(held.party)" + (held.seating.map { ", \($0)" } ?? "")
        ]
        facts.append(held.confirmationID)
        if held.status != .confirmed { facts.append(status(held.status)) }
        facts += money(held, now: now, in: voice)
        if held.source == .elsewhere { facts.append("booked elsewhere") }
        if held.status == .confirmed, !held.mayCancel { facts.append("Resy does not let it be cancelled here") }
        if let wishes = wishes(held) { facts.append(wishes) }
        if held.isToday(at: now) { facts += [held.venue.street, held.venue.phone].compactMap(\.self) }
        return "- " + facts.joined(separator: "; ")
    }

    /// What it costs, and until when it does not; nothing of a table that cannot be cancelled any more.
    private static func money(_ held: Reservation, now: Instant, in voice: Voice) -> [String] {
        guard held.status == .confirmed || !held.charges.isEmpty else { return [] }
        let zone = held.venue.zone
        let cost = voice.cost(held.charges, party: held.party, until: held.cancelBy, in: zone, now: now)
        var facts = cost.isEmpty ? [] : [cost]
        let isTold = held.charges.count == 1 && held.charges.main?.cutOff == nil
        guard held.status == .confirmed, let until = held.cancelBy, !isTold, held.charges.freeUntil != until,
            let moment = voice.moment(until, in: zone, now: now)
        else { return facts }
        facts.append(until > now ? "free to cancel until \(moment)" : "no longer free to cancel")
        return facts
    }

    static func wishes(_ held: Reservation) -> String? {
        held.specialRequests.map { "Special request: \(DinersWords.quoted($0))" }
    }

    private static func status(_ status: Reservation.Status) -> String {
        switch status {
        case .confirmed: "confirmed"
        case .cancelled: "cancelled"
        case .past: "past"
        case .noShow: "no-show"
        case .unknown: "status unknown"
        }
    }
}

/// The same for programs.
enum ReservationJSON {
    static func render(
        _ list: ReservationList, link: VenueLinks, calendar: KeptCalendar? = nil, nextStep: String? = nil,
        now: Instant, in voice: Voice = .model
    ) -> JSON {
        let voice = voice.at(now)
        return Facts.object([
            ("reservations", .array(list.reservations.map { Facts.reservation($0, link: link, in: voice) })),
            ("synced", .bool(list.isSynced)), ("deadlines", .array(deadlines(list, now: now))),
            ("calendar_file", .string(calendar?.path)),
            ("note", Facts.texts(WishText.notes(list, link: link) + voice.texts(list.remarks))),
            ("next_step", .string(nextStep)),
        ])
    }

    /// Those to come, soonest first.
    private static func deadlines(_ list: ReservationList, now: Instant) -> [JSON] {
        list.reservations.deadlines(after: now).map { held, until in
            ["confirmation_id": .string(held.confirmationID), "free_until": Words.iso(until, in: held.venue.zone)]
        }
    }
}
