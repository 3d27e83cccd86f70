internal import ResyDomain

/// A table to be booked: what `DeedRun` reads, sends and tells of it.
struct TableBooking: DeedWork {
    let service: BookTable
    @Boxed private(set) var plan: BookingPlan
    private(set) var slot: Slot
    /// Why this seating, where there was a choice.
    private(set) var because: SeatingChoice?
    private(set) var details: SlotDetails?
    private(set) var card: PaymentCard?
    /// Booked by another call while a person was asked.
    private(set) var settled: BookingOutcome?
    /// The table for which Resy refused this one.
    private var heldInstead: Reservation?

    let deed = Deed.book
    let reserve: Double = 14

    init(service: BookTable, plan: BookingPlan, slot: Slot, because: SeatingChoice?) {
        self.service = service
        self.plan = plan
        self.slot = slot
        self.because = because
    }

    var reception: Reception { service.reception }

    // MARK: - Reading

    mutating func read(_ reading: DeedReading, _ progress: DeedProgress) async throws -> DeedFlow.Event {
        if reading == .afterYes {
            switch try await service.wayNow(plan) {
            case .settled(let outcome):
                settled = outcome
                return .settled
            case .free(let plan, let slot, let why): (self.plan, self.slot, because) = (plan, slot, why)
            }
        }
        reception.call.progress(.readingTerms)
        let details = try await readTerms()
        self.details = details
        card = try await chooseCard(details)
        let isAgreed = try progress.agreed.map { agreed in try agreed == agreement() } ?? false
        return .read(offer(details.terms, isAgreed: isAgreed))
    }

    /// What was asked for beside the tables counts once.
    private mutating func readTerms() async throws -> SlotDetails {
        let ahead = plan.ahead
        plan.ahead = nil
        if let details = try await ahead?.details(of: slot, at: plan.venue) { return details }
        return try await reception.call.withAccess { [plan, slot] resy in
            try await resy.details(
                slotToken: slot.token ?? "", day: plan.evening, party: plan.request.party,
                listed: ListedPrice(slot, at: plan.venue))
        }
    }

    func offer(_ terms: Terms, isAgreed: Bool) -> Offer {
        Offer(
            terms, party: plan.request.party, start: plan.venue.zone?.instant(slot.day, slot.time), isAgreed: isAgreed)
    }

    func agreement() throws -> Agreement {
        let terms = try read().terms
        var agreement = Agreement(
            deed: .book, account: plan.account, venue: plan.venue.id, day: plan.evening, time: plan.time,
            party: plan.request.party, seating: slot.seating, card: card?.id, reservation: nil,
            fingerprint: Agreement.fingerprint(of: terms.canonicalText + over(terms)))
        agreement.wishes = Agreement.fingerprint(of: plan.request.wishes.map { ($0, nil) })
        return agreement
    }

    /// Which of its moments are past: a way out that was free when it was shown may have closed since.
    func over(_ terms: Terms) -> String {
        (terms.charges.map(\.cutOff) + [terms.cancelBy]).map { moment in
            moment.map { $0 <= reception.clock.now ? "\npast" : "\nopen" } ?? "\n-"
        }.joined()
    }

    func question() throws -> Question.About { .booking(asked) }

    var asked: BookingQuestion {
        BookingQuestion(
            venue: plan.venue, table: plan.table(reception.clock.now), seating: slot.seating, terms: details?.terms,
            wishes: plan.wishes, card: cardToSend, readings: plan.readings, url: plan.url, now: reception.clock.now)
    }

    private func read() throws -> SlotDetails {
        guard let details else { throw APIFailure.schema(path: "$") }
        return details
    }

    // MARK: - Sending

    func openIntent(spending yes: Store.Yes?) async throws -> Store.IntentClaim {
        let evening = EveningGuard(table: plan.sitting, list: plan.list, allowsOverlap: plan.request.allowOverlap)
        let intent = Intent(
            seating: slot.seating, specialRequests: plan.request.specialRequests, zone: plan.venue.zone,
            venueName: plan.venue.name, terms: details?.terms.agreed, wishes: plan.request.wishes)
        return try await reception.store.openIntent(
            plan.key, kind: .book, about: intent, spending: yes, now: reception.clock.now,
            unless: { evening.stands($0) })
    }

    func send(_ resy: ResyCall) async throws -> DeedFlow.Answer {
        guard let token = details?.bookToken else { return .notSent }
        let booked = try await resy.book(token, cardID: cardToSend?.id)
        return booked.reservationID.map { .done(reservationID: $0) } ?? .taken
    }

