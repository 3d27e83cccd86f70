@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct SQLiteTests {
    private func memory() throws(SQLiteError) -> Connection {
        let connection = try Connection(path: ":memory:", busyMilliseconds: 0)
        try connection.run("CREATE TABLE t (i INTEGER, r REAL, s TEXT UNIQUE) STRICT")
        return connection
    }

    /// What is written without a sync leaves the next transaction as safe as before, also where it fails.
    @Test func syncsAgainAfterWhatMayBeLost() throws {
        let folder = try TempFolder()
        let connection = try Connection(path: folder.path + "/light.sqlite", busyMilliseconds: 100)
        try connection.useWAL()
        try connection.run("PRAGMA synchronous = FULL")
        func level() throws -> Int? {
            try connection.run("SELECT synchronous FROM pragma_synchronous") { (row) throws(SQLiteError) in
                row.integer(0)
            }.first
        }
        try connection.run("CREATE TABLE t (n INTEGER) STRICT")
        for number in 0..<4 {
            try connection.lightTransaction { () throws(SQLiteError) in
                try connection.run("INSERT INTO t VALUES (?)", [.integer(number)])
            }
            #expect(try level() == 2)
            #expect(throws: SQLiteError.self) {
                try connection.withoutSync { () throws(SQLiteError) in
                    try connection.run("INSERT INTO t VALUES (?)", [.text("no number")])
                }
            }
            #expect(try level() == 2)
        }
        try connection.withoutSync { () throws(SQLiteError) in
            let level = try connection.run("SELECT synchronous FROM pragma_synchronous") { (row) throws(SQLiteError) in
                row.integer(0)
            }
            #expect(level == [1])
        }
    }

    @Test func valuesComeBackAsTheyWere() throws {
        let connection = try memory()
        let text = "é\u{0}x'; --"
        try connection.run("INSERT INTO t VALUES (?, ?, ?)", [.integer(.max), .real(0.1), .text(text)])
        try connection.run("INSERT INTO t VALUES (?, ?, ?)", [.integer(nil), .null, .text("")])
        let rows = try connection.run("SELECT i, r, s FROM t ORDER BY rowid") { (row) throws(SQLiteError) in
            (row.optionalInteger(0), row.isNull(1) ? nil : row.real(1), row.optionalText(2))
        }
        #expect(rows[0] == (.max, 0.1, text))
        #expect(rows[1] == (nil, nil, ""))
    }

    @Test func aTransactionThatThrowsLeavesNothing() throws {
        let connection = try memory()
        #expect(throws: SQLiteError.self) {
            try connection.transaction { () throws(SQLiteError) in
                try connection.run("INSERT INTO t VALUES (1, 1.0, 'a')")
                try connection.run("INSERT INTO t VALUES (1, 1.0, 'a')")
            }
        }
        let count = try connection.run("SELECT count(*) FROM t") { (row) throws(SQLiteError) in row.integer(0) }
        #expect(count == [0])
    }

    @Test func anErrorTellsTheStatementAndNoValue() throws {
        let connection = try memory()
        try connection.run("INSERT INTO t VALUES (1, 1.0, ?)", [.text("secret")])
        let error = #expect(throws: SQLiteError.self) {
            try connection.run("INSERT INTO t VALUES (1, 1.0, ?)", [.text("secret")])
        }
        #expect(error?.isConstraint == true)
        #expect(error?.sql == "INSERT INTO t VALUES (1, 1.0, ?)")
        #expect(error?.reason.contains("secret") == false)
    }

    @Test func aWriterThatWaitsTooLongIsToldItIsBusy() throws {
        let folder = try TempFolder()
        let path = folder.path + "/db"
        let first = try Connection(path: path, busyMilliseconds: 0)
        let second = try Connection(path: path, busyMilliseconds: 0)
        try first.run("BEGIN IMMEDIATE")
        let error = #expect(throws: SQLiteError.self) { try second.run("BEGIN IMMEDIATE") }
        #expect(error?.isBusy == true)
        try first.run("COMMIT")
    }

    @Test func aTransactionHoldsTheWriteLockFromItsStart() throws {
        let folder = try TempFolder()
        let first = try Connection(path: folder.path + "/db", busyMilliseconds: 0)
        let second = try Connection(path: folder.path + "/db", busyMilliseconds: 0)
        try first.run("CREATE TABLE t (i INTEGER)")
        try first.transaction { () throws(SQLiteError) in
            let error = #expect(throws: SQLiteError.self) { try second.run("BEGIN IMMEDIATE") }
            #expect(error?.isBusy == true)
        }
    }

    @Test func aStatementRunAgainKnowsNothingOfTheLastTime() throws {
        let connection = try memory()
        for number in 0..<5 {
            // The last two are not given the second time on: nothing bound before may stand in for them.
            let values: [SQLValue] = number == 0 ? [.integer(0), .real(0.5), .text("a")] : [.integer(number)]
            try connection.run("INSERT INTO t VALUES (?, ?, ?)", values)
        }
        let rows = try connection.run("SELECT i, s FROM t ORDER BY rowid") { (row) throws(SQLiteError) in
            "\(row.integer(0)) \(row.optionalText(1) ?? "-")"
        }
        #expect(rows == ["0 a", "1 -", "2 -", "3 -", "4 -"])
    }

    @Test func aStatementMayRunWhileItsOwnRowsAreRead() throws {
        let connection = try memory()
        for number in 0..<3 { try connection.run("INSERT INTO t (i) VALUES (?)", [.integer(number)]) }
        func counts(_ depth: Int) throws(SQLiteError) -> Int {
            try connection.run("SELECT i FROM t") { (_) throws(SQLiteError) in depth == 0 ? 1 : try counts(depth - 1) }
                .reduce(0, +)
        }
        for _ in 0..<3 { #expect(try counts(2) == 27) }
    }

    @Test func aStatementThatFailedIsRunAnew() throws {
        let connection = try memory()
        for _ in 0..<3 {
            try connection.run("INSERT OR IGNORE INTO t VALUES (1, 1.0, 'a')")
            #expect(throws: SQLiteError.self) { try connection.run("INSERT INTO t VALUES (1, 1.0, 'a')") }
            #expect(throws: SQLiteError.self) {
                try connection.run("SELECT i FROM t") { (row) throws(SQLiteError) in
                    throw SQLiteError(code: SQLiteTests.corrupt, reason: "", sql: "")
                }
            }
        }
        #expect(try connection.run("SELECT i FROM t") { (row) throws(SQLiteError) in row.integer(0) } == [1])
    }

    @Test func aStatementSeesALayoutThatAnotherChanged() throws {
        let folder = try TempFolder()
        let first = try Connection(path: folder.path + "/db", busyMilliseconds: 0)
        let second = try Connection(path: folder.path + "/db", busyMilliseconds: 0)
        try first.run("CREATE TABLE t (i INTEGER)")
        try first.run("INSERT INTO t VALUES (1)")
        func all() throws(SQLiteError) -> [Int] {
            try first.run("SELECT * FROM t") { (row) throws(SQLiteError) in row.integer(0) }
        }
        for _ in 0..<3 { #expect(try all() == [1]) }
        try second.run("DROP TABLE t")
        try second.run("CREATE TABLE t (j INTEGER, k INTEGER)")
        try second.run("INSERT INTO t VALUES (2, 3)")
        #expect(try all() == [2])
    }

    /// A statement that still held its rows would keep a log from being folded into the database.
    @Test func aStatementThatRestsHoldsNothing() throws {
        let folder = try TempFolder()
        let reader = try Connection(path: folder.path + "/db", busyMilliseconds: 0)
        let writer = try Connection(path: folder.path + "/db", busyMilliseconds: 0)
        try writer.useWAL()
        try writer.run("CREATE TABLE t (i INTEGER)")
        for number in 0..<3 {
            try reader.run("SELECT i FROM t") { (_) throws(SQLiteError) in }
            try writer.run("INSERT INTO t VALUES (?)", [.integer(number)])
        }
        let (isBusy, log, folded) = try #require(
            try writer.run("PRAGMA wal_checkpoint(TRUNCATE)") { (row) throws(SQLiteError) in
                (row.integer(0), row.integer(1), row.integer(2))
            }.first)
        #expect((isBusy, log, folded) == (0, 0, 0))
    }

    private static let corrupt: Int32 = 11
}
