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

    static func slot(_ slot: Slot, evening: CalendarDay, zone: Zone?) -> JSON {
        var members: [(String, JSON)] = [("time", .string(slot.time.clock))]
        if slot.day != evening { members.append(("date", .string(slot.day.iso))) }
        members += [
            ("seating", .string(slot.seating)), ("platform", "resy"), ("bookable", .bool(slot.isBookable)),
            ("reason", .string(slot.isBookable ? nil : slot.obstacle ?? FactsText.noToken)),
            ("fee", fee(slot.fee, zone: zone)),
        ]
        return .object(members)
    }

    /// Null: known to cost nothing.
    static func fee(_ fee: Fee?, zone: Zone?) -> JSON {
        guard let fee else { return nil }
        return [
            "kind": .string(fee.kind.rawValue), "amount": .number(fee.amount), "currency": .string(fee.currency),
            "per": .string(fee.basis.rawValue), "cut_off": Words.iso(fee.cutOff, in: zone), "text": .string(fee.text),
        ]
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
            ("source", .string(held.source.rawValue)), ("special_requests", .string(held.specialRequests)),
            ("cancellation_fee", fee(held.cancellationFee, zone: held.venue.zone)),
            ("can_cancel", .bool(held.canBeCancelled)),
        ]
        return .object(members)
    }

    /// What a reader must be told beside the facts; nil for nothing.
    static func note(_ notes: [String]) -> JSON? {
        notes.isEmpty ? nil : .string(notes.joined(separator: " "))
    }
}
