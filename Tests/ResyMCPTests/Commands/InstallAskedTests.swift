@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// Another program's entry has the name, and somebody is there to ask.
@Suite(.timeLimit(.minutes(2))) struct InstallAskedTests {
    static let foreign: [HostClient: String] = [
        .codex:
            "# mine\n[mcp_servers.resy]\ncommand = \"npx\" # theirs\nargs = [\"resy-mcp\", \"--token\", \"hunter2\"]\n",
        .zed:
            "// mine\n{\n  \"context_servers\": {\n    \"resy\": {\"command\": \"npx\", \"args\": [\"resy-mcp\"], \"env\": {\"K\": \"hunter2\"},}\n  },\n}\n",
        .gemini: "{\"mcpServers\":{\"resy\":{\"httpUrl\":\"https://mcp.example/hunter2\"}}}",
    ]

    static func shown(_ client: HostClient) -> String {
        switch client {
        case .codex: "(npx resy-mcp --token …)"
        case .zed: "(npx resy-mcp, with K)"
        default: "(https://mcp.example)"
        }
    }

    @Test(arguments: [HostClient.codex, .zed, .gemini], ["y", "n", ""])
    func thePersonSeesItAndDecides(client: HostClient, reply: String) async throws {
        try await inShell { shell in
            let (file, before) = (InstallCommandTests.file(client, in: shell), try #require(Self.foreign[client]))
            try InstallCommandTests.write(before, to: file)
            let done = try await shell.runInTerminal(
                ["install", client.rawValue], replies: [(after: "[y/N]", typed: "\(reply)\n")])
            #expect(done.errors.contains(Self.shown(client)), "\(done.errors)")
            #expect(!done.errors.contains("left as it is"))
            #expect(!done.errors.contains("hunter2") && !done.output.contains("hunter2"))
            guard reply == "y" else {
                #expect(done.status == 1 && done.errors.contains("Nothing was written."))
                #expect(try InstallCommandTests.state(file) == (before, [file.lastPathComponent]))
                return
            }
            #expect(done.status == 0)
            #expect(try InstallCommandTests.entry(client, in: file).isOurs())
            let backup = try #require(InstallCommandTests.copies(of: file).first).path
            let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try await shell.run(["uninstall", client.rawValue]).status == 0)
            #expect(try InstallCommandTests.state(file) == (before, [file.lastPathComponent]))
        }
    }

    @Test func withoutATerminalItIsShownAndLeft() async throws {
        try await inShell { shell in
            let (file, before) = (InstallCommandTests.file(.codex, in: shell), try #require(Self.foreign[.codex]))
            try InstallCommandTests.write(before, to: file)
            let done = try await shell.run(["install", "codex"], input: "y\n")
            #expect(done.status == 1 && done.errors.contains(Self.shown(.codex)))
            #expect(done.output.hasPrefix("[mcp_servers.resy]\ncommand = \"/"))
            #expect(try InstallCommandTests.state(file) == (before, [file.lastPathComponent]))
        }
    }

    /// What somebody has written since stays, and the other entry comes back all the same.
    @Test func whatWasReplacedComesBackIntoAChangedFile() async throws {
        try await inShell { shell in
            let (file, before) = (InstallCommandTests.file(.codex, in: shell), try #require(Self.foreign[.codex]))
            try InstallCommandTests.write(before, to: file)
            #expect(try await shell.run(["install", "codex", "--force"]).status == 0)
            let changed = try String(contentsOf: file, encoding: .utf8) + "\n[tui]\nx = 1\n"
            try InstallCommandTests.write(changed, to: file)
            let undone = try await shell.run(["uninstall", "codex"])
            #expect(undone.status == 0 && undone.output.contains("the entry that it replaced is back"))
            #expect(try String(contentsOf: file, encoding: .utf8) == before + "\n[tui]\nx = 1\n")
        }
    }

    @Test(arguments: [nil, "no list ="]) func thatItCannotComeBackIsSaid(copy: String?) async throws {
        try await inShell { shell in
            let (file, before) = (InstallCommandTests.file(.codex, in: shell), try #require(Self.foreign[.codex]))
            try InstallCommandTests.write(before + "\n[tui]\nx = 1\n", to: file)
            #expect(try await shell.run(["install", "codex", "--force"]).status == 0)
            let backup = try #require(InstallCommandTests.copies(of: file).first)
            try FileManager.default.removeItem(at: backup)
            if let copy { try InstallCommandTests.write(copy, to: backup) }
            let undone = try await shell.run(["uninstall", "codex"])
            #expect(undone.status == 0 && undone.output.contains("could not be put back"), "\(undone.output)")
        }
    }

    @Test func aRehearsalSeesAFolderThatCannotBeMade() async throws {
        try await inShell { shell in
            let stone = shell.home.appending(path: "stone")
            try InstallCommandTests.write("", to: stone)
            for words in [["install", "codex", "--dry-run"], ["install", "codex"]] {
                let done = try await shell.run(words, environment: ["CODEX_HOME": stone.path + "/in"])
                #expect(done.status == 1 && done.errors.contains("failed"), "\(done.errors)")
            }
        }
    }

    @Test func noneOfSeveralAtOnceIsLost() async throws {
        try await inShell { shell in
            let names = (1...8).map { "resy-\($0)" }
            try await withThrowingTaskGroup(of: Int32.self) { group in
                for name in names {
                    group.addTask { try await shell.run(["install", "cursor", "--name", name, "--home", "/x"]).status }
                }
                for try await status in group { #expect(status == 0) }
            }
            let file = InstallCommandTests.file(.cursor, in: shell)
            let list = try HostClient.cursor.list(Array(try Data(contentsOf: file)), name: "resy")
            #expect(list.names.sorted() == names)
        }
    }

    /// Two entries of one account are hardly what was meant.
    @Test func aSecondEntryWithoutAHomeOfItsOwnIsRemarkedOn() async throws {
        try await inShell { shell in
            let same = try await shell.run(["install", "codex", "--name", "resy-two"])
            #expect(same.status == 0 && same.errors.contains("--home DIR"))
            let home = shell.home.appending(path: "two").path
            let apart = try await shell.run(["install", "codex", "--name", "resy-3", "--home", home])
            #expect(apart.status == 0 && !apart.errors.contains("--home DIR"))
            let entry = try InstallCommandTests.entry(.codex, "resy-3", in: InstallCommandTests.file(.codex, in: shell))
            #expect(entry.words == ["serve", "--home", home] + entry.words.dropFirst(3))
        }
    }
}