    func meaning(of failure: APIFailure) -> DeedFlow.Answer {
        switch failure {
        case .conflict(let other) where isThisTable(other): .refusedAsDone
        default: failure.provesNothingWasBooked ? .refused(isProof: true) : .unclear
        }
    }

    /// The table in the way is this very one, and no list had it before.
    private func isThisTable(_ other: APIFailure.Existing) -> Bool {
        guard let id = other.reservationID, let name = other.venueName, other.day == slot.day, other.time == slot.time
        else { return false }
        return FoldedName(name) == FoldedName(plan.venue.name) && plan.list?.rows.contains { $0.id == id } == false
    }

    mutating func sight(of list: AccountList, after failure: APIFailure?) -> DeedFlow.Sight {
        let before = Set(plan.list?.rows.map(\.id) ?? [])
        let new = list.reservations.filter { !before.contains($0.id) }
        if let other = new.first(where: { isHeldInstead($0, failure) }) {
            heldInstead = other
            return .instead
        }
        if let mine = new.first(where: { plan.key.isHeld(by: $0) }) { return .done(reservationID: mine.id) }
        return list.isWhole ? .notDone : .unreadable
    }

    /// After a refusal: the table of another seating, or of another party, that Resy refused this one for. It was booked
    /// elsewhere in the meantime.
    private func isHeldInstead(_ row: Reservation, _ failure: APIFailure?) -> Bool {
        guard let failure, failure.provesNothingWasBooked else { return false }
        if plan.key.isHeld(by: row) { return row.isOfAnotherSeating(than: slot.seating) }
        guard case .conflict(let other) = failure, let id = other.reservationID else { return false }
        return row.id == id && row.isTaken
    }

    // MARK: - The end

    func conclude(_ end: DeedFlow.End, _ progress: DeedProgress) async throws -> BookingOutcome {
        let url = reception.links.reservations
        switch end {
        case .done(let id?): return await booked(id, progress)
        case .settled where settled != nil: return settled ?? outcome(.unknown)
        case .needsConfirmation(let changed): return try await needsConfirmation(progress, changed: changed)
        case .declinedByLimit:
            return outcome(.overLimit, beyondLimits)
        case .declined: return outcome(.declined, [.booking(.saidNo)])
        case .underWay: return try await underWay(progress)
        case .failed:
            throw heldInsteadError(progress)
                ?? explained(progress.failure ?? APIFailure.network(.timedOut(sent: false)))
        case .unknown, .done, .settled, .bothHeld, .neitherHeld:
            if case .conflict(let other)? = progress.refusal, isThisTable(other) {
                return outcome(.unknown, [.booking(.heldUnseen(other, url: url))])
            }
            let answer = BookingRemark.Unclear(progress)
            return outcome(
                .unknown, [.booking(.unknown(answer, listUnread: progress.isListUnread, url: url))])
        }
    }

    /// Which of the user's own limits it is beyond.
    private var beyondLimits: [Remark] {
        let policy = ConsentPolicy(reception.settings)
        let stake = details?.terms.charges.stake(party: plan.request.party) ?? .unknown
        let money: [Remark] =
            stake.isWithin(policy.largestFee) ? [] : [.booking(.overLimit(stake, limit: policy.largestFee))]
        return money + closesEarly
    }

    var closesEarly: [Remark] {
        let policy = ConsentPolicy(reception.settings)
        guard let terms = details?.terms, let most = policy.longestCutOff else { return [] }
        let wayOut = offer(terms, isAgreed: false).wayOut
        return policy.closesEarly(wayOut) ? [.booking(.closesEarly(wayOut, mostHours: most))] : []
    }

    private func booked(_ id: Int, _ progress: DeedProgress) async -> BookingOutcome {
        var remarks = because.map { [Remark.evening(.chosen($0))] } ?? []
        let terms = details?.terms
        let reservation = Reservation(
            id: id, venue: plan.venue, day: slot.day, time: slot.time, party: plan.request.party, seating: slot.seating,
            status: .confirmed, cancelBy: terms?.cancelBy, charges: terms?.charges.told ?? [], mayCancel: true,
            source: .resyMCP, specialRequests: nil)
        // The table is booked whatever happens to our own records: a fault there is a remark, never an error.
        do {
            try await reception.store.settle(
                reservation, account: plan.account, entry: progress.entry, now: reception.clock.now)
        } catch {
            remarks.append(.booking(.notRecorded))
        }
        var outcome = outcome(.booked, remarks)
        outcome.reservationID = id
        outcome.wishes = await service.delivered(plan.request.wishes, entry: progress.entry)
        return outcome
    }

