internal import LibC
internal import ResyDomain

/// What is written beside a path before it takes its name: no reader sees half of it. A draft is locked as long as its
/// writer lives. So one that nobody holds was left by a writer that was killed, and the next one of that path removes it.
extension Files {
    /// The bytes beside the path, synced, for as long as `place` gives them their name.
    static func withDraft<Result>(
        of path: String, _ bytes: [UInt8], mode: UInt32, _ place: (String) throws(FileFault) -> Result
    ) throws(FileFault) -> Result {
        removeDrafts(of: path)
        let (draft, file) = try openDraft(of: path)
        defer {
            // Under its lock, and before it is given up. Where it has its name there is none.
            unlink(draft)
            close(file)
        }
        var written = 0
        while written < bytes.count {
            let count = retrying { bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) } }
            guard count >= 0 else { throw fault(path, .writing) }
            written += count
        }
        // Before it has its name: nobody is to find it there with another mode.
        guard fchmod(file, mode_t(keepGroup(of: path, on: file) ? mode : mode & ~0o070)) == 0 else {
            throw fault(path, .settingMode)
        }
        guard fsync(file) == 0 else { throw fault(path, .writing) }
        return try place(draft)
    }

    /// Gives the draft the group of the file that it takes the place of. False where that may not be: another group is not to
    /// read what it could not before.
    private static func keepGroup(of path: String, on draft: Int32) -> Bool {
        var (former, own) = (stat(), stat())
        guard stat(path, &former) == 0, fstat(draft, &own) == 0, former.st_gid != own.st_gid else { return true }
        return fchown(draft, uid_t.max, former.st_gid) == 0
    }

    /// Those of this path, and of what begins with its name, that no writer holds. Where the system locks nothing they stay.
    static func removeDrafts(of path: String) {
        guard let folder = parent(of: path), let slash = path.lastIndex(of: "/") else { return }
        let beginning = path[path.index(after: slash)...] + "."
        for name in (try? names(in: folder)) ?? [] where name.hasPrefix(beginning) && isDraft(name) {
            let draft = String(path[...slash]) + name
            let file = open(draft, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard file >= 0 else { continue }
            var entry = stat()
            let isOurs =
                fstat(file, &entry) == 0 && entry.st_uid == geteuid()
                && UInt32(entry.st_mode) & UInt32(S_IFMT) == UInt32(S_IFREG)
            if isOurs, flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(draft) }
            close(file)
        }
    }

    private static let mark = ".resy-mcp-"
    private static let ending = ".tmp"
    private static let digits = 16

    /// Nobody else gives a file such a name: `X.resy-mcp-0123456789abcdef.tmp`.
    private static func isDraft(_ name: String) -> Bool {
        guard name.hasSuffix(ending) else { return false }
        let rest = name.dropLast(ending.count)
        return rest.dropLast(digits).hasSuffix(mark) && rest.suffix(digits).utf8.allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func openDraft(of path: String) throws(FileFault) -> (path: String, file: Int32) {
        while true {
            let number = String(UInt64.random(in: .min ... .max), radix: 16)
            let draft =
                path + mark + String(repeating: "0", count: digits - number.count) + number + ending
            let file = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard file >= 0 else { throw fault(path, .writing) }
            _ = retrying { Int(flock(file, LOCK_EX)) }
            var entry = stat()
            // Between the two calls another may have taken it for one that is left.
            if fstat(file, &entry) != 0 || entry.st_nlink > 0 { return (draft, file) }
            close(file)
        }
    }
}
