internal import CSQLite
internal import ResyDomain

/// A failure of SQLite, with its extended code and the statement's text; never a bound value.
struct SQLiteError: Error, Sendable, Equatable {
    var code: Int32
    var reason: String
    var sql: String

    /// `SQLITE_IOERR_SHMSIZE`, which its header builds by a macro that cannot be imported.
    private static let sharedMemorySize = SQLITE_IOERR | 19 << 8

    /// The primary code: what kind of failure it is.
    var primary: Int32 { code & 0xff }
    var isBusy: Bool { primary == SQLITE_BUSY || primary == SQLITE_LOCKED }
    var isConstraint: Bool { primary == SQLITE_CONSTRAINT }
    var isDamaged: Bool { primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB }
    /// Also where the index beside a log, which is made in memory that the file system lends, could not grow.
    var isFull: Bool { primary == SQLITE_FULL || code == Self.sharedMemorySize }
    var isReadOnly: Bool { primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN || primary == SQLITE_PERM }
}

enum SQLValue: Sendable {
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])
    case null

    static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
    static func integer(_ value: Int?) -> SQLValue { value.map { .integer($0) } ?? .null }
    static func real(_ value: Double?) -> SQLValue { value.map { .real($0) } ?? .null }
    static func instant(_ value: Instant?) -> SQLValue { value.map { .real($0.seconds) } ?? .null }
}

/// One connection. Ends with `close_v2`, which waits for statements that still live.
struct Connection: ~Copyable {
    fileprivate let raw: OpaquePointer
    private let kept: KeptStatements

    /// Opens or creates the file; `:memory:` for none. Read-only: never creates it. At rest: nobody else has it open, so
    /// that reading it needs no files beside it.
    init(
        path: String, busyMilliseconds: Int32, isReadOnly: Bool = false, isAtRest: Bool = false
    ) throws(SQLiteError) {
        var opened: OpaquePointer?
        let access = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        let name =
            isAtRest
            ? "file:\(steps.map { PercentEncoding.query(String($0)) }.joined(separator: "/"))?immutable=1" : path
        let flags = SQLITE_OPEN_NOMUTEX | access | (isAtRest ? SQLITE_OPEN_URI : 0)
        let status = sqlite3_open_v2(name, &opened, flags, nil)
        guard let opened else { throw SQLiteError(code: status, reason: "out of memory", sql: "open") }
        guard status == SQLITE_OK else {
            let error = SQLiteError(
                code: sqlite3_extended_errcode(opened), reason: String(cString: sqlite3_errmsg(opened)), sql: "open")
            sqlite3_close_v2(opened)
            throw error
        }
        // After all that may throw: Swift 6.2 loses what was set before.
        kept = KeptStatements()
        raw = opened
        sqlite3_extended_result_codes(raw, 1)
        // As SQLite's own, which has nobody else to think of.
        sqlite3_busy_handler(
            raw, { BusyTurn(number: $1, limit: Int(bitPattern: $0)).wait() ? 1 : 0 },
            UnsafeMutableRawPointer(bitPattern: Int(busyMilliseconds)))
    }

    deinit {
        kept.removeAll()
        sqlite3_close_v2(raw)
    }

    /// Runs one statement; `StaticString`, so that SQL is never built from values.
    @discardableResult
    func run<R>(
        _ sql: StaticString, _ values: [SQLValue] = [], row read: (borrowing Row) throws(SQLiteError) -> R
    ) throws(SQLiteError) -> [R] {
        let statement: Statement
        if let idle = kept.take(sql) { statement = idle } else { statement = try Statement(sql, on: self) }
        for (index, value) in values.enumerated() { try statement.bind(value, at: Int32(index + 1)) }
        var rows: [R] = []
        while try statement.step() { rows.append(try read(Row(statement.raw))) }
        kept.put(statement)
        return rows
    }

    func run(_ sql: StaticString, _ values: [SQLValue] = []) throws(SQLiteError) {
        try run(sql, values) { (_) throws(SQLiteError) in }
    }

    /// Readers and one writer at a time from here on. Kept in the file, so only the first of all does anything.
    ///
    /// SQLite does not always wait for its turn here: of two processes that switch at once one may be refused.
    func useWAL() throws(SQLiteError) {
        var attempts = 0
        while true {
            do throws(SQLiteError) {
                try run("PRAGMA journal_mode = WAL") { (_) throws(SQLiteError) in }
                return
            } catch {
                attempts += 1
                guard error.isBusy, attempts < 100 else { throw error }
                SharedThread.willWait()
                sqlite3_sleep(20)
            }
        }
    }

    var lastInsertedID: Int { Int(sqlite3_last_insert_rowid(raw)) }
    var changes: Int { Int(sqlite3_changes(raw)) }

    /// Takes the write lock at once, so that a read inside cannot be overtaken; rolls back on a throw.
    func transaction<R>(_ work: () throws(SQLiteError) -> R) throws(SQLiteError) -> R {
        try syncAgain()
        return try change(work)
    }

    /// The same, which may be lost with the power.
    func lightTransaction<R>(_ work: () throws(SQLiteError) -> R) throws(SQLiteError) -> R {
        try withoutSync { () throws(SQLiteError) in try change(work) }
    }