    /// Another call was faster: it has booked this table or one that evening by now, or is about to.
    private func underWay(_ progress: DeedProgress) async throws -> BookingOutcome {
        let book = try await reception.ledger(of: plan.account, showsCancelled: false).open(plan.list)
        if let other = progress.inTheWay { throw service.conflict(plan, book, with: other) }
        if let earlier = try service.earlier(plan, book), earlier.status == .booked { return earlier }
        var outcome = outcome(.unknown, [.booking(.underWayElsewhere)])
        outcome.earlier = book.booking(of: plan.key).map { EarlierBooking(entry: $0.id) }
        outcome.wishes = []
        return outcome
    }

    private func needsConfirmation(_ progress: DeedProgress, changed: Bool) async throws -> BookingOutcome {
        let agreement = try agreement()
        let isNews = plan.brought.given?.agreement.isAbout(agreement) ?? false
        let question = Question(try question(), isChanged: changed || isNews)
        switch try await reception.asker.leave(question, agreement, after: progress.reply) {
        case .question(let open):
            var waiting = outcome(.needsConfirmation)
            waiting.question = open
            return waiting
        case .token(let token, let until):
            var remarks =
                (plan.guess.map { [$0] } ?? []) + (because.map { [Remark.evening(.chosen($0))] } ?? []) + closesEarly
            if isNews || progress.agreed != nil && changed {
                remarks.append(.yes(.termsChangedSinceShown))
            } else if changed {
                remarks.append(.yes(.termsChangedMeanwhile))
            } else if let given = plan.brought.given?.agreement {
                remarks.append(.yes(.forOther(given.difference(from: agreement))))
            }
            if let remark = progress.remarkOnReply { remarks.append(remark) }
            var waiting = outcome(.needsConfirmation, remarks + [.yes(.askFor(.book))])
            (waiting.confirmToken, waiting.confirmBefore) = (token, until)
            return waiting
        }
    }

    private func outcome(_ status: BookingOutcome.Status, _ remarks: [Remark] = []) -> BookingOutcome {
        let terms = details?.terms
        var slot = slot
        // What the terms say of the money is newer than what the list of tables said.
        if let terms { slot.charges = terms.charges }
        let disagreements = terms?.disagreements.map { Remark.booking(.disagreement($0)) } ?? []
        var outcome = plan.outcome(status, slot, byHand: reception.links.reservations, remarks: disagreements + remarks)
        (outcome.terms, outcome.cancelBy) = (terms?.allLines, terms?.cancelBy)
        outcome.card = cardToSend?.spoken
        outcome.stake = terms?.charges.stake(party: plan.request.party)
        switch status {
        case .needsConfirmation: outcome.wishes = plan.wishes
        case .unknown: outcome.wishes = plan.request.wishes.map { ToldWish($0, .open) }
        case .booked, .declined, .overLimit: break
        }
        return outcome
    }

    /// Resy refused the booking for a table that was booked elsewhere meanwhile; nil for other failures.
    private func heldInsteadError(_ progress: DeedProgress) -> ResyError? {
        guard case .conflict? = progress.refusal, let held = heldInstead else { return nil }
        return ResyError(
            .conflict, .held(.refusedFor(NamedTable(held))), advice: [.deed(.otherTableInstead)],
            choices: [.reservation(held)], url: plan.url)
    }

    func explained(_ error: any Error) -> any Error {
        switch error as? APIFailure {
        case .gone(let answer)?:
            service.slotGone(
                plan, .justTaken(plan.table(reception.clock.now), seating: slot.seating, answer: answer), without: slot)
        case let failure?: failure.explained(url: plan.url)
        case nil: error
        }
    }
}

extension BookingRemark.Unclear {
    init(_ progress: DeedProgress) {
        switch progress.refusal {
        case _ where progress.isTaken: self = .takenWithoutNumber
        case .rateLimited?: self = .limited
        case .refused(let status, let message)?: self = .refused(status: status, message: message)
        case .blocked(403, _)?: self = .blocked(status: 403)
        case .server(let status)?, .blocked(let status, _)?: self = .fault(status: status)
        default: self = .nothing
        }
    }
}
