package import ResyDomain

/// The copies of an app's file as it was, beside it: `X.before-resy-mcp.0123456789abcdef`. A copy's name ends in a digest of
/// what it holds. So a copy of ours is known by itself, wherever the home is, and a file that somebody else made, or has
/// changed since, is never taken for one.
extension ClientFile {
    package struct Copy: Sendable, Equatable {
        package let path: String
        package let contents: [UInt8]
    }

    private static let ending = ".before-resy-mcp."
    private static let digits = 16

    /// The last that was made; nil where there is none.
    package var copy: Copy? { copies.first }

    /// The newest first. There are several only where this program was ended between making one and removing the other.
    private var copies: [Copy] {
        guard let folder = Files.parent(of: target), let names = try? Files.names(in: folder) else { return [] }
        let beginning = String(target.dropFirst(folder == "/" ? 1 : folder.count + 1)) + ClientFile.ending
        let found = names.filter { $0.hasPrefix(beginning) }.compactMap { name -> Copy? in
            let digest = String(name.dropFirst(beginning.count))
            let path = target + ClientFile.ending + digest
            guard digest.count >= ClientFile.digits, let contents = ClientFile.plain(path),
                Digest.sha256Hex(contents).hasPrefix(digest)
            else { return nil }
            return Copy(path: path, contents: contents)
        }
        func made(_ copy: Copy) -> [Int] { Files.stamp(copy.path)?.times ?? [] }
        return found.sorted { made($1).lexicographicallyPrecedes(made($0)) }
    }

    /// Where the file as it is now is kept, or would be; nil where there is none.
    package var copyPath: String? {
        guard let contents else { return nil }
        let digest = Digest.sha256Hex(contents)
        // Longer where the name is taken by what is no copy of it.
        let paths = (ClientFile.digits...digest.count).lazy.map { target + ClientFile.ending + digest.prefix($0) }
        return paths.first { path in
            guard let there = try? Files.facts(path) else { return true }
            return there.isPlain && there.isOurs && ClientFile.plain(path) == contents
        }
    }

    private static func plain(_ path: String) -> [UInt8]? {
        guard let facts = try? Files.facts(path), facts.isPlain, facts.isOurs else { return nil }
        return try? Files.read(path, limit: limit)
    }

    /// In the place of the older ones. For nobody else to read, whatever the file's own mode: another program's entry may
    /// hold a secret.
    package func keepCopy() throws(ResyError) {
        guard let contents, let path = copyPath else { return }
        try ClientFile.changing { () throws(FileFault) in try Files.replace(path, with: contents) }
        try removeCopies(but: path)
    }

    package func removeCopies() throws(ResyError) { try removeCopies(but: nil) }

    private func removeCopies(but kept: String?) throws(ResyError) {
        for copy in copies where copy.path != kept {
            try ClientFile.changing { () throws(FileFault) in try Files.remove(copy.path) }
        }
    }
}
