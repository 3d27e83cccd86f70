#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A shell script in a process of its own, which inherits no descriptor and no environment but the search path.
///
/// Foundation's `Process` learns of an exit through a socket that children spawned at the same moment inherit, and
/// then waits for them too; tests run in parallel. Its stdin is a pipe whose other end is ours alone: the script
/// reads to learn that we are done with it, or dead.
final class ShellScript: Sendable {
    let pid: pid_t
    private let lifeline: CInt

    /// `arguments` are the script's `$1` and on.
    static func start(_ script: String, arguments: [String] = []) throws -> ShellScript {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw LoopbackSocket.Failure(call: "pipe", code: errno) }
        for end in ends { LoopbackSocket.setCloseOnExec(end) }
        defer { close(ends[0]) }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // A descriptor that is not open does no harm here; one that leaks would keep somebody's connection alive.
        for descriptor in CInt(3)..<512 { posix_spawn_file_actions_addclose(&actions, descriptor) }

        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/sbin:/usr/bin:/sbin:/bin"
        var pid: pid_t = 0
        let words = (["/bin/sh", "-c", script, "sh"] + arguments).map { strdup($0) } + [nil]
        let environment = [strdup("PATH=\(path)"), nil]
        defer { for text in words + environment { free(text) } }
        let code = posix_spawn(&pid, "/bin/sh", &actions, nil, words, environment)
        guard code == 0 else {
            close(ends[1])
            throw LoopbackSocket.Failure(call: "posix_spawn", code: code)
        }
        return ShellScript(pid: pid, lifeline: ends[1])
    }

    private init(pid: pid_t, lifeline: CInt) {
        self.pid = pid
        self.lifeline = lifeline
    }

    /// Closes the script's stdin and waits for its end; call it once. The exit status, or nil for a signal.
    @discardableResult
    func finish() -> CInt? {
        close(lifeline)
        var status: CInt = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
    }
}
