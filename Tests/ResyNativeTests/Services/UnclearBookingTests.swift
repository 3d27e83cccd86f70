import Foundation
import Testing

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
            #expect(outcome.notes.contains { $0.contains("It is not known whether the table was booked") })
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
                        progress: { line in if line == "booking the table" { stage.clock.skew(301) } }))
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
            #expect(outcome.notes.contains { $0.contains("It is not known") })
        }
    }

    /// Takes a table out of the database while a booking is under way.
    private func booking(_ stage: Stage, without table: StaticString) async throws -> BookingOutcome {
        try await stage.resy.makeReservation(
            BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
            context: CallContext(
                deadline: stage.clock.now.adding(50),
                progress: { line in
                    guard line == "booking the table",
                        let connection = try? Connection(path: stage.home + "/resy.sqlite", busyMilliseconds: 1000)
                    else { return }
                    #expect(throws: Never.self) { try connection.run(table) }
                }))
    }

    // MARK: - Told again

    @Test func aFinishedBookingToldAgainIsTheSame() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book()
            let second = try await stage.book()
            #expect(second.status == .booked)
            #expect(second.reservationID == first.reservationID)
            #expect(second.notes.contains { $0.contains("was not booked again") })
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Neither another time nor another size: what was booked a moment ago counts before the list shows it.
    @Test func aTableTheListDoesNotShowYetStandsInTheWay() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 30 }
            let first = try await stage.book()
            let error = await failure { try await stage.book(time: "19:15") }
            #expect(error?.code == .conflict)
            guard case .reservation(let held)? = error?.choices.first else { Issue.record("no choices"); return }
            #expect(held.id == first.reservationID)
            #expect(held.source == .resyMCP)
            #expect(await stage.count(.book) == 1)
            #expect(try await stage.book(time: "19:15") { $0.allowOverlap = true }.status == .booked)
        }
    }

    @Test func aRepeatAndAConflictSayWhatThisHomeKnows() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            let booked = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            let again = try await stage.book("Card & Hold")
            #expect(again.slot.fee?.currency == booked.slot.fee?.currency)
            #expect(again.slot.fee?.basis == booked.slot.fee?.basis)
            let error = await failure { try await stage.book() }
            guard case .reservation(let held)? = error?.choices.first else { Issue.record("no choices"); return }
            #expect(held.source == .resyMCP)
        }
    }

    @Test(arguments: [false, true]) func aRepeatNamesTheTermsThatWereAgreed(isListRead: Bool) async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            let booked = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(booked.terms?.isEmpty == false)
            if !isListRead { await stage.sandbox.fault(.status(500), on: .reservations, times: 9) }
            let again = try await stage.book("Card & Hold") { $0.allowOverlap = true }
            #expect(again.reservationID == booked.reservationID)
            #expect(again.terms == booked.terms)
            #expect(again.slot.fee?.amount == booked.slot.fee?.amount)
            #expect(again.cancelBy == booked.cancelBy)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func anUnclearOneToldAgainNamesItsTerms() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold")
            await stage.sandbox.fault(.resetBefore, on: .book)
            let first = try await stage.book("Card & Hold") { $0.confirmToken = waiting.confirmToken }
            #expect(first.status == .unknown)
            let again = try await stage.book("Card & Hold")
            #expect(again.status == .unknown)
            #expect(again.terms == first.terms)
            #expect(again.slot.fee == first.slot.fee)
            #expect(again.cancelBy == first.cancelBy)
        }
    }

    @Test func toldAgainWhileTheListLags() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 30 }
            let first = try await stage.book()
            let second = try await stage.book()
            #expect(second.reservationID == first.reservationID)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aCancelledTableMayBeBookedAnew() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book()
            _ = try await stage.cancel(id: "RESY-\(first.reservationID ?? 0)")
            let second = try await stage.book()
            #expect(second.status == .booked)
            #expect(second.reservationID != first.reservationID)
            #expect(await stage.sandbox.reservations.count == 1)
        }
    }

    @Test func aTableCancelledElsewhereMayBeBookedAnewAfterAWhile() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book()
            let held = try #require(await stage.sandbox.reservations.first)
            await stage.sandbox.world.drop(held)
            await stage.clock.advance(601)
            let second = try await stage.book()
            #expect(second.status == .booked)
            #expect(second.reservationID != first.reservationID)
        }
    }

    // MARK: - At once

    @Test func twoProcessesAtOnceBookOne() async throws {
        for _ in 0..<3 {
            try await onStage { (stage) async throws in
                // Resy itself would take both: another hall at the same minute is no conflict here.
                let other = stage.another()
                await stage.sandbox.set { $0.conflictMinutes = -1 }
                async let left = stage.book()
                async let right = stage.book(with: other)
                let statuses = try await [left.status, right.status]
                #expect(statuses.contains(.booked))
                #expect(await stage.count(.book) == 1)
                #expect(await stage.sandbox.reservations.count == 1)
                await other.finish()
            }
        }
    }

    @Test func tenCallsAtOnceBookOne() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            let outcomes = try await withThrowingTaskGroup(of: BookingOutcome.self) { group in
                for _ in 0..<10 { group.addTask { try await stage.book() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(await stage.count(.book) == 1)
            let numbers = Set(outcomes.compactMap { $0.reservationID })
            #expect(numbers == [900_000_001])
        }
    }

    /// One process has read the list and the journal, and stands still while another books the table.
    @Test func aTableBookedBetweenTheLookAndTheIntentIsNotBookedAgain() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.conflictMinutes = -1 }
            let engine = CurlEngine(CurlEngine.Options())
            let (reading, goOn) = (Gate(), Gate())
            let api = ResyAPI(
                http: GatedClient(engine: engine, path: "/3/details", arrived: reading, goOn: goOn),
                pacer: Pacer(store: stage.resy.store, clock: stage.clock, pause: 0...0, host: "resy"),
                clock: stage.clock,
                baseURL: stage.settings.apiURL, profile: HeaderProfile(webURL: "https://resy.com").headers)
            let links = VenueLinks(base: "https://resy.com")
            let slowly = BookTable(
                api: api, auth: stage.resy.auth,
                findVenue: FindVenue(api: api, places: nil, store: stage.resy.store, links: links, clock: stage.clock),
                store: stage.resy.store,
                agreements: Agreements(
                    key: { try stage.resy.credentials.key() }, store: stage.resy.store, clock: stage.clock),
                commitments: Commitments(), links: links, settings: stage.settings, clock: stage.clock)
            async let slow = slowly.run(
                BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"), stage.context)
            await reading.wait()
            #expect(try await stage.book().status == .booked)
            goOn.open()
            let outcome = try await slow
            engine.stop()
            #expect(await stage.count(.book) == 1)
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
        }
    }

    // MARK: - Callers that stop waiting

    @Test func aCallerThatGoesBeforeAnythingWasSentBooksNothing() async throws {
        try await onStage { (stage) async throws in
            let started = Gate()
            let call = Task {
                try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
                    context: CallContext(
                        deadline: stage.clock.now.adding(50),
                        progress: { line in if line == "reading the table's terms" { started.open() } }))
            }
            await started.wait()
            call.cancel()
            await #expect(throws: CancellationError.self) { try await call.value }
            #expect(await stage.count(.book) == 0)
        }
    }

    @Test func aCallerThatGoesAfterItWasSentLeavesARecord() async throws {
        try await onStage { (stage) async throws in
            let sending = Gate()
            await stage.sandbox.fault(.delay(milliseconds: 50), on: .book)
            let call = Task {
                try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
                    context: CallContext(
                        deadline: stage.clock.now.adding(50),
                        progress: { line in if line == "booking the table" { sending.open() } }))
            }
            await sending.wait()
            call.cancel()
            await stage.resy.finish()
            _ = try? await call.value
            #expect(await stage.sandbox.reservations.count == 1)
            let account = try #require(try await stage.resy.auth.accountKey())
            #expect(
                try await stage.resy.store.localReservations(account: account).map { $0.reservation.id } == [
                    900_000_001
                ])
        }
    }

    @Test func tooLittleTimeSendsNothing() async throws {
        try await onStage { (stage) async throws in
            let error = await failure {
                try await stage.resy.makeReservation(
                    BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:00"),
                    context: CallContext(deadline: stage.clock.now.adding(12)))
            }
            #expect(error?.code == .network)
            #expect(error?.message.contains("Nothing was booked") == true)
            #expect(await stage.count(.book) == 0)
            #expect(try await stage.book().status == .booked)
        }
    }
}
