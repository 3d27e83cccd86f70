internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

extension WatchCommand {
    /// One pass, for a timer: never a daemon.
    struct Tick: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tick",
            abstract: "Look for the watches that are due, send what is new, and end.",
            discussion: """
                For a timer or cron. Asks Resy at most 6 times in one tick and 100 times a day, without your sign-in. Each \
                new table is told once, as a line on standard output and wherever RESY_NOTIFY_URL and RESY_NOTIFY_COMMAND say.

                Exit status: 0 done, 1 a message could not be sent and is kept. That Resy could not be asked is told, and no failure.
                """ + SettingsHelp.pointer)

        /// In seconds: a few requests at a person's pace, and the messages.
        private static let patience = 150.0

        @Flag(help: "Print one line of JSON instead of the messages.")
        var json = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func run() throws {
            let errand = try Errand(options)
            errand.leave(inJSON: json) {
                let resy = makeResy(errand.settings, redactor: errand.redactor)
                let (terminal, isQuiet) = (errand.terminal, json)
                let told = Lock<[String]>([])
                let (link, home) = (errand.link, Self.home(errand.settings))
                let report = try errand.wait(patience: Self.patience) { context in
                    try await resy.tick(context: context) { message, sink in
                        let text = WatchMessageText(message: message, link: link, home: home)
                        return sink == .line ? text.line : text.text
                    } line: { line in
                        told.withLock { $0.append(line) }
                        if !isQuiet { terminal.answer(line) }
                    }
                }
                let lines = TickSheet(
                    report: report, isAttended: json || terminal.isInteractive, now: errand.clock.now
                ).lines
                for line in lines { terminal.tell("resy-mcp: \(line)") }
                if json { terminal.answer(TickJSON.render(report, told: told.withLock { $0 }, lines: lines).compact) }
                return report.failed.isEmpty ? .done : .failed
            }
        }

        /// Nil under read-only settings: nothing names a command that books.
        private static func home(_ settings: Settings) -> WatchMessageText.Home? {
            settings.isReadOnly ? nil : settings.hasUsualHome ? .usual : .other(settings.home)
        }
    }
}
