import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Somebody signs in to another account while a call is under way: the call stays with the one it began with.
@Suite(.timeLimit(.minutes(1))) struct OtherAccountTests {
    private static let other = "pat@example.com"

    /// The other account holds the very table that is wanted.
    private func holdElsewhere(_ stage: Stage) async {
        await stage.sandbox.world.bookElsewhere(
            stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Self.other)
    }

    @Test func aYesIsNotTakenToTheOtherAccount() async throws {
        try await onStage { (stage) async throws in
            let person = Person { _ in
                stage.clock.skew(5)
                try await stage.signIn(Self.other)
                return .accepted
            }
            let error = await failure { try await stage.book(asking: person.asking) }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("another Resy account") == true)
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func theOtherAccountsListProvesNoBooking() async throws {
        try await onStage { (stage) async throws in
            await holdElsewhere(stage)
            await stage.sandbox.fault(.badGatewayBefore, on: .book)
            stage.clock.whileAsleep { try await stage.signIn(Self.other) }
            #expect(try await stage.book().status == .unknown)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func theOtherAccountsListProvesNoCancellation() async throws {
        try await onStage { (stage) async throws in
            let booked = try await stage.book()
            await stage.sandbox.fault(.badGatewayBefore, on: .cancel)
            stage.clock.whileAsleep { try await stage.signIn(Self.other) }
            let outcome = try await stage.cancel(id: booked.reservationID.map { "RESY-\($0)" })
            #expect(outcome.status == .unknown)
            #expect(await stage.sandbox.reservations.count { !$0.isCancelled } == 1)
        }
    }

    @Test func whatIsListedOfOneIsNotKeptForTheOther() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            #expect(
                try await stage.resy.reservations(includingPast: false, context: stage.context).reservations.count == 1)
            // Once it is not listed, so the list is read twice.
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.forgets, on: .reservations)
            stage.clock.whileAsleep { try await stage.signIn(Self.other) }
            let error = await failure {
                try await stage.resy.reservations(includingPast: false, context: stage.context)
            }
            #expect(error?.code == .conflict)
        }
    }

    @Test func theNextCallWorksOnTheOne() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.book().email == Stage.email)
            try await stage.signIn(Self.other)
            #expect(try await stage.book().email == Self.other)
            #expect(await stage.count(.book) == 2)
        }
    }
}
