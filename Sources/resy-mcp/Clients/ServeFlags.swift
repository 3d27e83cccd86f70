/// The words by which a server is started, taken apart into its flags, each with its value.
struct ServeFlags: Equatable {
    private struct Flag: Equatable {
        /// `--confirm`
        var name: String
        /// `--confirm always`, or `--confirm=always`.
        var words: [String]
    }

    private let flags: [Flag]
    /// What `serve` would refuse, by name alone: what stands behind it may be a secret that landed here.
    let unknown: [String]
    /// All words as they may be shown.
    let shown: [String]

    /// As `serve` declares them: whether a value follows each.
    private static let options = CommandGrammar().commands["serve"]?.options.filter { $0.key != "help" } ?? [:]
    private static let addresses: Set = ["--api-url", "--web-url", "--places-url"]

    init(_ words: [String]) {
        var flags: [Flag] = []
        var unknown: [String] = []
        var shown: [String] = []
        var rest = words[...]
        if rest.first == "serve" { shown.append(rest.removeFirst()) }
        while let word = rest.popFirst() {
            let name = String(word.prefix { $0 != "=" })
            var all = [word]
            if Self.hasValue(name) == true, name == word, rest.first?.hasPrefix("--") == false {
                all.append(rest.removeFirst())
            }
            if Self.takes(name, all) {
                flags.append(Flag(name: name, words: all))
                shown += all
                continue
            }
            let isNamed = name.hasPrefix("--")
            if isNamed { shown.append(name) }
            if !isNamed || all != [name], shown.last != "…" { shown.append("…") }
            let called = isNamed ? name : "…"
            if !unknown.contains(called) { unknown.append(called) }
        }
        (self.flags, self.unknown, self.shown) = (flags, unknown, shown)
    }

    /// Nil for what is no flag of `serve`.
    private static func hasValue(_ flag: String) -> Bool? {
        flag.hasPrefix("--") ? options[String(flag.dropFirst(2))] : nil
    }

    private static func takes(_ name: String, _ words: [String]) -> Bool {
        guard let hasValue = hasValue(name) else { return false }
        guard hasValue else { return words == [name] }
        guard addresses.contains(name) else { return true }
        let value = words.count > 1 ? words[1] : String(words[0].dropFirst(name.count + 1))
        if case .good = BaseURL.check(value) { return true }
        return false
    }

    var names: [String] { flags.map(\.name) }

    /// Those that stay, as they are written.
    func kept(beside given: ServeFlags) -> [String] {
        flags.filter { !given.names.contains($0.name) }.map { $0.words.joined(separator: " ") }
    }

    /// All words: each flag that was given anew in the place of the old one, and the others that are known as they were.
    func replaced(by given: ServeFlags) -> [String] {
        var rest = given.flags
        var all: [Flag] = []
        for flag in flags {
            guard given.names.contains(flag.name) else {
                all.append(flag)
                continue
            }
            all += rest.filter { $0.name == flag.name }
            rest.removeAll { $0.name == flag.name }
        }
        return ["serve"] + (all + rest).flatMap(\.words)
    }
}
