internal import LibC
package import ResyDomain

/// A program that the user named, looked at before it is run: nobody else may be able to put another in its place.
package enum OwnProgram {
    package static func check(_ path: String) throws(WatchSinkFault) {
        var entry = stat()
        guard stat(path, &entry) == 0 else { throw .absent(path: path) }
        guard UInt32(entry.st_mode) & UInt32(S_IFMT) == UInt32(S_IFREG), access(path, X_OK) == 0 else {
            throw .notAProgram(path: path)
        }
        guard isTrusted(entry.st_uid) else { throw .anotherUsers(path: path) }
        guard entry.st_mode & 0o022 == 0 else { throw .openToOthers(path: path) }
        guard let real = Files.resolved(path) else { throw .absent(path: path) }
        // Where it is named, and where a link leads to.
        for folder in [Files.parent(of: path), Files.parent(of: real)] {
            guard let folder, stat(folder, &entry) == 0 else { throw .absent(path: path) }
            // In a folder such as /tmp others may add files, and rename only their own.
            let isSticky = entry.st_mode & mode_t(S_ISVTX) != 0
            guard isTrusted(entry.st_uid), entry.st_mode & 0o002 == 0 || isSticky else {
                throw .openToOthers(path: path)
            }
        }
    }

    private static func isTrusted(_ owner: uid_t) -> Bool { owner == 0 || owner == geteuid() }
}
