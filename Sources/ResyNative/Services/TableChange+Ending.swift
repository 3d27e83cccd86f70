internal import ResyDomain

/// How a change ends, and the cancellation that ends one which books first.
extension TableChange {
    func conclude(_ end: DeedFlow.End, _ progress: DeedProgress) async throws -> Outcome {
        switch end {
        case .done(let id?):
            return .ended(way == .resyChange ? await changed(progress) : await booked(id, progress))
        case .bothHeld: return .ended(await leftBoth(progress))
        case .neitherHeld: return .ended(await leftNeither())
        case .needsConfirmation(let changed): return .ended(try await needsConfirmation(progress, changed: changed))
        case .declinedByLimit:
            let limit = reception.settings.largestFee
            let stake = asked.stake ?? .unknown
            return .ended(outcome(.overLimit, stake.isWithin(limit) ? [] : [.overLimit(stake, limit: limit)]))
        case .declined: return .ended(outcome(.declined, [.saidNo]))
        case .settled:
            guard let settled = booking.settled else { return .ended(outcome(.unknown)) }
            throw service.conflict(plan, with: settled)
        case .underWay: return .ended(try await underWay(progress))
        case .failed:
            let error = progress.failure ?? APIFailure.network(.timedOut(sent: false))
            guard progress.wasSent else { throw booking.explained(error) }
            if way == .resyChange, progress.refusal == .noSuchCall, progress.wasSeenUndone {
                return .notOffered(agreed: progress.agreed, old: old)
            }
            return .ended(notChanged(error, progress))
        case .unknown, .done:
            if isEarlier { return .ended(outcome(.unknown, [.triedBefore(url: reception.links.reservations)])) }
            let answer = BookingRemark.Unclear(progress)
            let url = reception.links.reservations
            return .ended(
                outcome(.unknown, [.unknown(answer, listUnread: progress.isListUnread, url: url)]))
        }
    }

    // MARK: - By Resy's own change

    private func changed(_ progress: DeedProgress) async -> ChangeOutcome {
        let new = settled(listed ?? wanted)
        var outcome = outcome(.changed, isEarlier ? [.changedBefore] : [], new: new)
        do {
            if let entry = entry(progress) {
                try await reception.store.exchange(
                    entry: entry, to: new, old: held.id, account: plan.account, now: reception.clock.now)
            }
        } catch {
            outcome.remarks.append(.changing(.notRecorded))
        }
        outcome.isEarlier = isEarlier
        return await told(outcome, progress)
    }

    /// It booked the new one, and the old one stands.
    private func leftBoth(_ progress: DeedProgress) async -> ChangeOutcome {
        let new = settled(listed ?? wanted)
        var outcome = outcome(.bothHeld, [.oldLeft], new: new)
        do {
            if let entry = entry(progress) {
                try await reception.store.holdBoth(
                    entry: entry, new: new, account: plan.account, now: reception.clock.now)
                try await reception.store.record(held, account: plan.account, now: reception.clock.now)
            }
        } catch {
            outcome.remarks.append(.changing(.notRecorded))
        }
        return await told(outcome, progress)
    }

    /// Neither is shown from memory as held; a later list that has one brings it back.
    private func leftNeither() async -> ChangeOutcome {
        try? await reception.store.lose(held.id, now: reception.clock.now)
        return outcome(.neitherHeld)
    }

    /// As it is listed, with what was agreed to.
    private func settled(_ row: Reservation) -> Reservation {
        var row = row
        row.source = .resyMCP
        row.seating = row.seating ?? booking.slot.seating
        row.charges = row.charges.merged(withAgreed: agreedCharges, listedUntil: row.cancelBy, party: row.party)
        row.cancelBy = row.cancelBy ?? terms?.cancelBy
        return row
    }

    // MARK: - Booked first

    private func booked(_ id: Int, _ progress: DeedProgress) async -> ChangeOutcome {
        var new = wanted
        new.id = id
        var remarks: [ChangeRemark] = []
        // It is booked, whatever happens to our own records.
        do {
            try await reception.store.settle(
                new, account: plan.account, entry: progress.entry, now: reception.clock.now)
        } catch {
            remarks.append(.notRecorded)
        }
        let (status, more) = await leaveOld()
        return await told(outcome(status, remarks + more, new: new), progress)
    }

    /// Cancels the old one, for what was agreed to and no more.
    private func leaveOld() async -> (ChangeOutcome.Status, [ChangeRemark]) {
        do {
            let row = try await service.canceller.readAgain(held.id)
            let work = TableCancellation(service: service.canceller, row: row, account: plan.account)
            let cost = lost(row)
            guard cost.timeless == lostThen?.timeless || cost.isEmpty else { return (.bothHeld, [.oldKept]) }
            let end = try await DeedRun(
                work, at: reception, brought: BroughtAnswer(), agreed: work.agreement()
            ).run()
            return service.left(end)
        } catch let error as ResyError where error.code == .reservationNotFound {
            return await isGone() ? (.changed, []) : (.bothHeld, [.oldNotCancelled(error.finding)])
        } catch {
            let finding = (error as? APIFailure)?.explained().finding ?? (error as? ResyError)?.finding
            return (.bothHeld, [.oldNotCancelled(finding)])
        }
    }

    /// Somebody else gave it up meanwhile, or Resy did.
    private func isGone() async -> Bool {
        guard let list = try? await reception.list(settles: true), list.isWhole,
            !list.rows.contains(where: { $0.reservation.id == held.id })
        else { return false }
        try? await reception.store.markCancelled(id: held.id, now: reception.clock.now)
        return true
    }

