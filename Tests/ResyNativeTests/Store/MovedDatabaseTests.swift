import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative

/// Somebody moves the database away while a server has it open: there is one journal all the same.
@Suite(.timeLimit(.minutes(1))) struct MovedDatabaseTests {
    private let folder: TempFolder
    private let home: Home
    private let now = Instant(seconds: 1_800_000_000)
    private let intent = Intent(seating: "Patio")

    init() throws {
        folder = try TempFolder()
        home = folder.home
    }

    private func key(party: Int = 2) throws -> JournalKey {
        JournalKey(
            account: "a", venue: 1, day: try #require(CalendarDay(iso: "2027-02-14")),
            time: try #require(TimeOfDay(clock: "19:00")), party: party)
    }

    private func moveAway() throws {
        for end in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: home.database + end) {
            try FileManager.default.moveItem(atPath: home.database + end, toPath: home.path + "/away.sqlite" + end)
        }
    }

    @Test func theNextIntentStandsInTheNewOne() async throws {
        let (server, other) = (Store(home: home), Store(home: home))
        _ = try await server.claimTurn(host: "h", now: now, pause: 1)
        try moveAway()
        #expect(try await other.openIntent(try key(), kind: .book, about: intent, now: now) != .exists)
        #expect(try await server.openIntent(try key(), kind: .book, about: intent, now: now) == .exists)
    }

    @Test func whatIsUnderWayEndsInTheOldOneAndNothingElseBegins() async throws {
        let (server, other) = (Store(home: home), Store(home: home))
        guard case .opened(let id) = try await server.openIntent(try key(), kind: .book, about: intent, now: now) else {
            Issue.record("not opened")
            return
        }
        try moveAway()
        guard
            case .opened(let same) = try await other.openIntent(try key(party: 3), kind: .book, about: intent, now: now)
        else {
            Issue.record("not opened")
            return
        }
        #expect(same == id)
        await #expect(throws: ResyError.self) {
            try await server.openIntent(try key(party: 4), kind: .book, about: intent, now: now)
        }
        try await server.close(id: id, state: .notBooked, reservationID: nil, now: now)
        // Not the other process's entry of the same number.
        #expect(try await other.entry(for: try key(party: 3), kind: .book)?.isOpen == true)
        #expect(try await server.openIntent(try key(party: 3), kind: .book, about: intent, now: now) == .exists)
    }
}
