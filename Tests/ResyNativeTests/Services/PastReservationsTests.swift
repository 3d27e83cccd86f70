import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What the list adds when the past is asked for.
@Suite(.timeLimit(.minutes(1))) struct PastReservationsTests {
    /// Resy files it under the past an evening before it marks it as finished.
    @Test func aMealOfTodayThatIsOverIsPast() async throws {
        try await onStage { (stage) async throws in
            let id = try await mealOfToday(on: stage)
            await stage.clock.advance(9 * 3600)
            let listed = try await stage.list(past: true).reservations
            #expect(listed.map { $0.status } == [.past])
            #expect(listed.first?.canBeCancelled == false)
            #expect(try await stage.list().reservations.isEmpty)
            #expect(await failure { try await stage.cancel(id: id) }?.code == .reservationNotFound)
        }
    }

    /// Of two clocks that differ neither alone makes a table past.
    @Test(arguments: [9 * 3600.0, 0]) func whatIsToComeByEitherClockIsConfirmed(ours: Double) async throws {
        try await onStage { (stage) async throws in
            _ = try await mealOfToday(on: stage)
            stage.clock.skew(ours)
            if ours == 0 { await stage.sandbox.advance(seconds: 9 * 3600) }
            #expect(try await stage.list(past: true).reservations.map { $0.status } == [.confirmed])
        }
    }

    /// A booking of which nobody knew is settled by the past as well, as the table that it was.
    @Test func thePastStillSettlesABooking() async throws {
        try await onStage { (stage) async throws in
            _ = try await mealOfToday(on: stage)
            let key = JournalKey(
                account: try #require(try await stage.resy.auth.accountKey()), venue: 99001,
                day: try #require(CalendarDay(iso: stage.day(0))), time: try #require(TimeOfDay(clock: "17:00")),
                party: 2)
            _ = try await stage.resy.store.openIntent(
                key, kind: .book, about: Intent(seating: "Dining Room", zone: Zone(named: "America/New_York")),
                now: stage.now)
            await stage.clock.advance(9 * 3600)
            let listed = try #require(try await stage.list(past: true).reservations.first)
            #expect(listed.status == .past && listed.source == .resyMCP)
            #expect(try await stage.resy.store.entry(for: key, kind: .book)?.state == .booked)
            #expect(try await stage.resy.store.reservation(id: listed.id)?.reservation.status == .confirmed)
        }
    }

    @Test func whatIsToComeIsShownWithoutThePast() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(.status(503), on: .reservations, times: 5, after: 1)
            let list = try await stage.list(past: true)
            #expect(list.reservations.map { $0.id } == [900_000_001])
            #expect(!list.isSynced)
            #expect(list.notes.first?.hasPrefix("Past reservations could not be read") == true)
        }
    }

    /// Booked elsewhere for 17:00, of which Resy says to the end that it is neither finished nor a no-show.
    private func mealOfToday(on stage: Stage) async throws -> String {
        await stage.sandbox.set { $0.listForgetsFinished = true }
        let held = await stage.sandbox.world.bookElsewhere(
            stage.slot(99001, 0, 1020, "Dining Room"), party: 2, account: Stage.email)
        return "RESY-\(try #require(held).id)"
    }

    // MARK: - Cancelled

    @Test func whatWasCancelledHereIsShown() async throws {
        try await onStage { (stage) async throws in
            let waiting = try await stage.book("Card & Hold") { $0.specialRequests = "quiet table" }
            let booked = try await stage.book("Card & Hold") {
                $0.specialRequests = "quiet table"
                $0.confirmToken = waiting.confirmToken
            }
            _ = try await stage.cancel("Card & Hold")
            #expect(try await stage.list().reservations.isEmpty)
            let list = try await stage.list(past: true)
            #expect(list.isSynced && list.notes.isEmpty)
            #expect(list.reservations.map { $0.id } == [try #require(booked.reservationID)])
            let gone = try #require(list.reservations.first)
            #expect(gone.status == .cancelled && !gone.canBeCancelled && gone.source == .resyMCP)
            #expect(gone.cancelBy == nil && gone.charges.isEmpty)
            #expect(gone.venue.name == "Card & Hold" && gone.venue.slug != nil && gone.venue.zone != nil)
            #expect(gone.time.clock == "19:00" && gone.day.iso == stage.day(3) && gone.party == 2)
            #expect(gone.seating != nil && gone.specialRequests == "quiet table")
        }
    }

    /// The same where Resy does not answer.
    @Test func whatWasCancelledHasNoDeadlineInMemoryEither() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            _ = try await stage.cancel("Example Trattoria")
            try stage.sandbox.setConnections(.refuse)
            let gone = try #require(try await stage.list(past: true).reservations.first)
            #expect(gone.status == .cancelled && gone.cancelBy == nil)
        }
    }

    @Test func whatWasBookedElsewhereAndCancelledHereIsFromElsewhere() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99008, 3, 1140, "Table"), party: 2, account: Stage.email)
            let held = try #require(try await stage.list().reservations.first)
            _ = try await stage.cancel(id: held.confirmationID)
            let list = try await stage.list(past: true)
            #expect(list.reservations.map { $0.id } == [held.id])
            #expect(list.reservations.first?.status == .cancelled && list.reservations.first?.source == .elsewhere)
        }
    }

    @Test func aTableBookedAnewStandsBesideTheOneThatWasCancelled() async throws {
        try await onStage { (stage) async throws in
            for _ in 1...2 {
                _ = try await stage.book()
                _ = try await stage.cancel("Example Trattoria")
            }
            _ = try await stage.book()
            #expect(
                try await stage.list(past: true).reservations.map { $0.status } == [.cancelled, .cancelled, .confirmed])
            #expect(try await stage.list().reservations.map { $0.status } == [.confirmed])
        }
    }

    /// What Resy's list has is told as Resy tells it, and another account's tables are nobody's business.
    @Test func onlyWhatTheListLacksOfThisAccountIsAdded() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let account = try #require(try await stage.resy.auth.accountKey())
            var table = try #require(try await stage.list().reservations.first)
            table.status = .cancelled
            try await stage.resy.store.record(table, account: account, now: stage.now)
            table.id += 1
            try await stage.resy.store.record(table, account: "another", now: stage.now)
            #expect(try await stage.list(past: true).reservations.map { $0.status } == [.confirmed])
        }
    }

    @Test func ofManyCancelledTheLatestAreShown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let account = try #require(try await stage.resy.auth.accountKey())
            var table = try #require(try await stage.list().reservations.first)
            table.status = .cancelled
            for id in 1...51 {
                table.id = id
                table.day = table.day.adding(days: -1)
                try await stage.resy.store.record(table, account: account, now: stage.now)
                guard id >= 50 else { continue }
                let list = try await stage.list(past: true)
                #expect(list.reservations.count == 51)
                #expect(list.reservations.first?.id == 50)
                #expect(list.notes == (id == 50 ? [] : ["Of the cancelled ones only the latest 50 are shown."]))
            }
        }
    }
}
