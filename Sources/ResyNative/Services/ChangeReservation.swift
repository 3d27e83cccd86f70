internal import ResyDomain

/// Changes a table that is held: finds it in the account's list, reads what would take its place, asks about both, and sends once
/// what does it, by Resy's own change or by booking the new one before the old one is cancelled.
struct ChangeReservation: Sendable {
    let reception: Reception

    var booker: BookTable { BookTable(reception: reception, places: nil) }
    var canceller: CancelReservation { CancelReservation(reception: reception) }

    func run(_ request: ChangeRequest) async throws -> ChangeOutcome {
        do {
            return try await changed(request)
        } catch {
            guard var fault = explained(error) else { throw error }
            if let known = try await recalled(request, because: fault) { return known }
            fault.advice = fault.advice.map(\.ofAChange)
            throw fault
        }
    }

    private func changed(_ request: ChangeRequest) async throws -> ChangeOutcome {
        guard request.saysSomething else {
            throw ResyError(.badRequest, .changing(.nothingSaid), advice: [.deed(.sayWhatToChange)])
        }
        if let party = request.party { try Party.check(party) }
        var request = request
        request.specialRequests = try BookTable.wordsOfWish(request.specialRequests)
        let brought = try await reception.agreements.read(
            token: request.confirmToken, reception.call.answered, for: .change)
        try await reception.agreements.spendAnswered(brought)
        let first = try await changed(request, brought)
        guard let new = try await other(than: request, first) else { return first }
        // An earlier change was just seen to have gone through, to another table than this call asks for.
        request.confirmationID = new.confirmationID
        return try await changed(request, brought)
    }

    /// What an earlier change led to, where that is not what is asked for.
    private func other(than request: ChangeRequest, _ end: ChangeOutcome) async throws -> Reservation? {
        guard end.status == .changed, end.isEarlier, let new = end.new, new.id > 0 else { return nil }
        let target = try ChangeTarget(request, of: end.old, now: reception.clock.now)
        var key = JournalKey(new, account: try await reception.call.accountKey())
        key.day = new.evening
        return target.isMet(by: key, seating: new.seating ?? "") ? nil : new
    }

    private func changed(_ request: ChangeRequest, _ brought: BroughtAnswer) async throws -> ChangeOutcome {
        let wanted = try await wanted(request)
        let picked: PickedReservation
        do {
            picked = try await find(wanted)
        } catch let error as ResyError where error.code == .reservationNotFound {
            return try await gone(wanted, request, because: error)
        }
        var target = try ChangeTarget(request, of: picked.row.reservation, now: reception.clock.now)
        if let earlier = try await earlier(picked, target, request, brought) { return earlier }
        guard target.isAnotherTable(than: picked.row.reservation) else {
            return try await wishAlone(picked, target, request, brought)
        }
        if let refused = refusal(of: picked.row) { return refused }
        let now = reception.resysNow
        let way: ChangeWay =
            picked.row.change?.isOpen(at: now) == true && picked.row.cancelToken != nil ? .resyChange : .bookThenCancel
        do {
            return try await change(picked, &target, request, by: way, brought)
        } catch var error as ResyError {
            error.readings = target.readings
            throw error
        }
    }

    /// The table that is to be changed, as it is now.
    func wanted(_ request: ChangeRequest) async throws -> WantedReservation {
        let meant = CancellationRequest(confirmationID: request.confirmationID)
        return try WantedReservation(
            meant, today: canceller.today(await canceller.memory()), now: reception.clock.now)
    }

    private func find(_ wanted: WantedReservation) async throws -> PickedReservation {
        do {
            return try await canceller.find(wanted, wanted.id)
        } catch let error as ResyError where error.code == .reservationNotFound {
            return try await canceller.findAgain(wanted, wanted.id, after: error)
        }
    }

    /// Resy does not let the old table be given up, so that nothing may be booked in its place.
    private func refusal(of old: ListedReservation) -> ChangeOutcome? {
        guard !old.reservation.mayCancel, old.change?.isOpen(at: reception.resysNow) != true else { return nil }
        return outcome(.notChanged, old.reservation, [.oldStays(url: reception.links.reservations)])
    }

