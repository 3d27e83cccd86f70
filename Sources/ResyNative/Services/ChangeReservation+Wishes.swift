internal import ResyDomain

/// What the restaurant is told of a table that is changed.
extension ChangeReservation {
    /// The table stays as it is, and only what its restaurant is told is another.
    func wishAlone(
        _ picked: PickedReservation, _ target: ChangeTarget, _ request: ChangeRequest, _ brought: BroughtAnswer
    ) async throws -> ChangeOutcome {
        let held = picked.row.reservation
        guard !request.wishes.isEmpty else {
            var outcome = outcome(.notChanged, held, [.nothingToChange])
            outcome.readings = target.readings
            return outcome
        }
        let account = try await reception.call.accountKey()
        var key = JournalKey(held, account: account)
        key.day = held.evening
        var plan = BookingPlan(
            request: BookingRequest(
                restaurant: held.venue.name, date: held.evening.iso, time: held.time.clock, party: held.party,
                specialRequests: request.specialRequests, occasion: request.occasion),
            account: account, email: nil, venue: held.venue, evening: held.evening, time: held.time,
            url: reception.links.page(of: held.venue, day: held.evening, party: held.party), replaced: held.id)
        plan.brought = brought
        if let given = brought.given { try await reception.agreements.refuseSpent(given) }
        let slot = Slot(
            token: nil, day: held.day, time: held.time, seating: held.seating ?? "", obstacle: nil,
            charges: held.charges)
        let known = try await reception.store.entries(of: held.id).first { $0.kind == .book && $0.state == .booked }
        var settled = plan.outcome(.booked, slot, byHand: reception.links.reservations)
        settled.reservationID = held.id
        settled.earlier = EarlierBooking(entry: known?.id, row: held)
        let end = try await booker.withWishes(settled, plan)
        var outcome = outcome(status(of: end), held)
        (outcome.isAboutWishAlone, outcome.wishes, outcome.url) = (true, end.wishes, plan.url)
        outcome.remarks += end.remarks
        (outcome.confirmToken, outcome.confirmBefore, outcome.question) = (
            end.confirmToken, end.confirmBefore, end.question
        )
        if outcome.status == .changed { outcome.new = changed(held, by: end.wishes) }
        return outcome
    }

    private func changed(_ held: Reservation, by wishes: [ToldWish]) -> Reservation {
        var held = held
        for told in wishes where told.isSent == true {
            switch told.wish {
            case .words(let words): held.specialRequests = words
            case .occasion(let occasion): held.occasion = occasion.name
            }
        }
        return held
    }

    private func status(of end: BookingOutcome) -> ChangeOutcome.Status {
        switch end.status {
        case .needsConfirmation: .needsConfirmation
        case .declined, .overLimit: .declined
        case .booked, .unknown: end.wishes.areSent.map { $0 ? .changed : .notChanged } ?? .unknown
        }
    }

    /// What the call brings; and what the old table's restaurant was told, or was to be told, goes along.
    func wishes(of held: Reservation, _ request: ChangeRequest) async throws -> [Wish] {
        var wishes = request.wishes
        let entry = try await reception.store.entries(of: held.id).first { $0.kind == .book && $0.state == .booked }
        var open: [WishRecord] = []
        if let entry { open = try await reception.store.wishes(of: .entry(entry.id)).filter { $0.ending == nil } }
        for field in Wish.Field.allCases where !wishes.contains(where: { $0.field == field }) {
            let newest = open.last { $0.wish.field == field }?.wish
            if let wish = newest ?? listed(field, of: held) { wishes.append(wish) }
        }
        return wishes
    }

    private func listed(_ field: Wish.Field, of held: Reservation) -> Wish? {
        switch field {
        case .words:
            guard let words = held.specialRequests.flatMap({ DinersWords.outgoing($0) }),
                words.unicodeScalars.count <= Wish.longest
            else { return nil }
            return .words(words)
        case .occasion: return held.occasion.flatMap { Occasion(named: $0) }.map { .occasion($0) }
        }
    }
}
