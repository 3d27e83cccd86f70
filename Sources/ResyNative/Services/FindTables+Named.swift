internal import ResyDomain

/// The restaurants that a diner listed.
extension FindTables {
    /// One of the list that is on Resy.
    struct NamedVenue: Sendable {
        /// In the list.
        let place: Int
        let venue: Venue
        let remarks: [Remark]
    }

    /// More days than this are worth a look at the calendar first.
    private static let fewDays = 2

    /// Which restaurants the next of the names mean; takes these off. Those that fit none or several are left out with what there
    /// is to choose from.
    func named(
        _ places: inout [Int], of search: TableSearch, _ run: SearchRun, _ resy: ResyCall
    ) async throws -> [NamedVenue] {
        // One that goes on has little of the budget: what is known by now is looked at before two more names cost requests.
        let abreast = search.cursor == nil ? SearchRun.abreast : 1
        let names = places.map { (place: $0, name: search.restaurants[$0]) }
        let finder = lookout.finder(resy)
        let before = lookout.call.context.requests
        var found: [NamedVenue] = []
        var missed: [Int] = []
        func begin() -> Bool { run.mayGoOn && lookout.call.context.requests - before < SearchRun.mostForNames }
        let rest = try await run.each(names, arePlanned: true, abreast: abreast, while: begin) { one in
            try await finder.find(one.name, location: search.location)
        } take: { one, answer in
            switch answer {
            case .success(let venue):
                run.answered(nil)
                found.append(NamedVenue(place: one.place, venue: venue.venue, remarks: venue.remarks))
            case .failure(let error as ResyError) where error.isOfName:
                run.answered(nil)
                run.leftOut.append(LeftOut(.name(one.name), .unnamed(error.ofList)))
            case .failure(let error):
                if let reason = try run.reason(error) {
                    run.leftOut.append(LeftOut(.name(one.name), reason))
                } else {
                    missed.append(one.place)
                }
            }
        }
        places = (missed + rest.map(\.place)).sorted()
        var seen: Set<Int> = []
        return found.sorted { $0.place < $1.place }.filter { seen.insert($0.venue.id).inserted }
    }

    /// Names that were not reached.
    func leave(_ places: [Int], _ wish: SearchWish, _ cursor: SearchCursor?, _ run: SearchRun) {
        for place in places {
            run.leftOut.append(LeftOut(.name(wish.search.restaurants[place]), .notLooked))
            let left = cursor?.named.first { $0.place == place }
            run.remaining.named.append(
                left ?? SearchCursor.Named(place: place, days: wish.days, isSifted: false))
        }
    }

    /// `share`: so many evenings of each, for the others to be looked at too. Answers those that are still open.
    func lookAtNamed(
        _ named: [NamedVenue], _ share: Int, _ wish: SearchWish, _ cursor: SearchCursor?, _ run: SearchRun,
        _ resy: ResyCall
    ) async throws -> [NamedEvening] {
        var evenings: [NamedEvening] = []
        var unsifted: [NamedVenue] = []
        for one in named {
            let left = cursor?.named.first { $0.place == one.place }
            run.look(at: one.venue, isNamed: true)
            let isSifted = left?.isSifted ?? false
            let there = try wish.calendars.there(one.venue)
            try there?.checkOffsets(in: one.venue.zone)
            let days = left?.days ?? there?.days ?? []
            run.plan(days)
            // It is another day there, where none of them is still to come.
            if there == nil, left == nil {
                for day in wish.days { run.note(.without(.past), of: one.venue.id, on: day) }
            }
            for day in days {
                if case .closed? = one.venue.absence(on: day), let absence = one.venue.absence(on: day) {
                    run.note(.without(.absence(absence)), of: one.venue.id, on: day)
                } else {
                    evenings.append(NamedEvening(venue: one, day: day, isSifted: isSifted))
                }
            }
            if !isSifted, evenings.count(where: { $0.venue.place == one.place }) > Self.fewDays { unsifted.append(one) }
        }
        try await sift(&evenings, of: unsifted, wish, run, resy)
        // Each restaurant's first days before anybody's later ones.
        evenings.sort { ($0.day, $0.venue.place) < ($1.day, $1.venue.place) }
        var counts: [Int: Int] = [:]
        var (first, later): ([NamedEvening], [NamedEvening]) = ([], [])
        for evening in evenings {
            counts[evening.venue.place, default: 0] += 1
            if counts[evening.venue.place, default: 0] <= share { first.append(evening) } else { later.append(evening) }
        }
        let open = try await find(first, wish, run, resy)
        return open + later + (try await find(moved(named, wish, run), wish, run, resy))
    }

    /// Of a weekday that is today and has no table left there, the next one.
    private func moved(_ named: [NamedVenue], _ wish: SearchWish, _ run: SearchRun) throws -> [NamedEvening] {
        try named.compactMap { one in
            guard let there = try wish.calendars.there(one.venue), let later = there.later,
                run.known(one.venue.id)?.isOver(on: there.today) == true
            else { return nil }
            run.move(one.venue.id, from: there.today, to: later)
            return NamedEvening(venue: one, day: later, isSifted: false)
        }
    }

