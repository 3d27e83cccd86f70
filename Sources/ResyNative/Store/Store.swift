internal import ResyDomain

/// What this home remembers: venues found, tables booked, and the counters that processes share.
///
/// Made without touching a file; the database opens at the first call that needs it. Holds no secret, no e-mail
/// and no card. Every method throws `ResyError`, with the file and the mend.
package actor Store {
    private let home: Home
    private var shelf: Shelf?
    /// Intents of this process that have no outcome yet: they are closed in the file that has them.
    private var intents: Set<Int> = []
    let venues = StoredVenues()

    /// Keeps the one connection, which cannot be copied, where an optional can.
    private final class Shelf {
        let connection: Connection
        let file: Files.Identity?

        init(_ connection: consuming Connection, _ file: Files.Identity?) {
            self.connection = connection
            self.file = file
        }
    }

    package init(home: Home) {
        self.home = home
    }

    /// Runs work on the one connection, opened on the way if need be.
    func with<R>(_ work: (borrowing Connection) throws -> R) throws -> R {
        do {
            // One that was moved away or deleted would be a journal of our own, unseen by the other processes.
            if isMoved, intents.isEmpty { shelf = nil }
            if shelf == nil { shelf = Shelf(try open(), Files.identity(home.database)) }
            guard let shelf else { preconditionFailure("opened above") }
            return try work(shelf.connection)
        } catch let error as SQLiteError {
            throw explained(error)
        } catch MigrationError.newer(let version) {
            throw unusable(.newer(version: version), .updateOrMove)
        } catch MigrationError.foreign {
            throw unusable(.foreign, .moveHome)
        } catch MigrationError.damaged {
            throw damaged
        }
    }

    private var isMoved: Bool { shelf.map { $0.file != Files.identity(home.database) } ?? false }

    /// Before an intent is written: it must stand where other processes look.
    func refuseMovedFile() throws {
        guard isMoved, !intents.isEmpty else { return }
        throw unusable(.moved, .nothingSentCallAgain)
    }

    func began(intent id: Int) { intents.insert(id) }

    func ended(intent id: Int) { intents.remove(id) }

    private func open() throws -> Connection {
        try home.prepare()
        try home.makePrivateFile(home.database)
        let opened = try Connection(path: home.database, busyMilliseconds: 5000)
        // Before anything is written: the switch to WAL already changes the file.
        try Migrations.check(opened)
        try opened.useWAL()
        try opened.run("PRAGMA synchronous = FULL")
        // Kibibytes: the rows that a call needs are few, and the default would let the process grow by 2 MB in time.
        try opened.run("PRAGMA cache_size = -512")
        try Migrations.run(on: opened)
        return opened
    }

    /// The layout's version in the file and whether SQLite finds it sound; opens it read-only and makes nothing.
    static func inspect(_ path: String) throws(SQLiteError) -> (version: Int, isSound: Bool) {
        let wasAtRest = !isInUse(path)
        let connection = try look(at: path)
        let version = try connection.run("PRAGMA user_version") { (row) throws(SQLiteError) in row.integer(0) }.first
        let verdict = try connection.run("PRAGMA quick_check(1)") { (row) throws(SQLiteError) in row.text(0) }.first
        // Somebody opened it meanwhile, and what was read may be half of a change.
        if verdict != "ok", wasAtRest, isInUse(path) { return try inspect(path) }
        return (version ?? 0, verdict == "ok")
    }

    /// Read-only, and without making a file: a database that is open nowhere has no log beside it, and reading it as one
    /// in use would leave an empty one there.
    static func look(at path: String) throws(SQLiteError) -> Connection {
        try Connection(path: path, busyMilliseconds: 1000, isReadOnly: true, isAtRest: !isInUse(path))
    }

    private static func isInUse(_ path: String) -> Bool { ((try? Files.facts(path + "-wal")) ?? nil) != nil }

    private func explained(_ error: SQLiteError) -> ResyError {
        if error.isDamaged { return damaged }
        if error.isBusy { return unusable(.locked, .closeOthers) }
        if error.isFull { return unusable(.full, .makeRoom) }
        if error.isReadOnly { return unusable(.readOnly, .checkFolder) }
        return unusable(.failed(code: Int(error.code)), .runDoctor)
    }

    private var damaged: ResyError { unusable(.damaged, .startAnew) }

    private func unusable(_ fault: DatabaseFault, _ advice: FileAdvice) -> ResyError {
        ResyError(.resyError, .files(.database(path: home.database, fault)), advice: [.files(advice)])
    }
}
