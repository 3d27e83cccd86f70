import ResyDomain

internal import ArgumentParser
internal import ResyNative

/// What to say to a command line that is wrong: what is wrong with it, and the line that was probably meant.
struct UsageAdvice: Equatable {
    var message: String
    var hint: String

    init(message: String, hint: String) {
        (self.message, self.hint) = (message, hint)
    }

    var json: JSON {
        ["error": ["code": "bad_request", "message": .string(message), "hint": .string(hint)]]
    }

    /// For a first word that is no command.
    init(unknownCommand word: String, _ rest: ArraySlice<String>) {
        let names = ResyMCP.commandNames
        // The whole line in one pair of quotes.
        let words = word.split(separator: " ").map(String.init)
        if words.count > 1, rest.isEmpty, let first = words.first, names.contains(first) {
            let advice = UsageAdvice(words, problem: "The command and its words are one word here")
            let isTaken = (try? ResyMCP.parseAsRoot(words)) != nil
            message = "The command and its words are one word here: the quotes are around too much."
            hint = isTaken ? "Did you mean: \(ShellWords.line(words))" : advice.hint
            return
        }
        message = "There is no command \(RPCError.quoted(word))."
        let lower = word.lowercased()
        guard let meant = TriedNames.commands[lower] ?? TriedNames.nearest(lower, among: names) else {
            let line = TypedLine("check", [word] + rest, CommandGrammar().commands["check"] ?? .init()).arranged()
            if let line, line.words.count > 1, let command = Self.shown(line) {
                hint = "Did you mean: \(command)"
            } else {
                hint = "Commands: \(names.joined(separator: ", ")). See `resy-mcp --help`."
            }
            return
        }
        hint = "Did you mean `\(meant)`?"
        guard !meant.hasPrefix("--") else { return }
        let line = TypedLine(meant, rest, CommandGrammar().commands[meant] ?? .init())
        if let command = line.arranged().flatMap(Self.shown) ?? Self.example(meant, line) { hint += " Run: \(command)" }
    }

    /// For a word behind `help` that is no command.
    init(unknownTopic word: String) {
        let names = ResyMCP.commandNames
        message = "There is no command \(RPCError.quoted(word))."
        let lower = word.lowercased()
        if let meant = TriedNames.commands[lower] ?? TriedNames.nearest(lower, among: names) {
            hint = "Did you mean: \(ShellWords.line(meant.hasPrefix("--") ? [meant] : ["help", meant]))"
        } else {
            hint = "Commands: \(names.joined(separator: ", ")). See `resy-mcp --help`."
        }
    }

