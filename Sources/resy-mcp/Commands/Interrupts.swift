internal import ResyDomain
internal import Dispatch
internal import ResyNative
internal import LibC

/// Ctrl-C and the other wishes to end, taken by a thread that waits for them: no code runs inside a handler.
///
/// With nothing under way the program ends at once. Work is told to stop, and what cannot be stopped any more, a booking
/// that was sent, is waited for; a second signal leaves it.
final class Interrupts: Sendable {
    /// What a signal stops.
    private struct Work: Sendable {
        let cancel: @Sendable () -> Void
        let ended: DispatchSemaphore
        let commits: Bool
    }

    private struct State {
        var work: Work?
        var received: CInt?
    }

    /// Seconds in which work that can stop has stopped.
    private static let moment = 0.4

    private let terminal: Terminal
    private let state = Lock(State())

    init(terminal: Terminal) {
        self.terminal = terminal
    }

    /// Call it before other threads exist: they inherit that these signals are blocked.
    func start() {
        var signals = Interrupts.signals()
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let isWatched = Thread.start(name: "resy-signals") { [self] in watch() }
        // Without the thread, signals do what they always did.
        if !isWatched { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
    }

    /// The signal that stopped the work just ended, if one did.
    var received: CInt? { state.withLock(\.received) }

    /// Runs work that a signal may cancel, and blocks until it has ended.
    func during<R: Sendable>(
        commits: Bool, _ work: @escaping @Sendable () async throws -> R
    ) throws -> R {
        let result = Lock<Result<R, any Error>?>(nil)
        let (done, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let task = Task.detached {
            do {
                let value = try await work()
                result.withLock { $0 = .success(value) }
            } catch {
                result.withLock { $0 = .failure(error) }
            }
            done.signal()
        }
        state.withLock { $0.work = Work(cancel: { task.cancel() }, ended: ended, commits: commits) }
        done.wait()
        state.withLock { $0.work = nil }
        ended.signal()
        guard let result = result.withLock({ $0 }) else { preconditionFailure("the work has ended") }
        return try result.get()
    }

    private func watch() {
        while true {
            var signals = Interrupts.signals()
            var signal: CInt = 0
            guard sigwait(&signals, &signal) == 0 else { continue }
            receive(signal)
        }
    }

    private func receive(_ signal: CInt) {
        let (work, isFirst) = state.withLock { state in
            let isFirst = state.received == nil
            state.received = signal
            return (state.work, isFirst)
        }
        guard let work else { return end(by: signal) }
        guard isFirst else {
            guard work.commits else { return end(by: signal) }
            terminal.tell("Left without knowing the outcome. Run `resy-mcp list` before trying again.")
            RunningBrowsers.endAll()
            _exit(ExitStatus.outcomeUnknown.rawValue)
        }
        work.cancel()
        guard work.ended.wait(timeout: .now() + Interrupts.moment) == .timedOut else { return }
        terminal.tell(
            work.commits
                ? "What was sent cannot be called back: waiting for its outcome. Ctrl-C again leaves without it."
                : "Stopping. Ctrl-C again leaves at once.")
    }

    /// As if nobody had taken the signal, so that a shell sees what ended the program.
    func end(by number: CInt) {
        terminal.abandon()
        RunningBrowsers.endAll()
        signal(number, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        kill(getpid(), number)
        _exit(128 + number)
    }

    private static func signals() -> sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, number) }
        return signals
    }
}
