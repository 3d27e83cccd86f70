internal import ResyDomain

/// A reservation to be cancelled: what `DeedRun` reads, sends and tells of it.
struct TableCancellation: DeedWork {
    let service: CancelReservation
    /// As it was read last.
    private(set) var row: ListedReservation
    let account: String
    /// An earlier call sent it.
    var isEarlier = false
    /// The only one that fits what was said.
    var isGuess = false
    /// What a yes to it is given for: a change that ends with it.
    var partOf = Deed.cancel
    /// Money back, in Resy's word.
    private var refund: Bool?
    /// What it cost when it was sent.
    private var charged: Charged?

    let deed = Deed.cancel
    let reserve: Double = 12

    init(service: CancelReservation, row: ListedReservation, account: String, isEarlier: Bool = false) {
        self.service = service
        self.row = row
        self.account = account
        self.isEarlier = isEarlier
    }

    private var reception: Reception { service.reception }
    private var held: Reservation { row.reservation }
    /// What cancelling costs now.
    private var cost: Charges {
        let now = reception.resysNow
        // What it costs already is not free until some other moment.
        return row.chargesNow(now).withoutTime(after: now)
    }

    // MARK: - Reading

    mutating func read(_ reading: DeedReading, _ progress: DeedProgress) async throws -> DeedFlow.Event {
        if reading != .first {
            // Time has passed: what is cancelled must cost what was agreed to.
            reception.call.progress(.readingList)
            row = try await service.readAgain(held.id)
        }
        guard held.mayCancel else { return .settled }
        guard row.cancelToken != nil else { throw APIFailure.schema(path: "$.reservations[].resy_token") }
        let isAgreed = progress.agreed == agreement()
        return .read(Offer(cancelling: cost, party: held.party, isAgreed: isAgreed))
    }

    func agreement() -> Agreement {
        let terms = [cost.timeless.canonicalText] + (row.terms ?? [])
        return Agreement(
            deed: partOf, account: account, venue: held.venue.id, day: held.day, time: held.time, party: held.party,
            seating: held.seating ?? "", card: nil, reservation: held.id,
            fingerprint: Agreement.fingerprint(of: terms.joined(separator: "\n")))
    }

    func question() -> Question.About {
        var asked = CancellationQuestion(
            held: NamedTable(held), cost: cost, terms: row.terms ?? [], url: reception.links.reservations)
        asked.charges = held.charges
        (asked.freeUntil, asked.zone) = (held.charges.freeUntil ?? held.cancelBy, held.venue.zone)
        return .cancellation(asked)
    }

    // MARK: - Sending

    func openIntent(spending yes: Store.Yes?) async throws -> Store.IntentClaim {
        let now = reception.clock.now
        let claim = try await reception.store.openIntent(
            JournalKey(held, account: account), kind: .cancel,
            about: Intent(
                seating: held.seating ?? "", zone: held.venue.zone, reservationID: held.id, venueName: held.venue.name),
            spending: yes, now: now)
        guard case .opened(let entry) = claim else { return claim }
        do {
            // Remembered wherever it was booked, so that a later call can say what became of it.
            try await reception.store.record(held, account: account, now: now)
        } catch {
            try? await reception.store.close(
                id: entry, state: .notCancelled, reservationID: nil, returning: yes, now: now)
            throw error
        }
        return claim
    }

    mutating func send(_ resy: ResyCall) async throws -> DeedFlow.Answer {
        guard let token = row.cancelToken else { return .notSent }
        charged = Charged(cost, party: held.party)
        refund = try await resy.cancel(token).refund
        return .taken
    }

    func meaning(of failure: APIFailure) -> DeedFlow.Answer {
        switch failure {
        case .refused(404, _), .refused(410, _), .gone: .refusedAsDone
        default: failure.provesNothingHappened ? .refused(isProof: failure.provesNothingWasCancelled) : .unclear
        }
    }

    func sight(of list: AccountList, after _: APIFailure?) -> DeedFlow.Sight {
        let isListed = list.rows.contains { $0.reservation.id == held.id && $0.reservation.status == .confirmed }
        return isListed ? .notDone : list.isWhole ? .done(reservationID: held.id) : .unreadable
    }

    // MARK: - The end

    func conclude(_ end: DeedFlow.End, _ progress: DeedProgress) async throws -> CancellationOutcome {
        let url = reception.links.reservations
        switch end {
        case .done: return await cancelled(progress)
        case .settled: return outcome(.notCancelled, [.cancelling(.notAllowed(url: url))])
        case .needsConfirmation(let changed): return try await needsConfirmation(progress, changed: changed)
        case .declinedByLimit:
            let isStated = cost.stake(party: held.party) != .unknown
            return outcome(.declined, [.cancelling(.overLimit(isStated: isStated, cost, party: held.party))])
        case .declined: return outcome(.declined, [.cancelling(.saidNo)])
        case .failed:
            let error = progress.failure ?? APIFailure.network(.timedOut(sent: false))
            // Before the intent nothing was begun; what was sent ends as an outcome.
            guard progress.entry != nil else { throw explained(error) }
            return outcome(.notCancelled, [notCancelled(error)], progress)
        case .underWay:
            // A change of it was begun meanwhile.
            try service.refuseOpenChange(of: held.id, try await reception.ledger(of: account).look())
            return try await DeedRun(earlier, at: reception, brought: BroughtAnswer()).settle()
        case .unknown where isEarlier: return outcome(.unknown, [.cancelling(.triedBefore(url: url))])
        case .unknown, .bothHeld, .neitherHeld:
            return outcome(.unknown, unclear(progress, url).map { .cancelling($0) }, progress)
        }
    }

