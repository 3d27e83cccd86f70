internal import ResyDomain

/// Which days of a restaurant have tables, and when later ones open: one look at its calendar, and at the tables of the first
/// open days.
struct ReadOpenDays: Sendable {
    let lookout: Lookout

    /// Days whose tables are looked at where no time is wanted.
    private static let mostWithoutTime = 3
    /// Minutes around the time that is wanted; of a day without a table there the nearest are told.
    private static let flexibility = 60
    private static let nearest = 3

    func run(_ request: OpenDaysRequest) async throws -> OpenDays {
        try Party.check(request.party)
        return try await lookout.call.withOptionalAccess { resy in try await look(request, resy) }
    }

    private func look(_ request: OpenDaysRequest, _ resy: ResyCall) async throws -> OpenDays {
        let progress = lookout.call.progress
        let run = SearchRun(
            clock: lookout.clock, deadline: lookout.call.deadline, finds: lookout.call.context.finds
        ) { progress($0) }
        let found = try await insisting(resy) { resy in
            try await lookout.finder(resy).find(request.restaurant, location: request.location)
        }
        let venue = found.venue
        let today = venue.today(lookout.clock.now)
        var span = try AskedWeeks(from: request.from, to: request.to, today: today)
        // A day that is ahead as a whole: no hour of it is over.
        var wish = try WantedEvening.read(
            date: today.adding(days: 1).iso, time: request.preferredTime, at: venue, now: lookout.clock.now)
        lookout.call.progress(.readingOtherDays)
        let (from, until) = (span.first, span.laterLast ?? span.last)
        let calendar = try await lookout.links.offering(venue, from, request.party) {
            try await insisting(resy) { resy in
                try await resy.calendar(venue: venue.id, party: request.party, from: from, to: until)
            }
        }
        if calendar.status(of: today) == .soldOut, let reading = span.moveOn() { wish.readings.append(reading) }
        let listed = days(of: calendar, in: span)
        let open = venue.isTock ? [] : listed.filter { $0.status == .available }.map(\.day)
        let soon = resy.ending(by: run.limit)
        async let release = lookout.release(soon).stated(
            of: venue, party: request.party, lastDay: calendar.lastDay)
        let tables = try await tables(of: open, at: venue, for: request.party, hasTime: wish.hasTime, run, soon)
        let either = wish.settle(onAll: tables)
        let days = listed.map { day, status in
            let slots = tables[day].map { fitting($0, on: day, for: request.party, wish.time, either) }
            return OpenDays.Day(day: day, status: OpenDays.Status(status), slots: slots)
        }
        var answer = OpenDays(
            venue: venue, url: lookout.links.page(of: venue, day: open.first ?? span.first, party: request.party),
            party: request.party, days: days, publishedUntil: calendar.lastDay, release: [])
        (answer.preferredTime, answer.eitherTime, answer.readings) = (wish.time, either, wish.readings)
        answer.end = run.end
        answer.age = run.oldest.map { max(0, lookout.clock.now.seconds - $0.seconds) }
        answer.remarks = remarks(found, span, request.party)
        let stated = try await release
        let next = next(listed.last?.day, span, calendar.lastDay)
        answer.release = stated.facts(for: next)
        answer.remarks += stated.remarks
        if let wanted = span.namedLast, wanted > next { answer.lastRelease = stated.facts(for: wanted) }
        return answer
    }

    /// Every day that is published, each once; of one that is not told nothing is known.
    private func days(
        of calendar: VenueCalendar, in span: AskedWeeks
    ) -> [(day: CalendarDay, status: VenueCalendar.Status)] {
        let listed = calendar.days.filter { span.contains($0.day) }
        let ends = [calendar.lastDay, listed.last?.day].compactMap(\.self)
        guard let last = ends.max().map({ min($0, span.last) }), last >= span.first else { return [] }
        let known = Dictionary(listed.map { ($0.day, $0.status) }) { first, _ in first }
        return (0...(last.daysSince1970 - span.first.daysSince1970)).map { offset in
            let day = span.first.adding(days: offset)
            return (day, known[day] ?? .other)
        }
    }

