internal import LibC

/// What the process was given, and what it is.
enum Platform {
    /// A variable of the environment.
    static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    static var processNumber: Int32 { getpid() }
    static var isRoot: Bool { geteuid() == 0 }

    /// Holds the thread: only where the program is about to end.
    static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

    /// True where it cannot be told.
    static func isAlive(process number: Int32) -> Bool {
        kill(number, 0) == 0 || errno != ESRCH
    }
}
