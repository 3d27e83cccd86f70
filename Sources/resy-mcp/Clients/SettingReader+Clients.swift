internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// Where an app was told to keep its files.
extension SettingReader {
    /// The app takes the variable as it stands: what it does not expand is not expanded here, and its list is looked for
    /// nowhere else.
    func checkFolder(of client: HostClient) throws {
        guard let name = client.folderVariable(), let text = environment(name)?.trimmed, !text.isEmpty else { return }
        let reason: String
        if text.hasPrefix("~") {
            reason = "\(client.title) would not expand it, so write the path out in full"
        } else {
            switch UserPath.readWhole(text, user: nil) {
            case .good: return
            case .bad:
                reason =
                    text.contains("$") || text.contains("%")
                    ? "\(client.title) would not expand it, so write the path out in full"
                    : "give a whole path that begins with /"
            }
        }
        throw Errand.WrongSetting(message: "\(name) \(RPCError.quoted(text)) is not valid: \(reason)")
    }
}

extension HostClient {
    /// The variable that moves its list.
    func folderVariable(_ system: System = .current) -> String? {
        switch (self, system) {
        case (.claudeCode, _): "CLAUDE_CONFIG_DIR"
        case (.codex, _): "CODEX_HOME"
        // https://github.com/google-gemini/gemini-cli, `homedir` of its core's paths.ts.
        case (.gemini, _): "GEMINI_CLI_HOME"
        case (.claudeDesktop, .linux), (.vscode, .linux), (.zed, .linux): "XDG_CONFIG_HOME"
        case (.claudeDesktop, .mac), (.vscode, .mac), (.zed, .mac), (.cursor, _), (.windsurf, _): nil
        }
    }
}
