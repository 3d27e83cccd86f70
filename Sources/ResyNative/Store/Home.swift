internal import ResyDomain

/// The folder of all state, and where in it things lie. Making the value touches nothing.
package struct Home: Sendable {
    package let path: String
    package var credentials: String { path + "/.credentials" }
    package var database: String { path + "/resy.sqlite" }

    package init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// Makes the folder, ours alone, at the first write. One of ours that is too open is tightened.
    package func prepare() throws {
        do {
            try Self.makePrivateFolder(path)
        } catch {
            throw error.explained()
        }
    }

    /// An empty file of ours alone, so that SQLite never makes one with the process's mask; its -wal and -shm
    /// take the same mode.
    func makePrivateFile(_ path: String) throws {
        do {
            if let facts = try Files.facts(path) {
                try Self.check(path, facts, isFolder: false)
                if facts.mode & 0o077 != 0 { try Files.setMode(path, 0o600) }
            } else {
                try Files.touch(path)
            }
            for side in [path + "-wal", path + "-shm"] {
                guard let facts = try Files.facts(side), facts.isPlain, facts.isOurs, facts.mode & 0o077 != 0 else {
                    continue
                }
                try Files.setMode(side, 0o600)
            }
        } catch {
            throw error.explained()
        }
    }

    /// A file of ours alone, whole or not at all; answers its path.
    func keep(_ bytes: [UInt8], as name: String) throws -> String {
        try prepare()
        let file = path + "/" + name
        do {
            if let facts = try Files.facts(file) { try Self.check(file, facts, isFolder: false) }
            try Files.replace(file, with: bytes)
        } catch {
            throw error.explained()
        }
        return file
    }

    static func makePrivateFolder(_ path: String) throws(FileFault) {
        guard let facts = try Files.facts(path) else {
            try Files.makeFolder(path)
            return
        }
        // A link to a folder of the user's own choosing is fine for the home itself.
        guard facts.isFolder else {
            if facts.isPlain {
                throw FileFault(.using, path, .notPlain, .notFolder)
            }
            return
        }
        guard facts.isOurs else {
            throw FileFault(.using, path, .foreign, .anotherUsers)
        }
        if facts.mode & 0o077 != 0 { try Files.setMode(path, 0o700) }
    }

    static func check(_ path: String, _ facts: Files.Facts, isFolder: Bool) throws(FileFault) {
        guard isFolder ? facts.isFolder : facts.isPlain else {
            throw FileFault(.using, path, .notPlain, isFolder ? .notFolder : .notPlainFile)
        }
        guard facts.isOurs else {
            throw FileFault(.using, path, .foreign, .anotherUsers)
        }
    }
}
