internal import ResyNative

/// A command line taken apart by what it seems to mean, so that it can be put right and shown.
struct TypedLine {
    struct Option: Equatable {
        var name: String
        var value: String?
    }

    var command: String
    var words: [String] = []
    var options: [Option] = []
    /// An option that was put right.
    struct Mended: Equatable {
        var typed: String
        /// What to say of it.
        var advice: String
        /// There is no option of that name; else it is the value that was put right.
        var isUnknown: Bool

        init(_ typed: String, _ advice: String, isUnknown: Bool = true) {
            (self.typed, self.advice, self.isUnknown) = (typed, advice, isUnknown)
        }
    }

    private(set) var mended: [Mended] = []
    /// Options of which nobody knows what is meant by them.
    private(set) var unknown: [String] = []
    private(set) var date: String?
    private(set) var name: String?
    private(set) var time: String?

    /// `arguments` are those behind the command.
    init(_ command: String, _ arguments: ArraySlice<String>, _ grammar: CommandGrammar.Command) {
        self.command = command
        var rest = arguments
        while let typed = rest.popFirst() {
            if typed == "--" {
                words += rest
                break
            }
            guard let (dashed, inline) = Self.dashed(typed) else {
                // Quotes that a text program made round hold nothing together.
                words.append(typed.filter { !"“”„".contains($0) })
                continue
            }
            var meaning = Self.meaning(of: dashed, grammar)
            var value = inline
            if meaning == nil, let letter = dashed.first, typed.hasPrefix("-"), !typed.hasPrefix("--"), dashed.count > 1
            {
                // `-p2`
                meaning = Self.meaning(of: String(letter), grammar)
                if meaning != nil { value = String(dashed.dropFirst()) + (inline.map { "=\($0)" } ?? "") }
            }
            guard let meaning else {
                unknown.append(typed)
                continue
            }
            if value == nil, Self.takesValue(meaning, grammar), let next = rest.first, Self.dashed(next) == nil {
                value = rest.popFirst()
            }
            if case .option("or") = meaning, let first = value, !words.isEmpty {
                value = Self.wholeName(first, &rest)
                if value != first {
                    mended.append(Mended("--or", "A name of several words needs quotes.", isUnknown: false))
                }
            }
            take(meaning, value, typed: typed, dashed, grammar)
        }
    }

    private mutating func take(
        _ meaning: TriedNames.Place, _ value: String?, typed: String, _ dashed: String,
        _ grammar: CommandGrammar.Command
    ) {
        let shown = typed.split(separator: "=").first.map(String.init) ?? typed
        switch meaning {
        case .date where grammar.options["or"] == nil && grammar.options["on"] != nil:
            if !options.contains(where: { $0.name == "on" }) { options.append(Option(name: "on", value: value)) }
            mended.append(Mended(shown, "Did you mean `--on\(value.map { " \(ShellWords.quoted($0))" } ?? "")`?"))
        case .date:
            date = value
            let advice =
                command == "days"
                ? "Of one day check shows the tables." : "The day stands behind the name, without a flag."
            mended.append(Mended(shown, advice))
        case .name:
            name = value
            let advice =
                command == "find"
                ? "Words stand first, without a flag." : "The restaurant stands first, without a flag."
            mended.append(Mended(shown, advice))
        case .time:
            time = value
            mended.append(Mended(shown, "The time stands behind the day, without a flag."))
        case .value(let name, let value):
            options.append(Option(name: name, value: value))
            mended.append(Mended(shown, "Did you mean `--\(name) \(value)`?"))
        case .option(let name):
            // A password on a command line is on a stage.
            let kept = name == "password-stdin" || grammar.options[name] == false ? nil : Self.number(value, for: name)
            options.append(Option(name: name, value: kept))
            let isRight =
                typed.hasPrefix("--") && dashed == name
                || grammar.letters[dashed.first ?? " "] == name && typed.hasPrefix("-") && !typed.hasPrefix("--")
                    && dashed.count == 1
            guard !isRight || kept != value && grammar.options[name] == true else { return }
            let meant = "--\(name)" + (kept.map { " \(ShellWords.quoted($0))" } ?? "")
            mended.append(Mended(shown, "Did you mean `\(meant)`?", isUnknown: !isRight))
        }
    }

    /// The words of a name without its quotes, taken from those behind it up to a day or a time.
    private static func wholeName(_ first: String, _ rest: inout ArraySlice<String>) -> String {
        var name = first
        while let next = rest.first, dashed(next) == nil, !TableWords.isDate(next), !TableWords.isTime(next) {
            name += " " + next
            rest.removeFirst()
        }
        return name
    }

    /// `two` is 2 where people are counted.
    private static func number(_ value: String?, for name: String) -> String? {
        guard name == "party", let value, let size = TableWords.size(value) else { return value }
        return String(size)
    }

    /// The name behind the dashes, and what stands behind `=`; nil for a word. Dashes that a text program made longer count.
    private static func dashed(_ typed: String) -> (name: String, value: String?)? {
        let name = typed.drop { "-–—".contains($0) }
        guard name.count < typed.count, let first = name.first, first.isLetter else { return nil }
        let parts = name.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
    }

    private static func meaning(of name: String, _ grammar: CommandGrammar.Command) -> TriedNames.Place? {
        guard let place = place(of: name, grammar) else { return nil }
        // What lets money be spent or a question be skipped is never read out of another word.
        if case .option(let meant) = place, meant != name,
            grammar.letters[name.first ?? " "] != meant || name.count > 1,
            ["max-fee", "yes", "confirm"].contains(meant)
        {
            return nil
        }
        return place
    }

    private static func place(of name: String, _ grammar: CommandGrammar.Command) -> TriedNames.Place? {
        if grammar.options[name] != nil { return .option(name) }
        if name.count == 1, let letter = name.first, let long = grammar.letters[letter] { return .option(long) }
        let lower = name.lowercased()
        if case .option("max-fee")? = TriedNames.options[lower], grammar.options["fee-up-to"] != nil {
            return .option("fee-up-to")
        }
        if lower == "on", grammar.options["party"] != nil { return .date }
        if let place = TriedNames.options[lower] {
            switch place {
            case .option("time") where grammar.options["time"] == nil:
                return grammar.options["party"] == nil ? nil : .time
            case .option(let name) where grammar.options[name] == nil: break
            case .value(let name, _) where grammar.options[name] == nil: break
            case .name, .date, .time: return grammar.options["party"] == nil ? nil : place
            default: return place
            }
        }
        return TriedNames.nearest(lower, among: grammar.options.keys).map { .option($0) }
    }

    private static func takesValue(_ meaning: TriedNames.Place, _ grammar: CommandGrammar.Command) -> Bool {
        switch meaning {
        case .name, .date, .time: true
        case .value: false
        case .option("password-stdin"), .option("json"): true
        case .option(let name): grammar.options[name] ?? false
        }
    }

    /// To be parsed, or shown.
    var arguments: [String] {
        [command] + words + options.flatMap { ["--\($0.name)"] + [$0.value].compactMap(\.self) }
    }

    /// One of the flags that give a day.
    var hasDays: Bool { options.contains { ["on", "from", "to"].contains($0.name) } }
}
