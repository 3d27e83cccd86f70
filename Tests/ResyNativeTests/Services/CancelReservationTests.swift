import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct CancelReservationTests {
    @Test(arguments: ["RESY-900000001", "900000001", " resy-900000001 "]) func cancelsByNumber(id: String) async throws
    {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let outcome = try await stage.cancel(id: id)
            #expect(outcome.status == .cancelled)
            #expect(outcome.refund == nil)
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
            let first = try await stage.cancel(id: id)
            #expect(first.status == .cancelled)
            #expect(!first.isEarlier)
            let second = try await stage.cancel(id: id)
            #expect(second.status == .cancelled)
            #expect(second.isEarlier)
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
            _ = try await stage.book { $0.specialRequests = "window" }
            _ = try await stage.book("Example Trattoria", 6)
            let error = await failure { try await stage.cancel("Example Trattoria") }
            #expect(error?.code == .reservationAmbiguous)
            #expect(error?.choices.count == 2)
            #expect(error?.choices.map(Self.words) == ["resy-mcp, window", "resy-mcp, -"])
            #expect(await stage.count(.cancel) == 0)
        }
    }

    /// Whatever it costs, and whoever said yes unasked.
    @Test(arguments: [Settings.Confirm.fees, .never]) func partOfANameIsAskedAbout(confirm: Settings.Confirm)
        async throws
    {
        try await onStage(settings: { $0.confirm = confirm }) { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99008, 3, 1140, "Table"), party: 2, account: Stage.email)
            let waiting = try await stage.cancel("Joe's")
            #expect(waiting.status == .needsConfirmation)
            #expect(await stage.count(.cancel) == 0)
            #expect(try await stage.cancel("Joe's", token: waiting.confirmToken).status == .cancelled)
        }
    }

    /// The yes was for one of them.
    @Test func aYesKnowsWhichWasMeant() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99008, 3, 1140, "Table"), party: 2, account: Stage.email)
            let waiting = try await stage.cancel("Joe's")
            await stage.sandbox.world.bookElsewhere(stage.slot(99008, 5, 1140, "Table"), party: 2, account: Stage.email)
            #expect(await failure { try await stage.cancel("Joe's") }?.code == .reservationAmbiguous)
            let done = try await stage.cancel("Joe's", token: waiting.confirmToken)
            #expect(done.status == .cancelled && done.reservation.id == waiting.reservation.id)
        }
    }

    // MARK: - The day

    @Test func aDateNarrowsAName() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let second = try await stage.book("Example Trattoria", 6)
            #expect(
                try await stage.cancel("Example Trattoria", on: stage.day(6)).reservation.id == second.reservationID)
            let error = await failure { try await stage.cancel("Example Trattoria", on: stage.day(5)) }
            #expect(error?.code == .reservationNotFound)
            #expect(error?.choices.count == 1)
            #expect(error?.message.contains("Nothing was cancelled.") == true)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    /// Tuesday today; the table is on Friday.
    @Test(arguments: ["2026-11-13", "Friday", "Nov 13", "in 3 days"]) func aDateAloneIsAskedAbout(date: String)
        async throws
    {
        try await onStage { (stage) async throws in
            let booked = try await stage.book()
            _ = try await stage.book("Example Trattoria", 6)
            let waiting = try await stage.cancel(on: date)
            #expect(waiting.status == .needsConfirmation && waiting.reservation.id == booked.reservationID)
            #expect(await stage.count(.cancel) == 0)
            #expect(try await stage.cancel(on: date, token: waiting.confirmToken).status == .cancelled)
        }
    }

    @Test(arguments: ["someday", "this weekend", "2026-11-01", "Feb 30"])
    func aDateThatIsNoneIsABadRequest(date: String) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            #expect(await failure { try await stage.cancel(on: date) }?.code == .badRequest)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    @Test func aNumberOnAnotherDayCancelsNothing() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let error = await failure { try await stage.cancel(id: "RESY-900000001", on: stage.day(4)) }
            #expect(error?.code == .badRequest)
            #expect(try await stage.cancel(id: "RESY-900000001", on: stage.day(3)).status == .cancelled)
        }
    }

    // MARK: - Nothing said

    @Test func theOnlyOneIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            #expect(await failure { try await stage.cancel() }?.code == .reservationNotFound)
            let booked = try await stage.book()
            let waiting = try await stage.cancel(" ", id: " ")
            #expect(waiting.status == .needsConfirmation && waiting.reservation.id == booked.reservationID)
            _ = try await stage.book("Example Trattoria", 6)
            let error = await failure { try await stage.cancel() }
            #expect(error?.code == .reservationAmbiguous)
            #expect(error?.choices.count == 2)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    /// Lists were seen to be empty once.
    @Test func oneEmptyListHidesNothing() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            await stage.sandbox.fault(.forgets, on: .reservations)
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
        }
    }

    @Test func aWordOfANameIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99051, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99007, 4, 1140, "Table"), party: 2, account: Stage.email)
            for name in ["sushi", "Joe"] {
                #expect(try await stage.cancel(name).status == .needsConfirmation)
            }
            #expect(await failure { try await stage.cancel("tacos") }?.code == .reservationNotFound)
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

    @Test func aNumberThatIsNoneIsABadRequest() async throws {
        try await onStage { (stage) async throws in
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

    /// Where a choice was booked, and what was asked for.
    private static func words(_ choice: ResyError.Choice) -> String {
        guard case .reservation(let held) = choice else { return "" }
        return "\(held.source.rawValue), \(held.specialRequests ?? "-")"
    }
}
