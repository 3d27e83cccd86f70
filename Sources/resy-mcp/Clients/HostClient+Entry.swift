internal import ResyDomain
internal import ResyNative

/// The form of the list, and of an entry in it.
extension HostClient {
    /// What the file calls its list of servers.
    var section: String {
        switch self {
        case .vscode: "servers"
        // https://zed.dev/docs/ai/mcp
        case .zed: "context_servers"
        case .codex: "mcp_servers"
        case .claudeCode, .claudeDesktop, .cursor, .gemini, .windsurf: "mcpServers"
        }
    }

    /// `bytes`: nil where there is no file, or not a word in it.
    func list(_ bytes: [UInt8]?, name: String) throws(ServerListFault) -> any ServerList {
        if self == .codex { return try TOMLServerList(bytes ?? [], section: section) }
        return try JSONServerList(bytes ?? Array("{}\n".utf8), section: section, name: name)
    }

    func entry(command: String, arguments: [String]) -> JSON {
        let program: [(String, JSON)] = [
            ("command", .string(command)), ("args", .array(arguments.map { .string($0) })),
        ]
        return switch self {
        // These two ask for it; the others refuse or ignore what they do not know.
        case .claudeCode, .vscode: .object([("type", "stdio")] + program)
        case .codex: .object(program + [("tool_timeout_sec", .integer(HostClient.patience))])
        // Zed's `source` is of older versions: newer ones take it out of the file again.
        case .claudeDesktop, .cursor, .gemini, .windsurf, .zed: .object(program)
        }
    }

    /// Codex gives up on a call after 60 seconds unless it is told otherwise, and a question may be open for five minutes:
    /// https://github.com/openai/codex/blob/main/docs/config.md. The others wait longer, or have no such setting that all of
    /// their versions read in the same way.
    private static let patience = 330

    /// Members that are a proposal: what an entry has of its own counts.
    var presets: Set<String> { self == .codex ? ["tool_timeout_sec"] : [] }

    /// The entry as a file of its own would have it, for people who add it by hand.
    func whole(_ entry: JSON, name: String = usualName) -> String {
        guard self == .codex else { return JSON.object([(section, .object([(name, entry)]))]).pretty }
        return TOMLText.table([section, name], entry).joined(separator: "\n")
    }
}
