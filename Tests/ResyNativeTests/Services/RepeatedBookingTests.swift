import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// A booking that is asked for again is told again, and never sent twice.
@Suite(.timeLimit(.minutes(1))) struct RepeatedBookingTests {
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
            #expect(again.slot.charges.main?.currency == booked.slot.charges.main?.currency)
            #expect(again.slot.charges.main?.basis == booked.slot.charges.main?.basis)
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
            #expect(again.slot.charges.main?.amount == booked.slot.charges.main?.amount)
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
            #expect(again.slot.charges.main == first.slot.charges.main)
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

    @Test(arguments: [false, true]) func anotherSeatingIsNotToldAsBooked(both: Bool) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book { $0.seating = "Dining Room" }
            let error = await failure {
                try await stage.book {
                    $0.seating = "Patio"
                    $0.allowOverlap = both
                }
            }
            #expect(error?.code == .conflict)
            #expect(error?.message.hasPrefix("This table is already booked in the Dining Room (RESY-") == true)
            #expect(try await stage.book { $0.seating = "dining" }.status == .booked)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// One empty answer of Resy's is no cancellation elsewhere.
    @Test func aListThatForgetsATableOnceFreesNothing() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.book().reservationID
            #expect(try await stage.list().reservations.count == 1)
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.forgets, on: .reservations)
            let again = try await stage.book()
            #expect(again.status == .booked)
            #expect(again.reservationID == id)
            await stage.sandbox.fault(.forgets, on: .reservations)
            #expect(await failure { try await stage.book(time: "19:15") }?.code == .conflict)
            await stage.sandbox.fault(.forgets, on: .reservations)
            #expect(try await stage.list().reservations.map(\.id) == [id])
            #expect(try await stage.book().reservationID == id)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Nor where no list had it before.
    @Test func aListThatNeverShowedATableFreesNothingAtOnce() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.book().reservationID
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.forgets, on: .reservations)
            #expect(await failure { try await stage.book(time: "19:15") }?.code == .conflict)
            #expect(try await stage.book().reservationID == id)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aListThatForgetsATableOnceHidesItFromNoCancellation() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.book().reservationID
            _ = try await stage.list()
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.forgets, on: .reservations)
            let gone = try await stage.cancel("Example Trattoria")
            #expect(gone.status == .cancelled)
            #expect(gone.reservation.id == id)
        }
    }

    @Test func aSecondLookThatFailsBooksNothing() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            _ = try await stage.list()
            await stage.clock.advance(3600)
            await stage.sandbox.fault(.forgets, on: .reservations)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 20, after: 1)
            #expect(
                await failure { try await stage.book(time: "19:15") }?.message.contains("could not be read") == true)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Told is the time that it has now, and never the old one as booked.
    @Test func aTableThatWasMovedElsewhereIsNotToldAsBooked() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.book().reservationID ?? 0
            await stage.clock.advance(3600)
            await stage.sandbox.world.move(id, to: 1230)
            for _ in 1...2 {
                let error = await failure { try await stage.book() }
                #expect(error?.code == .conflict)
                guard case .reservation(let held)? = error?.choices.first else { Issue.record("no choices"); return }
                #expect(held.id == id && held.time.clock == "20:30" && held.source == .resyMCP)
            }
            let told = try await stage.book(time: "20:30")
            #expect(told.isBookedBefore && told.reservationID == id)
            #expect(try await stage.cancel("Example Trattoria").reservation.time.clock == "20:30")
            #expect(await stage.count(.book) == 1)
        }
    }

    /// A row that is marked is a row: what it is of was booked.
    @Test func aTableWithAnOddMarkIsNotBookedAgain() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.book().reservationID
            await stage.sandbox.world.markNoShow(id ?? 0)
            await stage.clock.advance(3600)
            #expect(try await stage.book().reservationID == id)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Lists go back and forth in the first seconds: one that showed the table once proves nothing by two that lack it.
    @Test func aListThatFlickersAfterTheBookingFreesNothing() async throws {
        try await onStage { (stage) async throws in
            let id = try await stage.book().reservationID
            #expect(try await stage.list().reservations.count == 1)
            await stage.sandbox.fault(.forgets, on: .reservations, times: 2)
            #expect(try await stage.book().reservationID == id)
            #expect(await stage.count(.book) == 1)
        }
    }
}
