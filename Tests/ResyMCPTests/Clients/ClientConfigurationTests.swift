@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct ClientConfigurationTests {
    static let entry = HostClient.cursor.entry(command: "/opt/resy-mcp", arguments: ["serve"])

    static func addition(_ text: String?, isForced: Bool = false) throws -> ClientConfiguration.Addition {
        let file = ClientConfiguration(client: .cursor, contents: text.map { Array($0.utf8) })
        return try file.adding(entry, isForced: isForced)
    }

    static func adding(_ text: String?) throws -> String {
        String(decoding: try addition(text).bytes, as: UTF8.self)
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

    static let others = [
        #"{"command":"/usr/bin/other"}"#, #"{"url":"https://example.com"}"#, #"{}"#, #""a text""#, "null",
        #"{"command":"docker","args":["run","resy-mcp"]}"#, #"{"command":"npx","args":["-y","resy-mcp"]}"#,
        #"{"command":"uvx","args":["resy-mcp"],"env":{"RESY_TOKEN":"t"}}"#,
        #"{"command":"/venv/bin/resy-mcp","args":["stdio"]}"#, #"{"command":"/venv/bin/resy-mcp","args":[7]}"#,
        #"{"command":"/opt/resy-mcpd"}"#, #"{"command":"C:\\bin\\myresy-mcp.exe"}"#,
        #"{"command":"wsl.exe","args":["-e","/venv/bin/resy-mcp","stdio"]}"#,
        #"{"command":"/opt/resy-mcp"}"#, #"{"command":"/opt/resy-mcp","args":["--pace","0"]}"#,
        #"{"command":"/home/o/.npm/bin/resy-mcp","args":["--api-token","X"]}"#,
        #"{"command":"/opt/x/resy-mcp-fork","args":["serve"]}"#, #"{"command":"/opt/resy-mcp-0.9","args":["serve"]}"#,
        #"{"command":"/opt/x/resy-mcp-server.js","args":["serve"]}"#, #"{"command":"/x/resy","args":["serve"]}"#,
        #"{"command":"wsl.exe","args":["-e","/x/resy-mcp","--token","X"]}"#,
        #"{"command":"wsl.exe","args":["-e","sh","/x/resy-mcp","serve"]}"#,
    ]

    static func shown(_ text: String) throws -> OtherServer {
        OtherServer(try #require(try HostClient.cursor.list(Array(text.utf8), name: "resy").entry("resy")))
    }

    @Test(arguments: others)
    func anotherProgramsEntryIsLeftAlone(entry: String) throws {
        let text = "{\"mcpServers\":{\"resy\":\(entry),\"a\":1}}"
        #expect(throws: ClientConfiguration.Fault.taken(try Self.shown(text))) { try Self.adding(text) }
        #expect(throws: ClientConfiguration.Fault.taken(try Self.shown(text))) { try Self.removing(text, backup: nil) }
        let forced = try Self.addition(text, isForced: true)
        #expect(forced.kind == .replaced)
        let after = try JSON(parsing: forced.bytes)["mcpServers"]
        #expect(try after["resy"] == Self.entry && after["a"].integer == 1)
    }

    struct Update: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// The entry as it was, and as it is to be.
        var before: String
        /// The arguments that it is installed with.
        var given = ["serve"]
        var after: String
        /// What is said to have changed.
        var changed: [String]
        var kept: [String] = []
        /// The settings that were not given anew.
        var settings: [String] = []
        var overruled: [String] = []
        var dropped: [String] = []
    }

    static let updates = [
        Update(
            testDescription: "variables of its own",
            before: #"{"command":"/old/resy-mcp","args":["serve"],"env":{"RESY_CONFIRM":"always"}}"#,
            after: #"{"command":"/opt/resy-mcp","args":["serve"],"env":{"RESY_CONFIRM":"always"}}"#,
            changed: [#"command "/old/resy-mcp" "/opt/resy-mcp""#], kept: ["env"]),
        Update(
            testDescription: "words that no server of ours takes",
            before:
                #"{"command":"/opt/resy-mcp","args":["serve","--token","hunter2","--pace","0","hunter2","--k=hunter2","--api-url","https://a:hunter2@b"]}"#,
            after: #"{"command":"/opt/resy-mcp","args":["serve","--pace","0"]}"#,
            changed: [
                #"args ["serve","--token","…","--pace","0","…","--k","…","--api-url","…"] ["serve","--pace","0"]"#
            ],
            settings: ["--pace 0"], dropped: ["--token", "…", "--k", "--api-url"]),
        Update(
            testDescription: "other settings",
            before: #"{"command":"/opt/resy-mcp","args":["serve","--read-only"],"disabled":true,"alwaysAllow":["x"]}"#,
            after: #"{"command":"/opt/resy-mcp","args":["serve","--read-only"],"disabled":true,"alwaysAllow":["x"]}"#,
            changed: [], kept: ["disabled", "alwaysAllow"], settings: ["--read-only"]),
        Update(
            testDescription: "some given anew",
            before:
                #"{"command":"/opt/resy-mcp","args":["serve","--confirm=always","--max-fee",20,"--read-only","--home","/x"],"env":{"RESY_CONFIRM":"always","A":"1"}}"#,
            given: ["serve", "--confirm", "never", "--pace", "0"],
            after:
                #"{"command":"/opt/resy-mcp","args":["serve","--confirm","never","--max-fee","20","--read-only","--home","/x","--pace","0"],"env":{"RESY_CONFIRM":"always","A":"1"}}"#,
            changed: [
                #"args ["serve","--confirm=always","--max-fee",20,"--read-only","--home","/x"] ["serve","--confirm","never","--max-fee","20","--read-only","--home","/x","--pace","0"]"#
            ], kept: ["env"], settings: ["--max-fee 20", "--read-only", "--home /x"], overruled: ["RESY_CONFIRM"]),
        Update(
            testDescription: "started from Windows",
            before: #"{"command":"wsl.exe","args":["-e","/opt/resy-mcp","serve","--confirm","always"]}"#,
            after: #"{"command":"/opt/resy-mcp","args":["serve","--confirm","always"]}"#,
            changed: [
                #"command "wsl.exe" "/opt/resy-mcp""#,
                #"args ["-e","/opt/resy-mcp","serve","--confirm","always"] ["serve","--confirm","always"]"#,
            ], settings: ["--confirm always"]),
        Update(
            testDescription: "a program without a path",
            before: #"{"command":"resy-mcp","args":["serve","--pace","0"]}"#,
            after: #"{"command":"/opt/resy-mcp","args":["serve","--pace","0"]}"#,
            changed: [#"command "resy-mcp" "/opt/resy-mcp""#],
            settings: ["--pace 0"]),
        Update(
            testDescription: "comments and lines",
            before:
                "{\n      // mine\n      \"command\": \"/old/resy-mcp\", // here\n      \"args\": [\"serve\"],\n      \"env\": {\"A\": \"1\",},\n    }",
            after:
                "{\n      // mine\n      \"command\": \"/opt/resy-mcp\", // here\n      \"args\": [\"serve\"],\n      \"env\": {\"A\": \"1\",},\n    }",
            changed: [#"command "/old/resy-mcp" "/opt/resy-mcp""#], kept: ["env"]),
        Update(
            testDescription: "nothing to change but the order",
            before: #"{"args": ["serve"], "command": "/opt/resy-mcp"}"#,
            after: #"{"args": ["serve"], "command": "/opt/resy-mcp"}"#, changed: []),
        Update(
            testDescription: "this very program under another name",
            before: #"{"command":"/opt/resy","args":["serve"],"cwd":"/tmp"}"#,
            after: #"{"command":"/opt/resy-mcp","args":["serve"],"cwd":"/tmp"}"#,
            changed: [#"command "/opt/resy" "/opt/resy-mcp""#], kept: ["cwd"]),
    ]

    @Test(arguments: updates)
    func anEntryOfOursKeepsWhatIsNotOurs(_ example: Update) throws {
        let (before, after) = (example.before, example.after)
        let file = "{\n  \"mcpServers\": {\n    \"resy\": \(before)\n  }\n}"
        let addition = try ClientConfiguration(client: .cursor, program: "/opt/resy", contents: Array(file.utf8))
            .adding(
                HostClient.cursor.entry(command: "/opt/resy-mcp", arguments: example.given))
        #expect(
            String(decoding: addition.bytes, as: UTF8.self)
                == "{\n  \"mcpServers\": {\n    \"resy\": \(after)\n  }\n}")
        guard case .updated(let update) = addition.kind else {
            Issue.record("\(addition.kind)")
            return
        }
        #expect(update.changes.map { "\($0.member) \($0.old ?? "-") \($0.new)" } == example.changed)
        #expect(update.kept == example.kept)
        #expect(update.settings == example.settings && update.overruled == example.overruled)
        #expect(update.dropped == example.dropped)
    }

    /// Of what is there twice nobody knows which one the app reads.
    @Test(arguments: [
        #"{"mcpServers":{"resy":{"command":"/opt/resy-mcp","args":["serve"]},"resy":{"command":"/opt/resy-mcp"}}}"#,
        #"{"mcpServers":{"resy":{"command":"x"},"re\u0073y":{"command":"/opt/resy-mcp"}}}"#,
        #"{"mcpServers":{},"mcpServers":{"resy":{"command":"/opt/resy-mcp"}}}"#,
        #"{"mcpServers":{"resy":{"command":"/opt/resy-mcp","args":["serve","--read-only"],"args":["serve"]}}}"#,
    ])
    func whatIsThereTwiceIsLeft(text: String) {
        for isForced in [false, true] {
            #expect { try Self.addition(text, isForced: isForced) } throws: { error in
                guard case ClientConfiguration.Fault.unreadable(.syntax("a key occurs twice", _)) = error else {
                    return false
                }
                return true
            }
        }
        #expect(throws: ClientConfiguration.Fault.self) { try Self.removing(text, backup: nil) }
    }

    @Test func whatWasReplacedComesBack() throws {
        let before =
            "{\n  \"mcpServers\": {\n    \"resy\": {\"command\":\"npx\", /* mine */ \"n\":1e400},\n    \"a\": 1\n  }\n}\n"
        let forced = String(decoding: try Self.addition(before, isForced: true).bytes, as: UTF8.self)
        #expect(try Self.removing(forced, backup: before) == .restored(Array(before.utf8)))
        let changed = forced.replacing("\"a\": 1", with: "\"a\": 2")
        #expect(
            try Self.removing(changed, backup: before)
                == .putBack(Array(before.replacing("\"a\": 1", with: "\"a\": 2").utf8)))
    }

    static let foreign = #"{"mcpServers":{"resy":{"command":"npx"}}}"#
    static let ours = #"{"mcpServers":{"resy-two":{"command":"/opt/resy-mcp","args":["serve"]}}}"#

    /// The copy is from before the first entry.
    @Test(
        arguments: [
            (foreign, nil, ClientConfiguration.Addition.Kind.replaced, true), (foreign, "{}", .replaced, true),
            ("{}", "{\"a\":1}", .new, true), (ours, "{}", .new, false), (ours, nil, .new, true),
            (
                #"{"mcpServers":{"resy":{"command":"npx"},"two":{"command":"/opt/resy-mcp","args":["serve"]}}}"#,
                foreign, .replaced,
                false
            ),
            (
                #"{"mcpServers":{"resy":{"command":"npx"},"two":{"command":"/opt/resy-mcp","args":["serve"]}}}"#, "{}",
                .replaced, true
            ),
            ("{}", "{}", .updated(ClientConfiguration.Addition.Update()), false),
        ] as [(String, String?, ClientConfiguration.Addition.Kind, Bool)])
    func aLaterCopyDoesNotTakeTheFirstOnesPlace(
        file: String, backup: String?, kind: ClientConfiguration.Addition.Kind, isKept: Bool
    ) {
        let file = ClientConfiguration(client: .cursor, contents: Array(file.utf8))
        #expect(file.isToBeKept(over: backup.map { Array($0.utf8) }, for: kind) == isKept)
    }

    @Test func twoEntriesStandSideBySide() throws {
        let one = try Self.adding("{}")
        let second = ClientConfiguration(client: .cursor, name: "resy-two", contents: Array(one.utf8))
        let both = try second.adding(Self.entry)
        #expect(both.kind == .new)
        #expect(try JSON(parsing: both.bytes)["mcpServers"].members.map(\.key) == ["resy", "resy-two"])
        let undone = try ClientConfiguration(client: .cursor, name: "resy-two", contents: both.bytes)
            .removing(backup: Array(one.utf8))
        #expect(undone == .restored(Array(one.utf8)))
    }

    @Test func theWayThroughWindowsIsOurs() throws {
        let text = #"{"mcpServers":{"resy":{"command":"wsl.exe","args":["-e","/usr/bin/resy-mcp","serve"]},"a":1}}"#
        #expect(try Self.removing(text, backup: nil) == .edited(Array(#"{"mcpServers":{"a":1}}"#.utf8)))
    }

    /// Codex has one form alone, and a person's own table looks like ours.
    @Test(arguments: [
        "[mcp_servers.resy]\ncommand = \"/opt/resy-mcp\"\nargs = [\"serve\"]\n",
        "[mcp_servers.resy]\ncommand = \"/opt/resy-mcp\"\nargs = [\"serve\"]\ntool_timeout_sec = 330\n\n[mcp_servers.resy.env]\nA = \"1\"\n",
    ])
    func aFileThatInstallDidNotMakeStays(text: String) throws {
        func file(_ bytes: [UInt8]) -> ClientConfiguration { ClientConfiguration(client: .codex, contents: bytes) }
        let before = Array(text.utf8)
        guard case .edited = try file(before).removing(backup: nil) else {
            Issue.record("deleted")
            return
        }
        let entry = HostClient.codex.entry(command: "/opt/resy-mcp", arguments: ["serve", "--pace", "0"])
        guard case .edited = try file(try file(before).adding(entry).bytes).removing(backup: before) else {
            Issue.record("deleted after an update")
            return
        }
    }

    @Test func aFileThatInstallMadeAndUpdatedGoes() throws {
        let made = try ClientConfiguration(client: .codex, contents: nil).adding(
            HostClient.codex.entry(command: "/old/resy-mcp", arguments: ["serve"])
        ).bytes
        let updated = try ClientConfiguration(client: .codex, contents: made).adding(
            HostClient.codex.entry(command: "/opt/resy-mcp", arguments: ["serve", "--pace", "0"])
        ).bytes
        #expect(try ClientConfiguration(client: .codex, contents: updated).removing(backup: made) == .deleted)
    }

    @Test func nothingToRemoveIsNoFault() throws {
        #expect(try Self.removing("{}", backup: nil) == .nothing)
    }
}

/// What a person is shown of an entry that may hold secrets.
@Suite struct OtherServerTests {
    @Test(
        arguments: [
            (
                #"{"command":"npx","args":["-y","@ada/resy-mcp@1.2","--token","hunter2"],"env":{"K":"hunter2"}}"#,
                "npx -y @ada/resy-mcp@1.2 --token …", nil, ["K"]
            ),
            (#"{"command":"node","args":["--api-key=hunter2","server.js"]}"#, "node --api-key=… server.js", nil, []),
            (#"{"command":"x","args":["-p","hunter2","--any","hunter2"]}"#, "x -p … --any …", nil, []),
            (#"{"command":"x","args":["hunter2hunter2hunter2hunter2"]}"#, "x …", nil, []),
            (#"{"command":"x","args":["hunter2","login","hunter2"]}"#, "x …", nil, []),
            (#"{"command":"x","args":["-phunter2","--eyJhbGciOi.hunter2"]}"#, "x …", nil, []),
            (#"{"command":"x","args":["{\"password\": \"hunter2\"}","serve"]}"#, "x … serve", nil, []),
            (#"{"command":"x","args":["/9j/hunter2/4AAQ","hunter2@1.2"]}"#, "x …", nil, []),
            (#"{"command":"npx","args":["eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.hunter2"]}"#, "npx …", nil, []),
            (#"{"command":"npx","args":["--quiet","resy-mcp","hunter2"]}"#, "npx --quiet …", nil, []),
            (#"{"command":"npx","args":["-y","resy-mcp","hunter2"]}"#, "npx -y resy-mcp …", nil, []),
            (#"{"command":"npx -y p --token hunter2"}"#, "npx …", nil, []),
            (#"{"command":"sh","args":["-c","TOKEN=hunter2 npx p"]}"#, "sh -c …", nil, []),
            (#"{"command":"https://sam:hunter2@a.example/hunter2"}"#, "https://a.example", nil, []),
            (#"{"command":"https://a.example:hunter2/"}"#, "…", nil, []),
            (#"{"command":"https://a.example\\\\@hunter2.example"}"#, "https://a.example", nil, []),
            (#"{"command":"sam:hunter2@a.example"}"#, "…", nil, []),
            (#"{"command":"env","args":["TOKEN=hunter2","npx","p"]}"#, "env …", nil, []),
            (#"{"command":"x","args":["redis://:hunter2@a.example"]}"#, "x …", nil, []),
            (
                #"{"command":"/usr/bin/docker","args":["run","-i","--rm","-e","T=hunter2","-v","hunter2:/x","a.example/p:1"]}"#,
                "/usr/bin/docker run -i --rm -e … -v … a.example/p:1", nil, []
            ), (#"{"command":"docker","args":["run","--init","p","hunter2"]}"#, "docker run --init …", nil, []),
            (
                #"{"command":"C:\\bin\\npx.cmd","args":["-y","@ada/p"],"env":{"A_KEY":1,"hunter2 ":2}}"#,
                "C:\\bin\\npx.cmd -y @ada/p", nil, ["A_KEY", "…"]
            ),
            (
                #"{"command":"x","args":["https://ada:hunter2@a.example/hunter2?k=hunter2"]}"#, "x https://a.example",
                nil, []
            ),
            (#"{"url":"https://mcp.example/hunter2?token=hunter2"}"#, "", "https://mcp.example", []),
            (#""hunter2""#, "", nil, []),
        ] as [(String, String, String?, [String])])
    func noSecretIsShown(entry: String, words: String, host: String?, variables: [String]) throws {
        let shown = try ClientConfigurationTests.shown(#"{"mcpServers":{"resy":\#(entry)}}"#)
        #expect(shown.words.joined(separator: " ") == words)
        #expect(shown.host == host && shown.variables == variables)
        #expect(!shown.isContainerOfOurs)
    }

    /// As docs/install.md tells people to write it.
    @Test(arguments: [
        (#"["run","-i","--rm","-v","resy-mcp:/resy","localhost/resy-mcp:0.1.0"]"#, true),
        (#"["run","-i","--rm","--user","1:1","-v","/h:/resy","ghcr.io/example/resy-mcp@sha256:0f"]"#, true),
        (#"["run","-i","--rm","-v","resy-mcp:/resy","other:1"]"#, false),
        (#"["run","--name","resy-mcp","other","resy-mcp"]"#, false), (#"["exec","resy-mcp"]"#, false),
    ])
    func aContainerOfOursIsKnown(args: String, isOurs: Bool) throws {
        for command in ["podman", "/usr/bin/docker"] {
            let shown = try ClientConfigurationTests.shown(
                #"{"mcpServers":{"resy":{"command":"\#(command)","args":\#(args)}}}"#)
            #expect(shown.isContainerOfOurs == isOurs)
        }
    }
}
