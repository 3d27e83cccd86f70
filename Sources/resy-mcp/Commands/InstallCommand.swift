internal import ArgumentParser
internal import ResyNative

/// `resy-mcp install CLIENT`.
struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Add this server to an app: claude-code, vscode, cursor or claude-desktop.",
        discussion: """
            Writes one entry into the app's own list of servers and leaves the rest of that file as it is, comments \
            included. The old file is kept beside it, and `resy-mcp uninstall` undoes it.

            Settings that are given here go into the entry. A password never does: sign in with `resy-mcp login`.

            Examples:
              resy-mcp install claude-code
              resy-mcp install vscode --dry-run
              resy-mcp install cursor --confirm always --home /srv/resy

            Exit status: 0 the entry is there, 1 nothing was written.
            """)

    @Argument(help: "The app.")
    var client: HostClient

    @Flag(help: "Print the entry and where it would go; write nothing.")
    var dryRun = false

    @OptionGroup(title: "Settings") var options: Options

    func run() throws {
        let errand = try Errand(options)
        errand.leave {
            let terminal = errand.terminal
            let place = try ClientPlace(client)
            guard let program = ProgramPath.current else {
                throw ResyError(
                    .resyError, "The system does not say where this program is (is /proc there?).",
                    hint: "Add the entry by hand, with the full path of resy-mcp as its command.")
            }
            let arguments = ServeArguments.words(
                options, errand.settings, userHome: Environment.value("HOME"), absolute: ProgramPath.absolute)
            guard place.isHere else { return place.explainElsewhere(terminal, program, arguments, isWanted: dryRun) }
            let entry = client.entry(command: program, arguments: arguments)
            if dryRun {
                terminal.tell("This would go into \(place.path):")
                terminal.answer(client.whole(entry).pretty)
                return .done
            }
            do throws(ResyError) {
                switch try place.install(entry) {
                case .already: terminal.answer("It is there already, in \(place.path).")
                case .added(let backup):
                    terminal.answer("Added to \(place.path).")
                    if let backup { terminal.answer("The file as it was: \(backup)") }
                }
            } catch {
                terminal.complain(error, link: errand.link)
                terminal.answer(client.whole(entry).pretty)
                return .failed
            }
            terminal.answer(client.afterInstalling)
            terminal.answer("If you have not yet, sign in with `resy-mcp login`; the password stays out of the chat.")
            for note in InstallCommand.notes(
                program, left: ServeArguments.leftBehind(options, variable: Environment.value))
            {
                terminal.tell(note)
            }
            return .done
        }
    }

    static func notes(_ program: String, left: [String]) -> [String] {
        var notes: [String] = []
        if program.hasPrefix("/tmp/") || program.hasPrefix("/var/tmp/") || program.contains("/.build") {
            notes.append(
                "Note: the app will start \(program), which may be gone one day. Copy it to a lasting place such as "
                    + "/usr/local/bin and run install from there.")
        }
        if !left.isEmpty {
            notes.append(
                "Note: \(left.joined(separator: ", ")) is set here, but the app will not pass it on. Give settings as flags "
                    + "to install; sign in with `resy-mcp login`.")
        }
        return notes
    }
}
