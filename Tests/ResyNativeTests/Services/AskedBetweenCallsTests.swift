import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A call that ends with a question and comes again with the answer.
@Suite(.timeLimit(.minutes(1))) struct AskedBetweenCallsTests {
    /// The question that a first call ends with.
    private func question(
        _ stage: Stage, _ name: String = "Card & Hold", _ change: (inout BookingRequest) -> Void = { _ in }
    ) async throws -> OpenQuestion {
        let outcome = try await stage.book(name, asking: .byReturn, change)
        #expect(outcome.status == .needsConfirmation)
        #expect(outcome.confirmToken == nil)
        return try #require(outcome.question)
    }

    private func book(
        _ stage: Stage, at name: String = "Card & Hold", _ state: String, _ answer: Answer?, after seconds: Double = 5,
        _ change: (inout BookingRequest) -> Void = { _ in }
    ) async throws -> BookingOutcome {
        stage.clock.skew(seconds)
        return try await stage.book(
            name, asking: .byReturn, answered: AnsweredQuestion(state: state, answer: answer), change)
    }

    @Test func aYesBooks() async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            #expect(open.question.message.contains("“Card & Hold”"))
            #expect(await stage.count(.book) == 0)
            let booked = try await book(stage, open.state, .accepted)
            #expect(booked.status == .booked)
            #expect(await stage.count(.details) == 2)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aYesWorksOnce() async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            let booked = try await book(stage, open.state, .accepted)
            // Told again, it is the same reservation; cancelled, the yes is spent.
            #expect(try await book(stage, open.state, .accepted).reservationID == booked.reservationID)
            _ = try await stage.cancel(id: "RESY-\(booked.reservationID ?? 0)")
            let error = await failure { try await book(stage, open.state, .accepted) }
            #expect(error?.message.contains("already used") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test(arguments: [
        (Answer.declined, 5.0, BookingOutcome.Status.declined, false), (.declined, -60, .needsConfirmation, true),
        (.dismissed, 5, .needsConfirmation, true), (.unclear, 5, .needsConfirmation, true),
        (.refused, 0, .declined, false), (.refused, -60, .declined, false), (.refused, 601, .declined, false),
        // However late, a no is one.
        (.declined, 601, .declined, false),
    ])
    func whatIsNoYesBooksNothing(
        answer: Answer, seconds: Double, status: BookingOutcome.Status, hasToken: Bool
    ) async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            let outcome = try await book(stage, open.state, answer, after: seconds)
            #expect(outcome.status == status)
            #expect((outcome.confirmToken != nil) == hasToken)
            #expect(outcome.question == nil)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// What was declined cannot be agreed to afterwards, free of charge by then or not.
    @Test(arguments: ["Card & Hold", "Example Trattoria"]) func aNoSpendsTheQuestion(name: String) async throws {
        try await onStage { (stage) async throws in
            if name == "Example Trattoria" { await stage.sandbox.fault(.feeChanges(to: 40), on: .details) }
            let open = try await question(stage, name)
            #expect(try await book(stage, at: name, open.state, .declined).status == .declined)
            let error = await failure { try await book(stage, at: name, open.state, .accepted) }
            #expect(error?.code == .badRequest)
            #expect(error?.message.contains("already answered") == true)
            #expect(await stage.count(.book) == 0)
            // A new question has an answer of its own.
            let again = try await stage.book("Card & Hold", asking: .byReturn)
            let state = try #require(again.question?.state)
            #expect(try await book(stage, state, .accepted).status == .booked)
        }
    }

    @Test(arguments: [(Answer.declined, 5.0), (.refused, 0)])
    func aNoToACancellationSpendsTheQuestion(no: Answer, after: Double) async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            let booked = try await book(stage, open.state, .accepted)
            let id = "RESY-\(booked.reservationID ?? 0)"
            await stage.clock.advance(2.5 * 86_400)
            let asked = try #require(try await stage.cancel(id: id, asking: .byReturn).question)
            for (answer, seconds) in [(no, after), (.accepted, 10)] {
                stage.clock.skew(seconds)
                let again = await failure {
                    let outcome = try await stage.cancel(
                        id: id, asking: .byReturn, answered: AnsweredQuestion(state: asked.state, answer: answer))
                    #expect(outcome.status == .declined)
                }
                #expect((again == nil) == (answer == no))
            }
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func whatIsNoAnswerLeavesTheQuestion() async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            _ = try await book(stage, open.state, nil)
            #expect(try await book(stage, open.state, .accepted).status == .booked)
        }
    }

    @Test(arguments: [(Answer?.none, 5.0), (.accepted, 601)])
    func whatIsNotAnsweredInTimeIsAskedAgain(answer: Answer?, seconds: Double) async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            let again = try await book(stage, open.state, answer, after: seconds)
            #expect(again.question != nil)
            #expect(again.question?.state != open.state)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func termsThatChangedAreAskedAboutAgain() async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            await stage.sandbox.fault(.feeChanges(to: 40), on: .details)
            let again = try await book(stage, open.state, .accepted)
            #expect(again.question?.question.message.hasPrefix("The terms have changed") == true)
            #expect(again.question?.question.label.contains("$80") == true)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// Nobody said yes, so a table that costs nothing by now is not taken either.
    @Test(arguments: [(Answer.declined, BookingOutcome.Status.declined), (.dismissed, .needsConfirmation)])
    func aTableThatHasBecomeFreeIsNotBookedAgainstANo(
        answer: Answer, status: BookingOutcome.Status
    ) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.feeChanges(to: 40), on: .details)
            let open = try await question(stage, "Example Trattoria")
            #expect(try await book(stage, at: "Example Trattoria", open.state, answer).status == status)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aYesForAnotherTableIsNone() async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage, "Two Fees") { $0.seating = "Garden" }
            let other = try await book(stage, open.state, .accepted)
            #expect(other.question != nil)
            let party = try await book(stage, at: "Two Fees", open.state, .accepted) {
                $0.seating = "Garden"
                $0.party = 3
            }
            #expect(party.question != nil)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aStateThatIsNotOursIsRefused() async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            let token = try #require(try await stage.book("Card & Hold").confirmToken)
            var changed = Array(open.state.utf8)
            changed[changed.count / 2] = changed[changed.count / 2] == UInt8(ascii: "A") ? UInt8(ascii: "B") : 65
            for state in ["", "abc", String(decoding: changed, as: UTF8.self), String(open.state.dropLast()), token] {
                await #expect(throws: UnknownState.self) { try await book(stage, state, .accepted) }
            }
            // Nor is a state a token, nor a yes to book one to cancel.
            let error = await failure { try await stage.book("Card & Hold") { $0.confirmToken = open.state } }
            #expect(error?.code == .badRequest)
            await #expect(throws: UnknownState.self) {
                try await stage.cancel(
                    "Card & Hold", asking: .byReturn,
                    answered: AnsweredQuestion(state: open.state, answer: .accepted))
            }
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aStateOfAnotherHomeIsRefused() async throws {
        let state = Lock("")
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            state.withLock { $0 = open.state }
        }
        try await onStage { (stage) async throws in
            let foreign = state.withLock { $0 }
            await #expect(throws: UnknownState.self) { try await book(stage, foreign, .accepted) }
        }
    }

    /// One question, one answer: what was closed is settled by the token that was given for it.
    @Test(arguments: [(Answer.dismissed, 5.0), (.declined, -60), (.unclear, 5)])
    func aQuestionThatWasClosedCannotBeAnsweredWithAYes(answer: Answer, seconds: Double) async throws {
        try await onStage { (stage) async throws in
            let open = try await question(stage)
            let waiting = try await book(stage, open.state, answer, after: seconds)
            #expect(waiting.confirmToken != nil)
            stage.clock.skew(seconds < 0 ? 70 : 0)
            #expect(await failure { try await book(stage, open.state, .accepted) }?.code == .badRequest)
            #expect(await stage.count(.book) == 0)
            let booked = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(booked.status == .booked)
        }
    }
}
