internal import ResyDomain

/// Which slot is booked, and what to say where there is none.
extension BookTable {
    func choose(_ plan: BookingPlan) throws -> (Slot, SeatingChoice?) {
        if plan.venue.wantsCaptcha { throw APIFailure.captcha.explained(url: plan.url) }
        let table = plan.table(reception.clock.now)
        switch SlotPreference(evening: plan.evening, party: plan.request.party)
            .choose(from: plan.slots, at: plan.time, seating: plan.seating)
        {
        case .slot(let slot, let because): return (slot, because)
        case .noneAtThatTime: throw noTable(plan, .noTable(table, because: reasons(plan)))
        case .noSuchSeating(let there): throw slotGone(plan, .noSuchSeating(table, there: there))
        case .ambiguousSeating(let fitting):
            throw ResyError(
                .badRequest, .booking(.severalSeatings(fitting)), advice: [.deed(.nameOneSeating)], url: plan.url)
        case .notBookable(let obstacle): throw noTable(plan, .notBookable(table, obstacle))
        }
    }

    /// Why there is none at all that evening, as far as Resy says so.
    func reasons(_ plan: BookingPlan) -> [Finding] {
        guard !plan.isServed else { return [] }
        let absence = plan.venue.absence(on: plan.evening).map { Finding.venue(.absence($0)) }
        let sizes = plan.venue.sizes(insteadOf: plan.request.party).map { Finding.venue(.sizes($0)) }
        return [absence, sizes].compactMap(\.self)
    }

    /// `without`: the slot that turned out to be gone.
    func slotGone(_ plan: BookingPlan, _ finding: BookingFinding, without slot: Slot? = nil) -> ResyError {
        let others = plan.slots.filter { $0.isBookable && $0.token != slot?.token }
        let preference = SlotPreference(evening: plan.evening, party: plan.request.party)
        let sameTime = preference.split(others, near: plan.time, within: 0).inside
        let near = (sameTime + preference.nearest(others, to: plan.time, limit: 6)).prefix(6)
        var error = ResyError(
            .slotGone, .booking(finding),
            advice: [
                .deed(
                    near.isEmpty
                        ? .nothingElse(Evening.part(of: [plan.time]), url: plan.url) : .offerAlternatives)
            ],
            choices: near.map { .slot($0, evening: plan.evening, party: plan.request.party, zone: plan.venue.zone) },
            url: plan.url)
        if let offer = offer(plan) { error.remarks.append(.notify(.canBeSet(offer))) }
        return error
    }

    /// What Resy's Notify can be set for; nil where it cannot, or where a table there would be of no use here.
    private func offer(_ plan: BookingPlan) -> NotifyOffer? {
        guard !plan.venue.isTock, !plan.venue.wantsCaptcha, plan.venue.absence(on: plan.evening) == nil,
            plan.venue.sizes(insteadOf: plan.request.party) == nil,
            // Where there are tables and all stand behind a door, one more would too.
            plan.slots.isEmpty || plan.isServed
        else { return nil }
        return NotifyOffer(
            plan.notify, venue: plan.venue.id, day: plan.evening, party: plan.request.party, around: plan.time,
            within: Self.notifyMinutes)
    }

    /// Around the time that was to be booked.
    private static let notifyMinutes = 60

    /// No table at that time, and where to go instead if the restaurant has none on Resy at all.
    func noTable(_ plan: BookingPlan, _ finding: BookingFinding) -> ResyError {
        var error = slotGone(plan, finding)
        if let instead = instead(plan) { error.advice = [.deed(instead)] }
        return error
    }

    private func instead(_ plan: BookingPlan) -> DeedAdvice? {
        guard !plan.isServed else { return nil }
        if plan.venue.isTock { return .byHand(url: plan.url) }
        if plan.venue.absence(on: plan.evening) != nil { return .lookFromThenOn }
        if plan.venue.sizes(insteadOf: plan.request.party) != nil { return .anotherPartySize }
        return plan.slots.isEmpty ? nil : .byHand(url: plan.url)
    }
}
