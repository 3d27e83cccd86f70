internal import ResyDomain

/// Books a table: finds the slot, reads its terms, asks where money is at stake, and sends once.
struct BookTable: Sendable {
    let call: AccountCall
    let places: PlacesAPI?
    let store: Store
    let agreements: Agreements
    let commitments: Commitments
    let links: VenueLinks
    let settings: Settings
    let clock: any WallClock

    func run(_ request: BookingRequest) async throws -> BookingOutcome {
        try Party.check(request.party)
        let words = try wordsOfWish(request.specialRequests)
        let brought = try agreements.read(token: request.confirmToken, call.answered, for: .book)
        try await agreements.spendAnswered(brought)
        var plan = try await call.withAccess { resy in
            try await prepare(request, resy)
        }
        plan.brought = brought
        try await settleTime(&plan)
        plan.request.specialRequests = words
        if let given = brought.given, SeatingWish(plan.request.seating).isAny, plan.isMeant(by: given.agreement) {
            plan.request.seating = given.agreement.seating
        }
        return try await sayingHowRead(plan) {
            switch try await way(plan) {
            case .settled(let outcome):
                do {
                    return try await withWishes(outcome, plan)
                } catch let error as ResyError {
                    // The table is booked already.
                    throw error.tellingOutcome()
                }
            case .free(let plan, let slot, let why):
                let booking = Booking(service: self, plan: plan, slot: slot, because: why)
                return try await withWishes(try await booking.run(), plan)
            }
        }
    }

    /// What is known before anything is decided: the venue, its tables that evening, and the account's list.
    struct Plan: Sendable {
        var request: BookingRequest
        var account: String
        var email: String?
        var venue: Venue
        var evening: CalendarDay
        var time: TimeOfDay
        /// The time is one of its two while this is not nil: nothing is decided before `settleTime`.
        var doubt: DoubtfulTime?
        /// How doubtful words were read.
        var readings: [String] = []
        var slots: [Slot]
        /// When Resy was asked.
        var askedAt: Instant
        /// Nil where the list could not be read, or not all of it.
        var held: [Reservation]?
        /// Why not, unless the caller does without it; or why the tables could not be had. Not thrown before the journal
        /// has spoken: an earlier try at this table may have booked it.
        var listFault: ResyError?
        /// Booked from here a moment ago, and not in that list yet.
        var unlisted: [Reservation] = []
        var url: String
        var brought = BroughtAnswer()
    }

    private func prepare(
        _ request: BookingRequest, _ resy: ResyCall
    ) async throws -> Plan {
        let found = try await FindVenue(resy: resy, places: places, store: store, links: links, clock: clock)
            .find(request.restaurant, location: request.location)
        let venue = found.venue
        if let question = found.question { throw question }
        let evening = try WantedEvening.read(date: request.date, time: request.time, at: venue, now: clock.now)
        try refuseTwoNights(evening)
        guard let time = evening.time ?? evening.doubt?.evening else {
            throw ResyError(.badRequest, "No time is given.", hint: "Give a time such as 19:00 or 7pm.")
        }
        if evening.doubt == nil { try refuseThePast(venue, evening.day, time) }
        call.progress("asking Resy for tables")
        var plan = Plan(
            request: request, account: call.account.key ?? "", email: call.account.email, venue: venue,
            evening: evening.day, time: time, slots: [], askedAt: clock.now,
            url: links.page(of: venue, day: evening.day, party: request.party))
        (plan.doubt, plan.readings) = (evening.doubt, evening.readings)
        do {
            // The list is read beside the tables on the same connection: one turn for both.
            try await resy.takeTurn()
            plan.askedAt = clock.now
            async let list = held(request, isBeside: true, resy)
            let tables = try await resy.find(
                venue: venue, day: evening.day, party: request.party, isBeside: true)
            (plan.held, plan.listFault) = try await list
            (plan.venue, plan.slots) = (tables.venue, tables.slots)
            plan.url = links.page(of: tables.venue, day: evening.day, party: request.party)
        } catch let failure as APIFailure where failure != .signedOut {
            plan.listFault = failure.explained(url: plan.url)
        }
        return plan
    }

