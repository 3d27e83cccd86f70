internal import ResyDomain
internal import ResyNative

/// Small pieces of sentences that several texts share.
enum Words {
    /// `Friday Feb 13 at 7:00 PM`, on the restaurant's clock; nil where its zone is not known.
    static func moment(_ instant: Instant?, in zone: Zone?) -> String? {
        guard let instant, let zone else { return nil }
        let (day, time) = zone.local(instant)
        return "\(day.spoken) at \(time.spoken)"
    }

    /// ` (7:30 read as 7:30 PM)`, for the end of a first line; empty where nothing was in doubt.
    static func readings(_ readings: [WordReading], in voice: Voice) -> String {
        readings.isEmpty ? "" : " (\(readings.map { voice.text($0) }.joined(separator: "; ")))"
    }

    /// Whether a moment until which something may be done is past; one that is not known is not.
    static func isOver(_ moment: Instant?, now: Instant) -> Bool {
        moment.map { $0 <= now } ?? false
    }

    /// `2026-02-13T19:00:00-05:00`; null where the zone is not known.
    static func iso(_ instant: Instant?, in zone: Zone?) -> JSON {
        guard let instant, let zone else { return nil }
        return .string(zone.iso8601(instant))
    }

    /// `6:30 PM`, and `12:30 AM (Sunday Feb 15)` for a time past midnight.
    static func time(_ time: TimeOfDay, on day: CalendarDay, of evening: CalendarDay) -> String {
        day == evening ? time.spoken : "\(time.spoken) (\(day.spoken))"
    }

    /// `37.50`, `50`.
    static func amount(_ amount: Double) -> String {
        guard amount.isFinite, abs(amount) < 1e12 else { return "an unreadable amount" }
        let cents = Int((abs(amount) * 100).rounded())
        let whole = "\(amount < 0 ? "-" : "")\(cents / 100)"
        return cents % 100 == 0 ? whole : "\(whole).\(Digits.padded(cents % 100, to: 2))"
    }

    /// `Carbone, Saturday Feb 14 at 7:00 PM, party of 2`.
    static func table(
        _ venue: Venue, _ evening: CalendarDay, _ day: CalendarDay, _ time: TimeOfDay, party: Int, now: Instant
    ) -> String {
        "\(venue.name), \(Evening.spoken(day, time, of: evening, from: venue.today(now))), party of \(party)"
    }

    /// `Greenwich Village, New York`, or nil.
    static func place(_ venue: Venue) -> String? {
        let parts = [venue.street, venue.neighborhood, venue.city].compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The line that names what a reader could not know: id, city, zone.
    static func details(_ venue: Venue) -> String {
        var parts = ["Resy venue \(venue.id)"]
        if let city = venue.city { parts.append(city) }
        if let zone = venue.zone { parts.append("times in \(zone.name)") }
        return parts.joined(separator: ", ")
    }
}
