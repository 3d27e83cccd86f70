internal import ResyDomain

/// One booking on its way: drives `BookingFlow` and does what it says.
struct Booking: Sendable {
    let service: BookTable
    var plan: BookTable.Plan
    var slot: Slot
    /// Why this seating, where there was a choice.
    var because: String?

    /// Less than this before the deadline, a booking is not begun: its outcome could not be read any more.
    static let reserve: Double = 14

    /// What has been learned on the way.
    struct Progress: Sendable {
        var details: SlotDetails?
        var card: PaymentCard?
        /// What a yes was given to: one that came with the call, or the answer to a question in it.
        var agreed: Agreement?
        /// How the last question ended.
        var reply: Reply?
        var failure: (any Error)?
        var journalID: Int?
        var sentToken: Secret?
        /// Resy said that it took the booking, and gave no number.
        var isTaken = false
        var listFailed = false
        /// The table for which Resy refused this one.
        var heldInstead: Reservation?
        /// Another table's entry in the journal that keeps this one from being sent.
        var inTheWay: JournalEntry?
    }

    func run() async throws -> BookingOutcome {
        var progress = Progress(agreed: plan.brought.given?.agreement, reply: plan.brought.reply)
        var policy = ConsentPolicy(
            mode: service.settings.confirm.mode, largestFee: service.settings.largestFee, party: plan.request.party)
        // A question that nobody said yes to is not settled by a table that has become free since.
        if progress.reply == .unseen { policy.mode = .always }
        var machine = BookingFlow(policy: policy)
        var action = machine.start
        var booking = self
        // Up to here nothing is committed: the caller may still cancel.
        reading: while true {
            switch action {
            case .readTerms: action = await booking.readTerms(&machine, &progress)
            case .ask(let changed):
                action = try await booking.ask(&machine, &progress, changed: changed)
                guard progress.reply == .yes else { break }
                switch try await booking.wayNow() {
                case .settled(let outcome): return outcome
                case .free(let plan, let slot, let why):
                    (booking.plan, booking.slot, booking.because) = (plan, slot, why)
                }
            case .finish(let end): return try await booking.conclude(end, progress)
            default: break reading
            }
            try Task.checkCancellation()
        }
        let (begun, known, next) = (machine, progress, action)
        return try await service.commitments.run { [booking] in
            try await booking.commit(begun, known, next)
        }
    }

    /// A fault on the way says that nothing was booked.
    private func wayNow() async throws -> BookTable.Way {
        do {
            return try await service.wayNow(plan)
        } catch {
            throw explained(error)
        }
    }

    private func commit(
        _ begun: BookingFlow, _ known: Progress, _ next: BookingFlow.Action
    ) async throws -> BookingOutcome {
        var machine = begun
        var progress = known
        var action = next
        while true {
            switch action {
            case .readTerms: action = await readTerms(&machine, &progress)
            // Not from here on: the call can no longer be taken back.
            case .ask: action = machine.handle(.replied(.unseen))
            case .renewSignIn: action = await renew(&machine, &progress)
            case .recordIntent: action = try await recordIntent(&machine, &progress)
            case .send: action = await send(&machine, &progress)
            case .readList(let pause): action = await readList(&machine, &progress, after: pause)
            case .finish(let end): return try await conclude(end, progress)
            }
        }
    }

    // MARK: - Steps

    private func readTerms(_ machine: inout BookingFlow, _ progress: inout Progress) async -> BookingFlow.Action {
        call.progress("reading the table's terms")
        do {
            let details = try await call.withAccess { resy in
                try await resy.details(
                    slotToken: slot.token ?? "", day: plan.evening, party: plan.request.party,
                    listed: ListedPrice(slot, at: plan.venue))
            }
            progress.details = details
            progress.card = try await chooseCard(details)
            if plan.brought.reply == .no { return machine.handle(.replied(.no)) }
            return machine.handle(.termsRead(details.terms, agreed: isAgreed(progress)))
        } catch {
            progress.failure = error
            return machine.handle(.termsFailed)
        }
    }

    private func renew(_ machine: inout BookingFlow, _ progress: inout Progress) async -> BookingFlow.Action {
        do {
            _ = try await call.renewed(after: progress.sentToken)
            return machine.handle(.signInRenewed)
        } catch {
            progress.failure = error
            return machine.handle(.termsFailed)
        }
    }

    private func recordIntent(_ machine: inout BookingFlow, _ progress: inout Progress) async throws
        -> BookingFlow.Action
    {
        guard call.secondsLeft > Self.reserve else {
            progress.failure = APIFailure.network(.timedOut(sent: false))
            return machine.handle(.outOfTime)
        }
        let eveningGuard = plan.eveningGuard
        switch try await service.store.openIntent(
            plan.key, kind: .book, about: intent(progress), now: service.clock.now, unless: { eveningGuard.stands($0) })
        {
        case .opened(let id): progress.journalID = id
        case .exists: return machine.handle(.intentRefused)
        case .barred(let other):
            progress.inTheWay = other
            return machine.handle(.intentRefused)
        }
        // After the intent, so that a call that loses the race keeps its token.
        if let given = plan.brought.given, given.agreement == progress.agreed, isAgreed(progress) {
            let isFirst: Bool
            do {
                isFirst = try await service.agreements.spend(given)
            } catch {
                await closeJournal(progress, .notBooked)
                throw error
            }
            guard isFirst else {
                await closeJournal(progress, .notBooked)
                throw ResyError(
                    .badRequest, "This yes was used before; each works once.",
                    hint: "Look at my_reservations. To book again, call anew, without a confirm_token.")
            }
        }
        return machine.handle(.intentRecorded)
    }

    private func send(_ machine: inout BookingFlow, _ progress: inout Progress) async -> BookingFlow.Action {
        guard let details = progress.details else { return machine.handle(.answered(.notSent)) }
        call.progress("booking the table")
        let resy: ResyCall
        do {
            // Time to read the list must remain whatever the booking's own answer takes.
            resy = try await call.resy().ending(by: call.deadline.adding(-Self.reserve))
        } catch {
            // Whatever it was, the booking itself has not been sent.
            progress.failure = error
            return machine.handle(.answered(.notSent))
        }
        progress.sentToken = resy.access.token
        do {
            let booked = try await resy.book(
                details.bookToken, cardID: cardToSend(progress)?.id)
            progress.isTaken = true
            return machine.handle(.answered(.booked(reservationID: booked.reservationID)))
        } catch let failure as APIFailure {
            progress.failure = failure
            return machine.handle(.answered(meaning(of: failure)))
        } catch let error as ResyError {
            // Only our own store throws this, before anything is sent.
            progress.failure = error
            return machine.handle(.answered(.notSent))
        } catch {
            progress.failure = error
            return machine.handle(.answered(.unclear))
        }
    }

    private func intent(_ progress: Progress) -> Intent {
        Intent(
            seating: slot.seating, specialRequests: plan.request.specialRequests, zone: plan.venue.zone,
            venueName: plan.venue.name, terms: progress.details?.terms.agreed, wishes: plan.request.wishes)
    }

    var call: AccountCall { service.call }
}

extension Settings.Confirm {
    var mode: ConsentPolicy.Mode {
        switch self {
        case .always: .always
        case .fees: .fees
        case .never: .never
        }
    }
}
