internal import ResyDomain

/// Books a table: finds the slot, reads its terms, asks where money is at stake, and sends once.
struct BookTable: Sendable {
    let reception: Reception
    let places: PlacesAPI?

    func run(_ request: BookingRequest) async throws -> BookingOutcome {
        try Party.check(request.party)
        let words = try Self.wordsOfWish(request.specialRequests)
        let brought = try await reception.agreements.read(
            token: request.confirmToken, reception.call.answered, for: .book)
        try await reception.agreements.spendAnswered(brought)
        var plan = try await reception.call.withAccess { resy in try await prepare(request, resy) }
        plan.brought = brought
        try await settleTime(&plan)
        plan.request.specialRequests = words
        if let given = brought.given, plan.seating.isAny, plan.isMeant(by: given.agreement) {
            plan.request.seating = given.agreement.seating
        }
        do {
            var outcome = try await book(plan)
            if outcome.isBookedBefore { outcome = try await repeated(outcome, plan) }
            outcome.readings = plan.readings
            return outcome
        } catch var error as ResyError {
            // Whatever a booking ends with says first how its words were read.
            error.readings = plan.readings
            throw error
        }
    }

    private func book(_ plan: BookingPlan) async throws -> BookingOutcome {
        switch try await way(plan) {
        case .settled(let outcome):
            do {
                return try await withWishes(outcome, plan)
            } catch let error as ResyError {
                // The table is booked already.
                throw error.tellingOutcome()
            }
        case .free(let plan, let slot, let why):
            let work = TableBooking(service: self, plan: plan, slot: slot, because: why)
            return try await withWishes(
                try await DeedRun(
                    work, at: reception, brought: plan.brought, asksAnyway: plan.guess != nil
                ).run(), plan)
        }
    }

    // MARK: - What is read first

    private func prepare(_ request: BookingRequest, _ resy: ResyCall) async throws -> BookingPlan {
        let found = try await FindVenue(
            resy: resy, places: places, store: reception.store, links: reception.links, clock: reception.clock,
            usualCity: reception.settings.city
        ).find(request.restaurant, location: request.location)
        let venue = found.venue
        if let question = found.question { throw question }
        let evening = try WantedEvening.read(
            date: request.date, time: request.time, at: venue, now: reception.clock.now)
        if let nights = evening.nights {
            // A deed is for one night.
            throw ResyError(.badRequest, .time(.twoNights(nights)), advice: [.time(.giveEvening(nights))])
        }
        guard let time = evening.time ?? evening.doubt?.evening else {
            throw ResyError(.badRequest, .booking(.noTime), advice: [.deed(.giveTime)])
        }
        if evening.doubt == nil { try refuseThePast(venue, evening.day, time) }
        reception.call.progress(.findingTables)
        var plan = BookingPlan(
            request: request, account: reception.call.account.key ?? "", email: reception.call.account.email,
            venue: venue,
            evening: evening.day, time: time, doubt: evening.doubt, readings: evening.readings,
            url: reception.links.page(of: venue, day: evening.day, party: request.party))
        if found.isByCity { plan.guess = found.remarks.last }
        do {
            // The list is read beside the tables on the same connection, and the terms where it is known of which: one turn for all.
            try await resy.takeTurn()
            let ahead = termsAhead(plan, resy)
            async let held = held(request, isBeside: true, resy)
            let tables = try await resy.find(
                venue: venue, day: evening.day, party: request.party, isBeside: true)
            (plan.list, plan.fault) = try await held
            (plan.venue, plan.slots, plan.notify) = (tables.venue, tables.slots, tables.notify)
            // Where that table is not listed any more, nobody waits for what was asked of it.
            plan.ahead = ahead.flatMap { $0.stands(among: tables.slots) ? $0 : nil }
            plan.url = reception.links.page(of: tables.venue, day: evening.day, party: request.party)
        } catch let failure as APIFailure where failure != .signedOut {
            plan.fault = failure.explained(url: plan.url)
        }
        return plan
    }

    /// The account's list, or why there is none. Without it a second booking of the same evening cannot be ruled out, so
    /// nothing is booked, unless the caller said that both are wanted.
    private func held(
        _ request: BookingRequest, isBeside: Bool, _ resy: ResyCall
    ) async throws -> (ListReading?, ResyError?) {
        let url = reception.links.reservations
        let asked = reception.clock.now
        do {
            let list = await reception.inKnownMoney(
                try await resy.reservations(isPaced: false, isBeside: isBeside))
            guard !list.isWhole else { return (list.reading(askedAt: asked), nil) }
            guard !request.allowOverlap else { return (nil, nil) }
            return (
                nil, ResyError(.schemaChanged, .held(.listNotWhole), advice: [.deed(.lookOrInsist(url: url))])
            )
        } catch APIFailure.signedOut {
            throw APIFailure.signedOut
        } catch let failure as APIFailure {
            guard !request.allowOverlap else { return (nil, nil) }
            var error = failure.explained(url: url)
            error.finding = .held(.listUnread(error.finding))
            return (nil, error)
        }
    }

    /// The list as it is now.
    func heldNow(_ request: BookingRequest) async throws -> (ListReading?, ResyError?) {
        try await reception.call.withAccess { resy in try await held(request, isBeside: false, resy) }
    }

    func refuseThePast(_ venue: Venue, _ day: CalendarDay, _ time: TimeOfDay) throws(ResyError) {
        let now = reception.clock.now
        // Small hours belong to the night that begins on the day.
        guard let zone = venue.zone, time.hour >= 5, zone.instant(day, time) < now else { return }
        let there = zone.local(now)
        throw ResyError(
            .badRequest, .booking(.past(day, time, today: there.day, now: there.time)), advice: [.deed(.chooseLater)])
    }
}
