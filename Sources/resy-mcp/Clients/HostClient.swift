internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// An app that starts MCP servers: where it keeps its list of them, and in which form.
enum HostClient: String, CaseIterable, Sendable, ExpressibleByArgument {
    case claudeCode = "claude-code"
    case vscode
    case cursor
    case claudeDesktop = "claude-desktop"

    /// Our entry's name in every list, unless another was wished for.
    static let usualName = "resy"

    /// Apps make tool names of it.
    static func check(name: String) throws {
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        guard isPlain, (1...32).contains(name.utf8.count) else {
            throw ValidationError(
                "--name \(RPCError.quoted(name)) is not valid: give 1 to 32 letters, digits, - or _, such as resy-two")
        }
    }

    enum System: Sendable {
        case linux, mac

        static var current: System {
            #if canImport(Darwin)
                .mac
            #else
                .linux
            #endif
        }
    }

    var title: String {
        switch self {
        case .claudeCode: "Claude Code"
        case .vscode: "VS Code"
        case .cursor: "Cursor"
        case .claudeDesktop: "Claude Desktop"
        }
    }

    /// The member of the file that lists servers by name.
    var section: String { self == .vscode ? "servers" : "mcpServers" }

    /// The user's own file, for all projects. `home` is the user's folder.
    func path(home: String, system: System = .current, variable: (String) -> String? = { _ in nil }) -> String {
        let home = home == "/" ? "" : home
        let support = home + "/Library/Application Support"
        // The base directory specification: a relative path is to be ignored.
        let config = variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.config"
        return switch (self, system) {
        case (.claudeCode, _): (variable("CLAUDE_CONFIG_DIR") ?? home) + "/.claude.json"
        case (.cursor, _): home + "/.cursor/mcp.json"
        case (.vscode, .mac): support + "/Code/User/mcp.json"
        case (.vscode, .linux): config + "/Code/User/mcp.json"
        case (.claudeDesktop, .mac): support + "/Claude/claude_desktop_config.json"
        // No Linux version is published; those who run it all the same have this folder.
        case (.claudeDesktop, .linux): config + "/Claude/claude_desktop_config.json"
        }
    }

    func entry(command: String, arguments: [String]) -> JSON {
        var members: [(String, JSON)] = [
            ("command", .string(command)), ("args", .array(arguments.map { .string($0) })),
        ]
        // These two ask for it; the others refuse or ignore what they do not know.
        if self == .claudeCode || self == .vscode { members.insert(("type", "stdio"), at: 0) }
        return .object(members)
    }

    /// The entry as a file of its own would have it, for people who add it by hand.
    func whole(_ entry: JSON, name: String = usualName) -> JSON {
        .object([(section, .object([(name, entry)]))])
    }

    func afterInstalling(_ name: String) -> String {
        switch self {
        case .claudeCode: "It is there in the next session; `claude mcp get \(name)` shows it."
        case .vscode: "VS Code asks whether to trust it when it starts it: run \u{201C}MCP: List Servers\u{201D}."
        case .cursor: "Restart Cursor, then switch it on under Settings, MCP."
        case .claudeDesktop: "Quit Claude Desktop fully and start it again."
        }
    }
}
