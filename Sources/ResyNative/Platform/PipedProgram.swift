internal import LibC

/// Runs one program to its end: it reads a text, and what it writes goes nowhere.
enum PipedProgram {
    enum End: Sendable, Equatable {
        case exit(Int32)
        case signal(Int32)
        /// It did not end by itself within its time.
        case killed
    }

    /// What a pipe takes without a reader, on every system.
    static let longestInput = 16_384

    /// Variables that a program of the user's may need to reach them; none of ours, whatever secret they hold.
    private static let variables = [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME",
        "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY",
    ]

    static var environment: [String: String] {
        var all: [String: String] = [:]
        for name in variables { all[name] = getenv(name).map { String(cString: $0) } }
        return all
    }

    /// Throws `SpawnFault` where it cannot be started. Of `input` no more is written than the pipe takes at once.
    static func run(
        _ path: String, arguments: [String] = [], input: [UInt8] = [], within seconds: Double, clock: any WallClock
    ) async throws -> End {
        guard let nowhere = Descriptor.nowhere() else { throw SpawnFault(path, code: EMFILE) }
        let reading = try filled(input, for: path)
        let number = try Spawning(
            path: path, arguments: arguments, environment: environment,
            descriptors: [(0, reading.number), (1, nowhere.number), (2, nowhere.number)]
        ).start()
        return try await ending(number, within: seconds, clock)
    }

    /// The end of a pipe that holds all of it already, and nothing more to come: no reader can leave too soon for it.
    private static func filled(_ input: [UInt8], for path: String) throws(SpawnFault) -> Descriptor {
        guard let pipe = Descriptor.pipe() else { throw SpawnFault(path, code: EMFILE) }
        let bytes = Array(input.prefix(longestInput))
        guard bytes.isEmpty || write(pipe.writing.number, bytes, bytes.count) == bytes.count else {
            throw SpawnFault(path, code: errno)
        }
        return pipe.reading
    }

    private static func ending(_ number: Int32, within seconds: Double, _ clock: any WallClock) async throws -> End {
        let ended = Outcome<Int32>()
        // What it started and left behind is its own affair, unless it had to be ended.
        let isCondemned = Lock(false)
        let reap: @Sendable () -> Void = {
            var facts = siginfo_t()
            // Looked at without being reaped: its number, and so its group, are its own for the last signal.
            while waitid(P_PID, id_t(number), &facts, WEXITED | WNOWAIT) != 0, errno == EINTR {}
            var status: Int32 = 0
            isCondemned.withLock { isCondemned in
                if isCondemned { kill(-number, SIGKILL) }
                while waitpid(number, &status, 0) < 0, errno == EINTR {}
                // Nobody may be signalled by this number any more.
                isCondemned = true
            }
            ended.settle(status)
        }
        let end: @Sendable () -> Void = {
            isCondemned.withLock { isCondemned in
                // Reaped already, where it is true.
                if !isCondemned { kill(-number, SIGKILL) }
                isCondemned = true
            }
        }
        if !Thread.start(name: "resy-program", reap) {
            end()
            reap()
        }
        do {
            guard let status = try await clock.limit(seconds, { try await ended.value() }) else {
                end()
                return .killed
            }
            return status & 0x7f == 0 ? .exit(status >> 8 & 0xff) : .signal(status & 0x7f)
        } catch {
            end()
            throw error
        }
    }
}
