internal import ResyDomain

/// A hit of a search as it arrives: a restaurant, and the tables of one day before it is known in which zone they are.
struct FoundHit: Sendable {
    var venue: Venue
    /// Nil where the answer does not tell of tables.
    var slots: [FoundSlot]?
    /// Of that day, as Resy says.
    var status: VenueCalendar.Status
    var templates: ListedTemplates
    /// Some of the tables may be held for those with the card of Global Dining Access; which ones, a search does not say.
    var mayBeHeld: Bool
    /// Some of the tables could not be read.
    var hasUnread: Bool

    static func decode(_ hit: JSON) throws(JSONError) -> FoundHit {
        let source = hit.optional("_source") ?? hit
        var venue = try Venue.decode(hit: hit)
        let availability = source.optional("availability")
        let words = try? availability?.optional("status")?.words
        let listed = listed(availability, words)
        let rows = Rows<FoundSlot>()
        var hasUnread = false
        for item in listed ?? [] {
            let isRead = rows.take { () throws(JSONError) in
                try FoundSlot.decode(JSONRow(item, FoundSlot.members), venueIndex: 0)
            }
            if !isRead { hasUnread = true }
        }
        // Where not one can be read, nothing is known of the tables.
        var slots = try? rows.all
        if listed == nil { slots = nil }
        if let slots, !slots.isEmpty { venue.isTock = slots.allSatisfy { $0.token == nil } }
        return FoundHit(
            venue: venue, slots: slots, status: VenueCalendar.Status(words: words),
            templates: ListedTemplates(availability?.optional("templates")),
            mayBeHeld: (try? source.optional("is_global_dining_access")?.flag) ?? false, hasUnread: hasUnread)
    }

    /// Nil where nothing is said of tables, or that there are some and not which; an empty list is often written as null.
    private static func listed(_ availability: JSON?, _ words: String?) -> [JSON]? {
        guard let availability else { return nil }
        let status = VenueCalendar.Status(words: words)
        guard let field = availability.member("slots") else {
            return status.reason != nil || isNone(words) ? [] : nil
        }
        guard let slots = field.isNull ? [] : try? field.items else { return nil }
        return slots.isEmpty && status == .available ? nil : slots
    }

    /// What a calendar says of a day without tables where it does not say why.
    private static func isNone(_ words: String?) -> Bool {
        ["not available", "unavailable"].contains(words?.lowercased())
    }

    /// The tables of that evening, those that are past left out.
    func tables(in zone: Zone?, evening: CalendarDay, party: Int, isSignedIn: Bool, at now: Instant) -> TableHit {
        var venue = venue
        venue.zone = venue.zone ?? zone
        guard let found = slots else { return TableHit(venue: venue, slots: nil, needsFind: true) }
        var slots = Tables.slots(
            found.filter { $0.day == evening || Evening.day(of: $0.day, $0.time) == evening }, templates: templates,
            venue: venue, evening: evening, party: party, isSignedIn: isSignedIn)
        if mayBeHeld {
            for index in slots.indices where slots[index].obstacle == nil {
                slots[index].obstacle = .globalDining(mayBeOpen: true)
            }
        }
        let isUnpriced = slots.contains { $0.token != nil && $0.charges.contains { !$0.saysSomething } }
        return TableHit(
            venue: venue, slots: slots.offered(for: evening, in: venue.zone, at: now),
            status: status, needsFind: isUnpriced || hasUnread || mayBeHeld)
    }
}
