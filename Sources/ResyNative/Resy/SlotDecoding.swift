/// One slot as `/4/find` lists it, before the venue around it is known.
struct FoundSlot: Sendable {
    var venueIndex: Int
    var token: String?
    var day: CalendarDay
    var time: TimeOfDay
    var type: String?
    var templateID: String?
    var isGlobalDining: Bool
    var isExclusive: Bool
    var needsAddOn: Bool
    /// Nil where the slot has no payment part.
    var payment: SlotPayment?

    static func decode(_ item: JSON, venueIndex: Int) throws(JSONError) -> FoundSlot {
        let config = try item["config"]
        // Null is Tock's; a missing member is an API that has changed.
        guard let tokenField = config.member("token") else { throw .missing(path: config.path + ".token") }
        let start = try item["date"]["start"]
        guard let (day, time) = WireTime.local(try start.string) else {
            throw .wrongKind(path: start.path, wanted: "a date and time")
        }
        let exclusive = item.optional("exclusive")
        let payment = item.optional("payment")
        let template = item.optional("template")
        let templateID = template?.optional("id")
        let templateName = try? templateID?.text
        let isTemplateUnclear = template?.isUnclear == true || templateID != nil && templateName == nil
        return FoundSlot(
            venueIndex: venueIndex, token: tokenField.isNull ? nil : try tokenField.string, day: day, time: time,
            type: try? config.optional("type")?.words, templateID: templateName,
            isGlobalDining: (try? item.optional("is_global_dining_access")?.flag) ?? false,
            isExclusive: (try? exclusive?.optional("is_eligible")?.flag).map { !$0 } ?? false,
            needsAddOn: (try? payment?.optional("is_add_on_required")?.flag) ?? false,
            payment: isTemplateUnclear ? .unclear : try SlotPayment.decode(payment))
    }
}

/// The money part of a slot or of its template.
struct SlotPayment: Sendable {
    var isPaid: Bool
    var cancellationFee: Double?
    var deposit: Double?
    var secondsBefore: Int?
    /// A fixed clock time on the slot's day from which `secondsBefore` counts.
    var cutOffTime: TimeOfDay?
    /// Something stands where an amount is due, and nobody can say how much.
    var isUnclear = false

    static let unclear = SlotPayment(isPaid: false, isUnclear: true)

    /// Nil where there is nothing about money: that is unknown, not free.
    static func decode(_ value: JSON?) throws(JSONError) -> SlotPayment? {
        guard let value else { return nil }
        let stated = ["is_paid", "cancellation_fee", "deposit_fee"].compactMap { value.member($0) }
        if value.isUnclear || stated.contains(where: \.isUnclear) { return .unclear }
        guard !stated.isEmpty else { return nil }
        let clock = value.optional("time_cancel_cut_off")
        return SlotPayment(
            isPaid: try value.optional("is_paid")?.flag ?? false,
            cancellationFee: try amount(value.optional("cancellation_fee")),
            deposit: try amount(value.optional("deposit_fee")),
            secondsBefore: clock?.isUnclear == true ? nil : try? value.optional("secs_cancel_cut_off")?.integer,
            cutOffTime: (try? clock?.string).flatMap { TimeOfDay(clock: $0) })
    }

    /// Zero is no money.
    private static func amount(_ field: JSON?) throws(JSONError) -> Double? {
        guard let field else { return nil }
        let amount = try field.number
        return amount == 0 ? nil : amount
    }

    /// Takes the other's word where this one has none.
    func merged(with other: SlotPayment?) -> SlotPayment {
        SlotPayment(
            isPaid: isPaid || other?.isPaid == true, cancellationFee: cancellationFee ?? other?.cancellationFee,
            deposit: deposit ?? other?.deposit, secondsBefore: secondsBefore ?? other?.secondsBefore,
            cutOffTime: cutOffTime ?? other?.cutOffTime, isUnclear: isUnclear || other?.isUnclear == true)
    }

