internal import ResyDomain
internal import ResyNative

/// What a search over restaurants or days was for, and why each of those found stands where it does.
extension Voice {
    /// ` for 4 around 8:00 PM, Fri Dec 4 or Sat Dec 5, in West Village, New York`
    func wish(_ found: FoundTables, now: Instant) -> String {
        let place = place(found).map { ", in \($0)" } ?? ""
        return " for \(found.party)\(window(found)), \(days(found.days, now: now))\(place)"
    }

    /// `West Village, New York`; where no place was given the cities in which there are tables.
    func place(_ found: FoundTables) -> String? {
        if let place = found.place { return CleanText.name(place) }
        guard found.isEverywhere else { return nil }
        var cities: [String] = []
        for city in found.results.compactMap(\.venue.city) where !city.isBlank && !cities.contains(city) {
            cities.append(city)
        }
        guard !cities.isEmpty else { return nil }
        let rest = cities.count - 4
        return cities.prefix(4).joined(separator: ", ") + (rest > 0 ? " and \(rest) more cities" : "")
    }

    /// `Resy lists no restaurant for “good French” in New York.`; nil where it lists some, or was not asked.
    func nobody(_ found: FoundTables) -> String? {
        guard found.listsNobody else { return nil }
        let words = found.unlistedWords.map { "restaurant for “\(CleanText.name($0))”" } ?? "such restaurant"
        return "Resy lists no \(words)\(place(found).map { " in \($0)" } ?? "")."
    }

    /// ` around 8:00 PM`, ` between 6:00 PM and 9:00 PM`; empty for any time.
    func window(_ found: FoundTables) -> String {
        let around = (found.preferredTime?.spoken ?? found.eitherTime.map { text($0) }).map { " around \($0)" } ?? ""
        return switch (found.earliest, found.latest) {
        case (let first?, let last?): "\(around) between \(first.spoken) and \(last.spoken)"
        case (let first?, nil): "\(around) from \(first.spoken) on"
        case (nil, let last?): "\(around) until \(last.spoken)"
        case (nil, nil): around
        }
    }

    /// `Fri Dec 4 or Sat Dec 5`, `on one of 9 days, Fri Dec 4 to Sat Dec 12`; the year where it is another one.
    func days(_ days: [CalendarDay], now: Instant) -> String {
        let today = CalendarDay.earliest(at: now)
        let spoken = days.map { $0.spoken(from: today) }
        guard let first = spoken.first, let last = spoken.last else { return "on no day" }
        switch spoken.count {
        case 1: return first
        case 2...4: return spoken.dropLast().joined(separator: ", ") + " or " + last
        default: return "on one of \(spoken.count) days, \(first) to \(last)"
        }
    }

    // MARK: - Why it stands there

    /// `8:00 PM exactly, Bar free, rated 4.7, 0.4 mi away`; the seating where another one costs something else.
    func why(_ result: FoundTables.Result, of found: FoundTables) -> String {
        let score = result.score
        let seating = found.dearerOrCheaper(than: result).isEmpty ? nil : found.best(of: result)?.slot.seating
        let money = [seating.map { CleanText.name($0) }, stake(score.stake)].compactMap(\.self).joined(separator: " ")
        return ([time(score, of: found), money] + merits(result)).joined(separator: ", ")
    }

    /// `by time, then money at stake, then rating`
    func ranking(_ found: FoundTables) -> String {
        let hasWish = found.preferredTime != nil || found.eitherTime != nil
        return "ranked by \(hasWish ? "time, then money at stake" : "money at stake"), then rating"
    }

    /// `8:00 PM exactly`, `Sat 7:30 PM, 30 min before`; the day where several were asked for.
    func time(_ score: TableScore, of found: FoundTables) -> String {
        let day = found.days.count > 1 ? "\(score.day.weekday.name.prefix(3)) " : ""
        let time = day + score.time.spoken
        guard let gap = score.gap else { return time }
        if gap == 0 { return "\(time) exactly" }
        guard let wanted = found.preferredTime else { return "\(time), \(Self.minutes(gap)) off" }
        let isEarlier = Evening.minutes(of: score.time) < Evening.minutes(of: wanted)
        return "\(time), \(Self.minutes(gap)) \(isEarlier ? "earlier" : "later")"
    }

    /// What speaks for the restaurant itself, and what against it.
    func merits(_ result: FoundTables.Result) -> [String] {
        let score = result.score
        return [
            score.rating.map { "rated \(Self.tenths($0))" },
            score.metres.map { "\(distance($0, of: result.venue)) away" },
            score.obstacle.map { "not bookable \(either("here", "through this program")): \(text($0))" },
        ].compactMap(\.self)
    }

    private func stake(_ stake: Stake) -> String {
        guard let amount = stake.amount else { return "cost not stated" }
        return amount.isZero && !stake.isBeforeTax ? "free" : "\(text(stake)) at stake"
    }

    /// `30 min`, `1 h 15 min`, `2 h`
    private static func minutes(_ count: Int) -> String {
        guard count >= 60 else { return "\(count) min" }
        return "\(count / 60) h" + (count % 60 == 0 ? "" : " \(count % 60) min")
    }

    /// `4.7`
    private static func tenths(_ number: Double) -> String {
        let tenths = Int((min(max(number, 0), 1e6) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Miles in the United States, kilometres elsewhere: `0.4 mi`, `650 m`, `12 km`.
    private func distance(_ metres: Double, of venue: Venue) -> String {
        let isAmerican =
            venue.country.map { ["united states", "us", "usa"].contains($0.lowercased()) }
            ?? (venue.currency.map { $0.uppercased() == "USD" } ?? true)
        func far(_ count: Double, _ unit: String) -> String {
            count < 9.95 ? "\(Self.tenths(count)) \(unit)" : "\(Int(min(count, 1e6).rounded())) \(unit)"
        }
        if isAmerican { return far(max(metres / 1609.344, 0.1), "mi") }
        return metres < 950 ? "\(Int((max(metres, 0) / 50).rounded(.up)) * 50) m" : far(metres / 1000, "km")
    }
}
