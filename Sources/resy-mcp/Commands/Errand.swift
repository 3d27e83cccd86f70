internal import ArgumentParser
internal import ResyNative
internal import LibC
internal import ResyDomain

/// One command on its way: who asked, with which settings, and how it ends.
struct Errand {
    /// As a tool's call; a person who waits longer than this has gone.
    static let patience = 49.0
    /// Where a person works in a window meanwhile, or is asked.
    static let personsPatience = 300.0

    let terminal: Terminal
    let settings: Settings
    /// Knows what must not be shown: the log and the trace ask it.
    let redactor = Redactor()
    let clock: any WallClock = SystemClock()
    private let interrupts: Interrupts

    /// Throws a usage error for settings that are wrong.
    init(_ options: Options, _ habits: HabitOptions? = nil) throws {
        do { settings = try options.settings(habits) } catch let error as ValidationError {
            throw WrongSetting(message: error.message)
        }
        // A reader who leaves must not end the program in the middle of a booking.
        signal(SIGPIPE, SIG_IGN)
        terminal = Terminal()
        StderrLog.bootstrap(level: settings.logLevel, redactor: redactor)
        interrupts = Interrupts(terminal: terminal)
        interrupts.start()
    }

    var link: VenueLinks { VenueLinks(base: settings.webURL) }

    /// Runs one use case and shows what it waits for. Throws what it throws.
    func wait<R: Sendable>(
        commits: Bool = false, patience: Double = Errand.patience, asking: CallContext.Asking? = nil,
        for work: @escaping @Sendable (CallContext) async throws -> R
    ) throws -> R {
        let terminal = terminal
        let context = CallContext(
            deadline: SystemClock().now.adding(patience), progress: { terminal.progress($0) }, asking: asking)
        defer { terminal.clearProgress() }
        return try interrupts.during(commits: commits) { try await work(context) }
    }

    /// Refuses what books or cancels where the settings say that nothing may change.
    func refuseIfReadOnly(_ deed: Deed) throws {
        guard settings.isReadOnly else { return }
        throw ResyError(.resyError, .program(.switchedOff(deed)), advice: [.program(.leaveOutReadOnly)]).undone(deed)
    }

    /// Runs the command to its end and leaves the program; never returns. `inJSON`: a failure goes to stdout as well, in
    /// the form in which a tool gives it.
    func leave(inJSON: Bool = false, after command: () throws -> ExitStatus) -> Never {
        var status: ExitStatus
        do {
            status = try command()
        } catch let error as ResyError {
            status = fail(error, inJSON)
        } catch let told as Told {
            if inJSON { terminal.answer(ToolAnswer.json(told.error, link: link, now: clock.now).compact) }
            status = told.status
        } catch let end as ExitStatus {
            status = end
        } catch is CancellationError {
            terminal.tell("resy-mcp: Stopped. Nothing was changed.")
            if let signal = interrupts.received { interrupts.end(by: signal) }
            status = .failed
        } catch {
            // The type alone: what an unexpected error says may hold anything.
            let unexpected = ResyError(
                .resyError, .program(.unexpected(type: "\(type(of: error))")), advice: [.program(.runDoctor)])
            status = fail(unexpected, inJSON)
        }
        if status == .done, terminal.hasLostAnswer { status = .failed }
        // Not `exit`: OpenSSL would clean up under the threads that still use it. Nothing of ours is buffered.
        RunningBrowsers.endAll()
        _exit(status.rawValue)
    }

    /// A flag or a variable that every command takes, with a value that is not valid.
    struct WrongSetting: Error { let message: String }

    private func fail(_ error: ResyError, _ inJSON: Bool) -> ExitStatus {
        if inJSON {
            terminal.answer(ToolAnswer.json(error, link: link, now: clock.now).compact)
        }
        terminal.complain(error, link: link)
        return ExitStatus(error)
    }
}
