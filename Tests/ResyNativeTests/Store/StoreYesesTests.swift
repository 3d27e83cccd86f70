import Foundation
import Testing

@testable import ResyDomain
@testable import ResyNative

/// A yes is spent with the intent that it is for, or not at all.
@Suite struct StoreYesesTests {
    private let home = Home(
        FileManager.default.temporaryDirectory.appendingPathComponent("yeses-\(UUID().uuidString)").path)
    private let now = Instant(seconds: 1_794_330_000)
    private var yes: Store.Yes { Store.Yes(number: "n", expires: now.adding(600)) }

    private func key(_ party: Int = 2) throws -> JournalKey {
        JournalKey(
            account: "a", venue: 1, day: try #require(CalendarDay(iso: "2026-11-13")),
            time: try #require(TimeOfDay(clock: "19:00")), party: party)
    }

    private func claim(
        _ store: Store, party: Int = 2, unless stands: (@Sendable (JournalEntry) -> Bool)? = nil
    ) async throws -> Store.IntentClaim {
        try await store.openIntent(
            try key(party), kind: .book, about: Intent(seating: "Bar"), spending: yes, now: now, unless: stands)
    }

    @Test func itIsSpentWithTheIntent() async throws {
        let store = Store(home: home)
        guard case .opened = try await claim(store) else { Issue.record("not opened"); return }
        #expect(try await store.isSpent(yes))
        #expect(try await claim(store, party: 3) == .spent)
    }

    @Test func whatIsNotWrittenSpendsNothing() async throws {
        let store = Store(home: home)
        let other = try await store.openIntent(try key(4), kind: .book, about: Intent(seating: "Bar"), now: now)
        guard case .opened = other else { Issue.record("not opened"); return }
        guard case .barred = try await claim(store, unless: { _ in true }) else { Issue.record("not barred"); return }
        #expect(try await claim(store, party: 4) == .exists)
        #expect(try await !store.isSpent(yes))
    }

    @Test func whatWasNeverSentGivesItBack() async throws {
        let store = Store(home: home)
        guard case .opened(let id) = try await claim(store) else { Issue.record("not opened"); return }
        try await store.close(id: id, state: .notBooked, reservationID: nil, returning: yes, now: now)
        #expect(try await !store.isSpent(yes))
        guard case .opened(let again) = try await claim(store) else { Issue.record("not opened"); return }
        try await store.close(id: again, state: .notBooked, reservationID: nil, now: now)
        #expect(try await store.isSpent(yes))
    }

    @Test func whatRanOutIsEmptiedAndThenForgotten() async throws {
        let store = Store(home: home)
        try await store.keep(agreement: "sealed", under: "h", until: now.adding(600), now: now)
        #expect(try await store.agreement(under: "h")?.sealed == "sealed")
        _ = try await store.spend(yes, now: now.adding(601))
        #expect(try await store.agreement(under: "h")?.sealed == "")
        _ = try await store.spend(Store.Yes(number: "m", expires: now), now: now.adding(600 + 86_401))
        #expect(try await store.agreement(under: "h") == nil)
        #expect(try await !store.isSpent(yes))
    }
}
