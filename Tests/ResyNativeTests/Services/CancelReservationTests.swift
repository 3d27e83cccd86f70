import Foundation
import Testing

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct CancelReservationTests {
    @Test(arguments: ["RESY-900000001", "900000001", " resy-900000001 "]) func cancelsByNumber(id: String) async throws
    {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let outcome = try await stage.cancel(id: id)
            #expect(outcome.status == .cancelled)
            #expect(outcome.refund == true)
            #expect(outcome.reservation.status == .cancelled)
            #expect(outcome.reservation.source == .resyMCP)
            #expect(await stage.sandbox.reservations.isEmpty)
            let account = try #require(try await stage.resy.auth.accountKey())
            #expect(try await stage.resy.store.visits(account: account).isEmpty)
        }
    }

    @Test func cancelsByName() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            _ = try await stage.book("Joe's", 5) { $0.location = "New York" }
            #expect(try await stage.cancel("example trattoria").status == .cancelled)
            #expect(await stage.sandbox.reservations.map { $0.slot.venue } == [99007])
        }
    }

    @Test func aTableJustBookedIsFoundByItsNameOnceItIsListed() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 4 }
            _ = try await stage.book()
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
        }
    }

    @Test func anEmptyBodyIsAnAnswer() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.cancelBody = .empty }
            _ = try await stage.book()
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .cancelled)
            #expect(outcome.refund == nil)
        }
    }

    @Test func cancellingOnceMoreSaysThatItIsCancelled() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99008, 3, 1140, "Table"), party: 2, account: Stage.email)
            let id = try #require(try await stage.list().reservations.first?.confirmationID)
            #expect(try await stage.cancel(id: id).status == .cancelled)
            #expect(try await stage.cancel(id: id).status == .cancelled)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test func aNumberAndANameThatDisagreeCancelNothing() async throws {
        try await onStage { (stage) async throws in
            let booked = try await stage.book()
            let error = await failure { try await stage.cancel("Carbone", id: "RESY-\(booked.reservationID ?? 0)") }
            #expect(error?.code == .badRequest)
            #expect(error?.choices.count == 1)
            #expect(await stage.count(.cancel) == 0)
            #expect(
                try await stage.cancel("Example Trattoria", id: "RESY-\(booked.reservationID ?? 0)").status
                    == .cancelled)
        }
    }

    @Test func severalOfANameAreAskedAbout() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            _ = try await stage.book("Example Trattoria", 6)
            let error = await failure { try await stage.cancel("Example Trattoria") }
            #expect(error?.code == .reservationAmbiguous)
            #expect(error?.choices.count == 2)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func partOfANameIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99008, 3, 1140, "Table"), party: 2, account: Stage.email)
            let error = await failure { try await stage.cancel("Joe's") }
            #expect(error?.code == .reservationAmbiguous)
            #expect(error?.choices.count == 1)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func whatIsNotThereNamesWhatIs() async throws {
        try await onStage { (stage) async throws in
            #expect(
                await failure { try await stage.cancel("Carbone") }?.hint == "The account has no upcoming reservations."
            )
            _ = try await stage.book()
            let error = await failure { try await stage.cancel(id: "RESY-1") }
            #expect(error?.code == .reservationNotFound)
            #expect(error?.choices.count == 1)
        }
    }

    @Test func neitherArgumentIsABadRequest() async throws {
        try await onStage { (stage) async throws in
            #expect(await failure { try await stage.cancel() }?.code == .badRequest)
            #expect(await failure { try await stage.cancel(" ", id: " ") }?.code == .badRequest)
            #expect(await failure { try await stage.cancel(id: "RESY-ABC") }?.code == .badRequest)
            #expect(await stage.sandbox.requests.isEmpty)
        }
    }

    @Test func aTableThatWasJustBookedAndIsNotListedYet() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 4 }
            let booked = try await stage.book()
            let outcome = try await stage.cancel(id: "RESY-\(booked.reservationID ?? 0)")
            #expect(outcome.status == .cancelled)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    @Test func cancelledTwiceIsCancelled() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            _ = try await stage.cancel(id: "900000001")
            let again = try await stage.cancel(id: "900000001")
            #expect(again.status == .cancelled)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    // MARK: - Money

    /// Tomorrow's table with a fee from 24 hours before.
    private func bookLate(_ stage: Stage, _ venue: Int = 99002) async {
        await stage.sandbox.world.bookElsewhere(
            stage.slot(venue, 0, 1200, "Dining Room"), party: 2, account: Stage.email)
    }

    @Test func aFeeIsAskedAboutAndAYesCancels() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            let waiting = try await stage.cancel("Card & Hold")
            #expect(waiting.status == .needsConfirmation)
            #expect(
                waiting.notes.contains {
                    $0.contains("Cancelling now costs money: cancellation fee of") && $0.contains("50")
                })
            #expect(await stage.count(.cancel) == 0)
            let done = try await stage.cancel("Card & Hold", token: waiting.confirmToken)
            #expect(done.status == .cancelled)
            #expect(done.refund == false)
            let spent = await failure { try await stage.cancel("Card & Hold", token: waiting.confirmToken) }
            #expect(spent != nil)
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
            #expect(await stage.count(.cancel) == 0)
            await careful.finish()
        }
    }

    /// Resy's own word that the fee applies counts, whatever our clock says.
    @Test func aClockThatIsSlowHidesNoFee() async throws {
        try await onStage { (stage) async throws in
            await bookLate(stage)
            stage.clock.skew(-2 * 86_400)
            #expect(try await stage.cancel("Card & Hold").status == .needsConfirmation)
        }
    }

    // MARK: - Resy says no, or nothing

    @Test func whatMayNotBeCancelledIsNot() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.cancelInside = .forbidden }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 0, 1020 - 210, "Dining Room"), party: 2, account: Stage.email)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .notCancelled)
            #expect(outcome.notes.first?.contains("does not allow") == true)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test(arguments: [412, 404, 403]) func aRefusalIsNotCancelled(status: Int) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.status(status, "No."), on: .cancel)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .notCancelled)
            #expect(outcome.notes.first?.contains("No.") == true)
            #expect(await stage.sandbox.reservations.count == 1)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test func acceptedButStillListedIsNotCancelled() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.pretend, on: .cancel)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .notCancelled)
            #expect(outcome.notes.first?.contains("still lists") == true)
        }
    }

    @Test(arguments: [Fault.dropAfterCommit, .badGatewayAfterCommit, .pageAfterCommit, .emptyAfterCommit])
    func goneFromTheListIsCancelled(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(fault, on: .cancel)
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test(arguments: [Fault.resetBefore, .badGatewayBefore, .blockedText])
    func noAnswerAndStillListedIsUnknown(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(fault, on: .cancel)
            #expect(try await stage.cancel("Example Trattoria").status == .unknown)
            #expect(await stage.count(.cancel) == 1)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    @Test func aListThatCannotBeReadLeavesItUnknown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20, after: 1)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.first?.hasPrefix("Resy took the cancellation") == true)
        }
    }

    @Test func aTokenThatEndsAtTheCancellation() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.clock.advance(3600)
            await stage.sandbox.set { $0.resyTokens = .onlyNewest }
            await stage.sandbox.fault(.tokenExpires, on: .cancel)
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
            #expect(await stage.count(.authPassword) == 1)
            #expect(await stage.sandbox.requests(to: .cancel).map { $0.status } == [419, 200])
        }
    }

    @Test func theSameTableTakenTwiceIsTwoReservations() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book()
            _ = try await stage.cancel(id: "RESY-\(first.reservationID ?? 0)")
            let second = try await stage.book()
            #expect(try await stage.cancel(id: "RESY-\(second.reservationID ?? 0)").status == .cancelled)
            #expect(await stage.sandbox.allReservations.count == 2)
        }
    }
}
