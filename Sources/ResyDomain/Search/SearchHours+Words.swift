extension SearchHours {
    /// The hours of a search, with what stands beside its days. Throws as the other does.
    package static func read(
        _ search: TableSearch, beside days: SearchDays, in zone: Zone?, now: Instant
    ) throws -> SearchHours {
        try read(search, part: days.part, said: days.times, beside: days.hours, in: zone, now: now)
    }

    /// Throws `bad_request` with the words and what would be understood.
    ///
    /// - Parameters:
    ///   - part: of the day, as the words for the days have it.
    ///   - times: those that stood with the days; the one counts where no other is preferred.
    ///   - beside: hours that stood with the days.
    ///   - zone: of the place; nil where it is not known.
    static func read(
        _ search: TableSearch, part: DayPart?, said times: [TimeWish] = [], beside: HoursText.Said? = nil,
        in zone: Zone?, now: Instant
    ) throws -> SearchHours {
        func said(_ words: String?) -> String? { words.flatMap { TimeText.isNoWish($0) ? nil : $0 } }
        /// `bound`: what words for hours have in that place.
        func wish(_ words: String?, bound: KeyPath<HoursText.Said, TimeWish?>? = nil) throws -> TimeWish? {
            guard let words = said(words) else { return nil }
            let (clock, spoken) = SpokenZone.split(words)
            if let spoken, let zone, !spoken.isClock(of: zone, near: now) {
                throw ResyError(
                    .badRequest, .time(.otherClock(said: words, restaurants: zone)), advice: [.time(.leaveZoneOut)])
            }
            do {
                return try TimeText.parse(clock, part: part)
            } catch {
                // `after 9:30 pm` as the earliest time names that one alone.
                if let bound, let hours = HoursText.read(clock, part: part), let wish = hours[keyPath: bound],
                    hours.earliest == nil || hours.latest == nil
                {
                    return wish
                }
                throw ResyError(.badRequest, .time(.unreadable(error)), advice: [.time(.sayHours)])
            }
        }
        do {
            var (earliest, latest) = (
                try wish(search.earliest, bound: \.earliest), try wish(search.latest, bound: \.latest)
            )
            let window = earliest == nil && latest == nil ? try hours(said(search.preferredTime), part, wish) : nil
            let named = window == nil ? try wish(search.preferredTime) : nil
            if let window { (earliest, latest) = (window.earliest, window.latest) }
            earliest = try end(earliest, beside?.earliest, search)
            latest = try end(latest, beside?.latest, search)
            let preferred = try one(of: times + [named].compactMap(\.self), search)
            let isAny = preferred == nil && earliest == nil && latest == nil
            if isAny, let part = window?.part ?? part {
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

    /// The hours that stand where a preferred time may; nil where it is a time, or nothing that is understood.
    private static func hours(
        _ words: String?, _ part: DayPart?, _ wish: (String?, KeyPath<HoursText.Said, TimeWish?>?) throws -> TimeWish?
    ) throws -> HoursText.Said? {
        guard let words else { return nil }
        let (clock, zone) = SpokenZone.split(words)
        guard (try? TimeText.parse(clock, part: part)) == nil, var hours = HoursText.read(clock, part: part) else {
            return nil
        }
        // A zone beside them is checked as one beside a time.
        if zone != nil { _ = try wish("noon" + words.dropFirst(clock.count), nil) }
        if let part, let named = hours.part {
            guard named.begins == part.begins, named.ends == part.ends else {
                throw ResyError.differingTimes(in: [words])
            }
            hours.part = part
        }
        return hours
    }

    /// One end of the hours, as it is given or as it stood with the days; throws `bad_request` where these differ.
    private static func end(_ given: TimeWish?, _ beside: TimeWish?, _ search: TableSearch) throws -> TimeWish? {
        guard let given, let beside else { return given ?? beside }
        guard !Set(given.readings).isDisjoint(with: beside.readings) else {
            throw ResyError.differingTimes(in: search.dates)
        }
        if case .at = given { return given }
        return beside
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

extension ResyError {
    /// One search keeps one window for all its days.
    static func differingTimes(in texts: [String]) -> ResyError {
        ResyError(
            .badRequest, .time(.differing(CleanText.line(texts.joined(separator: ", ")))),
            advice: [.time(.searchEach)])
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
