import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct SQLiteTests {
    private func memory() throws(SQLiteError) -> Connection {
        let connection = try Connection(path: ":memory:", busyMilliseconds: 0)
        try connection.run("CREATE TABLE t (i INTEGER, r REAL, s TEXT UNIQUE) STRICT")
        return connection
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
}
