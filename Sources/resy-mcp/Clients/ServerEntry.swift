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

    /// It starts this program, by whatever path, if need be from Windows, and as a server. Others' programs have had the
    /// same name; theirs are started with other words.
    var isOurs: Bool {
        guard let command else { return false }
        if Self.isOurs(command) { return Self.isServing(words[...]) }
        guard command.hasSuffix("wsl.exe"), let program = words.firstIndex(where: Self.isOurs) else { return false }
        return Self.isServing(words[(program + 1)...])
    }

    /// The words behind the program's own, `serve` included where it is there.
    var serving: [String] {
        guard command.map(Self.isOurs) != true, let program = words.firstIndex(where: Self.isOurs) else { return words }
        return Array(words[(program + 1)...])
    }

    private static func isServing(_ words: ArraySlice<String>) -> Bool {
        words.first.map { $0 == "serve" || $0.hasPrefix("--") } ?? true
    }

    private static func isOurs(_ path: String) -> Bool {
        let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        return name == "resy-mcp" || name == "resy-mcp.exe" || name.hasPrefix("resy-mcp-")
    }
}
