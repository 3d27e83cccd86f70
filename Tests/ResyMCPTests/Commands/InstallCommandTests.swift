import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// The built program writes the entry, and the entry starts it, as the app would.
@Suite(.timeLimit(.minutes(2))) struct InstallCommandTests {
    static let full = """
        {
            // kept
            "numbers": [123456789012345678901, 1.10],
            "mcpServers": { "other": { "command": "other" } },
            "servers": { "other": { "type": "stdio", "command": "other" } },
        }
        """

    static func file(_ client: HostClient, in shell: Shell) -> URL {
        URL(fileURLWithPath: client.path(home: shell.home.path))
    }

    static func write(_ text: String, to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Nothing but what the app passes on, and no shell between.
    static func answer(to entry: JSON, home: String) throws -> JSON {
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
        let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: 10)
        process.waitUntilExit()
        return try JSON(parsing: Array(try #require(lines.first)))
    }

    @Test(arguments: HostClient.allCases, [nil, full])
    func whatItWritesStartsTheServerAndCanBeUndone(client: HostClient, before: String?) async throws {
        try await inShell { shell in
            let file = Self.file(client, in: shell)
            if let before { try Self.write(before, to: file) }
            // The one app that is not made for this system is only found by its folder.
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let done = try await shell.run(["install", client.rawValue, "--pace", "0"])
            #expect(done.status == 0, "\(done.errors)")
            #expect(done.output.contains(file.path))

            let written = try HandEditedJSON(Array(try Data(contentsOf: file)))
            let section = try #require(written.root.member(client.section)?.value)
            let entry = try #require(section.member("resy")?.value)
            #expect(section.members?.map(\.key) == (before == nil ? ["resy"] : ["other", "resy"]))
            let json = try JSON(parsing: written.text(of: entry))
            let reply = try Self.answer(to: json, home: shell.home.path)
            #expect(try reply["result"]["serverInfo"]["name"].string == "resy-mcp")

            let undone = try await shell.run(["uninstall", client.rawValue])
            #expect(undone.status == 0, "\(undone.errors)")
            #expect((try? Data(contentsOf: file)) == before.map { Data($0.utf8) })
            let left = try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
            #expect(!left.contains { $0.hasSuffix(".before-resy-mcp") || $0.hasSuffix(".tmp") })
        }
    }

    @Test func aRehearsalPrintsTheEntryAndWritesNothing() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["install", "vscode", "--dry-run"])
            #expect(shown.status == 0)
            let json = try JSON(parsing: Array(shown.output.utf8))
            #expect(try json["servers"]["resy"]["type"].string == "stdio")
            #expect(try FileManager.default.contentsOfDirectory(atPath: shell.home.path).isEmpty)
        }
    }

    @Test func aFileThatCannotBeReadIsLeftAndTheEntryPrinted() async throws {
        try await inShell { shell in
            let file = Self.file(.cursor, in: shell)
            try Self.write("{\"mcpServers\": ", to: file)
            let done = try await shell.run(["install", "cursor"])
            #expect(done.status == 1)
            #expect(done.errors.contains("it ends too early"))
            #expect(try JSON(parsing: Array(done.output.utf8))["mcpServers"]["resy"]["command"].string.hasPrefix("/"))
            #expect(try String(contentsOf: file, encoding: .utf8) == "{\"mcpServers\": ")
        }
    }

    @Test func aLinkStaysOneAndTheModeIsKept() async throws {
        try await inShell { shell in
            let (link, real) = (Self.file(.claudeCode, in: shell), shell.home.appending(path: "dotfiles.json"))
            try Self.write("{}", to: real)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real.path)
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
            #expect(try await shell.run(["install", "claude-code"]).status == 0)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == real.path)
            let mode = try FileManager.default.attributesOfItem(atPath: real.path)[.posixPermissions] as? Int
            #expect(mode == 0o640)
            #expect(try String(contentsOf: real, encoding: .utf8).contains("resy-mcp"))
        }
    }

    @Test func aPasswordIsNotWrittenAndItsAbsenceSaid() async throws {
        try await inShell { shell in
            let done = try await shell.run(["install", "cursor"], environment: ["RESY_PASSWORD": "hunter2-canary"])
            #expect(done.status == 0)
            #expect(done.errors.contains("RESY_PASSWORD is set here"))
            let text = try String(contentsOf: Self.file(.cursor, in: shell), encoding: .utf8)
            #expect(!(text + done.output + done.errors).contains("hunter2"))
        }
    }

    #if !canImport(Darwin)
        @Test func whereTheAppIsNotMadeForThisSystemTheWayRoundIsShown() async throws {
            try await inShell { shell in
                let done = try await shell.run(
                    ["install", "claude-desktop"], environment: ["WSL_DISTRO_NAME": "Debian"])
                #expect(done.status == 1)
                let entry = try JSON(parsing: Array(done.output.utf8))["mcpServers"]["resy"]
                #expect(try entry["command"].string == "wsl.exe")
                #expect(try entry["args"].items.prefix(3).map { try $0.string } == ["-d", "Debian", "-e"])
                #expect(try FileManager.default.contentsOfDirectory(atPath: shell.home.path).isEmpty)
            }
        }
    #endif

    @Test(arguments: [["install"], ["install", "emacs"], ["install", "cursor", "--pace", "x"], ["uninstall"]])
    func wrongUsageIsTwo(arguments: [String]) async throws {
        try await inShell { shell in
            let status = try await shell.run(arguments).status
            #expect(status == 2)
        }
    }
}