    /// The same, as another call's.
    private var earlier: TableCancellation {
        TableCancellation(service: service, row: row, account: account, isEarlier: true)
    }

    private func cancelled(_ progress: DeedProgress) async -> CancellationOutcome {
        var outcome = outcome(.cancelled, isEarlier ? [.cancelling(.cancelledByEarlierCall)] : [])
        (outcome.reservation.status, outcome.isEarlier) = (.cancelled, isEarlier)
        outcome.refund = held.charges.mayBePaid ? refund : nil
        outcome.charged = charged
        do {
            try await reception.store.markCancelled(id: held.id, closing: progress.entry, now: reception.clock.now)
        } catch {
            if !isEarlier { outcome.remarks.append(.cancelling(.notRecorded(isCancelled: true))) }
        }
        return outcome
    }

    private func needsConfirmation(_ progress: DeedProgress, changed: Bool) async throws -> CancellationOutcome {
        let agreement = agreement()
        let isNews = progress.shown.map { $0.isAbout(agreement) && $0 != agreement } ?? false
        let question = Question(question(), isChanged: isNews)
        switch try await reception.asker.leave(question, agreement, after: progress.reply) {
        case .question(let open):
            var waiting = outcome(.needsConfirmation)
            waiting.question = open
            return waiting
        case .token(let token, let until):
            var remarks: [Remark] = isGuess ? [.cancelling(.guessed)] : []
            remarks.append(.cancelling(.costs(cost)))
            if isNews || changed {
                remarks.append(.yes(.costChangedSinceShown))
            } else if let shown = progress.shown, !shown.isAbout(agreement) {
                remarks.append(.yes(.forOther(.table)))
            }
            if let remark = progress.remarkOnReply { remarks.append(remark) }
            var waiting = outcome(.needsConfirmation, remarks + [.yes(.askFor(.cancel))])
            (waiting.terms, waiting.confirmToken, waiting.confirmBefore) = (row.terms, token, until)
            return waiting
        }
    }

    private func outcome(
        _ status: CancellationOutcome.Status, _ remarks: [Remark] = [], _ progress: DeedProgress? = nil
    ) -> CancellationOutcome {
        var held = held
        // By either clock: an answer's words go by ours. What costs money already is not told as free until a moment to come.
        let now = min(reception.resysNow, reception.clock.now)
        if !cost.isEmpty {
            if let until = held.cancelBy, until > now { held.cancelBy = nil }
            held.charges = held.charges.withoutTime(after: now)
        }
        let isUnrecorded = progress?.isUnrecorded ?? false
        return CancellationOutcome(
            status, held, remarks: remarks + (isUnrecorded ? [.cancelling(.notRecorded(isCancelled: false))] : []))
    }

    private func explained(_ error: any Error) -> any Error {
        (error as? APIFailure)?.explained(url: reception.links.reservations) ?? error
    }

    /// What Resy and its list say of it, which does not settle it.
    private func unclear(_ progress: DeedProgress, _ url: String) -> [CancellationRemark] {
        guard progress.wasSeenUndone else { return [.listUnread(isTaken: progress.isTaken, url: url)] }
        if progress.isTaken { return [.takenAndListed(url: url)] }
        guard let refusal = progress.refusal, refusal.provesNothingHappened else {
            return [.unclearAndListed(url: url)]
        }
        return [.because(refusal.explained().finding), .refusedAndListed(url: url)]
    }

    private func notCancelled(_ error: any Error) -> Remark {
        guard let reason = explained(error) as? ResyError else {
            return .failure(.network(.connectionLost(sent: false)), [])
        }
        if case .refused? = error as? APIFailure {
            return .failure(reason.finding, [.deed(.askTheRestaurant(url: reception.links.reservations))])
        }
        return .failure(reason.finding, reason.advice)
    }
}

extension ListedReservation {
    /// What it was booked under from here, where the list says less.
    mutating func takeWords(from agreed: AgreedTerms) {
        terms = agreed.lines.reduce(into: terms ?? []) { if !$0.contains($1) { $0.append($1) } }
        guard !reservation.charges.isEmpty, !reservation.charges.contains(where: \.saysSomething) else { return }
        reservation.charges = agreed.charges.ending(by: reservation.cancelBy)
    }

    /// What cancelling at that moment costs; empty where it is known to cost nothing.
    func chargesNow(_ now: Instant) -> Charges {
        reservation.costOfCancelling(at: now, feeApplies: feeApplies)
    }
}