    // MARK: - Not done

    /// Refused at the deed itself, and the old one stands.
    private func notChanged(_ error: any Error, _ progress: DeedProgress) -> ChangeOutcome {
        let reason = booking.explained(error) as? ResyError
        return outcome(.notChanged, [.because(reason?.finding ?? .network(.connectionLost(sent: true)))])
    }

    /// Another deed was faster. What is told is that one's, and where it is another table, that this one was not tried.
    private func underWay(_ progress: DeedProgress) async throws -> ChangeOutcome {
        guard let other = progress.inTheWay else { return outcome(.unknown, [.underWayElsewhere]) }
        let isOfThisTable = other.kind == .cancel || other.about.change?.of == held.id
        guard isOfThisTable else {
            let book = try await reception.ledger(of: plan.account).look(plan.list)
            throw service.booker.conflict(plan, book, with: other)
        }
        if other.kind == .cancel {
            let sofar = CancellationSoFar(other, now: reception.clock.now)
            throw ResyError(
                .conflict, .changing(.beingCancelled(NamedTable(held), sofar)),
                advice: [.deed(.waitForCancelled(url: reception.links.reservations))])
        }
        let isSame = other.key == plan.key && other.about.seating == booking.slot.seating
        guard !isSame else { return outcome(.unknown, [.underWayElsewhere]) }
        guard other.isOpen else { throw service.bothHeld(held, other) }
        throw service.changeOpen(of: held, by: other, notTried: wantedTable)
    }

    private func needsConfirmation(_ progress: DeedProgress, changed: Bool) async throws -> ChangeOutcome {
        let agreement = try agreement()
        let given = plan.brought.given?.agreement
        let isNews = given?.isAbout(agreement) ?? false
        let question = Question(question(), isChanged: changed || isNews || agreedOtherwise != nil)
        switch try await reception.asker.leave(question, agreement, after: progress.reply) {
        case .question(let open):
            var waiting = outcome(.needsConfirmation)
            waiting.question = open
            return waiting
        case .token(let token, let until):
            var waiting = outcome(.needsConfirmation)
            if agreedOtherwise != nil {
                waiting.remarks.append(.changing(.otherWay))
            } else if isNews || progress.agreed != nil && changed {
                waiting.remarks.append(.yes(.termsChangedSinceShown))
            } else if changed {
                waiting.remarks.append(.yes(.termsChangedMeanwhile))
            } else if let given {
                waiting.remarks.append(.yes(.forOther(given.difference(from: agreement))))
            }
            if let remark = progress.remarkOnReply { waiting.remarks.append(remark) }
            waiting.remarks.append(.yes(.askFor(.change)))
            (waiting.confirmToken, waiting.confirmBefore) = (token, until)
            return waiting
        }
    }

    // MARK: - Telling

    /// With what became of what the restaurant is to be told.
    private func told(_ outcome: ChangeOutcome, _ progress: DeedProgress) async -> ChangeOutcome {
        var outcome = outcome
        outcome.wishes = await service.booker.delivered(plan.request.wishes, entry: entry(progress))
        return outcome
    }

    private func entry(_ progress: DeedProgress) -> Int? { progress.entry ?? earlier?.id }

    private var isEarlier: Bool { earlier != nil }

    private var agreedCharges: Charges { terms?.charges.told ?? earlier?.about.terms?.charges ?? [] }

    /// As it would be.
    private var wanted: Reservation {
        let slot = booking.slot
        return Reservation(
            id: 0, venue: plan.venue, day: slot.day, time: slot.time, party: plan.request.party, seating: slot.seating,
            status: .confirmed, cancelBy: terms?.cancelBy ?? earlier?.about.terms?.cancelBy, charges: agreedCharges,
            mayCancel: true, source: .resyMCP, specialRequests: nil)
    }

    private var wantedTable: NamedTable {
        NamedTable(
            venue: plan.venue.name, day: booking.slot.day, time: booking.slot.time, party: plan.request.party,
            seating: booking.slot.seating)
    }

    func outcome(
        _ status: ChangeOutcome.Status, _ remarks: [ChangeRemark] = [], new: Reservation? = nil
    ) -> ChangeOutcome {
        var outcome = service.outcome(status, held, remarks)
        if status == .changed {
            outcome.old.status = .cancelled
            outcome.old.dropCancelling()
        }
        if status == .neitherHeld { (outcome.old.status, outcome.old.mayCancel) = (.cancelled, false) }
        (outcome.new, outcome.way, outcome.url) = (new ?? wanted, way, plan.url)
        (outcome.lost, outcome.atStake) = (lostThen ?? lost, terms?.charges ?? earlier?.about.terms?.charges)
        (outcome.terms, outcome.card) = (terms?.allLines, booking.cardToSend?.spoken)
        outcome.stake = asked.stake
        outcome.readings = plan.readings
        if status == .needsConfirmation || status == .overLimit {
            outcome.wishes = wishes
            outcome.remarks += booking.closesEarly
            if let otherSeating { outcome.remarks.append(.changing(otherSeating)) }
            if wishesGoAlong { outcome.remarks.append(.changing(.wishesGoAlong)) }
            outcome.remarks += terms?.disagreements.map { .booking(.disagreement($0)) } ?? []
        }
        if status == .unknown { outcome.wishes = plan.request.wishes.map { ToldWish($0, .open) } }
        return outcome
    }
}
