internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

extension UsageAdvice {
    /// What people try for the commands of a command.
    private static let tried = [
        "new": "add", "create": "add", "set": "add", "start": "add", "delete": "remove", "rm": "remove",
        "cancel": "remove", "drop": "remove", "stop": "remove", "ls": "list", "show": "list", "status": "list",
        "run": "tick", "check": "tick", "now": "tick",
    ]

    /// For a word behind a command that has commands of its own and none of that name; nil where that is not what is wrong.
    static func nested(_ arguments: [String]) -> UsageAdvice? {
        guard arguments.count > 1, let names = ownCommands(of: arguments[0]) else { return nil }
        let (command, word) = (arguments[0], arguments[1])
        guard !word.hasPrefix("-"), !names.contains(word), word != "help" else { return nil }
        let rest = Array(arguments.dropFirst(2))
        let meant = tried[word.lowercased()] ?? TriedNames.nearest(word.lowercased(), among: names)
        var lines: [[String]] = []
        if let meant { lines.append([command, meant] + rest) }
        // Its name left out: `watch Carbone --on sat`.
        if names.contains("add") { lines.append([command, "add", word] + rest) }
        let hint: String
        if let line = lines.first(where: { (try? ResyMCP.parseAsRoot($0)) != nil }) {
            hint = "Did you mean: \(ShellWords.line(line))"
        } else if let meant {
            hint = "Did you mean: \(ShellWords.line([command, meant]))"
        } else {
            let all = names.map { "\(command) \($0)" }.joined(separator: ", ")
            hint = "Commands: \(all). See `resy-mcp help \(command)`."
        }
        return UsageAdvice(message: "There is no command \(RPCError.quoted("\(command) \(word)")).", hint: hint)
    }

    /// Nil for one that has none.
    private static func ownCommands(of command: String) -> [String]? {
        for type in ResyMCP.configuration.subcommands where type.configuration.commandName == command {
            let names = type.configuration.subcommands.compactMap { $0.configuration.commandName }
            return names.isEmpty ? nil : names
        }
        return nil
    }
}
