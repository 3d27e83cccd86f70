internal import ResyDomain

/// Tables of several restaurants or days, ranked: those of a list, those that words and a place find, or both.
///
/// Asks as little as it can: one search for each day brings many restaurants with their tables, and only what that cannot tell is
/// asked for one by one. What ends it early leaves an answer with what there is, and a cursor to go on from.
struct FindTables: Sendable {
    let lookout: Lookout

    func run(_ search: TableSearch) async throws -> FoundTables {
        try Party.check(search.party)
        let (asked, cursor) = try goingOn(try read(search))
        return try await lookout.call.withOptionalAccess { resy in
            let wanted = cursor == nil ? try await listing(asked, resy) : asked
            return try await look(wanted, cursor, resy)
        }
    }

    /// Blank words are none, and so is a place that is anywhere.
    private func read(_ asked: TableSearch) throws -> TableSearch {
        var search = asked
        func said(_ text: String?) -> String? { text.map { CleanText.line($0) }.flatMap { $0.isEmpty ? nil : $0 } }
        (search.words, search.location) = (said(asked.words), said(asked.location))
        // Longer than a line of words may be.
        search.cursor = asked.cursor.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        if let location = search.location, PlaceWish.isAnywhere(location) { search.location = nil }
        search.restaurants = asked.restaurants.filter { !CleanText.seen($0).isEmpty }
        guard search.words != nil || search.location != nil || !search.restaurants.isEmpty else {
            // Anywhere is a place to look, as long as something is looked for.
            throw ResyError(.badRequest, .search(.nothingAsked), advice: [.search(.sayWhat)])
        }
        guard (1...50).contains(search.limit) else {
            throw ResyError(.badRequest, .search(.limit(search.limit)), advice: [.search(.limits)])
        }
        let most = SearchCursor.mostNames
        guard search.restaurants.count <= most else {
            throw ResyError(
                .badRequest, .search(.tooManyNames(search.restaurants.count, most: most)),
                advice: [.search(.fewerNames(most: most))])
        }
        try check(search.dates, search)
        return search
    }

    /// What no zone would mend is refused before anything is asked.
    private func check(_ dates: [String], _ search: TableSearch) throws {
        let today = LocalTime.day(of: lookout.clock.now).day
        do {
            let days = try SearchDays.read(dates, today: today)
            _ = try SearchHours.read(search, beside: days, in: nil, now: lookout.clock.now)
        } catch let error as ResyError {
            // Elsewhere it may still be yesterday, and `tonight, Sunday` right.
            guard case .date(.unreadable(let why)) = error.finding else { throw error }
            switch why.reason {
            case .past, .wrongWeekday, .disagreeing: break
            default: throw error
            }
        }
    }

    /// Days that were looked at, on which nobody has a table though there are some on others.
    private func empty(_ days: [CalendarDay], of answer: FoundTables) -> [LeftOut] {
        let told = Set(answer.results.flatMap { $0.evenings.map(\.day) })
        guard !told.isEmpty else { return [] }
        return days.filter { !told.contains($0) }.map { LeftOut(.day($0), .nothingFits) }
            .filter { !answer.leftOut.contains($0) }
    }

