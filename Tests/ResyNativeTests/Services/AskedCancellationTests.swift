import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A cancellation that costs money, asked about in the client's own window.
@Suite(.timeLimit(.minutes(1))) struct AskedCancellationTests {
    /// Tonight's table with a fee from 24 hours before.
    private func bookLate(_ stage: Stage) async {
        await stage.sandbox.world.bookElsewhere(
            stage.slot(99002, 0, 1200, "Dining Room"), party: 2, account: Stage.email)
    }

    @Test func aYesCancelsAfterTheListIsReadAgain() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let person = Person(.accepted, on: stage.clock)
            #expect(try await stage.cancel("Card & Hold", asking: person.asking).status == .cancelled)
            let question = try #require(person.questions.first)
            #expect(question.message.contains("“Card & Hold”"))
            #expect(question.message.contains("RESY-900000001"))
            #expect(question.message.contains("Cancelling now costs $50: $25 late fee per guest ($50 for 2)."))
            #expect(question.message.contains("The restaurant says: “Cancel at least 24 hours ahead to avoid a $25"))
            #expect(question.deed == .cancel)
            // The list names no currency, and the restaurant is in New York.
            #expect(question.label == "Cancel it ($50 lost)")
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test(arguments: [
        (Answer.declined, 5.0, CancellationOutcome.Status.declined, false), (.refused, -60, .declined, false),
        (.declined, -60, .needsConfirmation, true), (.dismissed, 5, .needsConfirmation, true),
        (.unclear, 25, .needsConfirmation, true),
    ])
    func whatIsNoYesCancelsNothing(
        answer: Answer, seconds: Double, status: CancellationOutcome.Status, hasToken: Bool
    ) async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let person = Person(answer, after: seconds, on: stage.clock)
            let outcome = try await stage.cancel("Card & Hold", asking: person.asking)
            #expect(outcome.status == status)
            #expect((outcome.confirmToken != nil) == hasToken)
            #expect(await stage.count(.cancel) == 0)
            // It is the very thing that was shown.
            #expect(!outcome.notes.contains { $0.contains("changed") })
            guard hasToken else { return }
            #expect(try await stage.cancel("Card & Hold", token: outcome.confirmToken).status == .cancelled)
        }
    }

    /// Lists were seen to be empty once.
    @Test func aListThatIsEmptyOnceAfterTheYesHidesNothing() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let person = Person { _ in
                await stage.sandbox.fault(.forgets, on: .reservations)
                stage.clock.skew(5)
                return .accepted
            }
            #expect(try await stage.cancel("Card & Hold", asking: person.asking).status == .cancelled)
        }
    }

    @Test func whatCostsNothingIsNotAskedAbout() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let person = Person(.declined, on: stage.clock)
            #expect(try await stage.cancel("Example Trattoria", asking: person.asking).status == .cancelled)
            #expect(person.questions.isEmpty)
        }
    }

    @Test func aTableThatGoesWhileAskedIsNotCancelledTwice() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let person = Person { _ in
                if let held = await stage.sandbox.reservations.first { await stage.sandbox.world.drop(held) }
                stage.clock.skew(5)
                return .accepted
            }
            let error = await failure { try await stage.cancel("Card & Hold", asking: person.asking) }
            #expect(error?.code == .reservationNotFound)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func aYesThatComesWithTheNextCallCancelsOnce() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let open = try #require(try await stage.cancel("Card & Hold", asking: .byReturn).question)
            stage.clock.skew(5)
            let yes = AnsweredQuestion(state: open.state, answer: .accepted)
            #expect(
                try await stage.cancel("Card & Hold", asking: .byReturn, answered: yes).status == .cancelled)
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99002, 0, 1260, "Dining Room"), party: 2, account: Stage.email)
            // The yes was for the other one.
            #expect(try await stage.cancel("Card & Hold", asking: .byReturn, answered: yes).question != nil)
            #expect(await stage.count(.cancel) == 1)
        }
    }
}