    // MARK: - One way, then the other

    private func change(
        _ picked: PickedReservation, _ target: inout ChangeTarget, _ request: ChangeRequest, by way: ChangeWay,
        _ brought: BroughtAnswer
    ) async throws -> ChangeOutcome {
        let work = try await work(picked, &target, request, by: way, brought)
        let run = DeedRun(work, at: reception, brought: brought, asksAnyway: work.otherSeating != nil)
        switch try await run.run() {
        case .ended(let outcome): return outcome
        case .notOffered(let agreed, let old):
            // The list shows the old one unchanged, so that nothing was done.
            var request = request
            request.seating = work.booking.slot.seating
            // The yes is used up with the first way.
            var second: TableChange
            do {
                second = try await self.work(
                    PickedReservation(row: old, isGuess: false), &target, request, by: .bookThenCancel, BroughtAnswer())
            } catch let error as ResyError where error.code == .conflict {
                // A table that no list had shown: the first way may have been gone all the same.
                return work.outcome(.unknown, [.because(error.finding)])
            }
            second.agreedOtherwise = agreed
            switch try await DeedRun(second, at: reception, brought: BroughtAnswer()).run() {
            case .ended(let outcome): return outcome
            case .notOffered(_, let old): return self.outcome(.notChanged, old.reservation)
            }
        }
    }

    private func work(
        _ picked: PickedReservation, _ target: inout ChangeTarget, _ request: ChangeRequest, by way: ChangeWay,
        _ brought: BroughtAnswer
    ) async throws -> TableChange {
        var plan = try await plan(picked, target, request, by: way, brought)
        try await booker.settleTime(&plan)
        target.settle(plan.time, plan.readings)
        let otherSeating = keepSeating(of: picked.row.reservation, &plan)
        let wishes = try await wishes(of: picked.row.reservation, request)
        plan.request.specialRequests =
            wishes.lazy.compactMap { if case .words(let words) = $0 { words } else { nil } }
            .first
        plan.request.occasion = wishes.lazy.compactMap { if case .occasion(let one) = $0 { one } else { nil } }.first
        switch try await booker.way(plan) {
        case .settled(let outcome): throw conflict(plan, with: outcome)
        case .free(let plan, let slot, let why):
            var work = TableChange(
                service: self, booking: TableBooking(service: booker, plan: plan, slot: slot, because: why),
                old: picked.row, way: way)
            work.otherSeating = otherSeating.map { .otherSeating(old: $0, new: slot.seating) }
            work.wishesGoAlong = !wishes.isEmpty && request.wishes.isEmpty
            work.fields = Set(request.wishes.map(\.field))
            return work
        }
    }

    private func plan(
        _ picked: PickedReservation, _ target: ChangeTarget, _ request: ChangeRequest, by way: ChangeWay,
        _ brought: BroughtAnswer
    ) async throws -> BookingPlan {
        let held = picked.row.reservation
        guard held.venue.id > 0 else {
            throw ResyError(
                .schemaChanged, .changing(.venueUnknown(NamedTable(held))),
                advice: [.deed(.lookThere(url: reception.links.reservations))], url: reception.links.reservations)
        }
        if target.doubt == nil { try booker.refuseThePast(held.venue, target.evening, target.time) }
        var plan = BookingPlan(
            request: BookingRequest(
                restaurant: held.venue.name, date: target.evening.iso, time: "", party: target.party,
                seating: request.seating),
            account: try await reception.call.accountKey(), email: nil, venue: held.venue, evening: target.evening,
            time: target.time, doubt: target.doubt, readings: target.readings,
            url: reception.links.page(of: held.venue, day: target.evening, party: target.party), replaced: held.id)
        plan.brought = brought
        reception.call.progress(.findingTables)
        let token = way == .resyChange ? picked.row.cancelToken : nil
        let tables = try await tables(held.venue, target, token)
        (plan.venue, plan.slots) = (tables.venue, tables.slots)
        plan.venue.hiddenWishes = held.venue.hiddenWishes.union(tables.venue.hiddenWishes)
        if tables.slots.isEmpty,
            let page = try? await reception.call.withAccess({ try await $0.venue(id: held.venue.id) })
        {
            // Why there is none: closed that day, or not for so many.
            (plan.venue.smallestParty, plan.venue.largestParty) = (page.venue.smallestParty, page.venue.largestParty)
            plan.venue.reopens = plan.venue.reopens ?? page.venue.reopens
        }
        if let list = picked.list, list.isWhole {
            plan.list = list
        } else {
            (plan.list, plan.fault) = try await booker.heldNow(plan.request)
        }
        return plan
    }

