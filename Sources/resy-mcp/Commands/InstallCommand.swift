internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// `resy-mcp install CLIENT`.
struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Add this server to an app: claude-code, vscode, cursor or claude-desktop.",
        discussion: """
            Writes one entry into the app's own list of servers and leaves the rest of that file as it is, comments \
            included. The old file is kept beside it, and `resy-mcp uninstall` undoes it.

            Settings that are given here, or set in the environment, go into the entry. A password never does: sign in \
            with `resy-mcp login`. An entry that is there already is updated: what it has of its own, such as env, and \
            settings that are not given anew stay.

            Examples:
              resy-mcp install claude-code
              resy-mcp install vscode --dry-run
              resy-mcp install cursor --confirm always --home /srv/resy
              resy-mcp install claude-code --name resy-two --home ~/resy-two

            Exit status: 0 the entry is there, 1 nothing was written.
            """ + SettingsHelp.pointer)

    @Argument(help: "The app.")
    var client: HostClient

    @Option(help: ArgumentHelp("What to call the entry, for a second account.", valueName: "name"))
    var name = HostClient.usualName

    @Flag(help: "Put it in the place of another program's entry of that name.")
    var force = false

    @Flag(help: "Print the entry and what would be done; write nothing.")
    var dryRun = false

    @OptionGroup var habits: HabitOptions

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws { try HostClient.check(name: name) }

    func run() throws {
        let errand = try Errand(options, habits)
        errand.leave {
            let terminal = errand.terminal
            let place = try ClientPlace(client, name: name)
            guard let program = ProgramPath.current else {
                throw ResyError(.resyError, .program(.pathUnknown), advice: [.program(.addByHandWithPath)])
            }
            let arguments = ServeArguments(
                options, errand.settings, habits, userHome: SettingReader(environment: Environment.value).userFolder,
                variable: Environment.value, absolute: ProgramPath.absolute)
            guard place.isHere else {
                return place.explainElsewhere(terminal, program, arguments.words, isWanted: dryRun)
            }
            let entry = client.entry(command: program, arguments: arguments.words)
            do throws(ResyError) {
                let done = try place.install(entry, isForced: force, isRehearsal: dryRun)
                let text = InstallText(name: name, path: place.path, isRehearsal: dryRun).of(done)
                if dryRun {
                    terminal.tell(text)
                    terminal.answer(client.whole(done.entry, name: name).pretty)
                    for note in InstallCommand.notes(program, arguments) { terminal.tell(note) }
                    return .done
                }
                terminal.answer(text)
            } catch {
                terminal.complain(error, link: errand.link)
                terminal.answer(client.whole(entry, name: name).pretty)
                return .failed
            }
            terminal.answer(client.afterInstalling(name))
            terminal.answer("If you have not yet, sign in with `resy-mcp login`; the password stays out of the chat.")
            for note in InstallCommand.notes(program, arguments) { terminal.tell(note) }
            return .done
        }
    }

    static func notes(_ program: String, _ arguments: ServeArguments) -> [String] {
        var notes: [String] = []
        if program.hasPrefix("/tmp/") || program.hasPrefix("/var/tmp/") || program.contains("/.build") {
            notes.append(
                "Note: the app will start \(program), which may be gone one day. Copy it to a lasting place such as "
                    + "/usr/local/bin and run install from there.")
        }
        if !arguments.carried.isEmpty {
            let list = arguments.carried.map { "\($0.flag) (from \($0.variable))" }.joined(separator: ", ")
            notes.append("Note: taken into the entry from this environment: \(list).")
        }
        let left = arguments.leftBehind
        if !left.isEmpty {
            notes.append(
                "Note: \(left.joined(separator: ", ")) \(left.count == 1 ? "is" : "are") set here and not written into the "
                    + "entry, and the app will not pass \(left.count == 1 ? "it" : "them") on: sign in with `resy-mcp login`."
            )
        }
        return notes
    }
}