    /// For an option that takes one value and has two: the last would win, and nobody would see it.
    init?(repeatedOptionIn arguments: [String]) {
        let typed = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("-") }
        guard typed.count > 1, let command = arguments.first, ResyMCP.commandNames.contains(command),
            let grammar = CommandGrammar().commands[command]
        else { return nil }
        let names = typed.compactMap { word -> String? in
            let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
            let long = word.hasPrefix("--") ? String(name) : name.first.flatMap { grammar.letters[$0] }
            return long.flatMap { grammar.options[$0] == true && !grammar.repeated.contains($0) ? $0 : nil }
        }
        guard let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) else { return nil }
        message = "--\(twice) is given twice."
        hint = "Give it once. See `resy-mcp help \(command)`."
    }

    /// Settings that stand before the command; nil where that is not what is wrong.
    private static func commandFirst(_ arguments: [String]) -> String? {
        guard arguments.first?.hasPrefix("-") == true,
            let index = arguments.firstIndex(where: ResyMCP.commandNames.contains)
        else { return nil }
        let line = [arguments[index]] + arguments[(index + 1)...] + arguments[..<index]
        return (try? ResyMCP.parseAsRoot(line)) == nil ? nil : ShellWords.line(line)
    }

    /// For a setting that is not valid, of whatever command.
    init(setting problem: String, of arguments: [String]) {
        message = Self.sentence(problem) + Self.undone(by: arguments.first)
        hint = "See `resy-mcp help \(SettingsHelp.topic)`."
    }

    /// For what a command did not take. `problem` is the package's word for it.
    init(_ arguments: [String], problem: String) {
        self.init(wrong: arguments, problem)
        message += Self.undone(by: arguments.first)
    }

    /// ` Nothing was booked.`
    private static func undone(by command: String?) -> String {
        switch command {
        case "book": " Nothing was booked."
        case "cancel": " Nothing was cancelled."
        case "change": " Nothing was changed."
        default: ""
        }
    }

    private init(wrong arguments: [String], _ problem: String) {
        let names = ResyMCP.commandNames
        if ["-v", "-V"].contains(arguments.first) {
            message = "There is no option \(RPCError.quoted(arguments[0]))."
            hint = "Did you mean: \(ShellWords.line(["--version"]))"
            return
        }
        if let line = Self.commandFirst(arguments) {
            message = "The command stands first, and its options behind it."
            hint = "Did you mean: \(line)"
            return
        }
        if arguments.first == "notify", let (what, meant) = Self.notify(arguments.dropFirst()) {
            (message, hint) = (what, meant)
            return
        }
        if let advice = Self.nested(arguments) {
            self = advice
            return
        }
        let command = arguments.first.flatMap { names.contains($0) ? $0 : nil }
        let rest = command == nil ? arguments[...] : arguments.dropFirst()
        if let known = Self.known(command, rest) {
            (message, hint) = (known, "See `resy-mcp help\(command.map { " \($0)" } ?? "")`.")
            return
        }
        let line = TypedLine(command ?? "serve", rest, CommandGrammar().commands[command ?? "serve"] ?? .init())
        let more = "See `resy-mcp help\(command.map { " \($0)" } ?? "")`."
        message = Self.sentence(problem)
        if command == "login" { message = Self.withoutWords(message) }
        if let unknown = line.unknown.first { message = "There is no option \(RPCError.quoted(unknown))." }
        guard !line.mended.isEmpty || line.unknown.isEmpty else {
            hint = more
            return
        }
        if command == "check" || command == "book", let (what, kept) = TableWords.doubled(in: line.words) {
            message =
                switch what {
                case .days(let one, let other): "Two days were given: \(one) and \(other). Give one."
                case .times(let one, let other): "Two times were given: \(one) and \(other). Give one."
                }
            var line = line
            line.words = kept
            hint = line.arranged().flatMap(Self.shown).map { "Did you mean: \($0)" } ?? more
            return
        }
        let arranged = line.arranged()
        let corrected = arranged.flatMap(Self.shown)
        if let first = line.mended.first {
            if first.isUnknown {
                message = "There is no option \(RPCError.quoted(first.typed))\(command.map { " of \($0)" } ?? "")."
            }
            hint = first.advice + (corrected.map { " Run: \($0)" } ?? " \(more)")
        } else if command == "login", let mail = line.words.first, mail.contains("@"), !mail.hasPrefix("@") {
            hint = "Did you mean: \(ShellWords.line(["login", "--email", mail]))"
        } else if let corrected, let arranged,
            arranged.command != line.command || arranged.words != line.words || arranged.options != line.options
        {
            hint = "Did you mean: \(corrected)" + (Self.asTwo(line, arranged).map { " or: \($0)" } ?? "")
        } else if let example = command.flatMap({ Self.example($0, line) }) {
            hint = "For example: \(example)"
        } else {
            hint = more
        }
    }

    /// What is wrong, where the words alone tell: an order of the answer that nobody can choose, a party of less than one.
    private static func known(_ command: String?, _ rest: ArraySlice<String>) -> String? {
        guard let command, ["find", "check", "days", "book"].contains(command) else { return nil }
        let names = rest.map { $0.split(separator: "=").first.map(String.init) ?? "" }
        if command != "book", names.contains(where: { ["--sort", "--sort-by", "--order", "--order-by"].contains($0) }) {
            return "There is no sorting: the nearest times come first, then what costs least, then the best rated."
        }
        for (flag, value) in zip(rest, rest.dropFirst()) where ["--party", "-p"].contains(flag) {
            if let number = Int(value), number < 0 { return "--party \(number) is not possible: 1 to 50 people." }
        }
        return nil
    }

    /// Words without quotes may be two restaurants: `check Carbone --or 'Don Angie' friday`.
    private static func asTwo(_ line: TypedLine, _ arranged: TypedLine) -> String? {
        guard arranged.command == "check", let name = arranged.words.first, arranged.words.count > 1,
            !arranged.options.contains(where: { $0.name == "or" }), let first = line.words.first,
            name.hasPrefix(first + " "), case let words = name.split(separator: " ").map(String.init), words.count == 3,
            !words.contains(where: {
                ["in", "of", "the", "and", "at", "&"].contains($0.lowercased()) || TableWords.isDate($0)
            })
        else { return nil }
        var two = arranged
        two.words[0] = first
        two.options.insert(TypedLine.Option(name: "or", value: String(name.dropFirst(first.count + 1))), at: 0)
        return shown(two)
    }

    /// The line, if the program would take it.
    private static func shown(_ line: TypedLine) -> String? {
        guard line.unknown.isEmpty, (try? ResyMCP.parseAsRoot(line.arguments)) != nil else { return nil }
        return ShellWords.line(line.arguments)
    }

    /// The words that are there, with what is missing.
    private static func example(_ command: String, _ line: TypedLine) -> String? {
        var line = line
        switch (command, line.words.count) {
        case ("check", 0): line.words = ["Carbone", "saturday"]
        case ("check", 1): line.words.append("saturday")
        // Without their options: what skips a question is in no example.
        case ("book", 0): line = TypedLine("book", ["Carbone", "saturday", "7pm"], .init())
        case ("book", 1): line.words += ["saturday", "7pm"]
        case ("book", 2): line.words.append("7pm")
        case ("find", let count):
            if count == 0, !line.options.contains(where: { $0.name == "in" }) {
                line.words = ["italian"]
                line.options.insert(TypedLine.Option(name: "in", value: "West Village"), at: 0)
            }
            guard !line.hasDays else { return shown(line) }
            line.options.append(TypedLine.Option(name: "on", value: "saturday"))
        case ("days", 0): line.words = ["Semma"]
        case ("cancel", 0): line = TypedLine("cancel", ["Carbone"], .init())
        case ("check", 2...3), ("book", 3):
            guard !TableWords.areInPlace(line.words) else { return nil }
            let (name, date) = (line.words[0], line.words[1])
            if TableWords.isDate(date) {
                line.words = [name, date, "7pm"]
            } else {
                // A second word that is no day may belong to the name.
                let isOfName = !name.contains(" ") && !date.trimmed.isEmpty && date.allSatisfy(\.isLetter)
                line.words = isOfName ? [line.words.joined(separator: " "), "today"] : [name, "saturday"]
                if command == "book" { line.words.append("7pm") }
            }
        default: return nil
        }
        return shown(line)
    }

    /// Words behind `login` may be a password. The argument parser's own words are all that it tells of what it met.
    private static func withoutWords(_ message: String) -> String {
        guard message.lowercased().contains("unexpected argument") else { return message }
        return "That is more than login takes; e-mail and password are asked for."
    }

    private static func sentence(_ problem: String) -> String {
        let text = problem.trimmed
        guard let last = text.last, !".!?".contains(last) else { return text }
        return text + "."
    }
}
