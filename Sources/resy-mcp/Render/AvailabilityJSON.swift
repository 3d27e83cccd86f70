internal import ResyDomain
internal import ResyNative

/// The tables of an evening, for programs.
enum AvailabilityJSON {
    static func render(
        _ found: Availability, all: Bool = false, nextStep: String? = nil, in voice: Voice = .model
    ) -> JSON {
        let (others, left) = found.othersShown(all: all)
        let tables = { Facts.tables($0, evening: found.day, zone: found.venue.zone, in: voice) }
        return Facts.object([
            ("venue", Facts.venue(found.venue, url: found.url, showsWhere: true)), ("date", .string(found.day.iso)),
            ("party_size", .integer(found.party)), ("tables", tables(found.slots)), ("other_tables", tables(others)),
            ("more_times", .integer(left)), ("open_days", .array(found.openDays.map { .string($0.iso) })),
            ("notify", .bool(found.slots.contains(where: \.isBookable) ? nil : found.notify != nil)),
            ("release", found.release.isEmpty ? nil : ReleaseJSON.render(found.release, in: found.venue.zone)),
            ("quotes", found.quotes.isEmpty ? nil : .array(found.quotes.map { quote($0, of: found, in: voice) })),
            ("note", Facts.texts(notes(found, in: voice))),
            ("next_step", .string(nextStep)),
        ])
    }

    /// How doubtful words were read, what else to know, and how far other days were looked at.
    private static func notes(_ found: Availability, in voice: Voice) -> [String] {
        let last = found.openDaysUntil.map { "Other days were looked at up to \($0.spoken(from: found.day))." }
        return found.readings.map { voice.text($0) + "." } + voice.texts(found.remarks) + [last].compactMap(\.self)
    }

    private static func quote(_ quote: Quote, of found: Availability, in voice: Voice) -> JSON {
        let slot = quote.slot
        return Facts.object(
            [
                ("time", .string(slot.time.clock)), ("seating", .string(slot.seating)),
                ("date", .string(slot.day == found.day ? nil : slot.day.iso)),
                ("fee", Facts.fee(quote.terms.charges, party: found.party, zone: found.venue.zone, in: voice)),
                ("terms", .array(quote.terms.allLines.map { .string($0) })),
                ("payment_method", .string(quote.card?.spoken)),
            ], always: ["fee"])
    }
}
