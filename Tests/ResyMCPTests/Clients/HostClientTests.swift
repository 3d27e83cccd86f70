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
    ])
    func keepsItsListThere(example: Case) {
        #expect(example.client.path(home: "/h", system: .linux) == example.linux)
        #expect(example.client.path(home: "/h", system: .mac) == example.mac)
    }

    @Test func aMovedConfigurationIsFollowed() {
        let moved = ["XDG_CONFIG_HOME": "/c", "CLAUDE_CONFIG_DIR": "/k"]
        #expect(HostClient.vscode.path(home: "/h", system: .linux) { moved[$0] } == "/c/Code/User/mcp.json")
        #expect(HostClient.claudeCode.path(home: "/h", system: .linux) { moved[$0] } == "/k/.claude.json")
        #expect(
            HostClient.vscode.path(home: "/h", system: .linux) { _ in "relative" } == "/h/.config/Code/User/mcp.json")
    }

    @Test func entriesAreAsEachAppDocumentsThem() {
        func written(_ client: HostClient) -> String {
            client.whole(client.entry(command: "/r", arguments: ["serve"])).compact
        }
        #expect(written(.claudeCode) == #"{"mcpServers":{"resy":{"type":"stdio","command":"/r","args":["serve"]}}}"#)
        #expect(written(.vscode) == #"{"servers":{"resy":{"type":"stdio","command":"/r","args":["serve"]}}}"#)
        #expect(written(.cursor) == #"{"mcpServers":{"resy":{"command":"/r","args":["serve"]}}}"#)
        #expect(written(.claudeDesktop) == #"{"mcpServers":{"resy":{"command":"/r","args":["serve"]}}}"#)
    }

    // MARK: - What the server is started with

    static func words(_ flags: [String], _ variables: [String: String] = [:]) throws -> [String] {
        let all = variables.merging(["HOME": "/home/ada"]) { given, _ in given }
        let options = try Options.parse(flags)
        let settings = try options.settings { all[$0] }
        return ServeArguments.words(options, settings, userHome: all["HOME"]) { $0.hasPrefix("/") ? $0 : "/here/" + $0 }
    }

    @Test func defaultsAreLeftOut() throws {
        #expect(try Self.words([]) == ["serve"])
    }

    @Test func flagsGoAlongWithPathsMadeAbsolute() throws {
        let flags = ["--home", "state", "--confirm", "always", "--max-fee", "50", "--cacert", "ca.pem", "--read-only"]
        #expect(
            try Self.words(flags) == [
                "serve", "--home", "/here/state", "--cacert", "/here/ca.pem", "--confirm", "always", "--max-fee", "50",
                "--read-only",
            ])
    }

    @Test(arguments: [("RESY_MCP_HOME", "/s", "/s"), ("XDG_DATA_HOME", "/d", "/d/resy-mcp")])
    func aFolderThatAVariableChoseIsWritten(name: String, value: String, folder: String) throws {
        #expect(try Self.words([], [name: value]) == ["serve", "--home", folder])
    }

    @Test func noSecretIsWrittenAndEachIsNamed() throws {
        let secrets = ["RESY_EMAIL": "a@b.c", "RESY_PASSWORD": "hunter2", "GOOGLE_PLACES_API_KEY": "key"]
        #expect(try Self.words([], secrets) == ["serve"])
        #expect(
            ServeArguments.leftBehind(try Options.parse([])) { secrets[$0] } == [
                "RESY_EMAIL", "RESY_PASSWORD", "GOOGLE_PLACES_API_KEY",
            ])
    }
}
