internal import ResyDomain

/// Adds, lists and removes watches. Only the restaurant is asked for; the first look is due at once.
struct KeepWatches: Sendable {
    let call: AccountCall
    let places: PlacesAPI?
    let store: Store
    let links: VenueLinks
    let settings: Settings
    let clock: any WallClock
    /// The account's tables, where this home does not know one.
    let reservations: @Sendable () async throws -> [Reservation]

    func run(_ request: WatchRequest) async throws -> WatchList {
        switch request.action {
        case .add: try await add(request)
        case .list: try await list()
        case .remove: try await remove(request)
        }
    }

    private func list() async throws -> WatchList {
        let watches = try await store.watches(now: clock.now)
        return try await told(WatchList(.listed, watches, standing: try await standing()))
    }

    private func remove(_ request: WatchRequest) async throws -> WatchList {
        let said = CleanText.line(request.id ?? "")
        guard !said.isEmpty else { throw ResyError(.badRequest, .watch(.noWatch), advice: [.watch(.giveID)]) }
        let digits = said.drop { "#wW".contains($0) }
        guard let id = Int(digits), let removed = try await store.remove(watch: id) else {
            throw ResyError(.badRequest, .watch(.noSuchWatch(id: said)), advice: [.watch(.listThem)])
        }
        let left = try await store.watches(now: clock.now)
        return WatchList(.removed, left, removed: removed, standing: try await standing())
    }

    // MARK: - Adding

    private func add(_ request: WatchRequest) async throws -> WatchList {
        let table = try await held(request)
        let held = table.map { Watch.HeldTable(id: $0.id, venue: $0.venue.id, day: $0.day, time: $0.time) }
        let party = request.party ?? table?.party ?? 2
        try Party.check(party)
        let found = try await venue(request, table)
        let venue = found.venue
        let today = venue.today(clock.now)
        var days = try days(request, held, today: today)
        try days.checkOffsets(in: venue.zone)
        let hours = try SearchHours.read(
            TableSearch(dates: request.dates, earliest: request.earliest, latest: request.latest), beside: days,
            in: venue.zone, now: clock.now)
        let moved = days.moveOn(hours, now: venue.zone?.local(clock.now))
        let last = today.adding(days: Watch.longest)
        let far = (days.days + days.leftOut).filter { $0 > last }.sorted()
        var near = days.days.filter { (today...last).contains($0) }
        guard !near.isEmpty else { throw ResyError.tooFar(far.first ?? last.adding(days: 1), until: last) }
        if let held {
            near.removeAll { $0 > Evening.day(of: held.day, held.time) }
            guard !near.isEmpty else {
                throw ResyError(
                    .badRequest, .watch(.nothingEarlier(held.day, held.time)), advice: [.watch(.giveDays)])
            }
        }
        let until = try until(request, today: today, last: last) ?? near.last ?? last
        let seating = request.seating.map { CleanText.name($0) }.flatMap { SeatingWish($0).isAny ? nil : $0 }
        let watch = Watch(
            id: 0, venue: venue, days: near, party: party, hours: WatchedHours(hours), seating: seating,
            mostFee: request.mostFee, until: until, earlierThan: held, createdAt: clock.now)
        var answer: WatchList
        switch try await store.add(watch, now: clock.now) {
        case .added(let added): answer = WatchList(.added, [added], standing: try await standing())
        case .exists(let known): answer = WatchList(.exists, [known], standing: try await standing())
        case .full:
            throw ResyError(.badRequest, .watch(.tooMany(most: Watch.most)), advice: [.watch(.removeOne)])
        }
        answer.readings =
            (moved.map { [$0] } ?? []) + hours.readings + (days.alone.map { [.todayAlone(said: $0)] } ?? [])
        answer.remarks = remarks(found, watch)
        if !far.isEmpty { answer.remarks.append(.watch(.leftOut(far, until: last))) }
        return try await told(answer)
    }