    /// What is left once all that can be named is: later evenings, and why there is none.
    func lookAtRest(
        _ open: [NamedEvening], of named: [NamedVenue], _ wish: SearchWish, _ run: SearchRun, _ resy: ResyCall
    ) async throws {
        let order = open.sorted { ($0.day, $0.venue.place) < ($1.day, $1.venue.place) }
        let left = try await find(order, wish, run, resy)
        for one in left { run.note(.without(.notLooked), of: one.venue.venue.id, on: one.day) }
        for place in Set(left.map(\.venue.place)).sorted() {
            let own = left.filter { $0.venue.place == place }
            run.remaining.named.append(
                SearchCursor.Named(
                    place: place, days: own.map(\.day).sorted(), isSifted: own.allSatisfy(\.isSifted)))
        }
        try await explainEmpty(named, wish, run, resy)
    }

    struct NamedEvening: Sendable {
        let venue: NamedVenue
        let day: CalendarDay
        var isSifted: Bool
    }

    /// Leaves out the days that the calendar has no table on. It only saves requests: without it all days are asked for.
    private func sift(
        _ evenings: inout [NamedEvening], of venues: [NamedVenue], _ wish: SearchWish, _ run: SearchRun,
        _ resy: ResyCall
    ) async throws {
        guard let first = evenings.map(\.day).min(), let last = evenings.map(\.day).max() else { return }
        let party = wish.search.party
        _ = try await run.each(venues, while: { run.mayGoOn }) { one in
            try await resy.soon.knownCalendar(venue: one.venue.id, party: party, from: first, to: last)
        } take: { one, answer in
            switch answer {
            case .failure(let error): _ = try run.reason(error)
            case .success(let known):
                run.answered(known.askedAt)
                evenings.removeAll { evening in
                    guard evening.venue.place == one.place, let reason = known.calendar.reason(on: evening.day) else {
                        return false
                    }
                    run.note(.without(reason), of: one.venue.id, on: evening.day)
                    return true
                }
                for index in evenings.indices where evenings[index].venue.place == one.place {
                    evenings[index].isSifted = true
                }
            }
        }
    }

    private func find(
        _ evenings: [NamedEvening], _ wish: SearchWish, _ run: SearchRun, _ resy: ResyCall
    ) async throws -> [NamedEvening] {
        guard !evenings.isEmpty else { return [] }
        let party = wish.search.party
        var missed: [NamedEvening] = []
        func begin() -> Bool {
            guard run.mayFind else { return false }
            run.countFind()
            return true
        }
        let rest = try await run.each(evenings, while: begin) { one in
            try await resy.soon.find(venue: one.venue.venue, day: one.day, party: party)
        } take: { one, answer in
            switch answer {
            case .success(let tables): run.take(tables, on: one.day)
            case .failure(let error):
                let reason = try run.reason(error)
                run.note(.without(reason ?? .notLooked), of: one.venue.venue.id, on: one.day)
                if reason == nil { missed.append(one) }
            }
        }
        return missed + rest
    }

    /// Why a restaurant has no table at all on one or two days: sold out, closed, or not published. A word more, which is not
    /// waited for.
    private func explainEmpty(
        _ named: [NamedVenue], _ wish: SearchWish, _ run: SearchRun, _ resy: ResyCall
    ) async throws {
        guard wish.days.count <= Self.fewDays else { return }
        let party = wish.search.party
        let empty = named.filter { one in
            guard let looked = run.known(one.venue.id), !looked.evenings.isEmpty else { return false }
            return looked.evenings.allSatisfy { day, evening in
                guard case .tables(let slots) = evening, slots.isEmpty else { return false }
                return looked.venue.absence(on: day) == nil && looked.venue.sizes(insteadOf: party) == nil
            }
        }
        guard let first = wish.days.first, let last = wish.days.last else { return }
        _ = try await run.each(empty, while: { run.mayGoOn }) { one in
            try await resy.soon.knownCalendar(venue: one.venue.id, party: party, from: first, to: last)
        } take: { one, answer in
            guard case .success(let known) = answer else { return }
            run.answered(known.askedAt)
            for day in run.known(one.venue.id)?.evenings.keys.sorted() ?? [] {
                guard let reason = known.calendar.reason(on: day) else { continue }
                run.note(.without(reason), of: one.venue.id, on: day)
            }
        }
    }
}

extension SearchRun {
    /// The tables of one evening came.
    func take(_ tables: Tables, on day: CalendarDay) {
        if tables.askedAt != nil { countFind(-1) }
        answered(tables.askedAt)
        look(at: tables.venue, isNamed: false)
        note(.tables(tables.slots), of: tables.venue.id, on: day)
    }
}

extension ResyCall {
    /// Of several requests of a search one, which is not waited for at the cost of all others.
    var soon: ResyCall { ending(by: clock.now.adding(SearchRun.patienceForOne)) }
}

extension VenueCalendar {
    /// Why there is no table for that party on a day; nil where there may be.
    fileprivate func reason(on day: CalendarDay) -> LeftOut.Reason? {
        if let lastDay, day > lastDay { return .notPublished(after: lastDay) }
        return status(of: day)?.reason
    }
}

extension ResyError {
    /// What to do about a name is done in the list.
    fileprivate var ofList: ResyError {
        var error = self
        error.advice = advice.map { if case .venue(let one) = $0 { .search(.inList(one)) } else { $0 } }
        return error
    }

    /// It says something of the name alone.
    var isOfName: Bool { [.venueNotFound, .venueAmbiguous, .badRequest].contains(code) }
}
