import Testing

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

    /// Booked elsewhere for 17:00, of which Resy says to the end that it is neither finished nor a no-show.
    private func mealOfToday(on stage: Stage) async throws -> String {
        await stage.sandbox.set { $0.listForgetsFinished = true }
        let held = await stage.sandbox.world.bookElsewhere(
            stage.slot(99001, 0, 1020, "Dining Room"), party: 2, account: Stage.email)
        return "RESY-\(try #require(held).id)"
    }
}
