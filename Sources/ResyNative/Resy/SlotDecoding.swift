package import ResyDomain

/// One slot as `/4/find` lists it, before the venue around it is known.
struct FoundSlot: Sendable {
    var venueIndex: Int
    var token: String?
    var day: CalendarDay
    var time: TimeOfDay
    var type: String?
    var templateID: String?
    var isGlobalDining: Bool
    var program: Program
    var needsAddOn: Bool
    /// Nil where the slot has no payment part.
    var payment: SlotPayment?

    /// The members that are read of a slot, by their numbers.
    private enum Member {
        static let token = 0, type = 1, start = 2, payment = 3, template = 4, isGlobalDining = 5, program = 6
    }

    static let members = JSONMembers(
        "config.token", "config.type", "date.start", "payment", "template", "is_global_dining_access", "exclusive")

    static func decode(
        _ slot: JSONRow, venueIndex: Int, _ parts: SlotParts = SlotParts()
    ) throws(JSONError) -> FoundSlot {
        // Null is Tock's; a missing member is an API that has changed.
        guard slot.has(Member.token) else { throw .missing(path: slot.path(of: Member.token)) }
        guard let (day, time) = try slot.read(Member.start, moment) else {
            throw .missing(path: slot.path(of: Member.start))
        }
        let token = try slot.read(Member.token) { (token) throws(JSONError) in try token.string }
        let said = parts.read(
            payment: slot.unplaced(Member.payment), program: slot.unplaced(Member.program),
            template: slot.unplaced(Member.template))
        return FoundSlot(
            venueIndex: venueIndex, token: token, day: day, time: time,
            type: try? slot.unplaced(Member.type)?.words, templateID: said.template.id,
            isGlobalDining: (try? slot.unplaced(Member.isGlobalDining)?.flag) ?? false, program: said.program,
            needsAddOn: said.payment.needsAddOn,
            payment: said.template.isUnclear ? .unclear : said.payment.terms)
    }

    private static func moment(_ start: JSON) throws(JSONError) -> (CalendarDay, TimeOfDay) {
        guard let moment = WireTime.local(try start.string) else {
            throw .wrongKind(path: start.path, wanted: "a date and time")
        }
        return moment
    }
}

/// The tables of one evening, with what the answer adds to the venue.
package struct Tables: Sendable {
    package var venue: Venue
    /// By time, then seating; one per token.
    package var slots: [Slot]
    /// When Resy answered it, where that was not just now.
    package var askedAt: Instant?
    /// For which days and hours Resy's Notify can be set there.
    package var notify: [NotifyHours] = []

    static func decode(
        _ answer: JSON, slots: [FoundSlot], venue wanted: Venue, evening: CalendarDay, party: Int, isSignedIn: Bool
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
        if let about, venue.name.isEmpty { venue.introduce(about) }

        let tables = Tables.slots(
            slots.filter { $0.venueIndex == index }, templates: ListedTemplates(entry.optional("templates")),
            venue: venue, evening: evening, party: party, isSignedIn: isSignedIn)
        // What is listed that evening is newer than what a search said.
        if !tables.isEmpty { venue.isTock = tables.allSatisfy { $0.token == nil } }
        return Tables(venue: venue, slots: tables, notify: NotifyHours.all(of: about))
    }

    /// By time, then seating; one per token.
    static func slots(
        _ found: [FoundSlot], templates: ListedTemplates, venue: Venue, evening: CalendarDay, party: Int,
        isSignedIn: Bool
    ) -> [Slot] {
        var places: [String: Int] = [:]
        places.reserveCapacity(found.count)
        var tables: [Slot] = []
        tables.reserveCapacity(found.count)
        for found in found {
            let table = slot(found, template: templates[found], venue: venue, party: party, isSignedIn: isSignedIn)
            // Several tables can share one token: they are one choice, and the dearer word for it counts.
            let place = found.token.map { kept(&places[$0, default: tables.count]) } ?? tables.count
            if place == tables.count {
                tables.append(table)
            } else if tables[place].charges.stake(party: party).isLess(than: table.charges.stake(party: party)) {
                tables[place] = table
            }
        }
        let minutes = tables.map { $0.minutes(intoEvening: evening) }
        let order = tables.indices.sorted { left, right in
            minutes[left] == minutes[right]
                ? tables[left].seating < tables[right].seating : minutes[left] < minutes[right]
        }
        return order.map { tables[$0] }
    }

    /// A dictionary's member with a default, handed over to be changed, is put into it where it was missing: one look-up, not two.
    private static func kept(_ place: inout Int) -> Int { place }

    private static func slot(
        _ found: FoundSlot, template: SlotPayment?, venue: Venue, party: Int, isSignedIn: Bool
    ) -> Slot {
        let seating = found.token.flatMap { SlotToken($0)?.seating } ?? found.type ?? ""
        let name = CleanText.name(seating)
        let payment = found.payment?.merged(with: template) ?? template
        let charges = payment?.charges(
            currency: venue.currency, day: found.day, time: found.time, zone: venue.zone, party: party)
        return Slot(
            token: found.token, day: found.day, time: found.time, seating: name.isEmpty ? "Table" : name,
            obstacle: obstacle(found, wantsCaptcha: venue.wantsCaptcha, isSignedIn: isSignedIn),
            charges: charges ?? [.notStated(venue.currency, from: .tables)], saysPaid: payment?.isPaid ?? false)
    }

    private static func obstacle(_ found: FoundSlot, wantsCaptcha: Bool, isSignedIn: Bool) -> Slot.Obstacle? {
        if found.token == nil { return .onTock }
        if wantsCaptcha { return .captcha }
        switch found.program {
        // Resy says it of the account that asks: unsigned, that is nobody's.
        case .globalDining(isOpen: true) where !isSignedIn: return .globalDining(mayBeOpen: true)
        case .globalDining(isOpen: true): break
        case .globalDining,
            .none where found.isGlobalDining:
            return .globalDining(mayBeOpen: false)
        case .closed: return .program
        case .none: break
        }
        return found.needsAddOn ? .addOn : nil
    }
}
