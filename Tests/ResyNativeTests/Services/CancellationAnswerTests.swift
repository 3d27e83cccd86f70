@testable import ResyDomain
import Testing

@testable import ResyNative
@testable import SandboxKit

/// What became of a cancellation that Resy refused, or answered with nothing of use.
@Suite(.timeLimit(.minutes(1))) struct CancellationAnswerTests {
    @Test func whatMayNotBeCancelledIsNot() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.cancelInside = .forbidden }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 0, 1020 - 210, "Dining Room"), party: 2, account: Stage.email)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .notCancelled)
            #expect(outcome.notes.first?.contains("no longer allows") == true)
            #expect(await stage.count(.cancel) == 0)
        }
    }

    /// A try that may have booked is not passed over by its name, neither for an older table nor as "there is none".
    @Test(arguments: [false, true], [Fault.badGatewayBefore, .dropAfterCommit])
    func aTableThatMayHaveBeenBookedMayBeMeant(hasOlder: Bool, fault: Fault) async throws {
        try await onStage { (stage) async throws in
            if hasOlder {
                await stage.sandbox.world.bookElsewhere(
                    stage.slot(99001, 10, 1140, "Dining Room"), party: 2, account: Stage.email)
            }
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            await stage.sandbox.fault(fault, on: .book)
            #expect(try await stage.book().status == .unknown)
            let error = await failure { try await stage.cancel("Example Trattoria") }
            #expect(error?.code == (hasOlder ? .reservationAmbiguous : .reservationNotFound))
            #expect(error?.message.contains("not known yet whether an earlier try booked it") == true)
            #expect(error?.choices.count == (hasOlder ? 1 : 0))
            #expect(await stage.count(.cancel) == 0)
            if hasOlder { #expect(try await stage.cancel(id: "RESY-900000001").status == .cancelled) }
        }
    }

    /// A table that is not found and is listed all the same, or a limit: one of the two words may be late.
    @Test(arguments: [404, 409, 410, 429]) func aRefusalThatIsNoProofIsUnknown(status: Int) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.status(status, "No."), on: .cancel)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.last?.contains("may be cancelled all the same") == true)
            #expect(await stage.sandbox.reservations.count == 1)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    /// Delivered twice on its way: the first did it, and the list is late.
    @Test(arguments: [404, 429]) func aRefusalAfterTheDeedIsNotToldAsOne(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.cancelLagSeconds = 60 }
            _ = try await stage.book()
            await stage.sandbox.fault(.statusAfterCommit(status), on: .cancel)
            #expect(try await stage.cancel("Example Trattoria").status == .unknown)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test(arguments: [412, 403]) func aRefusalIsNotCancelled(status: Int) async throws {
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

    @Test func acceptedButStillListedIsUnknown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.pretend, on: .cancel)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.first?.contains("still lists") == true)
        }
    }

    @Test func acceptedAndListedForAWhileIsCancelled() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.cancelLagSeconds = 15 }
            _ = try await stage.book()
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .cancelled)
            #expect(await stage.count(.cancel) == 1)
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

    /// One empty list outweighs no refusal.
    @Test(arguments: [404, 409, 410, 412, 429]) func aListThatForgetsOnceCancelsNothing(status: Int) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.status(status, "No."), on: .cancel)
            await stage.sandbox.fault(.forgets, on: .reservations, times: 1, after: 1)
            let end: CancellationOutcome.Status = status == 412 ? .notCancelled : .unknown
            #expect(try await stage.cancel(id: "RESY-900000001").status == end)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    /// The renewed sign-in finds no list, so nothing says that the table is still booked.
    @Test func aRefusedSignInAndNoListIsUnknown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.statusAfterCommit(419), on: .cancel)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20, after: 1)
            let outcome = try await stage.cancel("Example Trattoria")
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.first?.hasPrefix("The cancellation was sent") == true)
            #expect(await stage.count(.cancel) == 1)
            await stage.sandbox.clearFaults()
            #expect(try await stage.list().reservations.isEmpty)
            #expect(try await stage.cancel(id: "RESY-900000001").status == .cancelled)
        }
    }

    @Test func aRefusedSignInAfterTheDeedIsSeenInTheList() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.statusAfterCommit(419), on: .cancel)
            #expect(try await stage.cancel("Example Trattoria").status == .cancelled)
            #expect(await stage.count(.cancel) == 1)
        }
    }

    @Test func aRefusedSignInAndTheTableStillListedIsNotCancelled() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.status(419, "Unauthorized"), on: .cancel, times: 5)
            #expect(try await stage.cancel("Example Trattoria").status == .notCancelled)
            #expect(await stage.count(.cancel) == 2)
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
