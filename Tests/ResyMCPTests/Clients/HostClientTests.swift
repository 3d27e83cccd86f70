@testable import ResyDomain
import ArgumentParser
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct HostClientTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var client: HostClient
        var linux: String
        var mac: String
        var testDescription: String { client.rawValue }
    }

    @Test(arguments: [
        Case(client: .claudeCode, linux: "/h/.claude.json", mac: "/h/.claude.json"),
        Case(client: .cursor, linux: "/h/.cursor/mcp.json", mac: "/h/.cursor/mcp.json"),
        Case(
            client: .vscode, linux: "/h/.config/Code/User/mcp.json",
            mac: "/h/Library/Application Support/Code/User/mcp.json"),
        Case(
            client: .claudeDesktop, linux: "/h/.config/Claude/claude_desktop_config.json",
            mac: "/h/Library/Application Support/Claude/claude_desktop_config.json"),
        Case(client: .codex, linux: "/h/.codex/config.toml", mac: "/h/.codex/config.toml"),
        Case(client: .gemini, linux: "/h/.gemini/settings.json", mac: "/h/.gemini/settings.json"),
        Case(
            client: .windsurf, linux: "/h/.codeium/windsurf/mcp_config.json",
            mac: "/h/.codeium/windsurf/mcp_config.json"),
        Case(client: .zed, linux: "/h/.config/zed/settings.json", mac: "/h/.config/zed/settings.json"),
    ])
    func keepsItsListThere(example: Case) {
        #expect(example.client.path(home: "/h", system: .linux) == example.linux)
        #expect(example.client.path(home: "/h", system: .mac) == example.mac)
        #expect(example.client.path(home: "/", system: .linux) == String(example.linux.dropFirst(2)))
    }

    @Test func aMovedConfigurationIsFollowed() {
        let moved = ["XDG_CONFIG_HOME": "/c", "CLAUDE_CONFIG_DIR": "/k", "CODEX_HOME": "/x", "GEMINI_CLI_HOME": "/g"]
        #expect(HostClient.codex.path(home: "/h", system: .linux) { moved[$0] } == "/x/config.toml")
        #expect(HostClient.gemini.path(home: "/h", system: .linux) { moved[$0] } == "/g/.gemini/settings.json")
        #expect(HostClient.zed.path(home: "/h", system: .linux) { moved[$0] } == "/c/zed/settings.json")
        #expect(HostClient.zed.path(home: "/h", system: .mac) { moved[$0] } == "/h/.config/zed/settings.json")
        #expect(HostClient.vscode.path(home: "/h", system: .linux) { moved[$0] } == "/c/Code/User/mcp.json")
        #expect(HostClient.claudeCode.path(home: "/h", system: .linux) { moved[$0] } == "/k/.claude.json")
    }

    /// What is followed is what is checked.
    @Test(arguments: HostClient.allCases, [HostClient.System.linux, .mac])
    func oneVariableMovesIt(client: HostClient, system: HostClient.System) {
        var asked: [String] = []
        _ = client.path(home: "/h", system: system) {
            asked.append($0)
            return nil
        }
        #expect(asked == [client.folderVariable(system)].compactMap(\.self))
    }

    @Test func entriesAreAsEachAppDocumentsThem() {
        func written(_ client: HostClient) -> String {
            let text = client.whole(client.entry(command: "/r", arguments: ["serve"]))
            return (try? JSON(parsing: Array(text.utf8)).compact) ?? text
        }
        #expect(written(.claudeCode) == #"{"mcpServers":{"resy":{"type":"stdio","command":"/r","args":["serve"]}}}"#)
        #expect(written(.vscode) == #"{"servers":{"resy":{"type":"stdio","command":"/r","args":["serve"]}}}"#)
        #expect(written(.cursor) == #"{"mcpServers":{"resy":{"command":"/r","args":["serve"]}}}"#)
        for client in [HostClient.claudeDesktop, .gemini, .windsurf] {
            #expect(written(client) == #"{"mcpServers":{"resy":{"command":"/r","args":["serve"]}}}"#)
        }
        #expect(written(.zed) == #"{"context_servers":{"resy":{"command":"/r","args":["serve"]}}}"#)
        #expect(
            written(.codex)
                == "[mcp_servers.resy]\ncommand = \"/r\"\nargs = [\"serve\"]\ntool_timeout_sec = 330")
    }

    // MARK: - What the server is started with

    static func arguments(_ flags: [String], _ variables: [String: String] = [:]) throws -> ServeArguments {
        let all = variables.merging(["HOME": "/home/ada"]) { given, _ in given }
        let options = try Options.parse(flags)
        let settings = try options.settings(environment: { all[$0] })
        return ServeArguments(
            options, settings, userHome: all["HOME"], variable: { all[$0] },
            absolute: { $0.hasPrefix("/") ? $0 : "/here/" + $0 })
    }

    static func words(_ flags: [String], _ variables: [String: String] = [:]) throws -> [String] {
        try arguments(flags, variables).words
    }

    @Test func defaultsAreLeftOut() throws {
        #expect(try Self.words([]) == ["serve"])
    }

    @Test func flagsGoAlongWithPathsMadeAbsolute() throws {
        let flags = ["--home", "/state", "--confirm", "always", "--max-fee", "50", "--cacert", "ca.pem", "--read-only"]
        #expect(
            try Self.words(flags) == [
                "serve", "--home", "/state", "--cacert", "/here/ca.pem", "--confirm", "always", "--max-fee", "50",
                "--read-only",
            ])
    }

    @Test(arguments: [("RESY_MCP_HOME", "/s", "/s"), ("XDG_DATA_HOME", "/d", "/d/resy-mcp")])
    func aFolderThatAVariableChoseIsWritten(name: String, value: String, folder: String) throws {
        #expect(try Self.words([], [name: value]) == ["serve", "--home", folder])
    }

    @Test func noSecretIsWrittenAndEachIsNamed() throws {
        let secrets = [
            "RESY_EMAIL": "a@b.c", "RESY_PASSWORD": "hunter2", "RESY_API_KEY": "k", "GOOGLE_PLACES_API_KEY": "key",
            "RESY_NOTIFY_URL": "https://ntfy.sh/x", "RESY_NOTIFY_COMMAND": "/opt/tell", "https_proxy": "http://p",
        ]
        let arguments = try Self.arguments([], secrets)
        #expect(arguments.words == ["serve"])
        #expect(
            arguments.leftBehind.map(\.variable) == [
                "RESY_EMAIL", "RESY_PASSWORD", "RESY_API_KEY", "GOOGLE_PLACES_API_KEY", "RESY_NOTIFY_URL",
                "RESY_NOTIFY_COMMAND", "https_proxy",
            ])
        #expect(arguments.carried.isEmpty)
    }

    /// Only who installs may say that bookings are made unasked.
    @Test(
        arguments: [
            (["RESY_CONFIRM": "never", "RESY_MAX_FEE": "50"], [], ["serve"], ["RESY_CONFIRM", "RESY_MAX_FEE"]),
            (
                ["RESY_CONFIRM": "always", "RESY_MAX_FEE": "0"], [],
                ["serve", "--confirm", "always", "--max-fee", "0"], []
            ),
            (
                ["RESY_CONFIRM": "never", "RESY_MAX_FEE": "50"], ["--confirm", "never"],
                ["serve", "--confirm", "never"],
                ["RESY_MAX_FEE"]
            ),
            (
                ["RESY_CONFIRM": "never", "RESY_MAX_FEE": "50"], ["--confirm", "always", "--max-fee", "20"],
                ["serve", "--confirm", "always", "--max-fee", "20"], []
            ),
        ] as [([String: String], [String], [String], [String])])
    func leaveToBookUnaskedTakesAFlag(
        variables: [String: String], flags: [String], words: [String], left: [String]
    ) throws {
        let arguments = try Self.arguments(flags, variables)
        #expect(arguments.words == words)
        #expect(arguments.leftBehind.map(\.variable) == left)
        #expect(arguments.leftBehind.allSatisfy { $0.reason == .unasked })
    }

    struct Chosen: CustomTestStringConvertible, Sendable {
        var variables: [String: String]
        var flags: [String] = []
        var words: [String]
        var carried: [String] = []
        var testDescription: String { "\(variables.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }) \(flags)" }
    }

    static let chosen = [
        Chosen(variables: ["RESY_CONFIRM": "always"], words: ["--confirm", "always"], carried: ["RESY_CONFIRM"]),
        // What counts anyhow as well: the entry that is there may have something else.
        Chosen(variables: ["RESY_CONFIRM": "fees"], words: ["--confirm", "fees"], carried: ["RESY_CONFIRM"]),
        Chosen(variables: ["RESY_CONFIRM": "always"], flags: ["--confirm", "never"], words: ["--confirm", "never"]),
        Chosen(variables: ["RESY_CONFIRM": "always"], flags: ["--confirm", "fees"], words: ["--confirm", "fees"]),
        Chosen(variables: ["RESY_READ_ONLY": "1"], words: ["--read-only"], carried: ["RESY_READ_ONLY"]),
        Chosen(variables: ["RESY_READ_ONLY": "false"], words: []),
        Chosen(variables: ["RESY_READ_ONLY": "true"], flags: ["--read-only"], words: ["--read-only"]),
        Chosen(variables: ["RESY_MAX_FEE": "37.50"], words: []),
        Chosen(variables: ["RESY_MAX_FEE": "37.50"], flags: ["--max-fee", "37.50"], words: ["--max-fee", "37.50"]),
        Chosen(variables: ["RESY_MAX_FEE": "0"], words: ["--max-fee", "0"], carried: ["RESY_MAX_FEE"]),
        Chosen(variables: ["RESY_PACE": " 2 - 4 "], words: ["--pace", "2 - 4"], carried: ["RESY_PACE"]),
        Chosen(variables: ["RESY_BUDGET": " 40 "], words: ["--budget", "40"], carried: ["RESY_BUDGET"]),
        Chosen(variables: ["RESY_BUDGET": "20"], words: ["--budget", "20"], carried: ["RESY_BUDGET"]),
        Chosen(variables: ["RESY_PACE": "${user_config.pace}"], words: []),
        Chosen(
            variables: ["RESY_API_URL": "https://r.test/"], words: ["--api-url", "https://r.test/"],
            carried: ["RESY_API_URL"]),
        Chosen(
            variables: ["RESY_WEB_URL": "https://resy.com"], words: ["--web-url", "https://resy.com"],
            carried: ["RESY_WEB_URL"]),
        Chosen(
            variables: ["RESY_CACERT": "ca.pem"], words: ["--cacert", "/here/ca.pem"], carried: ["RESY_CACERT"]),
        Chosen(
            variables: ["RESY_CHROMIUM": "~/chromium"], words: ["--chromium", "/home/ada/chromium"],
            carried: ["RESY_CHROMIUM"]),
        Chosen(
            variables: ["RESY_CURL_VERBOSE": "yes", "RESY_LOG_LEVEL": "debug"],
            words: ["--curl-verbose", "--log-level", "debug"], carried: ["RESY_CURL_VERBOSE", "RESY_LOG_LEVEL"]),
        Chosen(
            variables: ["RESY_MCP_HOME": "~/two"], words: ["--home", "/home/ada/two"], carried: ["RESY_MCP_HOME"]),
        Chosen(
            variables: ["RESY_MCP_HOME": "~/.local/share/resy-mcp/"],
            words: ["--home", "/home/ada/.local/share/resy-mcp"], carried: ["RESY_MCP_HOME"]),
        Chosen(variables: ["XDG_DATA_HOME": "~/.local/share"], words: []),
        Chosen(
            variables: ["XDG_DATA_HOME": "/d"], words: ["--home", "/d/resy-mcp"], carried: ["XDG_DATA_HOME"]),
        Chosen(variables: ["RESY_MCP_HOME": "/a"], flags: ["--home", "/b"], words: ["--home", "/b"]),
    ]

    @Test(arguments: chosen)
    func whatAVariableChoseIsTakenAlongAndNamed(_ example: Chosen) throws {
        let arguments = try Self.arguments(example.flags, example.variables)
        #expect(arguments.words == ["serve"] + example.words)
        #expect(arguments.carried.map(\.variable) == example.carried)
    }

    @Test(arguments: ["", "resy two", "resy/two", "résy", "a\nb", String(repeating: "a", count: 33)])
    func aNameThatAppsDoNotTakeIsRefused(name: String) {
        #expect(throws: (any Error).self) { try InstallCommand.parse(["cursor", "--name", name]) }
    }

    @Test(arguments: ["resy", "resy-two", "Resy_2"]) func aPlainNameIsTaken(name: String) throws {
        #expect(try InstallCommand.parse(["cursor", "--name", name]).name == name)
        #expect(try UninstallCommand.parse(["cursor", "--name", name]).name == name)
    }
}
