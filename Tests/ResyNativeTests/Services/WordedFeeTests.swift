import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Cancelling where what it costs stands in the restaurant's words alone, or in nothing that Resy's list tells.
@Suite(.timeLimit(.minutes(1))) struct WordedFeeTests {
    private static let words = "Late cancellations are charged $50 per guest."

    /// A table in three days whose terms speak of money and name no fee.
    private func bookWorded(_ stage: Stage) async throws {
        await stage.sandbox.fault(.policyChanges(to: Self.words), on: .details, times: 9)
        let waiting = try await stage.book()
        #expect(waiting.status == .needsConfirmation)
        #expect(try await stage.book { $0.confirmToken = waiting.confirmToken }.status == .booked)
    }

    /// Past the moment until which it costs nothing, two hours before.
    private func letTheFreeTimePass(_ stage: Stage) async { await stage.clock.advance(3 * 86_400 + 6 * 3600) }

    @Test(arguments: [false, true]) func afterTheFreeTimeItIsAskedAbout(listIsSilent: Bool) async throws {
        try await onStage { (stage) async throws in
            try await bookWorded(stage)
            await stage.sandbox.set { $0.listHidesTerms = listIsSilent }
            await letTheFreeTimePass(stage)
            let waiting = try await stage.cancel("Example Trattoria")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.notes.contains { $0.contains("may cost money") && $0.contains("“\(Self.words)”") })
            #expect(await stage.count(.cancel) == 0)
            #expect(try await stage.cancel("Example Trattoria", token: waiting.confirmToken).status == .cancelled)
        }
    }

    @Test(arguments: [false, true]) func beforeItIsFree(listIsSilent: Bool) async throws {
        try await onStage { (stage) async throws in
            try await bookWorded(stage)
            await stage.sandbox.set { $0.listHidesTerms = listIsSilent }
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
        }
    }

    /// Booked elsewhere: the list's own words are all there is.
    @Test func theListsWordsAloneAreAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99003, 1, 1140, "Dining Room"), party: 2, account: Stage.email)
            let person = Person(.declined, on: stage.clock)
            let outcome = try await stage.cancel("Deposit House", asking: person.asking)
            #expect(outcome.status == .declined)
            #expect(person.questions.first?.message.contains("“A deposit of $20 per guest is charged now") == true)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    /// Nobody knew at first whether it was booked: the journal has what was agreed to.
    @Test func aBookingThatCameToLightLaterKeepsItsTerms() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.policyChanges(to: Self.words), on: .details, times: 9)
            let shown = try await stage.book()
            await stage.sandbox.set {
                $0.listLagSeconds = 120
                $0.listHidesTerms = true
            }
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            #expect(try await stage.book { $0.confirmToken = shown.confirmToken }.status == .unknown)
            await stage.clock.advance(200)
            #expect(try await stage.list().reservations.count == 1)
            await letTheFreeTimePass(stage)
            #expect(try await stage.cancel("Example Trattoria").status == .needsConfirmation)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func noCapCoversWords() async throws {
        try await onStage { (stage) async throws in
            try await bookWorded(stage)
            await letTheFreeTimePass(stage)
            let unasked = stage.another {
                $0.confirm = .never; $0.largestFee = 1000
            }
            #expect(try await stage.cancel("Example Trattoria", with: unasked).status == .declined)
            #expect(await stage.count(.cancel) == 0)
            await unasked.finish()
        }
    }

    @Test func politeWordsAreNotAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(
                .policyChanges(to: "Please cancel at least 24 hours ahead."), on: .details, times: 9)
            #expect(try await stage.book().status == .booked)
            await letTheFreeTimePass(stage)
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
        }
    }

    /// However far down it stands, or too far to be read.
    @Test(arguments: [
        (10, "charged $450 per guest"), (60, "charged $450 per guest"), (300, "charged $450 per guest"),
        (1500, "too long to be read whole"),
    ])
    func moneyAtTheEndOfALongPolicyIsAskedAbout(sentences: Int, said: String) async throws {
        try await onStage { (stage) async throws in
            let policy =
                String(repeating: "We look forward to you. ", count: sentences) + "No-shows are charged $450 per guest."
            await stage.sandbox.fault(.policyChanges(to: policy), on: .details, times: 9)
            let waiting = try await stage.book()
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.slot.charges.main?.text.contains(said) == true)
            #expect(waiting.terms?.allSatisfy { $0.count <= 300 } == true)
            #expect(await stage.count(.book) == 0)
        }
    }
}
