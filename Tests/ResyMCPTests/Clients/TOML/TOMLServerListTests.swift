@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// Codex's file, in the layouts that TOML has for one table of tables.
@Suite struct TOMLServerListTests {
    static let entry: JSON = .object([("command", "/opt/resy-mcp"), ("args", ["serve"])])
    static let table = "[mcp_servers.resy]\ncommand = \"/opt/resy-mcp\"\nargs = [\"serve\"]\n"
    static let inline = "{ command = \"/opt/resy-mcp\", args = [\"serve\"] }"

    static func list(_ text: String) throws -> TOMLServerList {
        try TOMLServerList(Array(text.utf8), section: "mcp_servers")
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var before: String
        var after: String
        /// Without the entry again, where somebody has changed the file meanwhile; nil: as before.
        var removed: String?
    }

    static let additions = [
        Case(testDescription: "an empty file", before: "", after: table),
        Case(testDescription: "one without an end", before: "a = 1", after: "a = 1\n\n" + table, removed: "a = 1\n"),
        Case(
            testDescription: "a blank line at its end", before: "a = 1\n\n", after: "a = 1\n\n" + table,
            removed: "a = 1\n"),
        Case(
            testDescription: "a comment at its end", before: "[t]\n# mine", after: "[t]\n# mine\n\n" + table,
            removed: "[t]\n# mine\n"),
        Case(
            testDescription: "lines of Windows", before: "a = 1\r\n",
            after: "a = 1\r\n\r\n" + table.replacing("\n", with: "\r\n")),
        Case(
            testDescription: "other servers", before: "[mcp_servers.a]\ncommand = \"x\"\n\n[tui]\nx = 1\n",
            after: "[mcp_servers.a]\ncommand = \"x\"\n\n[tui]\nx = 1\n\n" + table),
        Case(
            testDescription: "a header for all", before: "[mcp_servers]\na = {command=\"x\"}\n",
            after: "[mcp_servers]\na = {command=\"x\"}\n\n" + table),
        Case(
            testDescription: "dotted keys", before: "mcp_servers.a.command = \"x\"\n[t]\n",
            after: "mcp_servers.a.command = \"x\"\n[t]\n\n" + table),
        Case(
            testDescription: "quoted keys", before: "[\"mcp_servers\" . 'a']\ncommand = \"x\"\n",
            after: "[\"mcp_servers\" . 'a']\ncommand = \"x\"\n\n" + table),
        Case(
            testDescription: "one inline table", before: "mcp_servers = { a = {command=\"x\"} } # c\n[t]\n",
            after: "mcp_servers = { a = {command=\"x\"}, resy = \(inline) } # c\n[t]\n"),
        Case(
            testDescription: "an empty one", before: "mcp_servers = {}", after: "mcp_servers = { resy = \(inline) }",
            removed: "mcp_servers = {  }"),
    ]

    @Test(arguments: additions) func isAdded(_ example: Case) throws {
        let list = try Self.list(example.before)
        #expect(list.entry("resy") == nil)
        let after = String(decoding: try list.putting("resy", Self.entry), as: UTF8.self)
        #expect(after == example.after)
        let entry = try #require(try Self.list(after).entry("resy"))
        #expect(entry.isOurs() && entry.words == ["serve"])
        #expect(entry.json.map { $0 == Self.entry } == true)
        let removed = String(decoding: try Self.list(after).removing("resy", andSection: true), as: UTF8.self)
        #expect(removed == example.removed ?? example.before)
    }

