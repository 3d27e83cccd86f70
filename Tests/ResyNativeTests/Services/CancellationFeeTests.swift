import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Cancelling where it costs money takes a yes to just that.
@Suite(.timeLimit(.minutes(1))) struct CancellationFeeTests {
    /// Tomorrow's table with a fee from 24 hours before.
    private func bookLate(_ stage: Stage, _ venue: Int = 99002) async {
        await stage.sandbox.world.bookElsewhere(
            stage.slot(venue, 0, 1200, "Dining Room"), party: 2, account: Stage.email)
    }

    /// Whoever sends it means another one: a mistake is not done for being free.
    @Test func aTokenForAnotherReservationCancelsNoFreeOne() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let free = try await stage.book("Example Trattoria", 5)
            let id = try #require(free.reservationID)
            let waiting = try await stage.cancel("Card & Hold")
            let other = try await stage.cancel(id: "\(id)", token: waiting.confirmToken)
            #expect(other.status == .needsConfirmation)
            #expect(other.notes.contains { $0.contains("for another table") })
            #expect(await stage.count(.cancel) == 0)
            #expect(try await stage.cancel(id: "\(id)", token: other.confirmToken).status == .cancelled)
            #expect(try await stage.cancel("Card & Hold", token: waiting.confirmToken).status == .cancelled)
        }
    }

    @Test func aFeeIsAskedAboutAndAYesCancels() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let waiting = try await stage.cancel("Card & Hold")
            #expect(waiting.status == .needsConfirmation)
            #expect(
                waiting.notes.contains {
                    $0.contains("Cancelling now costs money: $25 late fee per guest")
                })
            #expect(waiting.terms?.first?.hasPrefix("Cancel at least 24 hours ahead") == true)
            #expect(await stage.count(.cancel) == 0)
            let done = try await stage.cancel("Card & Hold", token: waiting.confirmToken)
            #expect(done.status == .cancelled)
            // A fee is charged; nothing had been paid that could come back.
            #expect(done.refund == nil)
            let spent = await failure { try await stage.cancel("Card & Hold", token: waiting.confirmToken) }
            #expect(spent != nil)
        }
    }

    @Test func aLateFeeThatIsChargedIsTold() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            _ = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(try await stage.book("Example Trattoria", 6).status == .booked)
            #expect(try await stage.cancel("Example Trattoria").charged == nil)
            await stage.clock.advance(2.5 * 86_400)
            let asked = try await stage.cancel("Card & Hold")
            #expect(asked.charged == nil)
            let done = try await stage.cancel("Card & Hold", token: asked.confirmToken)
            // Twenty-five for each of two, and nothing had been paid that could come back.
            #expect(done.status == .cancelled && done.refund == nil)
            #expect(done.charged == Charged(50, "USD"))
            // A repeat charges nothing.
            let id = done.reservation.confirmationID
            #expect(try await stage.cancel(id: id).charged == nil)
        }
    }

    @Test func aYesForAnotherReservationIsNone() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let waiting = try await stage.cancel("Card & Hold")
            _ = try await stage.cancel("Card & Hold", token: waiting.confirmToken)
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99002, 0, 1260, "Dining Room"), party: 2, account: Stage.email)
            let other = try await stage.cancel("Card & Hold", token: waiting.confirmToken)
            #expect(other.status == .needsConfirmation)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test func neverDeclinesBeyondTheLimit() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 49
        }) { (stage) async throws in
            await bookLate(stage)
            #expect(try await stage.cancel("Card & Hold").status == .declined)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func alwaysAsksWhereItCostsNothing() async throws {
        try await onStage(settings: { $0.confirm = .always }) { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            let waiting = try await stage.cancel("Example Trattoria")
            #expect(waiting.status == .needsConfirmation)
            #expect(try await stage.cancel("Example Trattoria", token: waiting.confirmToken).status == .cancelled)
        }
    }

    /// Resy's list names no fee for what was paid; the record from when it was booked does.
    @Test func aDepositThatIsLostIsAskedAbout() async throws {
        try await onStage(settings: {
            $0.confirm = .never; $0.largestFee = 40
        }) { (stage) async throws in
            #expect(try await stage.book("Deposit House", 3).status == .booked)
            let careful = stage.another { $0.confirm = .fees }
            await stage.clock.advance(2 * 86_400)
            let waiting = try await stage.cancel("Deposit House", with: careful)
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.terms?.filter { $0.hasPrefix("A deposit of") }.count == 1)
            await stage.sandbox.set { $0.listHidesTerms = true }
            // Those that were agreed to are known however silent the list.
            #expect(try await stage.cancel("Deposit House", with: careful).terms == waiting.terms)
            #expect(await stage.count(.cancel) == 0)
            await careful.finish()
        }
    }

    /// Resy's own word that the fee applies counts, whatever our clock says.
    @Test func aClockThatIsSlowHidesNoFee() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            stage.clock.skew(-2 * 86_400)
            let waiting = try await stage.cancel("Card & Hold")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.reservation.cancelBy == nil)
        }
    }

    @Test func aYesToOtherTermsIsAskedForAnew() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let waiting = try await stage.cancel("Card & Hold")
            #expect(!waiting.notes.contains { $0.contains("changed") })
            await stage.sandbox.set { $0.listGarblesTerms = true }
            let again = try await stage.cancel("Card & Hold", token: waiting.confirmToken)
            #expect(again.status == .needsConfirmation)
            #expect(again.notes.contains("That has changed since it was shown."))
            #expect(await stage.count(.cancel) == 0)
        }
    }

    /// Booked elsewhere, so only the list could tell what it costs.
    @Test func termsThatCannotBeReadAreAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listGarblesTerms = true }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            let waiting = try await stage.cancel("Example Trattoria")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.notes.first?.contains("may cost money") == true)
            #expect(await stage.count(.cancel) == 0)
            let token = waiting.confirmToken
            #expect(try await stage.cancel("Example Trattoria", token: token).status == .cancelled)
        }
    }

    @Test func termsThatWereAgreedToHereAreKnown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.set { $0.listGarblesTerms = true }
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
        }
    }

    /// "Free until Friday" beside "cancelling now costs money" would say two things at once. That a fee applies says that there
    /// is one; the list, a change and a cancellation go by its moment.
    @Test func whatIsFreeUntilLaterCostsNothingNow() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listAppliesFees = true }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99002, 3, 1200, "Dining Room"), party: 2, account: Stage.email)
            let held = try #require(try await stage.list().reservations.first)
            #expect(held.charges.main?.cutOff != nil && held.cancelBy != nil)
            let waiting = try await stage.change(held.confirmationID, time: "8:30pm")
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.lost?.isEmpty == true)
            let done = try await stage.cancel("Card & Hold")
            #expect(done.status == .cancelled)
            #expect(done.reservation.charges.main?.cutOff == held.charges.main?.cutOff)
        }
    }

    @Test func whatIsDueIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listAppliesFees = true }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99002, 3, 1200, "Dining Room"), party: 2, account: Stage.email)
            await stage.clock.advance(3 * 86_400)
            let waiting = try await stage.cancel("Card & Hold")
            #expect(waiting.status == .needsConfirmation)
            // When it ended is no contradiction.
            #expect(waiting.reservation.cancelBy != nil)
        }
    }

    @Test func nobodyIsAskedToPayForWhatResyDoesNotAllow() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.cancelInside = .forbidden }
            await bookLate(stage)
            let outcome = try await stage.cancel("Card & Hold")
            #expect(outcome.status == .notCancelled)
            #expect(outcome.confirmToken == nil)
            #expect(outcome.notes.first?.contains("no longer allows") == true)
        }
    }
}