    func fee(currency: String?, day: CalendarDay, time: TimeOfDay, zone: Zone?) -> Fee? {
        let cutOff = zone.flatMap { zone in
            secondsBefore.map { zone.instant(day, cutOffTime ?? time).adding(-Double($0)) }
        }
        if isUnclear { return Fee.worded(.unknown, nil, currency, .unknown, cutOff: nil) }
        if let deposit {
            return Fee.worded(.deposit, deposit, currency, .unknown, cutOff: cutOff)
        }
        if isPaid { return Fee.worded(.prepaid, nil, currency, .unknown, cutOff: cutOff) }
        if let cancellationFee {
            return Fee.worded(.cancellation, cancellationFee, currency, .unknown, cutOff: cutOff)
        }
        return nil
    }
}

/// The tables of one evening, with what the answer adds to the venue.
package struct Tables: Sendable {
    package var venue: Venue
    /// By time, then seating; one per token.
    package var slots: [Slot]

    static func decode(
        _ answer: JSON, slots: [FoundSlot], venue wanted: Venue, evening: CalendarDay
    ) throws(JSONError) -> Tables {
        let venues = try answer["results"].rows("venues")
        // Another venue's tables are never this one's; an entry that names none is, where it is alone.
        let ids = venues.map { try? $0.optional("venue")?.optional("id")?.optional("resy")?.integer }
        guard let index = ids.firstIndex(of: wanted.id) ?? (ids == [nil] ? 0 : nil) else {
            return Tables(venue: wanted, slots: [])
        }
        let entry = venues[index]
        _ = try entry.rows("slots")
        var venue = wanted
        let about = entry.optional("venue")
        let location = about?.optional("location")
        if venue.zone == nil { venue.zone = try Venue.zone(location?.optional("time_zone")) }
        venue.citySlug = venue.citySlug ?? (try? location?.optional("url_slug")?.string)
        venue.slug = venue.slug ?? (try? about?.optional("url_slug")?.string)
        venue.currency = Venue.currency(about?.optional("currency")?.optional("code")) ?? venue.currency
        venue.wantsCaptcha = (try? about?.optional("feature_recaptcha")?.flag) ?? venue.wantsCaptcha
        if let about, about.member("reopen") != nil { venue.reopens = Venue.reopening(about) }

        var templates: [String: SlotPayment] = [:]
        let listed = entry.optional("templates")
        for (id, template) in listed?.members ?? [] where template.kind == .object || template.isUnclear {
            templates[id] = try SlotPayment.decode(template)
        }
        var seen: Set<String> = []
        var tables: [Slot] = []
        for found in slots where found.venueIndex == index {
            // Several tables can share one token: they are one choice.
            if let token = found.token, !seen.insert(token).inserted { continue }
            let template = found.templateID.flatMap { listed?.isUnclear == true ? .unclear : templates[$0] }
            tables.append(slot(found, template: template, venue: venue))
        }
        // What is listed that evening is newer than what a search said.
        if !tables.isEmpty { venue.isTock = tables.allSatisfy { $0.token == nil } }
        tables.sort {
            ($0.minutes(intoEvening: evening), $0.seating) < ($1.minutes(intoEvening: evening), $1.seating)
        }
        return Tables(venue: venue, slots: tables)
    }

    private static func slot(_ found: FoundSlot, template: SlotPayment?, venue: Venue) -> Slot {
        let seating = found.token.flatMap { SlotToken($0)?.seating } ?? found.type ?? ""
        let name = CleanText.name(seating)
        let fee: Fee?
        if let payment = found.payment?.merged(with: template) ?? template {
            fee = payment.fee(currency: venue.currency, day: found.day, time: found.time, zone: venue.zone)
        } else {
            fee = Fee.worded(.unknown, nil, venue.currency, .unknown, cutOff: nil)
        }
        return Slot(
            token: found.token, day: found.day, time: found.time, seating: name.isEmpty ? "Table" : name,
            obstacle: obstacle(found, wantsCaptcha: venue.wantsCaptcha), fee: fee)
    }

    private static func obstacle(_ found: FoundSlot, wantsCaptcha: Bool) -> String? {
        if found.token == nil { return "books on Tock, not on Resy" }
        if wantsCaptcha { return "the restaurant wants a captcha solved, on Resy's own site" }
        if found.isGlobalDining { return "held for Global Dining Access card holders" }
        if found.isExclusive { return "held for members of a program that this account is not in" }
        if found.needsAddOn { return "an add-on has to be chosen on Resy's site" }
        return nil
    }
}
