import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What a process leaves open when it is killed, and who finds out.
@Suite(.timeLimit(.minutes(1))) struct SettlementTests {
    private func key(_ stage: Stage, venue: Int = 99001) async throws -> JournalKey {
        JournalKey(
            account: try #require(try await stage.resy.auth.accountKey()), venue: venue,
            day: try #require(CalendarDay(iso: stage.day(3))), time: try #require(TimeOfDay(clock: "19:00")), party: 2)
    }

    /// As a process killed between the intent and the answer leaves it.
    private func leaveOpen(_ stage: Stage) async throws -> JournalKey {
        let key = try await key(stage)
        _ = try await stage.resy.store.openIntent(
            key, kind: .book,
            about: Intent(
                seating: "Dining Room", zone: Zone(named: "America/New_York"), wishes: [.words("birthday")]),
            now: stage.now)
        return key
    }

    private func check(_ stage: Stage, with other: Resy) async throws {
        _ = try await other.checkAvailability(
            AvailabilityRequest(restaurant: "Example Trattoria", date: stage.day(5)), context: stage.context)
        await other.settled()
    }

    @Test func theFirstCallOfAProcessSettlesWhatWasBooked() async throws {
        try await onStage { (stage) async throws in
            let key = try await leaveOpen(stage)
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            let next = stage.another()
            try await check(stage, with: next)
            #expect(try await stage.resy.store.entry(for: key, kind: .book)?.state == .booked)
            // The wish was kept with the intent: nobody has to name it again, and now it is sent.
            let listed = try #require(try await stage.list(with: next).reservations.first)
            #expect(listed.source == .resyMCP)
            #expect(listed.specialRequests == "birthday")
            #expect(await stage.count(.book) == 0)
            await next.finish()
        }
    }

    @Test func whatWasNotBookedIsSettledAfterTenMinutesAndNoSooner() async throws {
        try await onStage { (stage) async throws in
            let key = try await leaveOpen(stage)
            let early = stage.another()
            try await check(stage, with: early)
            #expect(try await stage.resy.store.entry(for: key, kind: .book)?.state == .intended)
            await stage.clock.advance(601)
            let late = stage.another()
            try await check(stage, with: late)
            #expect(try await stage.resy.store.entry(for: key, kind: .book)?.state == .notBooked)
            for resy in [early, late] { await resy.finish() }
        }
    }

    @Test func aListThatCannotBeReadSettlesNothing() async throws {
        try await onStage { (stage) async throws in
            let key = try await leaveOpen(stage)
            await stage.clock.advance(601)
            await stage.sandbox.fault(.status(500), on: .reservations, times: 9)
            let next = stage.another()
            try await check(stage, with: next)
            #expect(try await stage.resy.store.entry(for: key, kind: .book)?.state == .intended)
            await next.finish()
        }
    }

    @Test func withoutOpenEntriesTheListIsNotRead() async throws {
        try await onStage { (stage) async throws in
            try await check(stage, with: stage.resy)
            #expect(await stage.count(.reservations) == 0)
        }
    }

    @Test func anEveningThatHasBegunIsLeftUnclear() async throws {
        try await onStage { (stage) async throws in
            let key = try await leaveOpen(stage)
            await stage.clock.advance(3.5 * 86_400)
            let next = stage.another()
            try await check(stage, with: next)
            #expect(try await stage.resy.store.entry(for: key, kind: .book)?.state == .intended)
            await next.finish()
        }
    }

    @Test func myReservationsSettlesToo() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.list()
            let key = try await leaveOpen(stage)
            await stage.clock.advance(601)
            _ = try await stage.list()
            #expect(try await stage.resy.store.entry(for: key, kind: .book)?.state == .notBooked)
        }
    }

    // MARK: - Told again

    @Test func anUnclearBookingToldAgainNamesItsSeating() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.resetBefore, on: .book)
            #expect(try await stage.book { $0.specialRequests = "window" }.status == .unknown)
            let again = try await stage.book()
            #expect(again.status == .unknown)
            #expect(again.slot.seating == "Dining Room")
            #expect(again.specialRequests == "window")
        }
    }

    /// Once the list has shown it, its absence is a cancellation, but for the first seconds, in which lists flicker.
    @Test func aTableCancelledOnTheWebsiteMayBeBookedAnewSoon() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book()
            _ = try await stage.list()
            let held = try #require(await stage.sandbox.reservations.first)
            await stage.sandbox.world.drop(held)
            await stage.clock.advance(Standing.flicker)
            let second = try await stage.book()
            #expect(second.status == .booked)
            #expect(second.reservationID != first.reservationID)
            #expect(await stage.count(.book) == 2)
        }
    }

    @Test func oneThatNoListHasShownCountsAsBookedForTenMinutes() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.book()
            let held = try #require(await stage.sandbox.reservations.first)
            await stage.sandbox.world.drop(held)
            #expect(try await stage.book().reservationID == first.reservationID)
            #expect(await stage.count(.book) == 1)
            await stage.clock.advance(601)
            #expect(try await stage.book().reservationID != first.reservationID)
        }
    }

    // MARK: - Turns

    /// A list that took a turn of its own would make the tables wait for theirs.
    @Test func theListCostsNoTurnBesideTheTables() async throws {
        for _ in 0..<3 {
            try await onStage(settings: { $0.pace = 3...3 }) { (stage) async throws in
                _ = try await stage.check()
                await stage.clock.advance(60)
                let before = stage.clock.slept
                #expect(try await stage.book().status == .booked)
                #expect(stage.clock.slept == before)
                #expect(await stage.count(.reservations) == 1)
            }
        }
    }
}