    private func look(_ search: TableSearch, _ cursor: SearchCursor?, _ resy: ResyCall) async throws -> FoundTables {
        let progress = lookout.call.progress
        let run = SearchRun(
            clock: lookout.clock, deadline: lookout.call.deadline, finds: lookout.call.context.finds
        ) { progress($0) }
        let resy = resy.ending(by: run.limit)
        let around = try await around(search, cursor, run, resy)
        var names = cursor.map { $0.named.map(\.place) } ?? Array(search.restaurants.indices)
        run.plan(names.count)
        let share = max(1, SearchRun.mostFinds / max(1, names.count))
        var wave = try await named(&names, of: search, run, resy)
        var named = wave
        let now = lookout.clock.now
        var calendars = DaysThere(search.dates, now: now, elsewhere: LocalTime.day(of: now).day)
        let zones = (around?.area?.zone).map { [$0] } ?? named.map(\.venue.zone)
        let (zone, said) = try calendars.first(of: zones)
        if around != nil || !named.isEmpty { try said.checkOffsets(in: zone) }
        var hours = try SearchHours.read(search, beside: said, in: zone, now: now)
        calendars = calendars.with(hours)
        let (days, moved) = try calendars.read(in: zone)
        // A time of today that lies behind is not the one that is meant.
        if let local = zone?.local(now), days.days == [local.day] { hours.dropPast(at: local.time) }
        var ranking = TableRanking(
            party: search.party, hours: hours, seating: SeatingWish(search.seating), mostFee: search.mostFee,
            area: around?.area, links: lookout.links)
        let wish = SearchWish(
            search: search, days: days.days, later: days.later, today: days.today, calendars: calendars,
            ranking: ranking)
        if around != nil { run.plan(days.days) }
        var open: [NamedEvening] = []
        while true {
            open += try await lookAtNamed(wave, share, wish, cursor, run, resy)
            guard !names.isEmpty, run.mayGoOn else { break }
            wave = try await self.named(&names, of: search, run, resy)
                .filter { one in !named.contains { $0.venue.id == one.venue.id } }
            named += wave
        }
        try await lookAtRest(open, of: named, wish, run, resy)
        if run.asked.isEmpty { run.plan(days.days) }
        leave(names, wish, cursor, run)
        var searchedArea = around?.area
        var placeRemarks: [SearchRemark] = []
        if let around { (searchedArea, placeRemarks) = try await lookAround(around, wish, cursor, run, resy) }
        ranking.area = searchedArea
        try Task.checkCancellation()

        if !run.hasLearned { try throwFault(of: run) }
        if let around { try around.check(run) }
        hours.settle(on: run.looked.minutes)
        ranking.hours = hours
        run.tellPast()
        let asked = run.asked.sorted()
        var answer = FoundTables(party: search.party, days: asked)
        let (results, unfit) = ranking.judge(run.looked, limit: search.limit)
        answer.results = results
        answer.leftOut =
            run.leftOut + unfit
            + days.leftOut.filter { !asked.contains($0) }
            .map { LeftOut(.day($0), $0 < days.today ? .past : .notLooked) }
        if around != nil { answer.leftOut += empty(asked.filter(run.days.contains), of: answer) }
        (answer.preferredTime, answer.eitherTime) = (hours.preferredTime, hours.eitherTime)
        (answer.earliest, answer.latest) = (hours.earliestTime, hours.latestTime)
        answer.place = searchedArea?.name
        answer.readings = (moved ?? run.moved).map { [$0] } ?? []
        answer.readings += hours.readings
        if let said = days.alone, asked == [days.today] { answer.readings.append(.todayAlone(said: said)) }
        answer.end = run.end(needing: names.isEmpty ? 1 : SearchRun.mostForOneName)
        if !run.remaining.isEmpty { answer.cursor = run.remaining.text(for: search, issued: lookout.clock.now) }
        answer.searched = searched(run)
        answer.remarks = named.flatMap { $0.remarks.isEmpty ? [] : [Remark.together($0.remarks)] }
        if let around {
            let words = around.words.filter { !$0.isEmpty }.joined(separator: " or ")
            if run.looked.isEmpty, !answer.isPartial, run.leftOut.isEmpty, !words.isEmpty {
                answer.remarks.append(.search(.nobodyListed(words)))
            }
            if around.area == nil { answer.remarks.append(.search(.everywhere)) }
            answer.remarks += around.area?.remarks ?? []
            answer.remarks += placeRemarks.map { .search($0) }
            let isTold = placeRemarks.contains { if case .noneAmong = $0 { true } else { false } }
            if !isTold, let crowd = around.coverage.value { answer.remarks.append(.search(crowd)) }
        }
        return answer
    }

    private func searched(_ run: SearchRun) -> FoundTables.Searched {
        var searched = FoundTables.Searched()
        let seen = run.looked.map { restaurant in
            restaurant.evenings.filter {
                if case .without(.notLooked) = $0.value { false } else { true }
            }
        }
        searched.venues = seen.filter { !$0.isEmpty }.count
        searched.days = run.days.count
        searched.requests = lookout.call.context.requests
        searched.age = run.oldest.map { max(0, lookout.clock.now.seconds - $0.seconds) }
        return searched
    }

    /// Nothing is known: what kept it from being known is the answer.
    private func throwFault(of run: SearchRun) throws {
        let unnamed = run.leftOut.compactMap { left -> ResyError? in
            if case .unnamed(let error) = left.reason { error } else { nil }
        }
        if run.end == nil, let error = ResyError(allOf: unnamed) { throw error }
        guard unnamed.isEmpty, let fault = run.fault else { return }
        guard let spent = fault as? BudgetSpent else { throw fault }
        // What was sent is remembered, and the cursor goes on from it.
        if lookout.call.context.requests == 0 { throw spent.explained }
    }
}

/// What is wanted of every restaurant of a search.
struct SearchWish: Sendable {
    let search: TableSearch
    /// Where it is searched, or at the first of the restaurants.
    let days: [CalendarDay]
    /// Said as the weekday that it is today there: what is meant where that evening is over.
    let later: CalendarDay?
    let today: CalendarDay
    let calendars: DaysThere
    /// Its hours may be in doubt.
    let ranking: TableRanking
}

extension ResyError {
    /// Names that each fit none or several, as one error; nil where there are none.
    fileprivate init?(allOf errors: [ResyError]) {
        guard let first = errors.first else { return nil }
        self = first
        guard errors.count > 1 else { return }
        finding = .together(errors.map(\.finding))
        advice = errors.flatMap(\.advice).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        remarks = errors.flatMap(\.remarks).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        choices = errors.flatMap(\.choices).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
