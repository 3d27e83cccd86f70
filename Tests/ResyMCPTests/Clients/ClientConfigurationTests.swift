import ResyNative
import Testing

@testable import resy_mcp

@Suite struct ClientConfigurationTests {
    static let entry = HostClient.cursor.entry(command: "/opt/resy-mcp", arguments: ["serve"])

    static func adding(_ text: String?, _ client: HostClient = .cursor) throws -> String {
        let file = ClientConfiguration(client: client, contents: text.map { Array($0.utf8) })
        return String(decoding: try file.adding(entry), as: UTF8.self)
    }

    static func removing(_ text: String, backup: String?) throws -> ClientConfiguration.Removal {
        try ClientConfiguration(client: .cursor, contents: Array(text.utf8)).removing(
            backup: backup.map { Array($0.utf8) })
    }

    @Test(arguments: [
        "{}", "{ }\n", "", "  \n", "{\"mcpServers\":{}}", "{\n\t\"mcpServers\": {\n\t}\n}",
        "// mine\n{\"a\": [1, 2,],}",
        "{\n  \"mcpServers\": {\n    \"other\": {\"command\": \"x\"} // keep\n  }\n}\n",
    ])
    func undoingRestoresEveryByte(before: String) throws {
        let after = try Self.adding(before)
        #expect(try Self.removing(after, backup: before) == .restored(Array(before.utf8)))
    }

    @Test func aFileOfOursAloneIsDeleted() throws {
        #expect(try Self.removing(try Self.adding(nil), backup: nil) == .deleted)
    }

    @Test func whatWasAddedSinceStays() throws {
        let before = "{\n  \"theme\": \"dark\"\n}\n"
        let changed = try Self.adding(before).replacing("dark", with: "light")
        #expect(
            try Self.removing(changed, backup: before) == .edited(Array("{\n  \"theme\": \"light\"\n}\n".utf8)))
    }

    @Test func aSectionThatWasThereBeforeStays() throws {
        let before = "{\n  \"mcpServers\": {},\n  \"theme\": \"dark\"\n}\n"
        let changed = try Self.adding(before).replacing("dark", with: "light")
        #expect(
            try Self.removing(changed, backup: before) == .edited(Array(before.replacing("dark", with: "light").utf8)))
    }

    @Test func installingTwiceChangesNothing() throws {
        let once = try Self.adding("{}")
        #expect(try Self.adding(once) == once)
    }

    /// The copy beside the file is then one that held an entry already.
    @Test func aCopyWithTheEntryInItIsNotGoneBackTo() throws {
        let once = try Self.adding("{\"theme\":1}")
        let removal = try Self.removing(once, backup: once)
        #expect(removal == .edited(Array("{\"theme\":1,\"mcpServers\":{}}".utf8)))
    }

    @Test(arguments: [
        #"{"mcpServers":{"resy":{"command":"/usr/bin/other"}}}"#,
        #"{"mcpServers":{"resy":{"url":"https://example.com"}}}"#,
        #"{"mcpServers":{"resy":{"command":"docker","args":["run","resy-mcp"]}}}"#,
    ])
    func anotherProgramsEntryIsLeftAlone(text: String) {
        #expect(throws: ClientConfiguration.Fault.taken) { try Self.adding(text) }
        #expect(throws: ClientConfiguration.Fault.taken) { try Self.removing(text, backup: nil) }
    }

    @Test func theWayThroughWindowsIsOurs() throws {
        let text = #"{"mcpServers":{"resy":{"command":"wsl.exe","args":["-e","/usr/bin/resy-mcp","serve"]},"a":1}}"#
        #expect(try Self.removing(text, backup: nil) == .edited(Array(#"{"mcpServers":{"a":1}}"#.utf8)))
    }

    @Test func nothingToRemoveIsNoFault() throws {
        #expect(try Self.removing("{}", backup: nil) == .nothing)
    }
}
