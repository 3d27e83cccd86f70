internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// An app that starts MCP servers: where it keeps its list of them, and in which form.
enum HostClient: String, CaseIterable, Sendable, ExpressibleByArgument {
    case claudeCode = "claude-code"
    case claudeDesktop = "claude-desktop"
    case codex
    case cursor
    case gemini
    case vscode
    case windsurf
    case zed

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
        case .claudeDesktop: "Claude Desktop"
        case .codex: "Codex"
        case .cursor: "Cursor"
        case .gemini: "Gemini CLI"
        case .vscode: "VS Code"
        case .windsurf: "Windsurf"
        case .zed: "Zed"
        }
    }

    /// The user's own file, for all projects. `home` is the user's folder.
    func path(home: String, system: System = .current, variable: (String) -> String? = { _ in nil }) -> String {
        let home = home == "/" ? "" : home
        let support = home + "/Library/Application Support"
        /// Where its variable moves it, see `checkFolder`; else as usual.
        func folder(_ usual: String) -> String {
            folderVariable(system).flatMap(variable).map { $0 == "/" ? "" : $0 } ?? usual
        }
        return switch (self, system) {
        case (.claudeCode, _): folder(home) + "/.claude.json"
        case (.claudeDesktop, .mac): support + "/Claude/claude_desktop_config.json"
        // The app's own folder, as Electron gives it: the official package for Debian and Ubuntu, and those of others.
        case (.claudeDesktop, .linux): folder(home + "/.config") + "/Claude/claude_desktop_config.json"
        // https://github.com/openai/codex/blob/main/docs/config.md: `$CODEX_HOME/config.toml`, by default in `~/.codex`.
        case (.codex, _): folder(home + "/.codex") + "/config.toml"
        case (.cursor, _): home + "/.cursor/mcp.json"
        // https://github.com/google-gemini/gemini-cli/blob/main/docs/tools/mcp-server.md
        case (.gemini, _): folder(home) + "/.gemini/settings.json"
        case (.vscode, .mac): support + "/Code/User/mcp.json"
        case (.vscode, .linux): folder(home + "/.config") + "/Code/User/mcp.json"
        // https://docs.windsurf.com/windsurf/cascade/mcp
        case (.windsurf, _): home + "/.codeium/windsurf/mcp_config.json"
        // https://zed.dev/docs/configuring-zed: `~/.config` on macOS as well, and `XDG_CONFIG_HOME` on Linux alone.
        case (.zed, .mac): home + "/.config/zed/settings.json"
        case (.zed, .linux): folder(home + "/.config") + "/zed/settings.json"
        }
    }

    func afterInstalling(_ name: String) -> String {
        switch self {
        case .claudeCode: "It is there in the next session; `claude mcp get \(name)` shows it."
        case .claudeDesktop: "Quit Claude Desktop fully and start it again."
        case .codex: "It is there in the next session; `codex mcp get \(name)` shows it."
        case .cursor: "Restart Cursor, then switch it on under Settings, MCP."
        case .gemini: "It is there in the next session; /mcp shows it."
        case .vscode: "VS Code asks whether to trust it when it starts it: run \u{201C}MCP: List Servers\u{201D}."
        case .windsurf: "Press the refresh button of the MCP servers in Cascade, or restart Windsurf."
        case .zed: "Zed starts it at once; the settings of the Agent Panel show it."
        }
    }
}
