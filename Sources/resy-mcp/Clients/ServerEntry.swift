internal import ResyNative

/// One entry of an app's list: what it starts, and what else it has.
struct ServerEntry: Sendable {
    struct Member: Sendable {
        let name: String
        /// Plain JSON where it is that; else as it is written.
        let text: String
    }

    let members: [Member]
    /// Nil where there is none, or several, or it is no text.
    let command: String?
    /// Of another computer.
    let url: String?
    /// What stands behind the command; as it is written where it is no text.
    let words: [String]
    /// The names in its `env`.
    let variables: [String]
    /// Nil where it has more than plain JSON can say.
    let json: JSON?

    func text(of member: String) -> String? { members.first { $0.name == member }?.text }

    /// It starts a program called `resy-mcp`, by whatever path, if need be from Windows, and as a server. Others' programs
    /// have had the same name; theirs are started with other words. `program`: the path that this one would write now, which
    /// is ours whatever it is called.
    func isOurs(_ program: String? = nil) -> Bool { ownWords(program) != nil }

    /// The words behind the program's own, beginning with `serve`; none in another's entry.
    func serving(_ program: String? = nil) -> [String] { Array(ownWords(program) ?? []) }

    private func ownWords(_ program: String?) -> ArraySlice<String>? {
        guard let command else { return nil }
        let own: ArraySlice<String>
        if Self.names(command, program) {
            own = words[...]
        } else if Self.lastName(command).lowercased() == "wsl.exe",
            let way = words.firstIndex(where: { $0 == "-e" || $0 == "--exec" }), way + 1 < words.count,
            Self.names(words[way + 1], program)
        {
            own = words[(way + 2)...]
        } else {
            return nil
        }
        return own.first == "serve" ? own : nil
    }

    private static func names(_ path: String, _ program: String?) -> Bool {
        lastName(path) == "resy-mcp" || path == program
    }

    private static func lastName(_ path: String) -> Substring {
        path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    }
}
