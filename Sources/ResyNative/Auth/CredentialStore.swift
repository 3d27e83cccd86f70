package import ResyDomain

/// Secrets at rest: `.credentials/.key` and `.credentials/{platform}.enc`, a Fernet token of a JSON object.
///
/// A folder of the Python tool with the same names is used as it is. Every method throws `ResyError` and leaves
/// damaged or foreign files untouched.
package final class CredentialStore: Sendable {
    private let home: Home
    private let now: @Sendable () -> Instant
    private let report: @Sendable (FileFinding) -> Void
    private let redactor: Redactor
    private let tightened = Lock<[FileFinding]>([])
    /// What was read last, by platform: each request asks for it.
    private let kept = Lock<[String: Kept]>([:])

    private struct Kept: Sendable {
        let files: SealedFiles
        let credentials: Credentials
        /// How much the redactor had taken then.
        var registeredAt: Int
    }

    /// The folder and what lies in it, as they were when they were read.
    private struct SealedFiles: Sendable, Equatable {
        let folder: Files.Facts
        let sealed: Files.Stamp
        let key: Files.Stamp

        var areSettled: Bool { sealed.isSettled && key.isSettled }
    }

    /// `now` stamps the tokens that are written, `report` takes each thing that was found too open and has
    /// been tightened, and `redactor` is told of every secret that is read or written.
    package init(
        home: Home, now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (FileFinding) -> Void = { _ in },
        redactor: Redactor = Redactor()
    ) {
        self.home = home
        self.now = now
        self.report = report
        self.redactor = redactor
    }

    /// What was found too open and has been tightened, for the log.
    package var notices: [FileFinding] { tightened.withLock { $0 } }

    package func has(_ platform: String) throws -> Bool {
        try explaining { () throws(FileFault) in try Files.facts(path(of: platform)) != nil }
    }

    /// Nil where nothing is stored; an absent home is not made by reading.
    package func get(_ platform: String) throws -> Credentials? {
        let files = sealedFiles(platform)
        if let files, var kept = kept.withLock({ $0[platform] }), kept.files == files {
            let arrivals = redactor.arrivals
            if arrivals - kept.registeredAt >= Redactor.longestUnrepeated {
                redactor.register(kept.credentials)
                kept.registeredAt = arrivals
                let again = kept
                self.kept.withLock { $0[platform] = again }
            }
            return kept.credentials
        }
        let credentials = try document(platform).map { known($0) }
        // Written meanwhile, or a moment ago: it is read again.
        if let credentials, let files, files.areSettled, sealedFiles(platform) == files {
            let now = Kept(files: files, credentials: credentials, registeredAt: redactor.arrivals)
            kept.withLock { $0[platform] = now }
        } else {
            forget(platform)
        }
        return credentials
    }

    /// Nil where one of them is missing, or not to be looked at without a word.
    private func sealedFiles(_ platform: String) -> SealedFiles? {
        guard let folder = (try? Files.facts(home.credentials)) ?? nil, folder.isFolder, folder.isOurs,
            folder.mode & 0o077 == 0, let sealed = Files.stamp(path(of: platform)), let key = Files.stamp(keyPath)
        else { return nil }
        return SealedFiles(folder: folder, sealed: sealed, key: key)
    }

    private func forget(_ platform: String) { kept.withLock { $0[platform] = nil } }

    /// The same, and leaves modes that are too open as they are.
    package func look(_ platform: String) throws -> Credentials? {
        try document(platform, tightens: false).map { known($0) }
    }

    package func save(_ platform: String, _ credentials: Credentials) async throws {
        try await update(platform) { $0 = credentials }
    }

    package func delete(_ platform: String) throws {
        forget(platform)
        try explaining { () throws(FileFault) in try Files.remove(path(of: platform)) }
    }

    /// Removes what is stored for the platform, half-written drafts of it, and the key unless other files need it.
    /// Answers the paths that are gone. Reads none of them, so damaged ones go as well.
    package func deleteAll(_ platform: String) throws -> [String] {
        forget(platform)
        return try explaining { () throws(FileFault) in
            let names = try Files.names(in: home.credentials)
            let isOurs = { (name: String) in
                name == "\(platform).enc"
                    || name.hasSuffix(".tmp") && (name.hasPrefix("\(platform).enc.") || name.hasPrefix(".key."))
            }
            var removed: [String] = []
            for name in names where isOurs(name) {
                try Files.remove("\(home.credentials)/\(name)")
                removed.append("\(home.credentials)/\(name)")
            }
            if names.contains(".key"), !names.contains(where: { $0.hasSuffix(".enc") && !isOurs($0) }) {
                try Files.remove(keyPath)
                removed.append(keyPath)
            }
            return removed
        }
    }

    /// Reads, changes and writes under a lock, so that no process overwrites another's change.
    package func update(
        _ platform: String, _ change: @Sendable (inout Credentials?) throws -> Void
    ) async throws {
        try prepare()
        // Other processes are waited for by the machine's clock, whatever `now` says.
        let clock = SystemClock()
        let lock = try await lock("store", until: clock.now.adding(10), clock: clock)
        defer { lock.release() }
        forget(platform)
        let before = try document(platform)
        var credentials = before.map { known($0) }
        try change(&credentials)
        if let credentials {
            redactor.register(credentials)
            try write(platform, credentials.json(over: before))
        } else {
            try delete(platform)
        }
    }

    /// Held while signing in, over all processes of this home.
    func lockSignIn(until deadline: Instant, clock: any WallClock) async throws -> FileLock {
        try prepare()
        return try await lock("sign-in", until: deadline, clock: clock)
    }

    /// The Fernet key's text; made at first use. Two processes that do so at once end with one key.
    package func key() throws -> Secret {
        try prepare()
        return try explaining { () throws(FileFault) in
            if let key = try readKey() { return key }
            // A new key would make what the lost one sealed look damaged, and the lost one useless once it is found.
            let sealed = try Files.names(in: home.credentials).first { $0.hasSuffix(".enc") }
            // Looked at once more: another process may have made the first key and sealed with it in between.
            if let sealed, try Files.facts(keyPath) == nil { throw keyless("\(home.credentials)/\(sealed)") }
            _ = try Files.create(keyPath, with: Fernet.newKey().revealBytes())
            guard let key = try readKey() else {
                throw FileFault(.reading, keyPath, .absent, .vanished)
            }
            return key
        }
    }

    // MARK: - Files

    private func known(_ document: JSON) -> Credentials {
        let credentials = Credentials(document)
        redactor.register(credentials)
        return credentials
    }

    private var keyPath: String { home.credentials + "/.key" }

    private func path(of platform: String) -> String {
        precondition(
            !platform.isEmpty && platform.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) },
            "platform names are ours")
        return "\(home.credentials)/\(platform).enc"
    }

    private func prepare() throws {
        try home.prepare()
        try explaining { () throws(FileFault) in
            if try !checkFolder() { try Files.makeFolder(home.credentials) }
        }
    }

    /// False where there is no folder yet. One of ours that others could enter is tightened and reported.
    private func checkFolder(tightens: Bool = true) throws(FileFault) -> Bool {
        guard let facts = try Files.facts(home.credentials) else { return false }
        try Home.check(home.credentials, facts, isFolder: true)
        if tightens, facts.mode & 0o077 != 0 {
            try Files.setMode(home.credentials, 0o700)
            note(.tightened(path: home.credentials, from: Int(facts.mode), to: 0o700))
        }
        return true
    }

    private func document(_ platform: String, tightens: Bool = true) throws -> JSON? {
        let path = path(of: platform)
        return try explaining { () throws(FileFault) -> JSON? in
            guard try checkFolder(tightens: tightens), let token = try readPrivate(path, tightens: tightens) else {
                return nil
            }
            guard let key = try readKey(tightens: tightens) else {
                throw keyless(path)
            }
            guard let fernet = try? Fernet(key: key) else {
                throw damaged(keyPath, .noKey)
            }
            guard let plain = try? fernet.open(String(decoding: token, as: UTF8.self)) else {
                throw damaged(path, .notOfItsKey)
            }
            guard let json = try? JSON(parsing: plain), json.kind == .object else {
                throw damaged(path, .otherContents)
            }
            return json
        }
    }

    private func write(_ platform: String, _ document: JSON) throws {
        let token: String
        do {
            token = try Fernet(key: try key()).seal(document.compactBytes, now: now())
        } catch is FernetError {
            throw damaged(keyPath, .noKey).explained()
        }
        try explaining { () throws(FileFault) in try Files.replace(path(of: platform), with: Array(token.utf8)) }
    }

    private func readKey(tightens: Bool = true) throws(FileFault) -> Secret? {
        try readPrivate(keyPath, tightens: tightens).map { Secret($0) }
    }

    /// Nil where there is none. A file of ours that others could read is tightened and reported.
    private func readPrivate(_ path: String, tightens: Bool = true) throws(FileFault) -> [UInt8]? {
        guard let facts = try Files.facts(path) else { return nil }
        try Home.check(path, facts, isFolder: false)
        if tightens, facts.mode & 0o077 != 0 {
            try Files.setMode(path, 0o600)
            note(.tightened(path: path, from: Int(facts.mode), to: 0o600))
        }
        var bytes = try Files.read(path)
        while let last = bytes.last, last == 10 || last == 13 || last == 32 { bytes.removeLast() }
        return bytes
    }

    private func lock(_ name: String, until deadline: Instant, clock: any WallClock) async throws -> FileLock {
        do {
            let path = "\(home.credentials)/.\(name).lock"
            if let lock = try await FileLock.acquire(path, until: deadline, clock: clock) { return lock }
            throw ResyError(.resyError, .signIn(.busy), advice: [.signIn(.tryInAMinute)])
        } catch let fault as FileFault {
            throw fault.explained()
        }
    }

    private func note(_ finding: FileFinding) {
        let isNews = tightened.withLock { known in
            guard !known.contains(finding) else { return false }
            known.append(finding)
            return true
        }
        if isNews { report(finding) }
    }

    private func damaged(_ path: String, _ reason: FileFault.Reason) -> FileFault {
        FileFault(.opening, path, .damaged, reason)
    }

    private func keyless(_ path: String) -> FileFault {
        damaged(path, .keyMissing(path: keyPath))
    }

    private func explaining<R>(_ work: () throws(FileFault) -> R) throws -> R {
        do {
            return try work()
        } catch {
            throw error.explained()
        }
    }
}
