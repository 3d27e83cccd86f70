extension SearchHours {
    /// Throws `bad_request` with the words and what would be understood.
    ///
    /// - Parameters:
    ///   - part: of the day, as the words for the days have it.
    ///   - times: those that stood with the days; the one counts where no other is preferred.
    ///   - zone: of the place; nil where it is not known.
    package static func read(
        _ search: TableSearch, part: DayPart?, said times: [TimeWish] = [], in zone: Zone?, now: Instant
    ) throws -> SearchHours {
        func wish(_ words: String?) throws -> TimeWish? {
            guard let words, !TimeText.isNoWish(words) else { return nil }
            let (clock, spoken) = SpokenZone.split(words)
            if let spoken, let zone, !spoken.isClock(of: zone, near: now) {
                throw ResyError(
                    .badRequest, .time(.otherClock(said: words, restaurants: zone)), advice: [.time(.leaveZoneOut)])
            }
            do {
                return try TimeText.parse(clock, part: part)
            } catch {
                throw ResyError(.badRequest, .time(.unreadable(error)), advice: [.time(.sayReadably)])
            }
        }
        do {
            let preferred = try one(of: times + [try wish(search.preferredTime)].compactMap(\.self), search)
            var (earliest, latest) = (try wish(search.earliest), try wish(search.latest))
            let isAny = preferred == nil && earliest == nil && latest == nil
            if isAny, let part {
                var hours = try SearchHours(
                    earliest: .at(part.begins), latest: part.ends.map { .at($0) })
                hours.read(part)
                return hours
            }
            // From 00:00 to 23:59 is how programs write a whole day.
            if case .at(let from)? = earliest, from.minutesAfterMidnight == 0, case .at(let until)? = latest,
                Evening.minutes(of: until) < 1440
            {
                earliest = nil
                if until.minutesAfterMidnight == 1439 { latest = nil }
            }
            return try SearchHours(preferred: preferred, earliest: earliest, latest: latest)
        } catch let reversed as Reversed {
            throw ResyError(.badRequest, .search(.hoursReversed(reversed)), advice: [.search(.swapHours)])
        }
    }

    /// The time that all of these can mean; throws `bad_request` where they are several.
    private static func one(of times: [TimeWish], _ search: TableSearch) throws -> TimeWish? {
        guard var wish = times.first else { return nil }
        for other in times.dropFirst() {
            guard let mine = wish.readings.first, let theirs = other.readings.first,
                Set(wish.readings).isDisjoint(with: other.readings)
            else {
                if case .at = other { wish = other }
                continue
            }
            let date = search.dates.joined(separator: ", ")
            guard let error = ContradictingTime(.times(mine, theirs), date: date, time: search.preferredTime) else {
                continue
            }
            throw ResyError(.badRequest, .time(.contradicting(error)), advice: [.time(.choose(error.choices))])
        }
        return wish
    }
}

extension DayPart {
    /// From when on a diner who says so would come.
    var begins: TimeOfDay {
        let minutes =
            switch self {
            case .morning: 6 * 60
            case .brunch: 9 * 60 + 30
            case .lunch: 11 * 60
            case .afternoon: 12 * 60
            case .evening, .night: 17 * 60
            }
        return TimeOfDay(minutesAfterMidnight: minutes)
    }

    /// Nil: as late as there are tables.
    var ends: TimeOfDay? {
        switch self {
        case .morning: TimeOfDay(minutesAfterMidnight: 12 * 60)
        case .brunch, .lunch: TimeOfDay(minutesAfterMidnight: 15 * 60)
        case .afternoon: TimeOfDay(minutesAfterMidnight: 17 * 60 + 30)
        case .evening, .night: nil
        }
    }
}
