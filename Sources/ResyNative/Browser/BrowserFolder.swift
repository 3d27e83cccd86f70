internal import ResyDomain

/// The folder that a browser has for its length: profile, home and temporary files, ours alone, on no user's profile.
///
/// A lock inside says that its maker lives; what a crash leaves is swept by the next one that is made.
final class BrowserFolder: Sendable {
    /// What lies where in it.
    struct Paths: Sendable, Equatable {
        let root: String

        var lock: String { root + "/lock" }
        var home: String { root + "/home" }
        var profile: String { root + "/home/profile" }
        var temporary: String { root + "/t" }
        /// Where NSS, and so Chromium on Linux, finds a user's own certificates.
        var trust: String { home + "/.local/share/pki/nssdb" }
    }

    static let prefix = "resy-browser-"

    let paths: Paths
    private let lock: FileLock

    /// `parent`: `TMPDIR` or `/tmp`.
    init(in parent: String) throws(FileFault) {
        while true {
            let name = "\(Self.prefix)\(Platform.processNumber)-\(Digest.hex(RandomBytes.make(4)))"
            let paths = Paths(root: parent + "/" + name)
            guard try Files.makeNewFolder(paths.root) else { continue }
            // Nil: a sweep was quicker, and the folder goes.
            guard let lock = try FileLock.attempt(paths.lock) else { continue }
            for folder in [paths.home, paths.profile, paths.temporary] { try Files.makeFolder(folder) }
            self.paths = paths
            self.lock = lock
            return
        }
    }

    /// False where something in it could not be removed yet.
    func remove() -> Bool {
        let isGone = FileTree.remove(paths.root)
        if isGone { lock.release() }
        return isGone
    }

    /// Removes what the dead have left; never a folder whose maker lives, or that is another user's.
    static func sweep(_ parent: String) {
        for name in (try? Files.names(in: parent)) ?? [] where name.hasPrefix(prefix) {
            let paths = Paths(root: parent + "/" + name)
            guard let facts = try? Files.facts(paths.root), facts.isFolder, facts.isOurs else { continue }
            guard (try? Files.facts(paths.lock)) != nil else {
                // Just made, or half removed: the name has the number of its maker.
                let number = name.dropFirst(prefix.count).prefix { $0 != "-" }
                guard let maker = Int32(number), !Platform.isAlive(process: maker) else { continue }
                FileTree.remove(paths.root)
                continue
            }
            guard let lock = try? FileLock.attempt(paths.lock) else { continue }
            FileTree.remove(paths.root)
            lock.release()
        }
    }
}
