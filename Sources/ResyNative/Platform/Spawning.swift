internal import LibC

#if canImport(CPlatform)
    internal import CPlatform
#endif

/// Why a program could not be started; the system's reason.
struct SpawnFault: Error, Sendable, Equatable {
    var path: String
    var reason: String

    init(_ path: String, code: Int32) {
        self.path = path
        reason = String(cString: strerror(code))
    }
}

/// A program to start in a process group of its own, with every signal as the system has it at first.
struct Spawning {
    var path: String
    var arguments: [String]
    var environment: [String: String]
    /// Number there, and the descriptor of ours that is copied to it. All others stay with us.
    var descriptors: [(there: Int32, ours: Int32)]

    /// Numbers of ours from here on cannot be taken for numbers of the child.
    static let highEnough: Int32 = 64

    /// The number of the process, which is that of its group.
    func start() throws(SpawnFault) -> Int32 {
        var highest: Int32 = 2
        var copies: [Int32] = []
        defer { for copy in copies { close(copy) } }
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }

        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for (there, ours) in descriptors {
            // Out of the way first: what is to become 3 may be 4 today, and the other way round.
            let copy = fcntl(ours, F_DUPFD_CLOEXEC, Self.highEnough)
            guard copy >= 0 else { throw SpawnFault(path, code: errno) }
            copies.append(copy)
            posix_spawn_file_actions_adddup2(&actions, copy, there)
            highest = max(highest, there)
        }
        var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        #if canImport(Darwin)
            flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
        #else
            // Ours are opened to close by themselves; this is for what was inherited, a library forgot, or another thread
            // opens this very moment.
            resy_close_from(&actions, highest + 1)
        #endif
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, CShort(truncatingIfNeeded: Int(flags)))

        let words = CStrings([path] + arguments)
        let variables = CStrings(environment.sorted { $0.key < $1.key }.map { $0.key + "=" + $0.value })
        var number: pid_t = 0
        let status = posix_spawn(&number, path, &actions, &attributes, words.pointers, variables.pointers)
        guard status == 0 else { throw SpawnFault(path, code: status) }
        return number
    }

    /// An array of C strings with its closing null.
    private final class CStrings {
        let pointers: [UnsafeMutablePointer<CChar>?]

        init(_ texts: [String]) {
            pointers = texts.map { strdup($0) } + [nil]
        }

        deinit { for pointer in pointers { free(pointer) } }
    }
}
