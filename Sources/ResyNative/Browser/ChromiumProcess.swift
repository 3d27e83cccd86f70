internal import ResyDomain

/// A browser's process group and its folder, both gone after `stop`.
final class ChromiumProcess: Sendable {
    let path: String
    let folder: BrowserFolder
    private let clock: any WallClock
    private let child = Lock<Child?>(nil)

    /// Seconds for each step of stopping.
    private static let patience = 2.0
    /// Seconds between two tries to remove a folder that the last processes still write to.
    private static let pause = 0.02

    static func path(_ options: BrowserOptions) throws(ResyError) -> String {
        try ChromiumFinder(configured: options.path, searchPath: options.variable("PATH") ?? "").path()
    }

    /// Finds the browser and makes its folder; nothing runs yet. What crashes left is swept on the way.
    init(_ options: BrowserOptions, clock: any WallClock) throws(ResyError) {
        path = try Self.path(options)
        self.clock = clock
        let parent = options.variable("TMPDIR").flatMap { $0.hasPrefix("/") ? Self.trimmed($0) : nil } ?? "/tmp"
        BrowserFolder.sweep(parent)
        do {
            folder = try BrowserFolder(in: parent)
        } catch {
            throw ResyError(
                .signInBlocked, .browser(.noFolder(path: error.path, error.reason)),
                advice: [.browser(.makeRoom(folder: parent))])
        }
        RunningBrowsers.add(self)
    }

    /// Its name and number, as it says itself.
    func version(_ options: BrowserOptions) async throws -> ChromiumVersion {
        let said = Lock<[UInt8]>([])
        let child = try launch(["--version"] + (Platform.isRoot ? ["--no-sandbox"] : []), options) { bytes in
            said.withLock { if $0.count < 1 << 16 { $0 += bytes } }
        }
        guard try await clock.limit(options.startLimit, { try await child.silence.value() }) != nil else {
            throw BrowserError.didNotStart(.timedOut(seconds: options.startLimit), path: path)
        }
        let output = said.withLock { String(decoding: $0, as: UTF8.self) }
        guard let version = ChromiumVersion(output) else {
            throw BrowserError.didNotStart(.ended(StartWords.reason(in: output)), path: path)
        }
        return version
    }

    /// Where it can be talked to, once it can.
    func start(_ options: BrowserOptions) async throws -> String {
        let certificates = try options.caBundle.map { try BrowserTrust.certificates(in: $0) } ?? []
        try BrowserTrust.write(certificates, to: folder.paths)
        let userAgent = options.isHeaded ? nil : try await version(options).userAgent
        let words = Lock(StartWords())
        let address = Outcome<String>()
        let flags = ChromiumFlags.all(
            folder: folder.paths, isHeaded: options.isHeaded, isRoot: Platform.isRoot, userAgent: userAgent,
            extra: options.extraFlags)
        let child = try launch(flags, options) { bytes in
            if let found = words.withLock({ $0.read(bytes) }) { address.settle(found) }
        }
        let started = try await clock.limit(options.startLimit) { [path] () -> Result<String, BrowserError> in
            try await withThrowingTaskGroup(of: String?.self) { group in
                group.addTask { try await address.value() }
                group.addTask {
                    try await child.end.value()
                    try await child.silence.value()  // its last words have been read
                    return nil
                }
                defer { group.cancelAll() }
                if let found = try await group.next() ?? nil { return .success(found) }
                return .failure(.didNotStart(.ended(words.withLock { $0.reason }), path: path))
            }
        }
        guard let started else {
            throw BrowserError.didNotStart(.timedOut(seconds: options.startLimit), path: path)
        }
        return try started.get()
    }

    /// Ends what runs, by ever stronger means, and removes the folder; also in a cancelled task.
    func stop(asked: Bool = false) async {
        await Task { await end(asked: asked) }.value
    }

    /// From any thread, at once.
    func kill() {
        child.withLock { $0 }?.kill()
    }

    /// The number of its process, while there is one.
    var number: Int32? { child.withLock { $0?.number } }

    // MARK: -

    private func launch(
        _ arguments: [String], _ options: BrowserOptions, onOutput: @escaping @Sendable (ArraySlice<UInt8>) -> Void
    ) throws -> Child {
        try Task.checkCancellation()
        let environment = ChromiumEnvironment.all(
            folder: folder.paths, isHeaded: options.isHeaded, variable: options.variable)
        do {
            let started = try Child(
                path, arguments: arguments, environment: environment, hasLifeline: true, onOutput: onOutput)
            child.withLock { $0 = started }
            return started
        } catch {
            throw BrowserError.didNotStart(.notRun(error.reason), path: path)
        }
    }

    private func end(asked: Bool) async {
        if let child = child.withLock({ $0 }) {
            if asked { await wait(for: child.end) }
            child.letGo()
            child.terminate()
            await wait(for: child.end)
            child.kill()
            await wait(for: child.end)
            await wait(for: child.silence)
        }
        let deadline = clock.now.adding(Self.patience)
        while !folder.remove(), clock.now < deadline { try? await clock.sleep(seconds: Self.pause) }
        RunningBrowsers.remove(self)
    }

    private func wait(for event: Outcome<Void>) async {
        guard event.known == nil else { return }
        _ = try? await clock.limit(Self.patience) { try await event.value() }
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