    /// The account's list, or why there is none. Without it a second booking of the same evening cannot be ruled out, so
    /// nothing is booked, unless the caller said that both are wanted.
    func held(
        _ request: BookingRequest, isBeside: Bool, _ resy: ResyCall
    ) async throws -> ([Reservation]?, ResyError?) {
        do {
            let list = try await resy.reservations(isPaced: false, isBeside: isBeside)
            guard !list.isWhole else { return (list.reservations, nil) }
            guard !request.allowOverlap else { return (nil, nil) }
            return (
                nil,
                ResyError(
                    .schemaChanged,
                    "Resy's list of your reservations is not whole: it names more than it shows. A table booked twice could "
                        + "not be ruled out.",
                    hint: "Look at \(links.reservations). If the user is sure, call again with allow_overlap: true.")
            )
        } catch APIFailure.signedOut {
            throw APIFailure.signedOut
        } catch let failure as APIFailure {
            guard !request.allowOverlap else { return (nil, nil) }
            var error = failure.explained(url: links.reservations)
            error.message =
                "Your reservations could not be read, so a table booked twice could not be ruled out. "
                + error.message
            return (nil, error)
        }
    }

    func refuseThePast(_ venue: Venue, _ day: CalendarDay, _ time: TimeOfDay) throws {
        // Small hours belong to the night that begins on the day.
        guard let zone = venue.zone, time.hour >= 5, zone.instant(day, time) < clock.now else { return }
        let (today, now) = zone.local(clock.now)
        throw ResyError(
            .badRequest,
            "\(day.spoken) at \(time.spoken) is past: at the restaurant it is \(today.spoken), \(now.spoken).",
            hint: "Choose a later time.")
    }

    func choose(_ plan: Plan) throws -> (Slot, String?) {
        if plan.venue.wantsCaptcha { throw APIFailure.captcha.explained(url: plan.url) }
        let choice = SlotPreference(evening: plan.evening, party: plan.request.party)
            .choose(from: plan.slots, at: plan.time, seating: SeatingWish(plan.request.seating))
        let wanted =
            "\(Evening.spoken(plan.sitting.day, plan.time, of: plan.evening, from: plan.venue.today(clock.now))) for \(plan.request.party)"
        switch choice {
        case .slot(let slot, let because): return (slot, because)
        case .noneAtThatTime:
            let absence = plan.isServed ? nil : plan.venue.absence(on: plan.evening)
            let size = plan.isServed ? nil : plan.venue.sizeNote(for: plan.request.party)
            let more = [absence, size].compactMap(\.self).map { " \($0)" }.joined()
            throw noTable(plan, "There is no table on \(wanted).\(more)")
        case .noSuchSeating(let available):
            throw slotGone(
                plan,
                "There is no such seating on \(wanted); there is: \(Self.list(available)).", without: nil)
        case .ambiguousSeating(let fitting):
            throw ResyError(
                .badRequest, "That seating fits several: \(Self.list(fitting)).",
                hint: "Name one of them exactly.", url: plan.url)
        case .notBookable(let reason):
            throw noTable(plan, "The table on \(wanted) cannot be booked from here: \(reason).")
        }
    }

    private static func list(_ seatings: [String]) -> String {
        seatings.map { CleanText.quoted($0) }.joined(separator: ", ")
    }

    func slotGone(_ plan: Plan, _ message: String, without slot: Slot?) -> ResyError {
        let others = plan.slots.filter { $0.isBookable && $0.token != slot?.token }
        let preference = SlotPreference(evening: plan.evening, party: plan.request.party)
        let sameTime = preference.split(others, near: plan.time, within: 0).inside
        let near = (sameTime + preference.nearest(others, to: plan.time, limit: 6)).prefix(6)
        let hint =
            near.isEmpty
            ? "Nothing else is free that \(Evening.name(of: [plan.time])). Check another day, or look here: \(plan.url)"
            : "Offer the user one of the alternatives; do not book another time without asking."
        return ResyError(
            .slotGone, message, hint: hint,
            choices: near.map { .slot($0, evening: plan.evening, party: plan.request.party, zone: plan.venue.zone) },
            url: plan.url)
    }
}
