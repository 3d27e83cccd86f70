internal import ArgumentParser

/// What was probably meant with the Notify list.
extension UsageAdvice {
    /// What is to be done stands first: `notify Carbone saturday` adds. Nil where something else is wrong.
    static func notify(_ rest: ArraySlice<String>) -> (message: String, hint: String)? {
        guard let first = rest.first, !first.hasPrefix("-") else { return nil }
        switch first {
        case "list", "remove": return nil
        case "add":
            guard let line = adding(rest.dropFirst()) else { return nil }
            return ("Words that belong together need quotes: a name, then a day.", meant(line))
        default:
            let words = tried[first].map { [$0] + rest.dropFirst() } ?? adding(rest) ?? ["add"] + rest
            return ("notify wants add, list or remove first.", meant(words))
        }
    }

    private static let tried = [
        "rm": "remove", "delete": "remove", "del": "remove", "cancel": "remove", "ls": "list", "show": "list",
        "set": "add", "new": "add", "create": "add",
    ]

    private static func meant(_ words: [String]) -> String {
        let line = ["notify"] + words
        let isTaken = (try? ResyMCP.parseAsRoot(line)) != nil
        return isTaken ? "Did you mean: \(ShellWords.line(line))" : "See `resy-mcp help notify`."
    }

    /// A name and a day without their quotes, and a time behind them, which is the earliest.
    private static func adding(_ rest: ArraySlice<String>) -> [String]? {
        let plain = rest.prefix { !$0.hasPrefix("-") }
        guard plain.count > 2,
            let line = TypedLine("check", plain, CommandGrammar().commands["check"] ?? .init()).arranged(),
            line.options.isEmpty, (2...3).contains(line.words.count)
        else { return nil }
        let time = line.words.count == 3 ? ["--after", line.words[2]] : []
        return ["add"] + line.words.prefix(2) + time + rest.dropFirst(plain.count)
    }
}
