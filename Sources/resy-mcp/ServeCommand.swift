internal import ArgumentParser
internal import Dispatch
internal import Logging
internal import ResyNative
internal import LibC
internal import ResyDomain

/// `resy-mcp serve`: speaks MCP on standard input and output until the input ends.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve MCP on standard input and output (the default).",
        discussion: "A client such as Claude starts it; what it takes are the settings." + SettingsHelp.pointer)

    @OptionGroup var habits: HabitOptions

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func run() throws {
        let settings: Settings
        do { settings = try options.settings(habits) } catch let error as ValidationError {
            // One line: that much of it an app's log shows, and how the program is used is not the question there.
            Terminal().tell("resy-mcp: \(error.message)")
            _exit(ExitStatus.usage.rawValue)
        }
        Heap.keepSome()
        let io = LineIO.claimingStandardStreams()
        let redactor = Redactor()
        StderrLog.bootstrap(level: settings.logLevel, redactor: redactor)
        io.start()
        let concierge = makeResy(settings, redactor: redactor)
        let session = Session(
            desk: Desk(
                concierge: concierge, link: VenueLinks(base: settings.webURL), clock: SystemClock(),
                party: settings.party),
            isReadOnly: settings.isReadOnly, log: Logger(label: "session"), executor: concierge.executor,
            send: { io.write(Outgoing.line($0)) })
        let finished = DispatchSemaphore(value: 0)
        // It ends with the input, and the process with it.
        Task.detached(executorPreference: concierge.executor) {
            for await line in io.lines {
                await session.receive(line)
                io.finished(line)
            }
            await session.finish()
            await concierge.finish()
            finished.signal()
        }
        io.waitForEnd()
        // A client that reads no more may hold up the session inside a write: leave before it kills us.
        _ = finished.wait(timeout: .now() + Session.grace + 0.2)
        // Not `exit`: OpenSSL would clean up under the threads that still use it. Nothing of ours is buffered.
        RunningBrowsers.endAll()
        _exit(0)
    }
}
