internal import ResyDomain
internal import ResyNative

/// Facts that several structured results hold, each in its one form.
enum Facts {
    /// Without what is null, but for the members that are `always` there.
    static func object(_ members: [(String, JSON)], always: Set<String> = []) -> JSON {
        .object(members.filter { !$0.1.isNull || always.contains($0.0) })
    }

    /// `showsWhere`: with address and phone, where the restaurant itself is what is looked at.
    static func venue(_ venue: Venue, url: String?, showsWhere: Bool = false) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .integer(venue.id)), ("name", .string(venue.name)), ("city", .string(venue.city)),
            ("time_zone", .string(venue.zone?.name)), ("url", .string(url)),
        ]
        if showsWhere { members += [("address", .string(venue.street)), ("phone", .string(venue.phone))] }
        return object(members)
    }

    /// A venue to choose from: where it is tells it from the others.
    static func candidate(_ found: Venue, link: VenueLinks) -> JSON {
        let place: [(String, JSON)] = [
            ("neighborhood", .string(found.neighborhood)), ("street", .string(found.street)),
        ]
        return object(venue(found, url: link.page(of: found)).members.map { ($0.key, $0.value) } + place)
    }

    // MARK: - Tables

    /// Times that differ in nothing but the time stand together.
    static func tables(_ slots: [Slot], evening: CalendarDay, zone: Zone?, in voice: Voice) -> JSON {
        .array(
            TableGroup.all(of: slots, in: zone).map { group in
                object(
                    [
                        ("seating", .string(group.seating)),
                        ("times", .array(group.times.map { .string($0.clock) })),
                        ("fee", fee(group, zone, in: voice)),
                        ("date", .string(group.day == evening ? nil : group.day.iso)),
                        ("blocked", .string(group.obstacle.map { voice.text($0) })),
                    ], always: ["fee"])
            })
    }

    /// Null: known to cost nothing.
    private static func fee(_ group: TableGroup, _ zone: Zone?, in voice: Voice) -> JSON {
        guard let main = group.charges.main else { return nil }
        let isBeforeTax = group.charges.contains(where: \.isBeforeTax)
        return object(
            members(main, isBeforeTax: isBeforeTax) + [
                ("free_hours", .number(group.freeHours.map { (max($0, 0) * 100).rounded() / 100 })),
                ("cut_off", Words.iso(group.freeUntil, in: zone)),
                ("text", .string(voice.inWordsAlone(group.charges))),
            ])
    }

    /// Of one table: what all of it comes to for the party, and until when it is not owed. Null: known to cost nothing.
    static func fee(_ charges: Charges, party: Int, zone: Zone?, in voice: Voice = .model) -> JSON {
        guard let main = charges.main else { return nil }
        let stake = charges.stake(party: party)
        let isBeforeTax = stake.isBeforeTax || charges.contains(where: \.isBeforeTax)
        return object(
            members(main, isBeforeTax: isBeforeTax) + [
                ("cut_off", Words.iso(charges.freeUntil, in: zone)),
                ("total", .number(charges.sum(party: party)?.value)),
                ("text", .string(voice.inWordsAlone(charges))),
            ])
    }

    private static func members(_ main: Charge, isBeforeTax: Bool) -> [(String, JSON)] {
        [
            ("kind", .string(main.kind.rawValue)), ("amount", .number(main.amount?.value)),
            ("currency", .string(main.currency)), ("per", .string(main.basis.rawValue)),
            ("plus_tax", .bool(isBeforeTax ? true : nil)),
        ]
    }

    // MARK: - Reservations

    static func reservation(_ held: Reservation, link: VenueLinks, in voice: Voice = .model) -> JSON {
        let page = link.page(of: held.venue, day: held.evening, party: held.party)
        return object(
            [
                ("confirmation_id", .string(held.confirmationID)),
                ("venue", venue(held.venue, url: page, showsWhere: true)),
                ("date", .string(held.day.iso)), ("time", .string(held.time.clock)),
                ("evening", .string(held.evening == held.day ? nil : held.evening.iso)),
                ("party_size", .integer(held.party)), ("seating", .string(held.seating)),
                ("status", .string(held.status.rawValue)), ("cancel_by", Words.iso(held.cancelBy, in: held.venue.zone)),
                ("fee", fee(held.charges, party: held.party, zone: held.venue.zone, in: voice)),
                ("can_cancel", .bool(held.canBeCancelled)), ("source", .string(held.source.rawValue)),
                ("special_requests", .string(held.specialRequests.map { DinersWords.shown($0) })),
            ], always: ["fee"])
    }

    // MARK: - Words

    /// A list of sentences or lines; null where there is none.
    static func texts(_ texts: [String]) -> JSON { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }
}
