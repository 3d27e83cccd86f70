package import ResyDomain
internal import LibC

/// A configuration file of another program: replaced as a whole or not at all, with its mode. Where the path is a link,
/// the file that it leads to is meant, and the link stays.
package struct ClientFile: Sendable {
    /// Some of them hold a program's whole history.
    static let limit = 64 << 20

    /// As its program calls it.
    package let path: String
    /// Nil where there is no such file.
    package let contents: [UInt8]?
    /// Links followed.
    let target: String
    private let mode: UInt32

    package init(_ path: String) throws(ResyError) {
        self.path = path
        do throws(FileFault) {
            guard let named = try Files.facts(path) else {
                (target, contents, mode) = (path, nil, 0o600)
                return
            }
            let isLink = !named.isPlain && !named.isFolder
            guard let target = isLink ? Files.resolved(path) : path, let facts = try Files.facts(target) else {
                throw FileFault(.reading, path, .notPlain, .linkToNowhere)
            }
            guard facts.isPlain else {
                throw FileFault(.reading, path, .notPlain, .noFile)
            }
            guard facts.isOurs else {
                throw FileFault(.reading, path, .foreign, .anotherUsers)
            }
            self.target = target
            mode = facts.mode
            contents = try Files.read(target, limit: ClientFile.limit)
        } catch {
            throw ClientFile.explained(error)
        }
    }

    /// Somebody took the right to write it away, which says that it is to stay; a file that replaces it would need none.
    package func refuseIfReadOnly() throws(ResyError) {
        guard contents != nil, mode & 0o200 == 0 else { return }
        throw ResyError(
            .resyError, .files(.readOnly(path: path, mode: Int(mode))), advice: [.files(.allowWriting(path: target))])
    }

    /// Throws where its folder, or the nearest one above that is there, takes no new file of ours.
    package func refuseIfClosed() throws(ResyError) { try ClientFile.refuseIfClosed(target, isNew: contents == nil) }

    private static func refuseIfClosed(_ target: String, isNew: Bool) throws(ResyError) {
        var folder = Files.parent(of: target)
        while let path = folder, path != "/", access(path, F_OK) != 0 { folder = Files.parent(of: path) }
        guard let folder else { return }
        if access(folder, W_OK | X_OK) != 0 { throw explained(Files.fault(target, .writing)) }
        // What root makes in a user's folder that user could not change; their app's own file is refused as well.
        if isNew, geteuid() == 0, Files.owner(folder) != 0 {
            throw explained(FileFault(.writing, target, .foreign, .anotherUsersFolder))
        }
    }

    /// From reading to replacing, no other of this program changes a file in that folder: the later one would undo what the
    /// earlier one did. `isMaking`: the folder, where there is none. A system that locks no folders leaves it at looking
    /// whether the file has changed.
    package static func alone<Result>(
        at path: String, isMaking: Bool, _ work: () throws(ResyError) -> Result
    ) throws(ResyError) -> Result {
        let target = Files.resolved(path) ?? path
        guard let folder = Files.parent(of: target) else { return try work() }
        if isMaking, !Files.leadsToFolder(folder) {
            try refuseIfClosed(target, isNew: true)
            try changing { () throws(FileFault) in try Files.makeFolder(folder) }
        }
        let place = open(folder, O_RDONLY | O_CLOEXEC)
        guard place >= 0 else { return try work() }
        defer { close(place) }
        // Tried again and again, since flock has no time limit of its own.
        var tries = 500
        while flock(place, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            guard tries > 0 else {
                throw ResyError(.resyError, .files(.changedMeanwhile(path: path)), advice: [.program(.tryAgain)])
            }
            tries -= 1
            usleep(10_000)
        }
        return try work()
    }

    /// Throws where its program has changed it since it was read here. `mode`: another than it had.
    package func write(_ bytes: [UInt8], mode: UInt32? = nil) throws(ResyError) {
        try refuseIfChanged()
        if contents == nil { try refuseIfClosed() }
        try ClientFile.changing { () throws(FileFault) in
            if let folder = Files.parent(of: target) { try Files.makeFolder(folder) }
            try Files.replace(target, with: bytes, mode: mode ?? self.mode)
        }
    }

    package func remove() throws(ResyError) {
        try refuseIfChanged()
        try ClientFile.changing { () throws(FileFault) in try Files.remove(target) }
        removeDrafts()
    }

    /// What was left of writing it, or a copy of it, when this program was killed.
    package func removeDrafts() { Files.removeDrafts(of: target) }

    private func refuseIfChanged() throws(ResyError) {
        guard try ClientFile(path).contents != contents else { return }
        throw ResyError(
            .resyError, .files(.changedMeanwhile(path: path)), advice: [.files(.quitTheApp)])
    }

    static func changing(_ work: () throws(FileFault) -> Void) throws(ResyError) {
        do { try work() } catch { throw explained(error) }
    }

    private static func explained(_ fault: FileFault) -> ResyError {
        ResyError(.resyError, .files(.fault(fault)), advice: [.files(.ofAnotherProgram(fault.kind))])
    }
}