    /// That of the table a better one is looked for, where none is named.
    private func venue(_ request: WatchRequest, _ held: Reservation?) async throws -> FoundVenue {
        guard let name = request.restaurant ?? held.map({ "Resy venue \($0.venue.id)" }) else {
            throw ResyError(.badRequest, .venue(.noName), advice: [.venue(.giveName)])
        }
        return try await call.withOptionalAccess { resy in
            let finder = FindVenue(resy: resy, places: places, store: store, links: links, clock: clock)
            return try await finder.find(name, location: request.location)
        }
    }

    private func days(
        _ request: WatchRequest, _ held: Watch.HeldTable?, today: CalendarDay
    ) throws -> SearchDays {
        if request.dates.allSatisfy({ CleanText.line($0).isEmpty }), let held {
            return SearchDays([Evening.day(of: held.day, held.time)], today: today)
        }
        guard !request.dates.allSatisfy({ CleanText.line($0).isEmpty }) else {
            throw ResyError(.badRequest, .watch(.noDays), advice: [.watch(.giveDays)])
        }
        return try SearchDays.read(request.dates, today: today)
    }

    /// Nil where none was given.
    private func until(_ request: WatchRequest, today: CalendarDay, last: CalendarDay) throws -> CalendarDay? {
        guard let said = request.until.map({ CleanText.line($0) }), !said.isEmpty else { return nil }
        let until: CalendarDay
        do {
            until = try DateText.parse(said, today: today)
        } catch {
            throw ResyError(.badRequest, .date(.unreadable(error)), advice: [.date(.insteadOf(error))])
        }
        guard until <= last else { throw ResyError.tooFar(until, until: last) }
        return until
    }

    // MARK: - The table that is held

    private func held(_ request: WatchRequest) async throws -> Reservation? {
        guard let said = request.earlierThan.map({ CleanText.line($0) }), !said.isEmpty else { return nil }
        let bare = said.uppercased().hasPrefix("RESY-") ? said.dropFirst(5) : said[...]
        guard let id = Int(bare), id > 0 else {
            throw ResyError(.badRequest, .watch(.noConfirmation(said)), advice: [.watch(.giveConfirmation)])
        }
        guard let table = try await table(id) else {
            throw ResyError(
                .reservationNotFound, .watch(.noSuchReservation(said)), advice: [.watch(.giveConfirmation)])
        }
        return table
    }

    /// Nil where the account holds no such table.
    private func table(_ id: Int) async throws -> Reservation? {
        if let known = try await store.reservation(id: id)?.reservation, known.status == .confirmed { return known }
        return try await reservations().first { $0.id == id && $0.status == .confirmed }
    }

    // MARK: - What else to know

    private func standing() async throws -> WatchStanding {
        let now = clock.now
        let state = try await store.tickState(host: settings.apiHost, now: now)
        return WatchStanding(
            hasTimer: settings.timer?.isEnabled ?? false, lastTick: state.lastTick,
            pause: state.pause.flatMap { $0.stands(now) ? $0 : nil })
    }

    private func remarks(_ found: FoundVenue, _ watch: Watch) -> [Remark] {
        let venue = found.venue
        var remarks: [Remark] = found.remarks.isEmpty ? [] : [.together(found.remarks)]
        if venue.wantsCaptcha { remarks.append(.evening(.wantsCaptcha)) }
        if let sizes = venue.sizes(insteadOf: watch.party) { remarks.append(.evening(.sizes(sizes))) }
        if let absence = watch.days.compactMap({ venue.absence(on: $0) }).first {
            remarks.append(.evening(.absence(absence)))
        }
        remarks += watch.hours.doubts.map { .watch(.hoursInDoubt($0)) }
        return remarks
    }

    private func told(_ list: WatchList) async throws -> WatchList {
        var list = list
        if let pause = list.standing.pause { list.remarks.append(.watch(.paused(pause))) }
        if !list.watches.isEmpty, !list.standing.runs(clock.now) { list.remarks.append(.watch(.nobodyLooks)) }
        return list
    }
}

extension ResyError {
    fileprivate static func tooFar(_ day: CalendarDay, until last: CalendarDay) -> ResyError {
        ResyError(
            .badRequest, .watch(.tooFar(day, days: Watch.longest)), advice: [.watch(.nameNearerDay(until: last))])
    }
}
