internal import ResyDomain

/// One deed on its way: drives `DeedFlow` and does what it says.
struct DeedRun<Work: DeedWork>: Sendable {
    let reception: Reception
    var work: Work
    private var progress: DeedProgress
    private var flow: DeedFlow
    private let given: GivenAgreement?
    /// Questions in this call.
    private var asked = 0

    /// Seconds for reading everything once more after a yes.
    private static var rereading: Double { 6 }

    /// `asksAnyway`: what the work is about was guessed, and a person is to see it.
    ///
    /// `agreed`: given as a part of something else.
    init(
        _ work: Work, at reception: Reception, brought: BroughtAnswer, asksAnyway: Bool = false,
        agreed: Agreement? = nil
    ) {
        self.work = work
        self.reception = reception
        given = brought.given
        progress = DeedProgress(agreed: given?.agreement ?? agreed, shown: given?.agreement, reply: brought.reply)
        var policy = ConsentPolicy(reception.settings)
        // A question that nobody said yes to is not settled by what has become free since.
        // Nor is a yes to something else: a mistake is never done for being free.
        if brought.reply == .unseen || brought.given != nil || asksAnyway { policy.mode = .always }
        flow = DeedFlow(work.deed, policy: policy, replaces: work.replaces)
    }

    func run() async throws -> Work.Outcome {
        var run = self
        var action = run.flow.start
        // Up to the intent nothing is committed: the caller may still cancel.
        while action != .recordIntent {
            if case .finish(let end) = action { return try await run.conclude(end) }
            action = try await run.step(action)
            try Task.checkCancellation()
        }
        return try await reception.commitments.run { [run] in
            var run = run
            return try await run.commit(.recordIntent)
        }
    }

    /// What became of one that an earlier call sent: the list may tell.
    func settle() async throws -> Work.Outcome {
        var run = self
        let action = run.flow.lookAfterUnclear()
        return try await run.commit(action)
    }

    private mutating func commit(_ begun: DeedFlow.Action) async throws -> Work.Outcome {
        var action = begun
        while true {
            if case .finish(let end) = action { return try await conclude(end) }
            action = try await step(action)
        }
    }

    private mutating func step(_ action: DeedFlow.Action) async throws -> DeedFlow.Action {
        let event =
            switch action {
            case .read: await read()
            case .ask(let changed): try await ask(changed: changed)
            case .renewSignIn: await renew()
            case .recordIntent: try await recordIntent()
            case .send: await send()
            case .look(let pause): await look(after: pause)
            // Ends the loop before it comes here.
            case .finish: DeedFlow.Event.settled
            }
        return flow.handle(event)
    }

    // MARK: - Steps

    private mutating func read() async -> DeedFlow.Event {
        let reading: DeedReading = progress.entry != nil ? .afterRenewal : asked > 0 ? .afterYes : .first
        do {
            let event = try await work.read(reading, progress)
            // A no that came with the call: what it was said to is read all the same, so that it can be told.
            if case .read = event, reading == .first, progress.reply == .no { return .replied(.no) }
            return event
        } catch {
            progress.failure = error
            return .unread
        }
    }

    private mutating func ask(changed: Bool) async throws -> DeedFlow.Event {
        guard progress.reply != .unseen else { return .replied(.unseen) }
        let agreement = try work.agreement()
        let question = Question(try work.question(), isChanged: changed || isNews(agreement))
        let outcome = try await reception.asker.ask(
            question, agreement, work.asking, reserve: work.reserve + Self.rereading)
        guard let outcome else { return .replied(.unseen) }
        asked += 1
        (progress.reply, progress.unansweredFor, progress.shown) = (outcome.reply, outcome.unansweredFor, agreement)
        if outcome.reply == .yes { progress.agreed = agreement }
        return .replied(outcome.reply)
    }

    /// Somebody saw other terms of this very thing.
    private func isNews(_ agreement: Agreement) -> Bool {
        progress.shown.map { $0.isAbout(agreement) && $0 != agreement } ?? false
    }