    /// Those that Resy would change it to; all there are, where it does not take the table's token.
    private func tables(_ venue: Venue, _ target: ChangeTarget, _ token: Secret?) async throws -> Tables {
        try await reception.call.withAccess { resy in
            guard let token else { return try await resy.find(venue: venue, day: target.evening, party: target.party) }
            do {
                return try await resy.find(venue: venue, day: target.evening, party: target.party, changing: token)
            } catch APIFailure.refused, APIFailure.noSuchCall {
                return try await resy.find(venue: venue, day: target.evening, party: target.party)
            }
        }
    }

    /// The old one's, where none is named and it is to be had. Answers the old one's where it is not.
    private func keepSeating(of old: Reservation, _ plan: inout BookingPlan) -> String? {
        if let given = plan.brought.given, plan.seating.isAny, plan.isMeant(by: given.agreement) {
            plan.request.seating = given.agreement.seating
            return nil
        }
        guard plan.seating.isAny, let seating = old.seating, !seating.isBlank else { return nil }
        let preference = SlotPreference(evening: plan.evening, party: plan.request.party)
        switch preference.choose(from: plan.slots, at: plan.time, seating: SeatingWish(seating)) {
        case .slot:
            plan.request.seating = seating
            return nil
        case .noneAtThatTime: return nil
        case .noSuchSeating, .ambiguousSeating, .notBookable: return seating
        }
    }

    func conflict(_ plan: BookingPlan, with settled: BookingOutcome) -> ResyError {
        let table = NamedTable(
            venue: plan.venue.name, day: settled.slot.day, time: settled.slot.time, party: settled.party,
            seating: settled.slot.seating, id: settled.reservationID)
        let part = Evening.part(of: [plan.time])
        guard settled.status == .booked else {
            return ResyError(
                .conflict, .held(.maybeBooked(table, part)),
                advice: [.deed(.waitForOutcome(url: reception.links.reservations))], url: plan.url
            ).tellingOutcome()
        }
        return ResyError(
            .conflict, .held(.held(table, part, anyway: nil)), advice: [.deed(.giveUpTheOther)], url: plan.url)
    }

    // MARK: - Endings

    func outcome(
        _ status: ChangeOutcome.Status, _ old: Reservation, _ remarks: [ChangeRemark] = []
    ) -> ChangeOutcome {
        ChangeOutcome(
            status, old, byHand: reception.links.reservations,
            url: reception.links.page(of: old.venue, day: old.evening, party: old.party),
            remarks: remarks.map { .changing($0) })
    }
}

extension Advice {
    /// A change is not made beside a table that stands in its way.
    fileprivate var ofAChange: Advice {
        switch self {
        case .deed(.swapOrKeepBoth), .deed(.moveOrKeepBoth), .deed(.ofThatParty): .deed(.giveUpTheOther)
        case .deed(.lookOrInsist(let url)): .deed(.lookThere(url: url))
        case .deed(.waitForOutcome(let url)): .deed(.waitForBooking(url: url))
        case .deed(.waitForCancellation), .deed(.callInAMinute): .deed(.waitAMinute)
        // It is named by its number alone.
        case .deed(.chooseUpcoming(isNone: false)): .deed(.nameUpcoming)
        default: self
        }
    }
}

extension ChangeRequest {
    fileprivate var saysSomething: Bool {
        party != nil || occasion != nil
            || [date, time, seating, specialRequests].contains { $0.map { !$0.isBlank } ?? false }
    }

    var wishes: [Wish] { Wish.all(words: specialRequests, occasion: occasion) }
}