    struct Layout: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var replaced: String
        var removed: String
        /// With its command changed, and a member added.
        var updated: String
    }

    /// What stands before and behind it stays.
    static let layouts = [
        Layout(
            testDescription: "a table",
            text: "a = 1\n# b\n[mcp_servers.resy] # c\ncommand = \"npx\" # d\n# e\nenv = { K = \"v\" }\n# f\n\n[t]\n",
            replaced: "a = 1\n# b\n\(table)# f\n\n[t]\n", removed: "a = 1\n# b\n# f\n\n[t]\n",
            updated:
                "a = 1\n# b\n[mcp_servers.resy] # c\ncommand = \"/r\" # d\n# e\nenv = { K = \"v\" }\nargs = []\n# f\n\n[t]\n"
        ),
        Layout(
            testDescription: "with a table of its own",
            text:
                "[mcp_servers.resy]\ncommand = \"npx\"\n\n[mcp_servers.resy.env]\nK = \"v\"\n\n[mcp_servers.b]\nx = 1\n",
            replaced: "\(table)\n[mcp_servers.b]\nx = 1\n", removed: "\n[mcp_servers.b]\nx = 1\n",
            updated:
                "[mcp_servers.resy]\ncommand = \"/r\"\nargs = []\n\n[mcp_servers.resy.env]\nK = \"v\"\n\n[mcp_servers.b]\nx = 1\n"
        ),
        Layout(
            testDescription: "in two places",
            text: "[mcp_servers.resy]\ncommand = \"npx\"\n[t]\n\n[mcp_servers.resy.env]\nK = \"v\"",
            replaced: "\(table)[t]\n", removed: "[t]\n",
            updated: "[mcp_servers.resy]\ncommand = \"/r\"\nargs = []\n[t]\n\n[mcp_servers.resy.env]\nK = \"v\""),
        Layout(
            testDescription: "a value under a header",
            text: "[mcp_servers]\nresy = {command = \"npx\", env.K = \"v\"} # c\nb = {}\n",
            replaced: "[mcp_servers]\nresy = \(inline) # c\nb = {}\n", removed: "[mcp_servers]\nb = {}\n",
            updated: "[mcp_servers]\nresy = {command = \"/r\", env.K = \"v\", args = []} # c\nb = {}\n"),
        Layout(
            testDescription: "a value in the list", text: "mcp_servers = {resy = {command = \"npx\"}, b = {}}\n",
            replaced: "mcp_servers = {resy = \(inline), b = {}}\n", removed: "mcp_servers = {b = {}}\n",
            updated: "mcp_servers = {resy = {command = \"/r\", args = []}, b = {}}\n"),
        Layout(
            testDescription: "the last in the list", text: "mcp_servers = {b = {}, resy = {command = \"npx\"} }",
            replaced: "mcp_servers = {b = {}, resy = \(inline) }", removed: "mcp_servers = {b = {} }",
            updated: "mcp_servers = {b = {}, resy = {command = \"/r\", args = []} }"),
        Layout(
            testDescription: "dotted lines",
            text: "x = 1\nmcp_servers.resy.command = \"npx\"\nmcp_servers.resy.env.K = \"v\"\n[t]\n",
            replaced: "x = 1\nmcp_servers.resy.command = \"/opt/resy-mcp\"\nmcp_servers.resy.args = [\"serve\"]\n[t]\n",
            removed: "x = 1\n[t]\n",
            updated:
                "x = 1\nmcp_servers.resy.command = \"/r\"\nmcp_servers.resy.env.K = \"v\"\nmcp_servers.resy.args = []\n[t]\n"
        ),
        Layout(
            testDescription: "dotted lines under a header, the last without an end",
            text: "[mcp_servers]\nresy.command = \"npx\"",
            replaced: "[mcp_servers]\nresy.command = \"/opt/resy-mcp\"\nresy.args = [\"serve\"]",
            removed: "[mcp_servers]\n", updated: "[mcp_servers]\nresy.command = \"/r\"\nresy.args = []"),
    ]

    @Test(arguments: layouts) func eachLayoutIsChangedInPlace(_ example: Layout) throws {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        let list = try Self.list(example.text)
        #expect(list.entry("resy")?.isOurs() == false)
        let replaced = text(try list.putting("resy", Self.entry))
        #expect(replaced == example.replaced)
        #expect(text(try list.removing("resy", andSection: true)) == example.removed)
        let changed = try Self.list(text(try list.putting("resy", "command", "/r")))
        #expect(text(try changed.putting("resy", "args", [])) == example.updated)
        // And back.
        let written = try #require(list.written("resy"))
        let back = try Self.list(text(try Self.list(replaced).puttingBack("resy", written)))
        #expect(back.entry("resy")?.json?.compact == list.entry("resy")?.json?.compact)
        #expect(back.names == list.names)
    }

    @Test(arguments: [
        ("mcp_servers = 5", ServerListFault.noTable(member: "mcp_servers")),
        ("mcp_servers = [{}]", .noTable(member: "mcp_servers")),
        ("[[mcp_servers]]\n", .noTable(member: "mcp_servers")),
        (
            "[mcp_servers]\nresy.command = \"x\"\n[mcp_servers.resy.env]\n",
            .syntax(reason: "its layout is too unusual to change", offset: 14)
        ),
    ])
    func whatCannotBeChangedIsRefused(text: String, fault: ServerListFault) {
        #expect(throws: fault) { try Self.list(text).putting("resy", Self.entry) }
    }

    /// A list of tables is nothing that the app starts.
    @Test func aListOfTablesIsAnothers() throws {
        let list = try Self.list("[[mcp_servers.resy]]\ncommand = \"/opt/resy-mcp\"\n")
        #expect(list.entry("resy")?.isOurs() == false)
        #expect(String(decoding: try list.putting("resy", Self.entry), as: UTF8.self) == Self.table)
    }

    @Test func whatAPersonSetStays() throws {
        let text =
            "[mcp_servers.resy]\ncommand = \"/old/resy-mcp\"\nargs = [\n  \"serve\", # mine\n]\ntool_timeout_sec = 600.0\nenabled = false\n\n[mcp_servers.resy.env]\nRESY_CONFIRM = \"always\"\n"
        let file = ClientConfiguration(client: .codex, contents: Array(text.utf8))
        let addition = try file.adding(HostClient.codex.entry(command: "/opt/resy-mcp", arguments: ["serve"]))
        #expect(String(decoding: addition.bytes, as: UTF8.self) == text.replacing("/old/", with: "/opt/"))
        guard case .updated(let update) = addition.kind else {
            Issue.record("\(addition.kind)")
            return
        }
        #expect(update.changes.map(\.member) == ["command"])
        #expect(update.kept == ["tool_timeout_sec", "enabled", "env"])
    }

    @Test(arguments: additions.map(\.before)) func undoingRestoresEveryByte(before: String) throws {
        let entry = HostClient.codex.entry(command: "/opt/resy-mcp", arguments: ["serve", "--in", "St. \"X\"\\"])
        let after = try ClientConfiguration(client: .codex, contents: Array(before.utf8)).adding(entry).bytes
        let removal = try ClientConfiguration(client: .codex, contents: after).removing(backup: Array(before.utf8))
        #expect(removal == .restored(Array(before.utf8)))
    }

    @Test(arguments: layouts) func whatWasReplacedComesBack(_ example: Layout) throws {
        let before = Array(example.text.utf8)
        let entry = HostClient.codex.entry(command: "/opt/resy-mcp", arguments: ["serve"])
        let after = try ClientConfiguration(client: .codex, contents: before).adding(entry, isForced: true)
        #expect(after.kind == .replaced)
        #expect(
            try ClientConfiguration(client: .codex, contents: after.bytes).removing(backup: before) == .restored(before)
        )
        let changed = Array("new = 1\n".utf8) + after.bytes
        guard
            case .putBack(let back) = try ClientConfiguration(client: .codex, contents: changed).removing(
                backup: before)
        else {
            Issue.record("not put back")
            return
        }
        let list = try Self.list(String(decoding: back, as: UTF8.self))
        #expect(list.entry("resy")?.command == "npx")
        #expect(back.starts(with: "new = 1\n".utf8))
    }
}
