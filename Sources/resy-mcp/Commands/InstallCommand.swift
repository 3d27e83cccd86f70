internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// `resy-mcp install CLIENT`.
struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Add this server to an app: \(HostClient.allCases.map(\.rawValue).joined(separator: ", ")).",
        discussion: """
            Writes one entry into the app's own list of servers and leaves the rest of that file as it is, comments \
            included. The old file is kept beside it, and `resy-mcp uninstall` undoes it.

            Settings that are given here, or set in the environment, go into the entry. A password never does: sign in \
            with `resy-mcp login`. Leave to book unasked (RESY_CONFIRM=never, RESY_MAX_FEE) goes in as a flag of this \
            command alone. An entry that is there already is updated: what it has of its own, such as env, and settings that \
            are not given anew stay. Another program's entry of that name is shown and asked about, or needs --force; \
            uninstall puts it back.

            Examples:
              resy-mcp install claude-code
              resy-mcp install codex --dry-run
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
        try SettingReader(environment: Environment.value).checkFolder(of: client)
        errand.leave {
            let terminal = errand.terminal
            let place = try ClientPlace(client, name: name)
            guard let program = place.program else {
                throw ResyError(.resyError, .program(.pathUnknown), advice: [.program(.addByHandWithPath)])
            }
            let arguments = ServeArguments(
                options, errand.settings, habits, userHome: SettingReader(environment: Environment.value).userFolder,
                variable: Environment.value, absolute: ProgramPath.absolute)
            guard place.isHere else {
                return place.explainElsewhere(terminal, program, arguments.words, isWanted: dryRun)
            }
            let entry = client.entry(command: program, arguments: arguments.words)
            let notes = InstallNotes(program: program, arguments: arguments, name: name, settings: errand.settings)
                .lines
            do throws(ResyError) {
                guard let done = try install(entry, at: place, terminal) else {
                    terminal.tell("Nothing was written.")
                    return .failed
                }
                let text = InstallText(name: name, path: place.path, isRehearsal: dryRun).of(done)
                if dryRun {
                    terminal.tell(text)
                    terminal.answer(client.whole(done.entry, name: name))
                    for note in notes { terminal.tell(note) }
                    return .done
                }
                terminal.answer(text)
            } catch {
                terminal.complain(error, link: errand.link)
                terminal.answer(client.whole(entry, name: name))
                return .failed
            }
            terminal.answer(client.afterInstalling(name))
            terminal.answer("If you have not yet, sign in with `resy-mcp login`; the password stays out of the chat.")
            for note in notes { terminal.tell(note) }
            return .done
        }
    }

    /// Where another program's entry has the name, the person decides, if there is one; nil at a no.
    private func install(
        _ entry: JSON, at place: ClientPlace, _ terminal: Terminal
    ) throws(ResyError) -> ClientPlace.Installation? {
        do throws(ResyError) {
            return try place.install(entry, isForced: force, isRehearsal: dryRun)
        } catch {
            guard case .program(.serverList(let path, .taken(let name, let other))) = error.finding,
                terminal.isInteractive, !dryRun
            else {
                throw error
            }
            terminal.tell(Voice.person.text(of: path, .taken(name: name, by: other)))
            let reply = terminal.ask("Put resy-mcp in its place? Uninstalling puts it back. [y/N] ")
            guard ["y", "yes"].contains(reply?.lowercased()) else { return nil }
            return try place.install(entry, isForced: true)
        }
    }
}
