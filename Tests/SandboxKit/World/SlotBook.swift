import Foundation

/// The tables of the world: what is laid, what is taken.
struct SlotBook: Sendable {
    /// Seats taken from outside: tables gone per slot.
    private var taken: [SlotKey: Int] = [:]
    private var holds: [SlotKey: [(account: Int, until: Date)]] = [:]

    /// One table on offer at a time, before the party is known.
    struct Offer: Sendable {
        let key: SlotKey
        let seating: Seating
        let start: Date
        /// `YYYY-MM-DD HH:MM:SS`, local.
        let startText: String
        let endText: String
        let left: Int
    }

    /// The day after which nothing is bookable yet.
    static func lastDay(of venue: Venue, at now: Date) -> Day {
        let clock = venue.clock
        let today = clock.day(at: now)
        let isReleased = clock.minutes(at: now) >= venue.releaseMinutes
        if venue.opensByMonth {
            let isNext = today.parts.day > 1 || isReleased
            return today.firstOfMonth(after: isNext ? 2 : 1).adding(-1)
        }
        return today.adding(isReleased ? venue.leadDays : venue.leadDays - 1)
    }

    /// When `day` opened, or will.
    static func opening(of day: Day, at venue: Venue) -> Date {
        let opens = venue.opensByMonth ? day.firstOfMonth(after: -1) : day.adding(-venue.leadDays)
        return venue.clock.instant(opens, venue.releaseMinutes)
    }

    /// Whether the venue serves on `day` at all.
    static func isOpen(_ venue: Venue, on day: Day, at now: Date) -> Bool {
        let today = venue.clock.day(at: now)
        if let days = venue.reopensInDays, day < today.adding(days) { return false }
        return !venue.closedWeekdays.contains(day.weekday)
    }

    /// What `venue` has for `party` on `day`, the taken ones left out.
    func offers(_ venue: Venue, day: Day, party: Int, now: Date, account: Int? = nil) -> [Offer] {
        let clock = venue.clock
        guard day <= SlotBook.lastDay(of: venue, at: now), day >= clock.day(at: now).adding(-1),
            SlotBook.isOpen(venue, on: day, at: now), !venue.isSoldOut,
            !Lot(venue.id, day.ordinal).falls(in: venue.busyPercent),
            (venue.minParty...max(venue.minParty, venue.maxParty)).contains(party)
        else { return [] }
        if let seconds = venue.goneAfterSeconds {
            if now.timeIntervalSince(SlotBook.opening(of: day, at: venue)) > Double(seconds) { return [] }
        }
        var offers: [Offer] = []
        let start = clock.starts(on: day)
        for seating in venue.seatings where (seating.minParty...max(seating.minParty, seating.maxParty)).contains(party)
        {
            for minutes in seating.times {
                let key = SlotKey(venue: venue.id, day: day.description, minutes: minutes, seating: seating.name)
                let left = seating.tables - (taken[key] ?? 0) - held(key, by: account, now: now)
                let start = start(minutes)
                guard left > 0, start > now,
                    !Lot(venue.id, day.ordinal, seating.template, minutes).falls(in: venue.takenPercent)
                else { continue }
                let end = minutes + 90
                offers.append(
                    Offer(
                        key: key, seating: seating, start: start,
                        startText: "\(day.adding(minutes / 1440)) \(clockText(minutes))",
                        endText: "\(day.adding(end / 1440)) \(clockText(end))", left: left))
            }
        }
        return offers.sorted { $0.key.minutes < $1.key.minutes }
    }

    mutating func take(_ key: SlotKey, tables: Int = 1) { taken[key, default: 0] += tables }
    mutating func giveBack(_ key: SlotKey) { taken[key] = max(0, (taken[key] ?? 0) - 1) }

    mutating func hold(_ key: SlotKey, for account: Int, until: Date) {
        holds[key, default: []].append((account, until))
    }

    private func held(_ key: SlotKey, by account: Int?, now: Date) -> Int {
        (holds[key] ?? []).count { $0.until > now && $0.account != account }
    }
}

extension SlotKey {
    /// The token of this slot for a party. Spaces and slashes of the seating stay as they are.
    func token(template: Int, service: Int, party: Int) -> String {
        let day = Day(day)
        let date = day?.adding(minutes / 1440).description ?? self.day
        return
            "rgs://resy/\(venue)/\(template)/\(service)/\(self.day)/\(date)/\(clockText(minutes))/\(party)/\(seating)"
    }

    /// Reads a token back; nil if it is not one of ours.
    static func parse(_ token: String) -> (key: SlotKey, template: Int, party: Int)? {
        let parts = token.split(separator: "/", maxSplits: 10, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 11, parts[0] == "rgs:", parts[2] == "resy", let venue = Int(parts[3]),
            let template = Int(parts[4]), let day = Day(parts[6]), let date = Day(parts[7]), let party = Int(parts[9])
        else { return nil }
        let clock = parts[8].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        let minutes = (date.ordinal - day.ordinal) * 1440 + clock[0] * 60 + clock[1]
        return (SlotKey(venue: venue, day: day.description, minutes: minutes, seating: parts[10]), template, party)
    }
}