    /// Without it nothing can be told: it waits for the budget, where a part of a search would not.
    private func insisting<R>(_ resy: ResyCall, _ ask: (ResyCall) async throws -> R) async throws -> R {
        do {
            return try await ask(resy)
        } catch is BudgetSpent {
            return try await ask(resy.on(.look))
        }
    }

    /// The day whose release is told: the first that was asked for where it is not published yet, else the next to come.
    private func next(_ lastListed: CalendarDay?, _ span: AskedWeeks, _ published: CalendarDay?) -> CalendarDay {
        guard let last = published ?? lastListed else { return span.first }
        return max(span.first, last.adding(days: 1))
    }

    // MARK: - Tables

    /// Of the first open days; those of a day that could not be read are not there.
    private func tables(
        of open: [CalendarDay], at venue: Venue, for party: Int, hasTime: Bool, _ run: SearchRun, _ resy: ResyCall
    ) async throws -> [CalendarDay: [Slot]] {
        let most = hasTime ? SearchRun.mostFinds : Self.mostWithoutTime
        var tables: [CalendarDay: [Slot]] = [:]
        func begin() -> Bool {
            guard run.mayFind else { return false }
            run.countFind()
            return true
        }
        _ = try await run.each(Array(open.prefix(most)), while: begin) { day in
            try await resy.find(venue: venue, day: day, party: party)
        } take: { day, answer in
            switch answer {
            case .success(let found):
                run.answered(found.askedAt)
                if found.askedAt != nil { run.countFind(-1) }
                tables[day] = found.slots
            case .failure(let error):
                // One that cannot be read is told as well: the day stands without its times.
                if case .unread(let why)? = try run.reason(error) { run.end(.failed(why, until: nil)) }
            }
        }
        if hasTime, open.count > most { run.end(.finds(most)) }
        return tables
    }

    private func fitting(
        _ slots: [Slot], on day: CalendarDay, for party: Int, _ time: TimeOfDay?, _ either: DoubtfulTime?
    ) -> [Slot] {
        let preference = SlotPreference(evening: day, party: party)
        let window =
            either.map { preference.split(slots, near: $0, within: Self.flexibility) }
            ?? preference.split(slots, near: time, within: Self.flexibility)
        if window.inside.contains(where: \.isBookable) { return window.inside }
        let others = window.outside.filter(\.isBookable)
        // What is behind a door is told where there is nothing else.
        if !others.isEmpty { return Array(others.prefix(Self.nearest)) }
        return window.inside.isEmpty ? Array(window.outside.prefix(Self.nearest)) : window.inside
    }

    private func remarks(_ found: FoundVenue, _ span: AskedWeeks, _ party: Int) -> [Remark] {
        let venue = found.venue
        var remarks: [Remark] = found.remarks.isEmpty ? [] : [.together(found.remarks)]
        if venue.wantsCaptcha { remarks.append(.evening(.wantsCaptcha)) }
        if let sizes = venue.sizes(insteadOf: party) { remarks.append(.evening(.sizes(sizes))) }
        if let absence = venue.absence(on: span.first) { remarks.append(.evening(.absence(absence))) }
        if span.isCut { remarks.append(.search(.lookedUntil(span.last, most: AskedWeeks.longest))) }
        return remarks
    }
}

extension OpenDays.Status {
    fileprivate init(_ status: VenueCalendar.Status) {
        self =
            switch status {
            case .available: .open
            case .soldOut: .soldOut
            case .closed: .closed
            case .other: .unknown
            }
    }
}

extension WantedEvening {
    fileprivate var hasTime: Bool { time != nil || doubt != nil }

    /// What the tables of several days say of a time in doubt; gives it back where it stays so.
    fileprivate mutating func settle(onAll tables: [CalendarDay: [Slot]]) -> DoubtfulTime? {
        guard let doubt else { return nil }
        let minutes = tables.flatMap { day, slots in slots.map { $0.minutes(intoEvening: day) } }
        return settle(doubt, on: minutes)
    }
}
