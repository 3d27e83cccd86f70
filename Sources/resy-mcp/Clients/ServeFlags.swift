/// The words by which a server is started, taken apart into its flags, each with its value.
struct ServeFlags: Equatable {
    private struct Flag: Equatable {
        /// `--confirm`
        var name: String
        /// `--confirm always`, or `--confirm=always`.
        var words: [String]
    }

    private let flags: [Flag]

    /// Any flag counts, known or not: a newer or an older version may know it.
    init(_ words: [String]) {
        var flags: [Flag] = []
        for word in words.first == "serve" ? words.dropFirst() : words[...] {
            if word.hasPrefix("--") {
                flags.append(Flag(name: String(word.prefix { $0 != "=" }), words: [word]))
            } else if flags.isEmpty {
                flags.append(Flag(name: word, words: [word]))
            } else {
                flags[flags.count - 1].words.append(word)
            }
        }
        self.flags = flags
    }

    var names: [String] { flags.map(\.name) }

    /// Those that stay, as they are written.
    func kept(beside given: ServeFlags) -> [String] {
        flags.filter { !given.names.contains($0.name) }.map { $0.words.joined(separator: " ") }
    }

    /// All words: each flag that was given anew in the place of the old one, and the others as they were.
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
