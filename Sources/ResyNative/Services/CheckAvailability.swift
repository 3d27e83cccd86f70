internal import ResyDomain

/// Which tables a restaurant has for an evening, and what else there is where none fits.
struct CheckAvailability: Sendable {
    let lookout: Lookout

    /// How far ahead open days are looked for.
    private static let horizon = 30
    private static let mostOpenDays = 10

    func run(_ request: AvailabilityRequest) async throws -> Availability {
        try Party.check(request.party)
        guard (0...1440).contains(request.flexibility) else {
            throw ResyError(
                .badRequest, .argument(.flexibility(request.flexibility)), advice: [.argument(.flexibilities)])
        }
        let answer =
            request.wantsTerms
            ? try await lookout.call.withAccess { resy in try await quoted(try await look(request, resy), resy) }
            : try await lookout.call.withOptionalAccess { resy in try await look(request, resy) }
        return await withOwnTables(answer)
    }

    private func look(
        _ request: AvailabilityRequest, _ resy: ResyCall
    ) async throws -> Availability {
        let found = try await lookout.finder(resy).find(request.restaurant, location: request.location)
        let venue = found.venue
        var evening = try WantedEvening.read(
            date: request.date, time: request.preferredTime, at: venue, now: lookout.clock.now)
        lookout.call.progress(.findingTables)
        var tables = try await find(venue, evening.day, request.party, resy)
        if let later = evening.later, tables.slots.isEmpty, tables.venue.absence(on: evening.day) == nil {
            evening.move(to: later)
            tables = try await find(venue, later, request.party, resy)
        }
        let known = tables.venue
        let either = evening.settle(on: tables.slots)
        let preference = SlotPreference(evening: evening.day, party: request.party)
        let window =
            either.map { preference.split(tables.slots, near: $0, within: request.flexibility) }
            ?? preference.split(tables.slots, near: evening.time, within: request.flexibility)
        let split = window.of(SeatingWish(request.seating))
        var answer = Availability(
            venue: known, url: lookout.links.page(of: known, day: evening.day, party: request.party), day: evening.day,
            party: request.party, preferredTime: evening.time, flexibility: request.flexibility,
            slots: split.inside, otherTimes: split.outside, openDays: [],
            remarks: found.remarks.isEmpty ? [] : [.together(found.remarks)])
        (answer.eitherTime, answer.readings) = (either, evening.readings)
        if split.lacksSeating {
            answer.missingSeating = request.seating
            let seatings = SeatingWish(nil).fitting(split.outside.map(\.seating))
            answer.remarks.append(.evening(.noSuchSeating(request.seating ?? "", there: seatings)))
        }
        if known.wantsCaptcha { answer.remarks.append(.evening(.wantsCaptcha)) }
        if let sizes = known.sizes(insteadOf: request.party) { answer.remarks.append(.evening(.sizes(sizes))) }
        // A table that is there all the same, behind a captcha say, is no matter of a closed house.
        let absence = known.isTock || tables.slots.isEmpty ? known.absence(on: evening.day) : nil
        if let absence { answer.remarks.append(.evening(.absence(absence))) }
        // Behind a captcha a table is there all the same, for a person.
        let isServed = known.wantsCaptcha ? !split.inside.isEmpty : split.inside.contains { $0.isBookable }
        if !isServed, !known.isTock, absence == nil, known.sizes(insteadOf: request.party) == nil {
            answer.notify = NotifyOffer(
                tables.notify, venue: known.id, day: evening.day, party: request.party, around: evening.time,
                within: request.flexibility)
        }
        // Days that Resy lists of a restaurant on Tock cannot be booked here either.
        if !isServed, !known.isTock {
            try await addOpenDays(to: &answer, venue: known, isExplained: absence != nil, resy)
        }
        return answer
    }

    private func find(
        _ venue: Venue, _ day: CalendarDay, _ party: Int, _ resy: ResyCall
    ) async throws -> Tables {
        try await lookout.links.offering(venue, day, party) {
            try await resy.find(venue: venue, day: day, party: party)
        }
    }

    /// The calendar only adds to the answer: if it fails, the answer stands without it.
    private func addOpenDays(
        to answer: inout Availability, venue: Venue, isExplained: Bool, _ resy: ResyCall
    ) async throws {
        lookout.call.progress(.readingOtherDays)
        do {
            let calendar = try await resy.calendar(
                venue: venue.id, party: answer.party, from: answer.day,
                to: answer.day.adding(days: Self.horizon))
            let days = calendar.openDays.filter { $0 != answer.day }
            answer.openDays = Array(days.prefix(Self.mostOpenDays))
            let until = min(answer.day.adding(days: Self.horizon), calendar.lastDay ?? answer.day)
            // Days after the last one that is named were not told, and days before the one asked for not looked at.
            if until > answer.day {
                answer.openDaysUntil = days.count > Self.mostOpenDays ? answer.openDays.last : until
            }
            if let last = calendar.lastDay, answer.day > last {
                answer.remarks.append(.evening(.notPublished(after: last, today: venue.today(lookout.clock.now))))
                let release = try await lookout.release(resy).stated(
                    of: venue, party: answer.party, lastDay: last)
                answer.release = release.facts(for: answer.day)
                answer.remarks += release.remarks
            } else if !isExplained, calendar.status(of: answer.day) == .closed {
                answer.remarks.append(.evening(.closed))
                // Nothing opens in a closed house.
                answer.notify = nil
            }
        } catch let spent as BudgetSpent {
            answer.remarks.append(.evening(.otherDaysUnread(spent.finding)))
        } catch let failure as APIFailure {
            if case .signedOut = failure { throw failure }
            answer.remarks.append(.evening(.otherDaysUnread(failure.explained().finding)))
        }
    }
}

/// How many people a table is for.
enum Party {
    static func check(_ size: Int) throws(ResyError) {
        guard (1...50).contains(size) else {
            throw ResyError(.badRequest, .argument(.party(size)), advice: [.argument(.partySizes)])
        }
    }
}
