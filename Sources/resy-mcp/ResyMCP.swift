internal import ResyDomain
internal import ArgumentParser
internal import ResyNative
internal import LibC

/// The program: a server for clients, and the same use cases as commands for people.
///
/// Synchronous on purpose: leaving an asynchronous `main` costs a statically linked program 20 ms.
@main
struct ResyMCP: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resy-mcp",
        abstract: "Finds, books, lists and cancels restaurant tables on Resy: an MCP server and a command line.",
        discussion: """
            Start with these:
              resy-mcp login
              resy-mcp check Carbone saturday 7pm
              resy-mcp find italian --in "West Village" --on sat
              resy-mcp help book
              resy-mcp help settings

            A client such as Claude runs it without arguments.

            Exit status: 0 done, 1 failed, 2 wrong usage, 3 not signed in, 4 nothing available, 5 outcome unknown (look \
            before you try again), 6 needs a yes.
            """,
        version: version,
        subcommands: [
            LoginCommand.self, LogoutCommand.self, CheckCommand.self, FindCommand.self, DaysCommand.self,
            BookCommand.self,
            ChangeCommand.self, CancelCommand.self, ListCommand.self, NotifyCommand.self, WatchCommand.self,
            DoctorCommand.self, InstallCommand.self,
            UninstallCommand.self,
            SettingsCommand.self, ServeCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)

    /// The libraries are asked only for somebody who reads it: otherwise every start would touch pages of each.
    private static var version: String {
        let isWanted = CommandLine.arguments.contains("--version")
        return (["resy-mcp \(Server.version)"] + (isWanted ? LinkedVersions.lines : [])).joined(separator: "\n")
    }

    static func main() {
        CoreDumps.forbid()
        StandardStreams.fillGaps()
        let arguments = Array(CommandLine.arguments.dropFirst())
        // Somebody typed the bare name: waiting for JSON would look like a hang.
        if arguments.isEmpty && isatty(STDIN_FILENO) == 1 {
            let terminal = Terminal()
            terminal.answer(helpMessage())
            if terminal.hasLostAnswer { _exit(ExitStatus.failed.rawValue) }
            return
        }
        if arguments.starts(with: ["help", SettingsHelp.topic]) {
            let terminal = Terminal()
            terminal.answer(SettingsHelp.sheet, on: terminal.paper.asPage)
            if terminal.hasLostAnswer { _exit(ExitStatus.failed.rawValue) }
            return
        }
        if let advice = unknownCommand(arguments) ?? UsageAdvice(repeatedOptionIn: arguments) {
            refuse(advice, arguments)
        }
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let wrong as Errand.WrongSetting {
            refuse(UsageAdvice(setting: wrong.message, of: arguments), arguments)
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            refuse(UsageAdvice(arguments, problem: message(for: error)), arguments)
        }
    }

    static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// What to say to a first word that is no command; without it, it would count as a wrong argument of `serve`.
    static func unknownCommand(_ arguments: [String]) -> UsageAdvice? {
        // `help nosuch` would print the general help and count as done.
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = words.first, !word.hasPrefix("-"), word != "help", !commandNames.contains(word) else {
            return nil
        }
        if arguments.starts(with: ["help", SettingsHelp.topic]) { return nil }
        guard arguments.first != "help" else { return UsageAdvice(unknownTopic: word) }
        return UsageAdvice(unknownCommand: word, words.dropFirst())
    }

    /// A wrong use ends with 2; the package's own is 64. Who asked for JSON gets it on stdout, whatever is wrong.
    private static func refuse(_ advice: UsageAdvice, _ arguments: [String]) -> Never {
        let terminal = Terminal()
        let options = arguments.prefix { $0 != "--" }
        if options.contains(where: { $0 == "--json" || $0.hasPrefix("--json=") }) {
            terminal.answer(advice.json.compact)
        }
        terminal.tell("resy-mcp: \(advice.message)\n\(advice.hint)")
        _exit(ExitStatus.usage.rawValue)
    }
}
