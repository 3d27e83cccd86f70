internal import ResyDomain

/// A time that was said without its half of the day.
extension BookTable {
    /// Settles it before anything is decided by it: by the yes that was given, by a table that is held or was booked from
    /// here at one of the two times, else by the tables of that evening. Throws where it stays in doubt.
    func settleTime(_ plan: inout Plan) async throws {
        guard let doubt = plan.doubt else { return }
        let candidates = doubt.readings.map { time in
            var candidate = plan
            (candidate.time, candidate.doubt) = (time, nil)
            candidate.readings.append(doubt.reading(as: time))
            return candidate
        }
        if let given = plan.brought.given, let agreed = candidates.first(where: { $0.isMeant(by: given.agreement) }) {
            plan = agreed
            return
        }
        var known: [Plan] = []
        for candidate in candidates where try await isKnown(candidate) { known.append(candidate) }
        if known.count == 1 {
            plan = known[0]
            return
        }
        if let fault = plan.listFault { throw fault }
        switch doubt.verdict(on: plan.slots.map { $0.minutes(intoEvening: plan.evening) }) {
        case .meant(let time): plan = candidates.first { $0.time == time } ?? plan
        case .both:
            throw ResyError(
                .badRequest,
                "\(CleanText.quoted(doubt.said)) may be \(doubt.choices): \(CleanText.name(plan.venue.name)) has tables near "
                    + "both on \(spokenDay(plan)). Nothing was booked.",
                hint: "Ask for \(doubt.choices).", url: plan.url)
        case .past(let time):
            try refuseThePast(plan.venue, plan.evening, time)
            throw noTable(plan, "\(time.spoken) is past.")
        case .neither:
            if plan.venue.wantsCaptcha { throw APIFailure.captcha.explained(url: plan.url) }
            let why =
                plan.isServed
                ? [] : [plan.venue.absence(on: plan.evening), plan.venue.sizeNote(for: plan.request.party)]
            let more = why.compactMap(\.self).map { " \($0)" }.joined()
            throw noTable(
                plan,
                "There is no table near \(doubt.choices) on \(spokenDay(plan)) for \(plan.request.party), and "
                    + "\(CleanText.quoted(doubt.said)) may be either. Nothing was booked.\(more)")
        }
    }

    /// A deed is for one night.
    func refuseTwoNights(_ evening: WantedEvening) throws(ResyError) {
        guard let nights = evening.nights else { return }
        throw ResyError(
            .badRequest, "That may be \(nights.choices).",
            hint:
                "Give the date of the evening that is meant: \(nights.first.iso) or \(nights.first.adding(days: 1).iso)."
        )
    }

    /// Whether the account holds that very table, or this home booked it or tried to.
    private func isKnown(_ plan: Plan) async throws -> Bool {
        if plan.held?.contains(where: { plan.key.isHeld(by: $0) }) == true { return true }
        guard let entry = try await store.entry(for: plan.key, kind: .book), entry.isStanding else { return false }
        // Booked once, and cancelled elsewhere since.
        return plan.held == nil || entry.isOpen || !entry.isGone(fromListAskedAt: plan.askedAt, now: clock.now)
    }

    private func spokenDay(_ plan: Plan) -> String { plan.evening.spoken(from: plan.venue.today(clock.now)) }

    /// Whatever a booking ends with says first how its words were read.
    func sayingHowRead(
        _ plan: Plan, _ work: () async throws -> BookingOutcome
    ) async throws -> BookingOutcome {
        do {
            var outcome = try await work()
            outcome.readings = plan.readings
            return outcome
        } catch var error as ResyError {
            error.message = plan.readings.map { "\($0). " }.joined() + error.message
            throw error
        }
    }
}
