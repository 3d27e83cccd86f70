@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// The built program writes the entry, and the entry starts it, as the app would.
@Suite(.timeLimit(.minutes(2))) struct InstallCommandTests {
    static let full = """
        {
            // kept
            "numbers": [123456789012345678901, 1.10, 1e400],
            "history": ["half a pair \\ud83c", "\\u0000", {"twice": 1, "twice": 2}],
            "mcpServers": { "other": { "command": "other" } },
            "servers": { "other": { "type": "stdio", "command": "other" } },
            "context_servers": { "other": { "command": "other", "args": [] } }, /* last */
        }
        """

    static let fullTOML = """
        # kept
        model = "gpt"   # here too
        numbers = [0x1F, 1_000, 1e400, 1979-05-27 07:32:00Z,]

        [mcp_servers.other]
        command = 'other'

        [projects."/home/ada/it's"]
        trust_level = "trusted"
        """

    /// A file that is in use.
    static func full(_ client: HostClient) -> String { client == .codex ? fullTOML : full }

    static func entry(_ client: HostClient, _ name: String = "resy", in file: URL) throws -> ServerEntry {
        try #require(try client.list(Array(try Data(contentsOf: file)), name: name).entry(name))
    }

    static func file(_ client: HostClient, in shell: Shell) -> URL {
        URL(fileURLWithPath: client.path(home: shell.home.path))
    }

    /// Beside it, of what it was.
    static func copies(of file: URL) throws -> [URL] {
        let folder = file.deletingLastPathComponent()
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasPrefix(file.lastPathComponent + ".before-resy-mcp") }.map { folder.appending(path: $0) }
    }

    static func write(_ text: String, to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Nothing but what the app passes on, and no shell between.
    static func answer(to entry: JSON, home: String) async throws -> JSON {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: try entry["command"].string)
        process.arguments = try entry["args"].items.map { try $0.string }
        process.environment = ["HOME": home]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data((Conversation.initialize() + "\n").utf8))
        try input.fileHandleForWriting.close()
        let lines = await blocking { output.fileHandleForReading.readDataToEndOfFile() }.split(separator: 10)
        await blocking { process.waitUntilExit() }
        return try JSON(parsing: Array(try #require(lines.first)))
    }

    @Test(arguments: HostClient.allCases, [false, true])
    func whatItWritesStartsTheServerAndCanBeUndone(client: HostClient, isInUse: Bool) async throws {
        try await inShell { shell in
            let file = Self.file(client, in: shell)
            let before = isInUse ? Self.full(client) : nil
            if let before { try Self.write(before, to: file) }
            let done = try await shell.run(["install", client.rawValue, "--pace", "0"])
            #expect(done.status == 0, "\(done.errors)")
            #expect(done.output.contains(file.path))

            let list = try client.list(Array(try Data(contentsOf: file)), name: "resy")
            #expect(list.names == (isInUse ? ["other", "resy"] : ["resy"]))
            let json = try #require(list.entry("resy")?.json)
            let reply = try await Self.answer(to: json, home: shell.home.path)
            #expect(try reply["result"]["serverInfo"]["name"].string == "resy-mcp")

            let undone = try await shell.run(["uninstall", client.rawValue])
            #expect(undone.status == 0, "\(undone.errors)")
            #expect((try? Data(contentsOf: file)) == before.map { Data($0.utf8) })
            let left = try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
            #expect(!left.contains { $0.contains(".before-resy-mcp") || $0.hasSuffix(".tmp") })
        }
    }

    /// Every file below the home, and what is in it.
    static func everything(in shell: Shell) throws -> [String: Data] { try everything(in: shell.home) }

    static func everything(in folder: URL) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            found[path] = (try? Data(contentsOf: folder.appending(path: path))) ?? Data()
        }
        return found
    }

    @Test(arguments: HostClient.allCases, [false, true])
    func aRehearsalPrintsTheEntryAndWritesNothing(client: HostClient, isInUse: Bool) async throws {
        try await inShell { shell in
            if isInUse { try Self.write(Self.full(client), to: Self.file(client, in: shell)) }
            let old = try Self.everything(in: shell)
            let shown = try await shell.run(
                ["install", client.rawValue, "--dry-run"], environment: ["RESY_PASSWORD": "hunter2-canary"])
            #expect(shown.status == 0)
            let entry = try client.list(Array(shown.output.utf8), name: "resy").entry("resy")
            #expect(entry?.command?.hasPrefix("/") == true && entry?.words.first == "serve")
            #expect(try Self.everything(in: shell) == old)

            let undone = try await shell.run(["uninstall", client.rawValue, "--dry-run"])
            #expect(undone.status == 0)
            #expect(try Self.everything(in: shell) == old)
            #expect(!(shown.output + shown.errors + undone.output + undone.errors).contains("hunter2"))
        }
    }

    @Test func aRehearsedRemovalKeepsTheEntry() async throws {
        try await inShell { shell in
            try Self.write("{}", to: Self.file(.vscode, in: shell))
            #expect(try await shell.run(["install", "vscode"]).status == 0)
            let old = try Self.everything(in: shell)
            let shown = try await shell.run(["uninstall", "vscode", "--dry-run"])
            #expect(shown.status == 0)
            #expect(shown.output.contains("would be again what it was before"))
            #expect(try Self.everything(in: shell) == old)
        }
    }

    /// A rehearsal decides as the real run does, and says the same.
    @Test(
        arguments: [
            #"{"mcpServers":{"resy":{"command":"npx"}}}"#, "not json", #"{"mcpServers":5}"#, "[]",
            #"{"mcpServers":{"resy":{},"resy":{}}}"#,
        ])
    func aRehearsalFailsAsTheRealRunWould(text: String) async throws {
        try await inShell { shell in
            try Self.write(text, to: Self.file(.cursor, in: shell))
            let old = try Self.everything(in: shell)
            let shown = try await shell.run(["install", "cursor", "--dry-run"])
            let done = try await shell.run(["install", "cursor"])
            #expect(shown.status == 1 && done.status == 1)
            #expect(shown.errors == done.errors && shown.output == done.output)
            #expect(!done.errors.contains("$."))
            #expect(try Self.everything(in: shell) == old)
        }
    }

    @Test(arguments: [
        (Array("{\"mcpServers\": ".utf8), "it ends too early"),
        (Array("{\"theme\": \"".utf8) + [0xE9] + Array("\"}".utf8), "it is not UTF-8"),
    ])
    func aFileThatCannotBeReadIsLeftAndTheEntryPrinted(bytes: [UInt8], reason: String) async throws {
        try await inShell { shell in
            let file = Self.file(.cursor, in: shell)
            try Self.write("", to: file)
            try Data(bytes).write(to: file)
            let done = try await shell.run(["install", "cursor"])
            #expect(done.status == 1)
            #expect(done.errors.contains(reason), "\(done.errors)")
            #expect(try JSON(parsing: Array(done.output.utf8))["mcpServers"]["resy"]["command"].string.hasPrefix("/"))
            #expect(try Array(Data(contentsOf: file)) == bytes)
        }
    }

    @Test(arguments: HostClient.allCases) func aLinkStaysOneAndTheModeIsKept(client: HostClient) async throws {
        try await inShell { shell in
            let (link, real) = (Self.file(client, in: shell), shell.home.appending(path: "dotfiles"))
            try Self.write(Self.full(client), to: real)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
            try FileManager.default.createDirectory(
                at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
            #expect(try await shell.run(["install", client.rawValue]).status == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
            let mode = try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions] as? Int
            #expect(mode == 0o640)
            #expect(try Self.entry(client, in: real).isOurs())
            #expect(try await shell.run(["uninstall", client.rawValue]).status == 0)
            #expect(try String(contentsOf: link, encoding: .utf8) == Self.full(client))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
        }
    }

    @Test(arguments: HostClient.allCases)
    func aPasswordIsNotWrittenAndItsAbsenceSaid(client: HostClient) async throws {
        try await inShell { shell in
            let file = Self.file(client, in: shell)
            try Self.write(Self.full(client), to: file)
            let secrets = [
                "RESY_PASSWORD": "hunter2-canary", "RESY_API_KEY": "hunter2-key",
                "GOOGLE_PLACES_API_KEY": "hunter2-places",
                "RESY_EMAIL": "hunter2@example.com", "RESY_NOTIFY_URL": "https://ntfy.sh/hunter2",
                "RESY_NOTIFY_COMMAND": "/opt/hunter2", "https_proxy": "http://ada:hunter2@proxy:3128",
            ]
            let done = try await shell.run(["install", client.rawValue], environment: secrets)
            #expect(done.status == 0, "\(done.errors)")
            for name in secrets.keys { #expect(done.errors.contains(name)) }
            #expect(try String(contentsOf: file, encoding: .utf8).contains("resy-mcp"))
            for (path, data) in try Self.everything(in: shell) {
                #expect(!String(decoding: data, as: UTF8.self).contains("hunter2"), "in \(path)")
            }
            #expect(!(done.output + done.errors).contains("hunter2"))
        }
    }

    static func state(_ file: URL) throws -> (text: String, files: [String]) {
        (
            try String(contentsOf: file, encoding: .utf8),
            try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path).sorted()
        )
    }

    @Test func anEntryOfOursIsUpdatedAndKeepsItsVariables() async throws {
        try await inShell { shell in
            let file = Self.file(.cursor, in: shell)
            try Self.write(
                #"{"mcpServers":{"resy":{"command":"/old/resy-mcp","args":["serve","--read-only"],"env":{"A":"1"}}}}"#,
                to: file)
            let done = try await shell.run(["install", "cursor"], environment: ["RESY_CONFIRM": "always"])
            #expect(done.status == 0, "\(done.errors)")
            #expect(done.output.contains("Updated the entry \u{201C}resy\u{201D} in \(file.path):"))
            #expect(done.output.contains(#"command: "/old/resy-mcp" before, now "/"#))
            #expect(done.output.contains(#"args: ["serve","--read-only"] before, now ["serve""#))
            #expect(done.output.contains("Kept as it was there: env."))
            #expect(!done.output.contains("Added"))
            #expect(done.errors.contains("--confirm (from RESY_CONFIRM)"))
            let entry = try JSON(parsing: Array(try Data(contentsOf: file)))["mcpServers"]["resy"]
            #expect(try entry["env"]["A"].string == "1")
            #expect(try entry["args"].items.compactMap { try? $0.string }.suffix(2) == ["--confirm", "always"])
            let again = try await shell.run(["install", "cursor"], environment: ["RESY_CONFIRM": "always"])
            #expect(again.output.contains("It is there already"))
        }
    }

    @Test func anotherProgramsEntryNeedsForceOrAnotherName() async throws {
        try await inShell { shell in
            let file = Self.file(.vscode, in: shell)
            try Self.write(#"{"servers":{"resy":{"command":"npx","args":["resy-mcp"],"env":{"T":"1"}}}}"#, to: file)
            let before = try Self.state(file)
            let refused = try await shell.run(["install", "vscode"])
            #expect(refused.status == 1)
            #expect(refused.errors.contains("--name") && refused.errors.contains("--force"))
            #expect(try Self.state(file) == before)

            let named = try await shell.run(["install", "vscode", "--name", "resy-two"])
            #expect(named.status == 0 && named.output.contains("Added to"))
            var servers = try JSON(parsing: Array(try Data(contentsOf: file)))["servers"]
            #expect(try servers["resy"]["command"].string == "npx")
            #expect(try servers["resy-two"]["args"].items.first?.string == "serve")
            #expect(try await shell.run(["uninstall", "vscode", "--name", "resy-two"]).status == 0)
            #expect(try Self.state(file) == before)

            let forced = try await shell.run(["install", "vscode", "--force"])
            #expect(forced.status == 0 && forced.output.contains("Put in the place of the entry"))
            servers = try JSON(parsing: Array(try Data(contentsOf: file)))["servers"]
            #expect(servers.optional("resy")?.optional("env") == nil)
        }
    }

    @Test(arguments: [0o444, 0o400, 0o555], [false, true])
    func aReadOnlyFileIsLeft(mode: Int, isLinked: Bool) async throws {
        try await inShell { shell in
            let (named, real) = (Self.file(.claudeCode, in: shell), shell.home.appending(path: "it's mine.json"))
            let file = isLinked ? real : named
            try Self.write("{}", to: file)
            if isLinked { try FileManager.default.createSymbolicLink(at: named, withDestinationURL: real) }
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            let before = try Self.state(file)
            let done = try await shell.run(["install", "claude-code"])
            #expect(done.status == 1)
            #expect(done.errors.contains("is read-only (mode \(String(mode, radix: 8))); nothing was written."))
            #expect(
                done.errors.contains(isLinked ? #"chmod u+w '\#(shell.home.path)/it'\''s mine.json'"# : "chmod u+w '"))
            #expect(try Self.state(file) == before)
        }
    }

    @Test func aReadOnlyEntryIsNotTakenOutEither() async throws {
        try await inShell { shell in
            let file = Self.file(.cursor, in: shell)
            #expect(try await shell.run(["install", "cursor"]).status == 0)
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
            let before = try Self.state(file)
            #expect(try await shell.run(["install", "cursor"]).output.contains("It is there already"))
            #expect(try await shell.run(["uninstall", "cursor"]).status == 1)
            #expect(try Self.state(file) == before)
        }
    }

    #if !canImport(Darwin)
        @Test func inWSLTheWayFromWindowsIsShown() async throws {
            try await inShell { shell in
                let done = try await shell.run(
                    ["install", "claude-desktop", "--read-only"], environment: ["WSL_DISTRO_NAME": "Debian"])
                #expect(done.status == 1)
                #expect(done.errors.contains("%APPDATA%\\Claude\\claude_desktop_config.json"))
                let entry = try JSON(parsing: Array(done.output.utf8))["mcpServers"]["resy"]
                #expect(try entry["command"].string == "wsl.exe")
                let words = try entry["args"].items.map { try $0.string }
                #expect(words.prefix(3) == ["-d", "Debian", "-e"])
                #expect(words[3].hasSuffix("/resy-mcp"))
                #expect(words.contains("serve") && words.last == "--read-only")
                #expect(try FileManager.default.contentsOfDirectory(atPath: shell.home.path).isEmpty)
                // The one for Linux has been here.
                let file = Self.file(.claudeDesktop, in: shell)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                let there = try await shell.run(
                    ["install", "claude-desktop"], environment: ["WSL_DISTRO_NAME": "Debian"])
                #expect(there.status == 0 && FileManager.default.fileExists(atPath: file.path))
            }
        }
    #endif

    @Test(arguments: ["relative", "$HOME/x", "/x/${USER}", "~/x", "~"])
    func aFolderThatTheAppWouldNotFindIsRefused(folder: String) async throws {
        try await inShell { shell in
            for client in HostClient.allCases {
                guard let name = client.folderVariable() else { continue }
                for command in ["install", "uninstall"] {
                    let done = try await shell.run([command, client.rawValue], environment: [name: folder])
                    #expect(done.status == 2 && done.output.isEmpty)
                    #expect(done.errors.contains("\(name) \"\(folder)\" is not valid: "), "\(done.errors)")
                    // What the app would not expand is never offered.
                    #expect(!done.errors.contains("with ~/"), "\(done.errors)")
                }
            }
            #expect(try Self.everything(in: shell).isEmpty)
        }
    }

    /// It is shown, its secret left out, and neither changed nor taken out.
    @Test(arguments: [
        #"{"command":"/home/o/.npm/bin/resy-mcp","args":["--api-token","hunter2"]}"#,
        #"{"command":"/opt/x/resy-mcp-fork","args":["serve","--x","hunter2"]}"#,
        #"{"command":"/opt/x/resy-mcp-server.js","args":["--t=hunter2"]}"#,
        #"{"command":"wsl.exe","args":["-e","/x/resy-mcp","--token","hunter2"]}"#,
    ])
    func aProgramWithALikeNameIsAnothers(entry: String) async throws {
        try await inShell { shell in
            let (file, before) = (Self.file(.cursor, in: shell), "{\"mcpServers\":{\"resy\":\(entry)}}")
            try Self.write(before, to: file)
            for words in [["install", "cursor"], ["uninstall", "cursor"]] {
                let done = try await shell.run(words)
                #expect(done.status == 1 && !(done.output + done.errors).contains("hunter2"))
                #expect(try Self.state(file) == (before, [file.lastPathComponent]))
            }
            #expect(try await shell.run(["install", "cursor", "--force"]).status == 0)
            #expect(try await shell.run(["uninstall", "cursor"]).status == 0)
            #expect(try Self.state(file) == (before, [file.lastPathComponent]))
        }
    }

    @Test(arguments: [
        ["install"], ["install", "emacs"], ["install", "cursor", "--pace", "x"], ["uninstall"],
        ["install", "cursor", "--home", "state"], ["install", "cursor", "--home", "$HOME/state"],
        ["install", "cursor", "--name", "a b"], ["uninstall", "cursor", "--name", ""],
    ])
    func wrongUsageIsTwo(arguments: [String]) async throws {
        try await inShell { shell in
            let status = try await shell.run(arguments).status
            #expect(status == 2)
        }
    }
}
