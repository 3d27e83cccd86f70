import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct ListReservationsTests {
    @Test func mergesOursWithThoseFromElsewhere() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(stage.slot(99053, 2, 1290, "Salón"), party: 4, account: Stage.email)
            _ = try await stage.book { $0.specialRequests = "quiet table" }
            let list = try await stage.list()
            #expect(list.isSynced)
            #expect(list.reservations.map { $0.venue.name } == ["Casa Ñandú", "Example Trattoria"])
            #expect(list.reservations.map { $0.source } == [.elsewhere, .resyMCP])
            #expect(list.reservations[0].venue.zone?.name == "Europe/Madrid")
            #expect(list.reservations[0].party == 4)
            #expect(list.reservations[1].specialRequests == "quiet table")
            #expect(list.reservations.allSatisfy { $0.status == .confirmed && $0.cancelBy != nil })
        }
    }

    @Test func remembersWhenResyIsDown() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            try stage.sandbox.setConnections(.refuse)
            let list = try await stage.list()
            #expect(!list.isSynced)
            #expect(list.reservations.map { $0.id } == [900_000_001])
            #expect(list.notes.first?.contains("Tables booked elsewhere may be missing.") == true)
        }
    }

    @Test func aLongMemoryIsShownInPart() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            let account = try #require(try await stage.resy.auth.accountKey())
            var visit = try #require(try await stage.resy.store.reservation(id: 900_000_001)).reservation
            for id in 1...200 {
                visit.id = id
                visit.day = visit.day.adding(days: -1)
                try await stage.resy.store.record(visit, account: account, now: stage.clock.now)
            }
            try stage.sandbox.setConnections(.refuse)
            let list = try await stage.list(past: true)
            #expect(list.reservations.count == 200)
            #expect(list.reservations.last?.id == 900_000_001)
            #expect(list.notes.last == "Only the latest 200 are shown.")
            let upcoming = try await stage.list()
            #expect(upcoming.notes.count == 1)
            #expect(upcoming.reservations.last?.id == 900_000_001 && upcoming.reservations.count < 10)
        }
    }

    @Test(arguments: [Fault.blockedPage, .status(500), .rateLimited(seconds: 60), .page(200), .missingFields])
    func remembersWhenResyDoesNotAnswer(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.fault(fault, on: .reservations, times: 2)
            let list = try await stage.list()
            #expect(!list.isSynced)
            #expect(list.reservations.count == 1)
        }
    }

    @Test func remembersWhenSigningInIsBarred() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.clock.advance(3600)
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.block = .authPage }
            #expect(try await !stage.list().isSynced)
            _ = try await stage.list()
            _ = try await stage.list()
            // Asked once: a guard that turned us away is left alone, and the answer is the same.
            let list = try await stage.list()
            #expect(!list.isSynced)
            #expect(list.reservations.count == 1)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func withoutAnAccountItSaysHowToSignIn() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            #expect(await failure { try await stage.list() }?.code == .notSignedIn)
        }
    }

    @Test func aRefusedPasswordIsAnError() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.fault(.status(419, "Unauthorized"), on: .authPassword)
            #expect(await failure { try await stage.list() }?.code == .signInFailed)
        }
    }

    @Test func aSignInThatHelpsNothingIsAnError() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(419, "Unauthorized"), on: .reservations, times: 2)
            #expect(await failure { try await stage.list() }?.code == .notSignedIn)
        }
    }

    @Test func aBookingTheListLagsBehindIsShown() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 30 }
            _ = try await stage.book()
            let list = try await stage.list()
            #expect(list.reservations.map { $0.id } == [900_000_001])
            #expect(list.notes.first?.contains("does not show it just now") == true)
        }
    }

    @Test func manyOpenTriesAreToldInFewWords() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.list()
            let account = try #require(try await stage.resy.auth.accountKey())
            for ahead in 1...30 {
                let key = JournalKey(
                    account: account, venue: 99001, day: try #require(CalendarDay(iso: stage.day(ahead))),
                    time: try #require(TimeOfDay(clock: "19:00")), party: 2)
                _ = try await stage.resy.store.openIntent(
                    key, kind: .book, about: Intent(seating: "Dining Room"), now: stage.now)
            }
            let notes = try await stage.list().notes
            #expect(notes.count == 21)
            #expect(notes.last == "Of 10 more tries it is not known either whether they booked a table.")
        }
    }

    @Test func whatWasCancelledElsewhereGoes() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book()
            await stage.sandbox.world.drop(try #require(await stage.sandbox.reservations.first))
            await stage.clock.advance(700)
            #expect(try await stage.list().reservations.isEmpty)
            let account = try #require(try await stage.resy.auth.accountKey())
            #expect(try await stage.resy.store.visits(account: account).isEmpty)
        }
    }

    /// Resy moves a meal to the past when it begins; that is not a cancellation.
    @Test func aMealThatHasBegunStaysAVisit() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.book("Example Trattoria", 0, time: "17:00")
            await stage.clock.advance(6 * 3600)
            let list = try await stage.list()
            #expect(list.reservations.isEmpty)
            let account = try #require(try await stage.resy.auth.accountKey())
            #expect(try await stage.resy.store.visits(account: account).count == 1)
            #expect(try await stage.list(past: true).reservations.map { $0.status } == [.past])
        }
    }

    @Test func thePastIsShownWhenAskedFor() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, -3, 1140, "Dining Room"), party: 2, account: Stage.email)
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Dining Room"), party: 2, account: Stage.email)
            #expect(try await stage.list().reservations.count == 1)
            let list = try await stage.list(past: true)
            #expect(list.reservations.map { $0.status } == [.past, .confirmed])
        }
    }

    @Test func tonightIsNotPastBecauseItIsTomorrowElsewhere() async throws {
        try await onStage { (stage) async throws in
            // 21:00 in Los Angeles is 05:00 of the next day in UTC.
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99051, 0, 1320, "Dining Room"), party: 2, account: Stage.email)
            await stage.clock.advance(12 * 3600)
            let list = try await stage.list()
            #expect(list.reservations.map { $0.status } == [.confirmed])
            #expect(list.reservations.first?.day.iso == stage.day(0))
        }
    }

    @Test func allPagesAreRead() async throws {
        try await onStage { (stage) async throws in
            for ahead in 1...25 {
                for minutes in [1020, 1140, 1260] {
                    await stage.sandbox.world.bookElsewhere(
                        stage.slot(99012, ahead, minutes, "Dining Room"), party: 2, account: Stage.email)
                }
            }
            #expect(try await stage.list().reservations.count == 75)
            #expect(await stage.count(.reservations) == 2)
        }
    }
}
