import ArgumentParser
import Foundation
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(1))) struct HelpTests {
    @Test(arguments: ["check", "book", "cancel", "list", "doctor", "login", "install", "serve"])
    func aCommandsHelpSaysWhereTheSettingsAre(command: String) {
        let type = ResyMCP.configuration.subcommands.first { $0.configuration.commandName == command }
        let help = type.map { ResyMCP.helpMessage(for: $0, columns: 80) } ?? ""
        #expect(help.contains("resy-mcp help settings") || help.contains("resy-mcp help\n"))
        #expect(!help.contains("--cacert") && !help.contains("--log-level"))
    }

    @Test func theSettingsAreToldOnce() async throws {
        let text = Paper(width: 80).text(SettingsHelp.sheet)
        for name in ["home", "api-url", "pace", "confirm", "max-fee", "read-only", "log-level"] {
            #expect(text.components(separatedBy: "--\(name) ").count == 2, "\(name)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try await inShell { shell in
            let shown = try await shell.run(["help", "settings"])
            #expect(shown.status == 0)
            #expect(shown.output.contains("RESY_MCP_HOME"))
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func aShellKnowsValues(name: String) async throws {
        try await inShell { shell in
            let script = try await shell.run(["--generate-completion-script", name]).output
            for word in ["always", "never", "notice", "critical", "claude-code", "anniversary"] {
                #expect(script.contains(word), "\(word)")
            }
            #expect(script.contains("---completion"))
        }
    }

    /// From this computer's own record: no request is sent.
    @Test func aShellKnowsTheConfirmations() async throws {
        try await inShell { shell in
            let asked = ["---completion", "cancel", "--", "--id", "3", "0", "resy-mcp", "cancel", "--id"]
            #expect(try await shell.run(asked).output.split(separator: "\n") == [])
            #expect(!FileManager.default.fileExists(atPath: shell.state.path))
            try await shell.signIn()
            _ = try await shell.run(["book", "Example Trattoria", await shell.sandbox.day(3), "7pm"])
            let id = await shell.sandbox.reservations.first?.id ?? 0
            let before = await shell.sandbox.requests.count
            #expect(try await shell.run(asked).output.contains("RESY-\(id)"))
            #expect(await shell.sandbox.requests.count == before)
            _ = try await shell.run(["cancel", "--id", "\(id)"])
            #expect(try await !shell.run(asked).output.contains("RESY-\(id)"))
        }
    }

    /// A list that Resy was not asked for is this computer's own, and not done.
    @Test func aListFromMemorySaysSoFirstAndFails() async throws {
        try await inShell { shell in
            try await shell.signIn()
            _ = try await shell.run(["book", "Example Trattoria", await shell.sandbox.day(3), "7pm"])
            await shell.sandbox.fault(.status(503), on: .reservations, times: 20)
            let shown = try await shell.run(["list"])
            #expect(shown.status == 1)
            #expect(shown.output.hasPrefix("I couldn't reach Resy. On this computer's own record:\n"))
            #expect(shown.output.contains("Example Trattoria"))
        }
    }
}