    private mutating func renew() async -> DeedFlow.Event {
        do {
            progress.resy = try await reception.call.renewed(after: progress.resy?.access.token)
            return .signInRenewed
        } catch {
            progress.failure = error
            return .unread
        }
    }

    private mutating func recordIntent() async throws -> DeedFlow.Event {
        guard reception.call.secondsLeft > work.reserve else {
            progress.failure = APIFailure.network(.timedOut(sent: false))
            return .outOfTime
        }
        let yes = given.flatMap { $0.agreement == progress.agreed ? $0.yes : nil }
        switch try await work.openIntent(spending: yes) {
        case .opened(let entry):
            (progress.entry, progress.spent) = (entry, yes)
            return .intentRecorded
        case .exists: return .intentRefused
        case .barred(let other):
            progress.inTheWay = other
            return .intentRefused
        case .spent: throw ResyError(.badRequest, .yes(.used), advice: [.deed(work.deed.again)])
        }
    }

    private mutating func send() async -> DeedFlow.Event {
        reception.call.progress(work.deed.sending)
        let resy: ResyCall
        do {
            resy = try await reception.call.resy()
        } catch {
            // Whatever it was, the deed itself has not been sent.
            progress.failure = error
            return .answered(.notSent)
        }
        progress.resy = resy
        let event = await answer(resy)
        if event != .answered(.notSent) { progress.wasSent = true }
        return event
    }

    private mutating func answer(_ resy: ResyCall) async -> DeedFlow.Event {
        do {
            // Time to read the list must remain whatever the answer takes.
            let answer = try await work.send(resy.ending(by: reception.call.deadline.adding(-work.reserve)))
            progress.failure = nil
            if answer == .taken { progress.isTaken = true }
            return .answered(answer)
        } catch let failure as APIFailure {
            progress.failure = failure
            return .answered(meaning(of: failure))
        } catch let error as ResyError {
            // Only our own store throws this, before anything is sent.
            progress.failure = error
            return .answered(.notSent)
        } catch {
            progress.failure = error
            return .answered(.unclear)
        }
    }

    private func meaning(of failure: APIFailure) -> DeedFlow.Answer {
        switch failure {
        case .signedOut: .signedOut
        case .stopped: .notSent
        case .network(let fault) where fault.provesNothingWasSent: .notSent
        default: work.meaning(of: failure)
        }
    }

    private mutating func look(after pause: Double) async -> DeedFlow.Event {
        guard reception.call.secondsLeft > pause + 1 else { return .outOfTime }
        reception.call.progress(work.deed.looking)
        do {
            try await reception.clock.sleep(seconds: pause)
            let list = try await reception.list(settles: true)
            let sight = work.sight(of: list, after: progress.refusal)
            progress.isListUnread = sight == .unreadable
            if sight == .notDone { progress.wasSeenUndone = true }
            return .saw(sight)
        } catch {
            progress.isListUnread = true
            return .saw(.unreadable)
        }
    }

    // MARK: - The end

    private mutating func conclude(_ end: DeedFlow.End) async throws -> Work.Outcome {
        switch end {
        case .unknown, .neitherHeld: await close(as: .unknown)
        case .needsConfirmation, .failed, .declined, .declinedByLimit, .settled:
            await close(as: work.deed.undone)
        // Written with all that a deed leaves behind.
        case .done, .bothHeld, .underWay: break
        }
        return try await work.conclude(end, progress)
    }

    /// A yes to what was never sent is good as before.
    ///
    /// A fault of our own records must not hide what became of it. An entry that stays open counts as unclear, which is safe.
    private mutating func close(as state: JournalEntry.State) async {
        guard let entry = progress.entry else { return }
        do {
            try await reception.store.close(
                id: entry, state: state, reservationID: nil, returning: progress.wasSent ? nil : progress.spent,
                now: reception.clock.now)
        } catch {
            progress.isUnrecorded = true
        }
    }
}
