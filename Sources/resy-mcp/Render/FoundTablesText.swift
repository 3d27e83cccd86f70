internal import ResyDomain
internal import ResyNative

/// Tables of several restaurants or days, in words: which fit, one or two lines for each, then what is missing.
struct FoundTablesText {
    let found: FoundTables
    var showsAll = false
    let now: Instant
    let voice: Voice

    static func render(_ found: FoundTables, all: Bool = false, now: Instant, in voice: Voice = .model) -> String {
        FoundTablesText(found: found, showsAll: all, now: now, voice: voice.at(now)).text
    }

    private var text: String {
        let shown = found.shown(all: showsAll)
        var lines = [headline]
        for (index, result) in shown.results.enumerated() { lines += self.lines(result, number: index + 1) }
        lines += voice.sentences(found.leftOut(all: showsAll))
        lines += voice.texts(found.asides)
        lines.append(Self.searched(found))
        lines += voice.asides(found, shown)
        let unlooked = voice.unlooked(found) + [goOn].compactMap(\.self)
        if !unlooked.isEmpty { lines.append(unlooked.joined(separator: " ")) }
        return lines.joined(separator: "\n")
    }

    // MARK: - First line

    private var headline: String {
        let (bookable, all) = (found.results.count(where: \.isBookable), found.results.count)
        if let nobody = voice.nobody(found) { return nobody + Words.readings(found.readings, in: voice) }
        let wish = voice.wish(found, now: now) + Words.readings(found.readings, in: voice)
        let order = all > 1 ? ", \(voice.ranking(found))" : ""
        guard all > 0 else { return "No table\(wish)\(found.isPartial ? ", as far as was looked" : "")." }
        guard bookable > 0 else {
            return "\(Self.restaurants(all)) \(Self.has(all)) a table\(wish)\(order), none of them bookable here:"
        }
        let start =
            "\(found.isPartial ? "So far " : "")\(Self.restaurants(bookable)) \(Self.has(bookable)) a table\(wish)"
        let rest = all - bookable
        return start + order + (rest == 0 ? "" : "; \(rest) more at the end, not bookable here") + ":"
    }

    private static func restaurants(_ count: Int) -> String { "\(count) restaurant\(count == 1 ? "" : "s")" }
    private static func has(_ count: Int) -> String { count == 1 ? "has" : "have" }

    // MARK: - Restaurants

    private func lines(_ result: FoundTables.Result, number: Int) -> [String] {
        let venue = result.venue
        let city = venue.neighborhood == nil || found.isEverywhere ? venue.city : nil
        let level = venue.price.flatMap { (1...4).contains($0) ? String(repeating: "$", count: $0) : nil }
        let place = [venue.neighborhood, city, venue.cuisines.first, level].compactMap(\.self).filter { !$0.isBlank }
        // Who cannot be booked here is booked by the link.
        let link = result.isBookable && voice.offersDeeds ? "" : " \(result.url)"
        let name = (["\(venue.name) (Resy venue \(venue.id))"] + place).joined(separator: ", ")
        return ["\(number). \(name): \(voice.why(result, of: found)).\(link)"]
            + FoundLine.all(of: result.evenings, in: venue.zone, now: now).map {
                "- \(label($0, venue.zone)): \(times($0))"
            }
    }

    /// `Dining Room, $50 late fee per guest ($100 for 2), free to cancel until 24 h before`
    private func label(_ line: FoundLine, _ zone: Zone?) -> String {
        let cost =
            line.charges.isEmpty
            ? "free" : line.charges.told.map { voice.text($0, party: found.party) }.joined(separator: "; ")
        let parts = [line.seating, cost].filter { !$0.isBlank }.joined(separator: ", ")
        return parts + voice.wayOut(line.charges.main, line.ending, in: zone, now: now)
            + (line.obstacle.map { ", not bookable here (\(voice.text($0)))" } ?? "")
    }

    /// `Fri Dec 4 7:30, 8:00 PM; Sat Dec 5 8:15 PM`; without the day where only one was asked for.
    private func times(_ line: FoundLine) -> String {
        line.evenings.map { evening in
            let nights = Dictionary(grouping: evening.slots, by: \.day).sorted { $0.key < $1.key }
            let times = nights.map { day, slots in
                let times = voice.times(Set(slots.map(\.time)).sorted())
                return day == evening.day ? times : "\(times) (\(day.spoken))"
            }.joined(separator: ", ")
            return found.days.count == 1 ? times : "\(evening.day.spoken) \(times)"
        }.joined(separator: "; ")
    }

    // MARK: - The rest

    /// `Searched 12 restaurants on 2 days with 7 requests.`
    private static func searched(_ found: FoundTables) -> String {
        func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        let searched = found.searched
        return "Searched: \(counted(searched.venues, "restaurant")), \(counted(searched.days, "day")), "
            + "\(counted(searched.requests, "request"))."
    }

    /// `To go on, call find_tables again in 2 minutes, same arguments, with cursor abc.`
    private var goOn: String? {
        guard let cursor = found.cursor else { return nil }
        let wait = found.end?.opens.flatMap { $0 > now ? " \(voice.wait(until: $0))" : nil } ?? ""
        return "To go on: find_tables again\(wait), same arguments, cursor \(cursor)."
    }
}
