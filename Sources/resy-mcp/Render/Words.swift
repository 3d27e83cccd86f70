internal import ResyDomain
internal import ResyNative

/// Small pieces of sentences that several texts share.
enum Words {
    /// ` (7:30 read as 7:30 PM)`, for the first line; empty where nothing was in doubt.
    static func readings(_ readings: [WordReading], in voice: Voice) -> String {
        readings.isEmpty ? "" : " (\(readings.map { voice.text($0) }.joined(separator: "; ")))"
    }

    /// `2026-02-13T19:00:00-05:00`; null where the zone is not known.
    static func iso(_ instant: Instant?, in zone: Zone?) -> JSON {
        guard let instant, let zone else { return nil }
        return .string(zone.iso8601(instant))
    }

    /// `Carbone, Sat Feb 14, 7:00 PM, party of 2, Dining Room`
    static func table(
        _ venue: Venue, _ evening: CalendarDay, _ day: CalendarDay, _ time: TimeOfDay, party: Int, seating: String?,
        now: Instant
    ) -> String {
        let when = Evening.spoken(day, time, of: evening, from: venue.today(now))
        return "\(venue.name), \(when), party of \(party)" + (seating.map { ", \($0)" } ?? "")
    }

    /// `Greenwich Village, New York`, or nil.
    static func place(_ venue: Venue) -> String? {
        let parts = [venue.street, venue.neighborhood, venue.city].compactMap(\.self).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// The last line: which restaurant it was, so that it can be named again, and its page.
    static func page(_ venue: Venue, _ url: String) -> String {
        "Resy venue \(venue.id)\(venue.city.map { ", \($0)" } ?? ""): \(url)"
    }

    /// As the restaurant words them, in quotation marks; nil where there are none.
    static func terms(_ lines: [String]?) -> String? {
        guard let lines, !lines.isEmpty else { return nil }
        return "The restaurant says: " + lines.map { CleanText.quoted($0, to: 300) }.joined(separator: " ")
    }

    /// `After the user's yes: make_reservation again, same arguments, confirm_token k7Qz2m (one use, 10 minutes).`
    static func token(_ token: String, before: Instant?, now: Instant, tool: String, in voice: Voice) -> String {
        let life = before.map { ", \(voice.span(seconds: $0.seconds - now.seconds))" } ?? ""
        return "After the user's yes: \(tool) again, same arguments, confirm_token \(token) (one use\(life))."
    }

    /// Closed by a full stop where it ends without one.
    static func sentence(_ text: String) -> String {
        guard let last = text.last, !".!?:\u{2026}".contains(last) else { return text }
        // A stop after an address would be taken for a part of it.
        if text.split(separator: " ").last?.contains("://") == true { return text }
        return text + "."
    }

    static func capitalized(_ text: String) -> String { "\(text.prefix(1).uppercased())\(text.dropFirst())" }
}
