import Foundation
import Testing

@testable import ResyDomain

@testable import ResyNative

/// What the database keeps of watches, over processes.
@Suite(.timeLimit(.minutes(1))) struct StoreWatchesTests {
    private static let day = CalendarDay(iso: "2026-11-14")!
    private static let now = Instant(seconds: 1_794_330_000)

    private static func watch(_ change: (inout Watch) -> Void = { _ in }) -> Watch {
        var venue = Venue(id: 5, name: "Carbone")
        venue.zone = Zone(named: "America/New_York")
        var watch = Watch(
            id: 0, venue: venue, days: [day, day.adding(days: 1)], party: 2,
            hours: WatchedHours(
                preferred: .at(TimeOfDay(clock: "12:30")!), earliest: try? TimeText.parse("8"), latest: nil),
            seating: "Bar's \"corner\"", mostFee: 12.5, until: day,
            earlierThan: Watch.HeldTable(id: 9, venue: 5, day: day, time: TimeOfDay(clock: "00:30")!), createdAt: now)
        change(&watch)
        return watch
    }

    private func onStore(_ play: (Store, Home) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watches-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let home = Home(folder)
        try await play(Store(home: home), home)
    }

    @Test func anotherProcessReadsWhatWasWritten() async throws {
        try await onStore { store, home in
            guard case .added(let added) = try await store.add(Self.watch(), now: Self.now) else {
                Issue.record("not added")
                return
            }
            #expect(added.id == 1)
            #expect(try await Store(home: home).watches(now: Self.now) == [added])
        }
    }

    @Test func whatIsOverIsForgottenAndItsMessageIsNot() async throws {
        try await onStore { store, _ in
            _ = try await store.add(Self.watch(), now: Self.now)
            let table = WatchMessage.Table(
                evening: Self.day.adding(days: 5), day: Self.day.adding(days: 5), time: TimeOfDay(clock: "19:00")!,
                seating: "Bar", charges: [.notStated("USD", from: .tables)], isBookable: false)
            let message = WatchMessage(venue: Self.watch().venue, party: 2, tables: [table], seenAt: Self.now)
            try await store.settle(
                Store.WatchLook(watch: 1, present: [:], message: message, nextLook: Self.now), now: Self.now)
            let later = Self.now.adding(6 * 86_400)
            #expect(try await store.watches(now: later).isEmpty)
            #expect(try await store.waitingMessages(now: later).map(\.message) == [message])
            // Its table is past: there is nothing left to tell.
            #expect(try await store.waitingMessages(now: later.adding(5 * 86_400)).isEmpty)
        }
    }

    @Test func aWatchThatIsRemovedSendsNothingMore() async throws {
        try await onStore { store, _ in
            _ = try await store.add(Self.watch(), now: Self.now)
            let table = WatchMessage.Table(
                evening: Self.day, day: Self.day, time: TimeOfDay(clock: "19:00")!, seating: "Bar", charges: [],
                isBookable: true)
            let message = WatchMessage(venue: Self.watch().venue, party: 2, tables: [table], seenAt: Self.now)
            let look = Store.WatchLook(watch: 1, present: [:], message: message, nextLook: Self.now)
            try await store.settle(look, now: Self.now)
            #expect(try await store.remove(watch: 1)?.id == 1)
            #expect(try await store.waitingMessages(now: Self.now).isEmpty)
            // A tick that was on its way meanwhile leaves nothing either.
            try await store.settle(look, now: Self.now)
            #expect(try await store.waitingMessages(now: Self.now).isEmpty)
            #expect(try await store.remove(watch: 1) == nil)
        }
    }

    @Test func toldTablesAreThoseOfTheLastLook() async throws {
        try await onStore { store, _ in
            _ = try await store.add(Self.watch(), now: Self.now)
            func table(_ clock: String) -> WatchedTable {
                WatchedTable(evening: Self.day, time: TimeOfDay(clock: clock)!, seating: "Bar")
            }
            for tables in [[table("19:00"), table("20:00")], [table("20:00")], []] as [Set<WatchedTable>] {
                try await store.settle(
                    Store.WatchLook(watch: 1, present: [Self.day: tables], message: nil, nextLook: Self.now),
                    now: Self.now)
                #expect(try await store.told(ofWatch: 1, on: Self.day) == tables)
            }
            #expect(try await store.told(ofWatch: 1, on: Self.day.adding(days: 1)).isEmpty)
            #expect(try await store.looks(ofWatch: 1) == [Self.day: Self.now])
        }
    }

    @Test func theDoctorReadsWithoutMakingAFile() async throws {
        try await onStore { store, home in
            #expect(Store.watching(at: home.database, host: "h", now: Self.now) == nil)
            #expect(!FileManager.default.fileExists(atPath: home.database))
            _ = try await store.add(Self.watch(), now: Self.now)
            try await store.noteTick(host: "h", now: Self.now)
            try await store.pauseTicks(WatchPause(.blocked, now: Self.now, retryAt: nil), host: "h")
            let read = try #require(Store.watching(at: home.database, host: "h", now: Self.now))
            #expect(read.watches == 1 && read.state.lastTick == Self.now && read.state.pause?.cause == .blocked)
            #expect(Store.watching(at: home.database, host: "other", now: Self.now)?.state.pause == nil)
        }
    }
}