    private func change<R>(_ work: () throws(SQLiteError) -> R) throws(SQLiteError) -> R {
        try run("BEGIN IMMEDIATE")
        do {
            let result = try work()
            try run("COMMIT")
            return result
        } catch {
            try? run("ROLLBACK")
            throw error
        }
    }

    /// What is written inside survives this process, and may be lost with the power: for what the next call finds out
    /// again. Nothing is ever half written, and what is synced later takes it along.
    func withoutSync<R>(_ work: () throws(SQLiteError) -> R) throws(SQLiteError) -> R {
        try setSync("PRAGMA synchronous = NORMAL")
        kept.isUnsynced = true
        let result: Result<R, SQLiteError>
        do throws(SQLiteError) { result = .success(try work()) } catch { result = .failure(error) }
        try syncAgain()
        return try result.get()
    }

    private func syncAgain() throws(SQLiteError) {
        guard kept.isUnsynced else { return }
        try setSync("PRAGMA synchronous = FULL")
        kept.isUnsynced = false
    }

    /// It takes effect when it is prepared, so that a kept statement would do nothing.
    private func setSync(_ sql: StaticString) throws(SQLiteError) {
        let statement = try Statement(sql, on: self)
        _ = try statement.step()
    }

    fileprivate func failure(_ code: Int32, _ sql: String) -> SQLiteError {
        SQLiteError(code: code, reason: String(cString: sqlite3_errmsg(raw)), sql: sql)
    }
}

/// The statements that a connection prepared and nobody is running now.
///
/// The few that a call needs are asked for again and again, and to prepare one costs more than to run it. One that is taken
/// is its taker's alone; one that fails is not put back.
private final class KeptStatements {
    private var idle: [UnsafePointer<UInt8>: Statement] = [:]
    /// Once is not enough: what opens a database is never run again.
    private var known: Set<UnsafePointer<UInt8>> = []
    /// Writes may be lost with the power at the moment.
    var isUnsynced = false

    func take(_ sql: StaticString) -> Statement? {
        idle.removeValue(forKey: sql.utf8Start)
    }

    func put(_ statement: Statement) {
        guard !known.insert(statement.sql.utf8Start).inserted else { return }
        statement.rest()
        idle[statement.sql.utf8Start] = statement
    }

    func removeAll() { idle = [:] }
}

/// A prepared statement; finalized when it goes, on a throw too.
private final class Statement {
    let raw: OpaquePointer
    let sql: StaticString
    private let database: OpaquePointer

    init(_ sql: StaticString, on connection: borrowing Connection) throws(SQLiteError) {
        var prepared: OpaquePointer?
        let status = sql.withUTF8Buffer { text in
            text.withMemoryRebound(to: CChar.self) {
                sqlite3_prepare_v2(connection.raw, $0.baseAddress, CInt($0.count), &prepared, nil)
            }
        }
        guard status == SQLITE_OK, let prepared else { throw connection.failure(status, sql.description) }
        raw = prepared
        database = connection.raw
        self.sql = sql
    }

    deinit { sqlite3_finalize(raw) }

    /// Lets go of the database and of what was bound.
    func rest() {
        sqlite3_reset(raw)
        sqlite3_clear_bindings(raw)
    }

    func bind(_ value: SQLValue, at index: Int32) throws(SQLiteError) {
        let status =
            switch value {
            case .integer(let number): sqlite3_bind_int64(raw, index, Int64(number))
            case .real(let number): sqlite3_bind_double(raw, index, number)
            case .text(let text):
                sqlite3_bind_text(raw, index, text, Int32(text.utf8.count), resy_sqlite_transient())
            case .blob(let bytes):
                sqlite3_bind_blob(raw, index, bytes, Int32(bytes.count), resy_sqlite_transient())
            case .null: sqlite3_bind_null(raw, index)
            }
        guard status == SQLITE_OK else { throw failure(status) }
    }

    /// True while there is a row.
    func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(raw) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let status: throw failure(status)
        }
    }

    private func failure(_ status: Int32) -> SQLiteError {
        SQLiteError(code: status, reason: String(cString: sqlite3_errmsg(database)), sql: sql.description)
    }
}

/// The current row of a statement; valid inside the closure that it is given to.
struct Row: ~Copyable {
    private let raw: OpaquePointer

    fileprivate init(_ raw: OpaquePointer) { self.raw = raw }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(raw, column) == SQLITE_NULL }
    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(raw, column)) }
    func real(_ column: Int32) -> Double { sqlite3_column_double(raw, column) }
    func instant(_ column: Int32) -> Instant { Instant(seconds: real(column)) }

    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(raw, column) else { return "" }
        let count = Int(sqlite3_column_bytes(raw, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
    func optionalInteger(_ column: Int32) -> Int? { isNull(column) ? nil : integer(column) }
    func optionalReal(_ column: Int32) -> Double? { isNull(column) ? nil : real(column) }
    func optionalInstant(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }
}

/// What is linked in, for `--version`.
package enum SQLiteVersion {
    package static var text: String { String(cString: sqlite3_libversion()) }
}
