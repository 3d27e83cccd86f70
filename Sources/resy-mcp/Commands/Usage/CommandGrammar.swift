internal import ArgumentParser
internal import ResyNative

/// The commands and their options, as the program itself declares them; read to explain a wrong use, and an entry of an app.
struct CommandGrammar {
    struct Command {
        /// Long names, without the dashes; whether a value follows.
        var options: [String: Bool] = [:]
        /// Those that may be given more than once.
        var repeated: Set<String> = []
        /// The long name of a letter.
        var letters: [Character: String] = [:]

        mutating func add(_ other: Command) {
            options.merge(other.options) { $0 || $1 }
            repeated.formUnion(other.repeated)
            letters.merge(other.letters) { mine, _ in mine }
        }
    }

    private(set) var commands: [String: Command] = [:]

    init() {
        guard let root = try? JSON(parsing: Array(ResyMCP._dumpHelp().utf8)).optional("command"),
            let subcommands = root.optional("subcommands")
        else { return }
        for subcommand in (try? subcommands.items) ?? [] {
            guard let name = try? subcommand["commandName"].string else { continue }
            commands[name] = Self.command(subcommand)
        }
    }

    private static func command(_ json: JSON) -> Command {
        var command = Command()
        // One that has commands of its own takes what any of them takes.
        for own in (try? json.optional("subcommands")?.items) ?? [] where (try? own["commandName"].string) != "help" {
            command.add(Self.command(own))
        }
        for argument in (try? json.optional("arguments")?.items) ?? [] {
            guard let kind = try? argument["kind"].string, kind != "positional",
                let names = try? argument.optional("names")?.items
            else { continue }
            var long: String?
            for name in names where (try? name["kind"].string) == "long" {
                long = try? name["name"].string
                if let long { command.options[long] = kind == "option" }
            }
            guard let long else { continue }
            if (try? argument["isRepeating"].flag) == true { command.repeated.insert(long) }
            for name in names where (try? name["kind"].string) == "short" {
                if let letter = try? name["name"].string.first { command.letters[letter] = long }
            }
        }
        return command
    }
}
