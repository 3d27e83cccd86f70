import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct StoreTests {
    private let folder: TempFolder
    private let home: Home
    private let store: Store
    private let now = Instant(seconds: 1_800_000_000)

    init() throws {
        folder = try TempFolder()
        home = folder.home
        store = Store(home: home)
    }

    // MARK: - The file

    @Test func makingOneTouchesNothing() throws {
        _ = Store(home: home)
        #expect(try Files.facts(home.path) == nil)
    }

    @Test func allItsFilesAreTheOwnersAlone() async throws {
        _ = try await store.claimTurn(host: "h", now: now, pause: 1)
        #expect(try folder.mode(home.path) == 0o700)
        for end in ["", "-wal", "-shm"] { #expect(try folder.mode(home.database + end) == 0o600, "\(end)") }
    }

    @Test func aFileOpenToOthersIsTightened() async throws {
        try Files.makeFolder(home.path)
        try folder.write("", to: home.database, mode: 0o644)
        _ = try await store.claimTurn(host: "h", now: now, pause: 1)
        for end in ["", "-wal", "-shm"] { #expect(try folder.mode(home.database + end) == 0o600, "\(end)") }
    }

    @Test func manyThatOpenAtOnceAllGetIn() async throws {
        let home = home
        let now = now
        let turns = try await withThrowingTaskGroup(of: Instant.self) { group in
            for _ in 0..<12 {
                group.addTask { try await Store(home: home).claimTurn(host: "h", now: now, pause: 2) }
            }
            return try await group.reduce(into: [Instant]()) { $0.append($1) }
        }
        #expect(turns.map(\.seconds).sorted() == (0..<12).map { now.seconds + Double($0) * 2 })
    }

    private func expectRefused(_ words: String) async throws {
        let before = folder.bytes(home.database)
        do {
            _ = try await store.claimTurn(host: "h", now: now, pause: 1)
            Issue.record("nothing thrown")
        } catch let error as ResyError {
            #expect(error.code == .resyError)
            #expect(error.message.contains(home.database) && error.message.contains(words), "\(error.message)")
            #expect(!error.hint.isEmpty)
        }
        #expect(folder.bytes(home.database) == before)
    }

    @Test func aFileThatIsNoDatabaseIsLeft() async throws {
        try Files.makeFolder(home.path)
        try folder.write(String(repeating: "not a database. ", count: 500), to: home.database)
        try await expectRefused("damaged")
    }

    @Test func aDamagedPageIsFoundAndLeft() async throws {
        do {
            let other = Store(home: home)
            for number in 0..<200 { _ = try await other.claimTurn(host: "host \(number)", now: now, pause: 1) }
            try await other.with { connection in
                _ = try connection.run("PRAGMA wal_checkpoint(TRUNCATE)") { (_) throws(SQLiteError) in }
            }
        }
        var bytes = try #require(folder.bytes(home.database))
        for index in 4096..<bytes.count { bytes[index] = 0xA5 }
        try Data(bytes).write(to: URL(fileURLWithPath: home.database))
        for end in ["-wal", "-shm"] { try Files.remove(home.database + end) }
        try await expectRefused("damaged")
    }

    /// As the first released layout left it: what it holds stays, and what came later is added.
    @Test func anOlderDatabaseIsBroughtUpToDate() async throws {
        let now = Instant(seconds: 1_800_000_000)
        do {
            let store = Store(home: home)
            _ = try await store.claimSignIn(account: "a", now: now)
        }
        do {
            let other = try Connection(path: home.database, busyMilliseconds: 1000)
            try other.run("DROP TABLE stops")
            try other.takeBackToSixth()
            try other.run("DROP INDEX journal_by_day")
            try other.run("DROP INDEX journal_by_reservation")
            try other.run("ALTER TABLE journal DROP COLUMN special_requests")
            try other.run("ALTER TABLE journal DROP COLUMN zone")
            try other.run("ALTER TABLE journal DROP COLUMN seen_at")
            try other.run("ALTER TABLE journal DROP COLUMN venue_name")
            try other.run("ALTER TABLE journal DROP COLUMN terms")
            try other.run("ALTER TABLE sign_ins DROP COLUMN succeeded")
            try other.run("PRAGMA user_version = 1")
        }
        #expect(Store.breakers(at: home.database, host: "h").isEmpty)
        #expect(Store.turnstile(at: home.database, host: "h") == nil)
        #expect(Store.lastStop(at: home.database, host: "h") == nil)
        let store = Store(home: home)
        #expect(try await store.claimTurn(host: "h", now: now, pause: 3) == now)
        #expect(Store.turnstile(at: home.database, host: "h")?.level?.asked == 1)
        try await store.tell(.calls, host: "h", of: .tripped(.read, .blocked, retryAt: nil), now: now)
        #expect(try await store.claimSignIn(account: "a", now: now, guard: SignInGuard(failures: 1)) != nil)
        let seen = try #require(Store.breakers(at: home.database, host: "h")[.calls])
        #expect(seen == (try await store.breaker(.calls, host: "h")))
        #expect(seen.standing(now)?.until == now.adding(900))
        // Another host is another matter.
        #expect(try await store.breaker(.calls, host: "other") == Breaker())
    }

    @Test func aNewerDatabaseIsLeft() async throws {
        try Files.makeFolder(home.path)
        do {
            let other = try Connection(path: home.database, busyMilliseconds: 0)
            try other.run("CREATE TABLE t (x)")
            try other.run("PRAGMA user_version = 99")
        }
        try await expectRefused("version 99")
    }

    @Test func anotherProgramsDatabaseIsLeft() async throws {
        try Files.makeFolder(home.path)
        do {
            let other = try Connection(path: home.database, busyMilliseconds: 0)
            try other.run("CREATE TABLE t (x)")
        }
        try await expectRefused("another program")
    }

    @Test func aLinkIsRefused() async throws {
        try Files.makeFolder(home.path)
        try folder.write("", to: folder.path + "/real")
        try FileManager.default.createSymbolicLink(
            atPath: home.database, withDestinationPath: folder.path + "/real")
        try await expectRefused("not a plain file")
    }

    @Test func whatFailedToOpenIsTriedAgain() async throws {
        try Files.makeFolder(home.path)
        try folder.write(
            "not a database, and long enough to tell: it has no header of one at all, none whatever, "
                + "so that SQLite sees at once that it cannot be one.", to: home.database)
        await #expect(throws: ResyError.self) { try await store.claimTurn(host: "h", now: now, pause: 1) }
        try Files.remove(home.database)
        #expect(try await store.claimTurn(host: "h", now: now, pause: 1) == now)
    }

    // MARK: - Turns

    @Test func turnsOfAHostFollowEachOther() async throws {
        #expect(try await store.claimTurn(host: "h", now: now, pause: 3) == now)
        #expect(try await store.claimTurn(host: "h", now: now.adding(1), pause: 2) == now.adding(3))
        #expect(try await store.claimTurn(host: "other", now: now, pause: 2) == now)
        #expect(try await store.claimTurn(host: "h", now: now.adding(60), pause: 2) == now.adding(60))
    }

    @Test func aClockSetBackBlocksNothing() async throws {
        _ = try await store.claimTurn(host: "h", now: now, pause: 3)
        #expect(try await store.claimTurn(host: "h", now: now.adding(-86_400), pause: 3) == now.adding(-86_400))
    }

    @Test func longPausesQueueAllTheSame() async throws {
        for number in 0..<6 {
            let turn = try await store.claimTurn(host: "h", now: now, pause: 60)
            #expect(turn == now.adding(Double(number) * 60))
        }
    }

    // MARK: - Sign-ins

    private func claim(_ account: String, _ second: Double) async throws -> SignInGuard.Refusal? {
        try await store.claimSignIn(account: account, now: now.adding(second))
    }

    @Test func signInsAreLimitedWithinTheWindow() async throws {
        for second in 0..<3 { #expect(try await claim("a", Double(second)) == nil) }
        #expect(try await claim("a", 10)?.until == now.adding(900))
        #expect(try await claim("b", 10) == nil)
        #expect(try await claim("a", 900) == nil)
    }

    @Test func aRightPasswordEndsTheCountOfThatAccountsWrongOnes() async throws {
        for second in 0..<2 { #expect(try await claim("a", Double(second)) == nil) }
        for second in 3..<6 { #expect(try await claim("b", Double(second)) == nil) }
        try await store.noteSignedIn(account: "a")
        for second in 6..<9 { #expect(try await claim("a", Double(second)) == nil) }
        #expect(try await claim("a", 10)?.until == now.adding(906))
        #expect(try await claim("b", 10)?.cause == .failures)
        #expect(try await store.signIns(account: "a", since: now.adding(-1)) == 5)
    }

    @Test func manyAtOnceDoNotPassTheLimit() async throws {
        let home = home
        let now = now
        let granted = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask { try await Store(home: home).claimSignIn(account: "a", now: now) == nil }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(granted == 3)
    }

    // MARK: - Tokens

    @Test func aTokenIsSpentOnce() async throws {
        let home = home
        let now = now
        let spent = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask { try await Store(home: home).spend(Self.yes("n", now), now: now) }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(spent == 1)
        #expect(try await store.spend(Self.yes("m", now), now: now))
    }

    private static func yes(_ number: String, _ now: Instant) -> Store.Yes {
        Store.Yes(number: number, expires: now.adding(600))
    }
}
