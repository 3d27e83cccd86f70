internal import ResyDomain

/// A time that was said without its half of the day.
extension BookTable {
    /// Settles it before anything is decided by it: by the yes that was given, by a table that is held or was booked from
    /// here at one of the two times, else by the tables of that evening. Throws where it stays in doubt.
    func settleTime(_ plan: inout BookingPlan) async throws {
        guard let doubt = plan.doubt else { return }
        let candidates = doubt.readings.map { time in
            var candidate = plan
            (candidate.time, candidate.doubt) = (time, nil)
            candidate.readings.append(.time(said: doubt.said, as: time))
            return candidate
        }
        if let given = plan.brought.given, let agreed = candidates.first(where: { $0.isMeant(by: given.agreement) }) {
            plan = agreed
            return
        }
        let book = try await reception.ledger(of: plan.account, showsCancelled: false).look(plan.list)
        // What the old table's time was decides nothing.
        let known = plan.replaced == nil ? candidates.filter { book.standing(of: $0.key).isKnown } : []
        if known.count == 1 {
            plan = known[0]
            return
        }
        if let fault = plan.fault { throw fault }
        switch doubt.verdict(on: plan.slots.map { $0.minutes(intoEvening: plan.evening) }) {
        case .meant(let time): plan = candidates.first { $0.time == time } ?? plan
        case .both:
            throw ResyError(
                .badRequest, .booking(.nearBoth(doubt, at: plan.venue, on: plan.evening, today: today(plan))),
                advice: [.deed(.askFor(doubt))], url: plan.url)
        case .past(let time):
            try refuseThePast(plan.venue, plan.evening, time)
            throw noTable(plan, .timePast(time))
        case .neither:
            if plan.venue.wantsCaptcha { throw APIFailure.captcha.explained(url: plan.url) }
            throw noTable(
                plan,
                .nearNeither(
                    doubt, on: plan.evening, today: today(plan), party: plan.request.party, because: reasons(plan)))
        }
    }

    private func today(_ plan: BookingPlan) -> CalendarDay { plan.venue.today(reception.clock.now) }
}

extension Standing {
    /// The account holds that very table, or this home booked it or tried to.
    fileprivate var isKnown: Bool {
        if case .held = self { true } else { mayStandUnlisted }
    }
}
