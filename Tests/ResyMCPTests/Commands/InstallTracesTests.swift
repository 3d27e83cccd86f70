@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// What stands beside an app's file: copies and drafts of ours come and go, everybody else's stay.
@Suite(.timeLimit(.minutes(2))) struct InstallTracesTests {
    /// A copy that the user made, and the others that a name of ours could be taken for.
    static let others = [
        ".before-resy-mcp": "mine", ".before-resy-mcp.bak": "mine", ".before-resy-mcp.0123456789abcdef": "mine",
        ".tmp": "mine", ".1234.567890.tmp": "mine", ".resy-mcp.tmp": "mine", ".resy-mcp-0123456789abcdeg.tmp": "mine",
    ]

    @Test(arguments: [HostClient.cursor, .codex, .zed], [false, true])
    func whatIsNotOursStays(client: HostClient, isInUse: Bool) async throws {
        try await inShell { shell in
            let file = InstallCommandTests.file(client, in: shell)
            if isInUse { try InstallCommandTests.write(InstallCommandTests.full(client), to: file) }
            for (ending, text) in Self.others {
                try InstallCommandTests.write(text, to: URL(fileURLWithPath: file.path + ending))
            }
            let before = try InstallCommandTests.everything(in: shell)
            #expect(try await shell.run(["install", client.rawValue]).status == 0)
            #expect(try InstallCommandTests.copies(of: file).count == (isInUse ? 4 : 3))
            #expect(try await shell.run(["uninstall", client.rawValue]).status == 0)
            #expect(try InstallCommandTests.everything(in: shell) == before)
        }
    }

    /// The user edits or replaces the copy of ours: it is theirs from then on.
    @Test func aCopyThatSomebodyChangedIsTheirs() async throws {
        try await inShell { shell in
            let file = InstallCommandTests.file(.cursor, in: shell)
            try InstallCommandTests.write("{\"theme\": 1}", to: file)
            #expect(try await shell.run(["install", "cursor"]).status == 0)
            let copy = try #require(InstallCommandTests.copies(of: file).first)
            try InstallCommandTests.write("{\"mine\": 1}", to: copy)
            #expect(try await shell.run(["uninstall", "cursor"]).status == 0)
            #expect(try String(contentsOf: copy, encoding: .utf8) == "{\"mine\": 1}")
            #expect(try String(contentsOf: file, encoding: .utf8).contains("\"theme\": 1"))
            // The very name that ours would have.
            try InstallCommandTests.write("{\"theme\": 1}", to: file)
            #expect(try await shell.run(["install", "cursor"]).status == 0)
            #expect(try String(contentsOf: copy, encoding: .utf8) == "{\"mine\": 1}")
            #expect(try await shell.run(["uninstall", "cursor"]).status == 0)
            #expect(try String(contentsOf: file, encoding: .utf8) == "{\"theme\": 1}")
            #expect(try String(contentsOf: copy, encoding: .utf8) == "{\"mine\": 1}")
        }
    }

    /// It is found by another home, another name of the program, and by a link to the file.
    @Test func theCopyIsKnownWithoutAnyRecord() async throws {
        try await inShell { shell in
            let (file, text) = (InstallCommandTests.file(.gemini, in: shell), "{ \"a\": 1, }\n")
            try InstallCommandTests.write(text, to: file)
            #expect(try await shell.run(["install", "gemini", "--home", "/nonexistent/one"]).status == 0)
            let done = try await shell.run(["uninstall", "gemini", "--home", "/nonexistent/two"])
            #expect(done.status == 0 && done.output.contains("is again what it was before"))
            #expect(try InstallCommandTests.state(file) == (text, [file.lastPathComponent]))
        }
    }

    static let drafts = [".resy-mcp-0123456789abcdef.tmp", ".before-resy-mcp.0123.resy-mcp-ffffffffffffffff.tmp"]

    /// A writer that was killed left them.
    @Test(
        arguments: [["install"], ["uninstall"], ["install", "--dry-run"], ["uninstall", "--dry-run"]], [false, true])
    func draftsThatWereLeftGo(words: [String], hasEntry: Bool) async throws {
        try await inShell { shell in
            let file = InstallCommandTests.file(.cursor, in: shell)
            try InstallCommandTests.write("{}", to: file)
            if hasEntry { #expect(try await shell.run(["install", "cursor"]).status == 0) }
            for draft in Self.drafts {
                try InstallCommandTests.write("{", to: URL(fileURLWithPath: file.path + draft))
            }
            let done = try await shell.run([words[0], "cursor"] + words.dropFirst())
            #expect(done.status == 0, "\(done.errors)")
            let left = try InstallCommandTests.state(file).files.filter { $0.hasSuffix(".tmp") }
            #expect(left.count == (words.count > 1 ? 2 : 0))
        }
    }

    /// Ended between keeping the copy and writing the file: the copy says nothing that the file does not.
    @Test func aCopyThatWasLeftGoes() async throws {
        try await inShell { shell in
            let file = InstallCommandTests.file(.cursor, in: shell)
            try InstallCommandTests.write("{}", to: file)
            #expect(try await shell.run(["install", "cursor"]).status == 0)
            try InstallCommandTests.write("{}", to: file)
            #expect(try await shell.run(["uninstall", "cursor"]).output.contains("Nothing to remove"))
            #expect(try InstallCommandTests.state(file) == ("{}", [file.lastPathComponent]))
        }
    }

    /// Killed at any moment, the file is the old one or the new one, and the next run leaves nothing else.
    @Test func killsLeaveNothing() async throws {
        try await inShell { shell in
            let (file, text) = (InstallCommandTests.file(.codex, in: shell), InstallCommandTests.fullTOML)
            try InstallCommandTests.write(text, to: file)
            for number in 0..<40 {
                let process = Process()
                process.executableURL = ServerProcess.binary
                process.arguments = [number.isMultiple(of: 2) ? "install" : "uninstall", "codex"]
                process.environment = ["PATH": "/usr/bin:/bin", "HOME": shell.home.path]
                (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
                try process.run()
                try await Task.sleep(for: .microseconds(1500 * number))
                kill(process.processIdentifier, SIGKILL)
                await blocking { process.waitUntilExit() }
                let there = try String(contentsOf: file, encoding: .utf8)
                #expect(there == text || there.contains("resy-mcp"))
            }
            #expect(try await shell.run(["uninstall", "codex"]).status == 0)
            #expect(try InstallCommandTests.state(file) == (text, [file.lastPathComponent]))
        }
    }

    /// As `sudo` runs it: the folder is the user's, and what root makes there the app could not change.
    @Test(.enabled(if: geteuid() == 0), arguments: HostClient.allCases)
    func rootMakesNothingInAUsersFolder(client: HostClient) async throws {
        try await inShell { shell in
            try FileManager.default.setAttributes([.ownerAccountID: 1000], ofItemAtPath: shell.home.path)
            for words in [["install", client.rawValue, "--dry-run"], ["install", client.rawValue]] {
                let done = try await shell.run(words, environment: ["SUDO_USER": "sam"])
                #expect(done.status == 1 && done.errors.contains("the folder belongs to another user"))
                #expect(done.errors.contains("without sudo"), "\(done.errors)")
                #expect(!done.output.isEmpty)
                #expect(try FileManager.default.contentsOfDirectory(atPath: shell.home.path).isEmpty)
            }
            let done = try await shell.run(["watch", "install"])
            #expect(done.status == 1 && done.errors.contains("the folder belongs to another user"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: shell.home.path).isEmpty)
        }
    }
}
