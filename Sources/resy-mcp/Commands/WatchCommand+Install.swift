internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

extension WatchCommand {
    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "install",
            abstract: "Set up a timer of your own that calls watch tick every few minutes.",
            discussion: """
                Writes a service and a timer of systemd for this user, and starts it; without systemd it prints the line for \
                your crontab. What they need of these settings goes into a file of this home that nobody else can read: \
                RESY_NOTIFY_URL is among it, a password never is.

                Examples:
                  resy-mcp watch install --dry-run
                  RESY_NOTIFY_URL=https://ntfy.sh/my-own-secret-topic resy-mcp watch install

                Exit status: 0 done, 1 nothing calls the ticks.
                """ + SettingsHelp.pointer)

        @Flag(help: "Print what would be written and done, without secrets; write nothing.")
        var dryRun = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func run() throws {
            let errand = try Errand(options)
            errand.leave {
                let (terminal, setUp) = (errand.terminal, try WatchCommand.setUp(errand))
                let files = setUp.files
                if let program = errand.settings.notifyCommand { try WatchCommand.check(program) }
                if dryRun {
                    let hasSystemd = setUp.systemctl != nil
                    let written = [files.settings] + (hasSystemd ? [files.service, files.timerUnit] : [])
                    for file in written { terminal.answer("\(file.path):\n\n\(file.shown)") }
                    terminal.answer(
                        hasSystemd
                            ? "Then: systemctl --user daemon-reload\n"
                                + "      systemctl --user enable --now \(files.timer.name).timer"
                            : "There is no systemd here. For your crontab (crontab -e):\n\(files.cronLine)")
                } else {
                    switch try setUp.install({ try WatchCommand.tell(setUp, $0, errand) }) {
                    case .timer:
                        terminal.answer(
                            "The timer \(files.timer.name).timer looks every \(TimerFiles.minutes) minutes, as long as you "
                                + "are logged in; `loginctl enable-linger` keeps it on. `resy-mcp watch uninstall` removes it."
                        )
                    case .cron:
                        terminal.answer(
                            "There is no systemd for this user. Put this line into your crontab (crontab -e):\n"
                                + files.cronLine)
                    }
                }
                for note in notes(files, errand.settings) { terminal.tell(note) }
                return .done
            }
        }

        private func notes(_ files: TimerFiles, _ settings: Settings) -> [String] {
            var notes: [String] = []
            if settings.notifyURL == nil, settings.notifyCommand == nil {
                notes.append(
                    "Note: neither RESY_NOTIFY_URL nor RESY_NOTIFY_COMMAND is set: messages go to the log alone "
                        + "(journalctl --user -u \(files.timer.name)). Set one and run this again.")
            }
            let program = files.program
            if !ProgramPath.isLasting(program) {
                notes.append(
                    "Note: the timer starts \(program), which may be gone one day. Copy it to a lasting place such as "
                        + "/usr/local/bin and run this from there.")
            }
            if !files.leftBehind.isEmpty {
                notes.append(
                    "Note: not given to the timer, which needs no sign-in: \(files.leftBehind.joined(separator: ", "))."
                )
            }
            return notes
        }
    }

    struct Uninstall: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "uninstall",
            abstract: "Take away what watch install set up; the watches stay.")

        @Flag(help: "Say what would be removed; remove nothing.")
        var dryRun = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func run() throws {
            let errand = try Errand(options)
            errand.leave {
                let (terminal, setUp) = (errand.terminal, try WatchCommand.setUp(errand))
                let gone = try setUp.uninstall({ try WatchCommand.tell(setUp, $0, errand) }, isRehearsal: dryRun)
                guard !gone.isEmpty else {
                    terminal.answer("Nothing to remove: no timer was set up for \(errand.settings.home).")
                    return .done
                }
                terminal.answer("\(dryRun ? "Would be removed" : "Removed"): \(gone.joined(separator: ", ")).")
                if !gone.contains(setUp.files.timer.timer) {
                    terminal.answer("If its line is in your crontab, take it out there (crontab -e).")
                }
                return .done
            }
        }
    }

    // MARK: - What both need

    fileprivate static func setUp(_ errand: Errand) throws -> TimerSetUp {
        guard let timer = errand.settings.timer else {
            throw ResyError(.resyError, .program(.noUserFolder(app: "systemd")), advice: [.program(.setHome)])
        }
        // As an app's entry has it: what an upgrade removes would be started no more.
        guard let program = ProgramPath.called else {
            throw ResyError(.resyError, .program(.pathUnknown), advice: [.program(.runDoctor)])
        }
        let files = TimerFiles(errand.settings, timer: timer, program: program, variable: Environment.value)
        return TimerSetUp(files: files, systemctl: UserTimer.systemctl(searchPath: Environment.value("PATH")))
    }

    fileprivate static func tell(_ setUp: TimerSetUp, _ words: [String], _ errand: Errand) throws -> Bool {
        guard let systemctl = setUp.systemctl else { return false }
        return try errand.wait { _ in await UserTimer.tell(systemctl, words) }
    }

    /// A program that no tick would run is refused before it is set up.
    fileprivate static func check(_ program: String) throws {
        do throws(WatchSinkFault) { try OwnProgram.check(program) } catch {
            throw ResyError(
                .resyError, .watch(.sinkFailed(.program, error)), advice: [.watch(.mendProgram(path: program))])
        }
    }
}
