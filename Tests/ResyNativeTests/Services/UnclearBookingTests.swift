import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Never twice, never a lie: a booking that was sent and whose answer says nothing, or nothing good.
@Suite(.timeLimit(.minutes(1))) struct UnclearBookingTests {
    static let taken: [Fault] = [
        .dropAfterCommit, .badGatewayAfterCommit, .pageAfterCommit, .emptyAfterCommit, .createdEmpty, .createdWithoutID,
        .invalidUTF8, .truncate(20), .missingFields, .wrongTypes,
    ]

    @Test(arguments: taken) func theListTellsThatItWasBooked(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 5 }
            await stage.sandbox.fault(fault, on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    @Test(.enabled(if: Stage.canSpeakTLS)) func theListTellsOverHTTP2Too() async throws {
        try await onStage(over: .http2) { (stage) async throws in
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .booked)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test(arguments: [
        Fault.resetBefore, .badGatewayBefore, .blockedText, .garbage, .page(200), .status(500), .status(408),
    ])
    func whatMayHaveBeenBookedIsUnknownAndNotSentAgain(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(fault, on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.contains { $0.contains("The booking won't be sent again.") })
            #expect(await stage.count(.book) == 1)
            // A guard that turned us away is left alone for a while.
            if case .blockedText = fault.name { await stage.clock.advance(901) }
            let again = try await stage.book()
            #expect(again.status == (fault.name == .blockedText ? .booked : .unknown))
            #expect(await stage.count(.book) == (fault.name == .blockedText ? 2 : 1))
        }
    }

    @Test func tenMinutesLaterTheListSettlesThatItWasNotBooked() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.resetBefore, on: .book)
            #expect(try await stage.book().status == .unknown)
            await stage.clock.advance(601)
            #expect(try await stage.book().status == .booked)
            #expect(await stage.count(.book) == 2)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    @Test func anUnclearOneThatShowsUpLaterIsFoundAndRecorded() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            #expect(try await stage.book { $0.specialRequests = "window" }.status == .unknown)
            await stage.clock.advance(61)
            let found = try await stage.book { $0.specialRequests = "window" }
            #expect(found.status == .booked)
            #expect(found.reservationID == 900_000_001)
            #expect(found.slot.seating == "Dining Room")
            #expect(await stage.count(.book) == 1)
            let listed = try #require(try await stage.list().reservations.first)
            #expect(listed.source == .resyMCP)
            #expect(listed.specialRequests == "window")
        }
    }

    @Test func resyTookItButTheListNeverShowsIt() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 3600 }
            await stage.sandbox.fault(.createdWithoutID, on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.contains { $0.contains("Resy took the booking") })
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func withoutTheListNothingIsBookedUnlessBothAreWanted() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20)
            let error = await failure { try await stage.book() }
            #expect(error != nil)
            #expect(await stage.count(.book) == 0)
            #expect(try await stage.book { $0.allowOverlap = true }.status == .booked)
        }
    }

    /// What the first try did is not known, so no later call may say that nothing was booked.
    @Test(arguments: [Fault.status(500), .truncate(30)])
    func aRepeatWithoutTheListIsUnknownToo(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            await stage.sandbox.fault(fault, on: .reservations, times: 50, after: 1)
            #expect(try await stage.book().status == .unknown)
            let again = try await stage.book()
            #expect(again.status == .unknown)
            #expect(again.notes.first?.contains("no clear outcome yet") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aRepeatOfABookedTableWithoutTheListIsBooked() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.book().reservationID
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20)
            let again = try await stage.book()
            #expect(again.status == .booked)
            #expect(again.reservationID == id)
            #expect(again.notes.first?.contains("could not be read just now") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aListThatCannotBeReadIsSaid() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20, after: 1)
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.contains { $0.contains("could not be read") })
        }
    }

    @Test func aSignInThatFailsWhileLookingIsNotAnError() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.dropAfterCommit, on: .book)
            await stage.sandbox.fault(.status(419, "Unauthorized"), on: .reservations, times: 20, after: 1)
            await stage.sandbox.fault(.status(419, "Unauthorized"), on: .authPassword, times: 20)
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Nothing was sent when the token could not be renewed: that is not an unclear booking.
    @Test func aTokenThatCannotBeProvedSendsNothing() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.opaqueTokens = true }
            try await stage.signIn()
            // The proof of the token runs out between the terms and the booking.
            await stage.sandbox.fault(.status(500), on: .user, times: 9, after: 1)
            let outcome = await failure {
                try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
                    context: CallContext(
                        deadline: stage.clock.now.adding(1000),
                        progress: { step in if step == .booking { stage.clock.skew(301) } }))
            }
            #expect(outcome?.message.contains("Nothing was booked") == true)
            #expect(await stage.count(.book) == 0)
            await stage.sandbox.clearFaults()
            #expect(try await stage.book().status == .booked)
        }
    }

    /// The record of what happened is ours to lose; what happened is not.
    @Test func aStoreThatFailsAfterTheBookingIsANote() async throws {
        try await onStage { (stage) async throws in
            let outcome = try await booking(stage, without: "DROP TABLE reservations")
            #expect(outcome.status == .booked)
            #expect(outcome.notes.contains { $0.contains("could not be recorded") })
        }
    }

    @Test func aStoreThatFailsAfterAnUnclearAnswerIsANote() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.resetBefore, on: .book)
            let outcome = try await booking(stage, without: "DROP TABLE journal")
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.contains { $0.contains("The booking won't be sent again.") })
        }
    }

    /// Takes a table out of the database while a booking is under way.
    private func booking(_ stage: Stage, without table: StaticString) async throws -> BookingOutcome {
        try await stage.resy.makeReservation(
            BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
            context: CallContext(
                deadline: stage.clock.now.adding(50),
                progress: { step in
                    guard step == .booking,
                        let connection = try? Connection(path: stage.home + "/resy.sqlite", busyMilliseconds: 1000)
                    else { return }
                    #expect(throws: Never.self) { try connection.run(table) }
                }))
    }
}
