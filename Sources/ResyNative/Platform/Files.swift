internal import ResyDomain
internal import LibC

/// The few things this program does with files, each private to its owner and whole or not at all.
enum Files {
    struct Facts: Sendable, Equatable {
        var mode: UInt32
        var isPlain: Bool
        var isFolder: Bool
        var isOurs: Bool
    }

    /// Nil where there is nothing; a symbolic link is looked at itself, never followed.
    static func facts(_ path: String) throws(FileFault) -> Facts? {
        var entry = stat()
        guard lstat(path, &entry) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw fault(path, .lookingAt)
        }
        let kind = UInt32(entry.st_mode) & UInt32(S_IFMT)
        return Facts(
            mode: UInt32(entry.st_mode) & 0o777, isPlain: kind == UInt32(S_IFREG), isFolder: kind == UInt32(S_IFDIR),
            isOurs: entry.st_uid == geteuid())
    }

    /// Of what a path leads to; nil where that is nothing.
    static func owner(_ path: String) -> UInt32? {
        var entry = stat()
        return stat(path, &entry) == 0 ? UInt32(entry.st_uid) : nil
    }

    /// Which file a path names, whatever happens to its name; nil where there is none.
    static func identity(_ path: String) -> Identity? {
        var entry = stat()
        guard lstat(path, &entry) == 0 else { return nil }
        return Identity(device: UInt64(entry.st_dev), number: UInt64(entry.st_ino))
    }

    struct Identity: Sendable, Equatable {
        var device: UInt64
        var number: UInt64
    }

    /// All that tells whether a file is what it was; nil where there is none.
    static func stamp(_ path: String) -> Stamp? {
        var entry = stat()
        guard lstat(path, &entry) == 0 else { return nil }
        #if canImport(Darwin)
            let (modified, changed) = (entry.st_mtimespec, entry.st_ctimespec)
        #else
            let (modified, changed) = (entry.st_mtim, entry.st_ctim)
        #endif
        return Stamp(
            identity: Identity(device: UInt64(entry.st_dev), number: UInt64(entry.st_ino)),
            mode: UInt32(entry.st_mode), owner: UInt32(entry.st_uid), size: Int(entry.st_size),
            times: [Int(modified.tv_sec), Int(modified.tv_nsec), Int(changed.tv_sec), Int(changed.tv_nsec)])
    }

    struct Stamp: Sendable, Equatable {
        var identity: Identity
        var mode: UInt32
        var owner: UInt32
        var size: Int
        /// Seconds and the rest of them: of its contents, then of anything about it.
        var times: [Int]

        /// Long enough ago that a change from now on has other times: file systems count in some milliseconds.
        var isSettled: Bool { times[2] < time(nil) - 1 }
    }

    /// At most `limit` bytes of a plain file of our own, or of one that the user named, which may be a link.
    static func read(
        _ path: String, followingLinks: Bool = false, limit: Int = 1 << 20
    ) throws(FileFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW))
        guard file >= 0 else { throw fault(path, .reading) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= limit {
            let count = Self.retrying { read_(file, &buffer) }
            guard count >= 0 else { throw fault(path, .reading) }
            guard count > 0 else { return bytes }
            bytes += buffer[0..<count]
        }
        throw FileFault(.reading, path, .notPlain, .tooLarge(megabytes: limit >> 20))
    }

    /// Writes beside the path, syncs, and renames over it: a reader sees the old bytes or the new ones.
    static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o600) throws(FileFault) {
        try withDraft(of: path, bytes, mode: mode) { draft throws(FileFault) in
            guard rename(draft, path) == 0 else { throw fault(path, .writing) }
        }
        syncFolder(of: path)
    }

    /// Writes the file unless there is one: false where another was first, whose bytes stand.
    static func create(_ path: String, with bytes: [UInt8]) throws(FileFault) -> Bool {
        let isFirst = try withDraft(of: path, bytes, mode: 0o600) { draft throws(FileFault) -> Bool in
            // A link, not a rename: it fails where the name is taken, and the file appears with all its bytes.
            guard link(draft, path) == 0 else {
                if errno == EEXIST { return false }
                throw fault(path, .writing)
            }
            return true
        }
        if isFirst { syncFolder(of: path) }
        return isFirst
    }

    static func remove(_ path: String) throws(FileFault) {
        guard unlink(path) == 0 || errno == ENOENT else { throw fault(path, .removing) }
        syncFolder(of: path)
    }

    /// Makes the folder and those above it, ours alone; one that exists is left as it is.
    static func makeFolder(_ path: String) throws(FileFault) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let parent = parent(of: path) else { throw fault(path, .makingFolder) }
        try makeFolder(parent)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault(path, .makingFolder) }
    }

    /// Makes the folder, ours alone; false where the name is taken.
    static func makeNewFolder(_ path: String) throws(FileFault) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        if errno == EEXIST { return false }
        throw fault(path, .makingFolder)
    }

    /// What a folder holds, in order; nothing where there is no such folder.
    static func names(in path: String) throws(FileFault) -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw fault(path, .reading)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// A folder, or a link to one.
    static func leadsToFolder(_ path: String) -> Bool { access(path + "/.", F_OK) == 0 }
    static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }
    static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }
    static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }
    static func isProgram(_ path: String) -> Bool { isExecutable(path) && !leadsToFolder(path) }

    /// Bytes that are left for this user on the path's disk, and whether it takes further files; nil where it does
    /// not say.
    static func room(at path: String) -> (bytes: Int, hasNames: Bool)? {
        var disk = statvfs()
        // One without blocks, such as /proc, keeps nothing.
        guard statvfs(path, &disk) == 0, disk.f_blocks > 0 else { return nil }
        let (bytes, isHuge) = UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize))
        // A file system without a table of files says zero of zero.
        return (isHuge ? .max : Int(clamping: bytes), disk.f_files == 0 || disk.f_favail > 0)
    }

    static func setMode(_ path: String, _ mode: UInt32) throws(FileFault) {
        guard chmod(path, mode_t(mode)) == 0 else { throw fault(path, .settingMode) }
    }

    /// An empty private file where there is none.
    static func touch(_ path: String) throws(FileFault) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw fault(path, .opening) }
        close(file)
    }

    /// Links followed to the end; nil where they lead to nothing.
    static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func fault(_ path: String, _ act: FileFault.Act) -> FileFault {
        let code = errno
        let kind: FileFault.Kind =
            switch code {
            case ENOENT, ENOTDIR: .absent
            case EEXIST: .exists
            case EACCES, EPERM: .denied
            case EROFS: .readOnly
            case ENOSPC, EDQUOT: .full
            case ELOOP: .notPlain
            default: .other(code)
            }
        return FileFault(act, path, kind, .system(String(cString: strerror(code))))
    }

    // MARK: -

    private static func read_(_ file: Int32, _ buffer: inout [UInt8]) -> Int {
        buffer.withUnsafeMutableBytes { Self.systemRead(file, $0.baseAddress, $0.count) }
    }

    private static func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        LibC.read(file, bytes, count)
    }

    static func retrying(_ call: () -> Int) -> Int {
        while true {
            let count = call()
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// So that the new name survives a crash; a file system that cannot is no worse than before.
    private static func syncFolder(of path: String) {
        guard let parent = parent(of: path) else { return }
        let folder = open(parent, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
