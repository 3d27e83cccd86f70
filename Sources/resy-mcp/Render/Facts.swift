internal import ResyDomain
internal import ResyNative

/// Facts that several structured results hold, each in its one form.
enum Facts {
    static func venue(_ venue: Venue, url: String?) -> JSON {
        [
            "id": .integer(venue.id), "name": .string(venue.name), "city": .string(venue.city),
            "time_zone": .string(venue.zone?.name), "url": .string(url),
        ]
    }

    /// A venue to choose from: where it is tells it from the others.
    static func candidate(_ found: Venue, link: VenueLinks) -> JSON {
        venue(found, url: link.page(of: found))
            .setting("neighborhood", to: .string(found.neighborhood)).setting("street", to: .string(found.street))
    }

    static func slot(
        _ slot: Slot, evening: CalendarDay, party: Int, zone: Zone?, in voice: Voice = .model
    ) -> JSON {
        var members: [(String, JSON)] = [("time", .string(slot.time.clock))]
        if slot.day != evening { members.append(("date", .string(slot.day.iso))) }
        members += [
            ("seating", .string(slot.seating)), ("platform", "resy"), ("bookable", .bool(slot.isBookable)),
            ("reason", .string(slot.isBookable ? nil : slot.obstacle.map { voice.text($0) } ?? FactsText.noToken)),
            ("fee", fee(slot.charges, party: party, zone: zone)),
        ]
        return .object(members)
    }

    /// Null: known to cost nothing. The main charge, with what all of them come to for the party.
    static func fee(_ charges: Charges, party: Int, zone: Zone?) -> JSON {
        guard let main = charges.main else { return nil }
        let stake = charges.stake(party: party)
        var members: [(String, JSON)] = [
            ("kind", .string(main.kind.rawValue)), ("amount", .number(main.amount?.value)),
            ("currency", .string(main.currency)), ("per", .string(main.basis.rawValue)),
            ("cut_off", Words.iso(charges.freeUntil, in: zone)), ("total", .number(stake.amount?.value)),
        ]
        if stake.isBeforeTax { members.append(("plus_tax", true)) }
        members.append(("text", .string(Voice.model.text(charges))))
        return .object(members)
    }

    static func reservation(_ held: Reservation, link: VenueLinks) -> JSON {
        var members: [(String, JSON)] = [
            ("confirmation_id", .string(held.confirmationID)),
            ("venue", venue(held.venue, url: link.page(of: held.venue, day: held.evening, party: held.party))),
            ("date", .string(held.day.iso)), ("time", .string(held.time.clock)),
        ]
        if held.evening != held.day { members.append(("evening", .string(held.evening.iso))) }
        members += [
            ("party_size", .integer(held.party)), ("seating", .string(held.seating)),
            ("status", .string(held.status.rawValue)), ("cancel_by", Words.iso(held.cancelBy, in: held.venue.zone)),
            ("source", .string(held.source.rawValue)),
            ("special_requests", .string(held.specialRequests.map { DinersWords.shown($0) })),
            ("cancellation_fee", fee(held.charges, party: held.party, zone: held.venue.zone)),
            ("can_cancel", .bool(held.canBeCancelled)),
        ]
        return .object(members)
    }

    /// What a reader must be told beside the facts; nil for nothing.
    static func note(_ notes: [String]) -> JSON? {
        notes.isEmpty ? nil : .string(notes.joined(separator: " "))
    }
}
