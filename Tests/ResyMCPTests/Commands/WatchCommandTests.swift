@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

/// The built program with its watches: what a person sees, where messages go, and what is left after a kill.
@Suite(.timeLimit(.minutes(2))) struct WatchCommandTests {
    /// A program that gets messages; `said` is where it leaves them.
    struct Listener {
        let program: URL
        let said: URL

        init(in shell: Shell, _ script: String = "") throws {
            program = shell.home.appending(path: "tell-\(UUID().uuidString.prefix(6))")
            said = shell.home.appending(path: "said")
            try "#!/bin/sh\ncat >> '\(said.path)'\n\(script)\n".write(to: program, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
        }

        var text: String { (try? String(contentsOf: said, encoding: .utf8)) ?? "" }
        var count: Int { text.components(separatedBy: "Example Trattoria").count - 1 }
        var environment: [String: String] { ["RESY_NOTIFY_COMMAND": program.path] }
    }

    private func add(_ shell: Shell, _ more: [String] = [], environment: [String: String] = [:]) async throws
        -> Shell.Finished
    {
        try await shell.run(
            [
                "watch", "add", "Example Trattoria", "--on", await shell.sandbox.day(3), "--after", "7pm", "--before",
                "7pm",
            ]
                + more, environment: environment)
    }

    @Test func fromTheFirstWordToTheLast() async throws {
        try await inShell { shell in
            let added = try await add(shell)
            #expect(added.status == 0 && added.output.hasPrefix("Watching Example Trattoria, New York · "))
            #expect(added.output.contains("Nothing on this computer looks yet: run `resy-mcp watch install`."))
            let listed = try await shell.run(["watch", "list"])
            #expect(
                listed.output.contains("1  Example Trattoria") && listed.output.contains("Not looked yet, next is due"))
            let tick = try await shell.run(["watch", "tick"])
            #expect(tick.status == 0 && tick.errors == "")
            #expect(tick.output.split(separator: "\n").count == 1)
            #expect(tick.output.contains("resy-mcp book 'Resy venue 99001'"))
            let again = try await shell.run(["watch", "tick"])
            #expect(again.status == 0 && again.output == "" && again.errors == "")
            let json = try JSON(text: try await shell.run(["watch", "list", "--json"]).output)
            #expect(json.at("runs") == true && json.at("status") == "listed")
            let doctor = try await shell.run(["doctor"])
            #expect(doctor.output.contains("watches: 1 watch; something calls the ticks"))
            let removed = try await shell.run(["watch", "remove", "1"])
            #expect(removed.status == 0 && removed.output.contains("No longer watching Example Trattoria"))
            #expect(try await shell.run(["watch", "list"]).output == "Nothing is watched.\n")
            #expect(try await shell.run(["watch", "remove", "1"]).status == 2)
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    @Test func theSeventhAndTheFarOnesAreWrongUsage() async throws {
        try await inShell { shell in
            for day in 1...6 {
                #expect(
                    try await shell.run(["watch", "add", "Semma", "--on", await shell.sandbox.day(day)]).status == 0)
            }
            let seventh = try await shell.run(["watch", "add", "Semma", "--on", await shell.sandbox.day(7), "--json"])
            #expect(seventh.status == 2)
            #expect(try JSON(text: seventh.output).at("error", "code") == "bad_request")
            #expect(try await shell.run(["watch", "add", "Semma", "--on", "in 31 days"]).status == 2)
            #expect(try await shell.run(["watch", "add", "Nowhere At All", "--on", "sat"]).status == 4)
        }
    }

    /// That Resy could not be asked is told; only a message that was not sent is a failure of the tick.
    @Test func aTickThatCouldNotAskIsDone() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            await shell.sandbox.fault(.status(500), on: .calendar)
            let failed = try await shell.run(["watch", "tick"])
            #expect(failed.status == 0 && failed.output == "" && failed.errors.contains("Resy"))
        }
    }

    /// The doctor's line of the last limit speaks of the diner's own calls.
    @Test func aBlockOfATickIsNotDenied() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            await shell.sandbox.fault(.blockedPage, on: .calendar)
            #expect(try await shell.run(["watch", "tick"]).status == 0)
            let doctor = try await shell.run(["doctor"]).output
            #expect(doctor.contains("last limit or block: none for your own calls"))
            #expect(doctor.contains("Resy blocked a tick"))
        }
    }

    @Test func readOnlyLooksAndChangesNothing() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            let only = ["RESY_READ_ONLY": "1"]
            #expect(try await add(shell, ["--party", "3"], environment: only).status == 1)
            #expect(try await shell.run(["watch", "remove", "1"], environment: only).status == 1)
            #expect(try await shell.run(["watch", "list"], environment: only).output.contains("Example Trattoria"))
            let tick = try await shell.run(["watch", "tick"], environment: only)
            #expect(tick.status == 0 && tick.output.contains("1 new table") && !tick.output.contains("resy-mcp"))
        }
    }

    // MARK: - Sinks

    @Test func aSinkThatFailsKeepsTheMessage() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            let (broken, whole) = (try Listener(in: shell, "exit 3"), try Listener(in: shell))
            let failed = try await shell.run(["watch", "tick"], environment: broken.environment)
            #expect(failed.status == 1 && failed.errors.contains("ended with status 3"))
            #expect(failed.output.contains("Example Trattoria"))
            let next = try await shell.run(["watch", "tick"], environment: whole.environment)
            #expect(next.status == 0 && next.errors == "")
            // The line was told already.
            #expect(next.output == "")
            #expect(whole.count == 2)
            _ = try await shell.run(["watch", "tick"], environment: whole.environment)
            #expect(whole.count == 2)
        }
    }

    @Test func theAddressIsShownNowhere() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            let secret = "topic-9f8e7d6c"
            for url in [
                "http://127.0.0.1:1/\(secret)?key=\(secret)", "http://example.com/\(secret)", "nonsense-\(secret)",
            ] {
                for command in [
                    ["watch", "tick", "--curl-verbose", "--log-level", "trace"], ["doctor"],
                    ["watch", "install", "--dry-run"], ["watch", "list", "--json"],
                ] {
                    let run = try await shell.run(command, environment: ["RESY_NOTIFY_URL": url])
                    #expect(!(run.output + run.errors).contains(secret), "\(command) \(run.errors)")
                }
            }
            let bad = try await shell.run(["watch", "tick"], environment: ["RESY_NOTIFY_URL": "http://example.com/x"])
            #expect(bad.status == 2 && bad.errors.contains("RESY_NOTIFY_URL is not valid"))
            let command = try await shell.run(["watch", "tick"], environment: ["RESY_NOTIFY_COMMAND": "tell me"])
            #expect(command.status == 2 && command.errors.contains("whole path"))
        }
    }

    // MARK: - Kills

    /// Killed while a sink has the message, and killed again: it is sent at most once more.
    @Test func killedWhileItIsSentItIsSentOnceMore() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            let slow = try Listener(in: shell, "sleep 20")
            for round in 1...3 {
                let process = Process()
                process.executableURL = ServerProcess.binary
                process.arguments = ["watch", "tick"]
                process.environment = [
                    "PATH": "/usr/bin:/bin", "HOME": shell.home.path, "RESY_PACE": "0", "RESY_BUDGET": "0",
                    "RESY_API_URL": shell.sandbox.baseURL,
                ].merging(slow.environment) { $1 }
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                let wanted = min(round, 2)
                for _ in 0..<400 where process.isRunning && slow.count < wanted {
                    try await Task.sleep(for: .milliseconds(20))
                }
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                #expect(slow.count == wanted)
            }
            let last = try await shell.run(["watch", "tick"], environment: try Listener(in: shell).environment)
            #expect(last.status == 0 && slow.count == 2)
        }
    }

    /// Killed while it looks: nothing is told yet, and the next one looks and tells.
    @Test func killedWhileItLooksNothingIsLost() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            let listener = try Listener(in: shell)
            for delay in [30, 80, 150, 250] {
                await shell.sandbox.fault(.stall(milliseconds: 3000), on: .find)
                let process = Process()
                process.executableURL = ServerProcess.binary
                process.arguments = ["watch", "tick"]
                process.environment = [
                    "HOME": shell.home.path, "RESY_PACE": "0", "RESY_BUDGET": "0",
                    "RESY_API_URL": shell.sandbox.baseURL,
                ].merging(listener.environment) { $1 }
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                try await Task.sleep(for: .milliseconds(delay))
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                await shell.sandbox.clearFaults()
            }
            #expect(listener.count == 0)
            let tick = try await shell.run(["watch", "tick"], environment: listener.environment)
            #expect(tick.status == 0 && listener.count == 1)
        }
    }

    @Test func twoAtOnceTellOnce() async throws {
        try await inShell { shell in
            _ = try await add(shell)
            let listener = try Listener(in: shell)
            try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await shell.run(["watch", "tick"], environment: listener.environment).status }
                }
                for try await status in group { #expect(status == 0) }
            }
            #expect(listener.count == 1)
        }
    }

    // MARK: - Usage

    @Test(arguments: [
        ("watch ad Carbone --on sat", "watch add Carbone --on sat"),
        ("watch Carbone --on sat", "watch add Carbone --on sat"),
        ("watch rm 3", "watch remove 3"), ("watch ls", "watch list"),
        ("watch add Don Angie --on sat", "watch add 'Don Angie' --on sat"),
        ("watch add Don Angie saturday", "watch add 'Don Angie' --on saturday"),
        ("watch add Carbone --date sat", "watch add Carbone --on sat"),
        ("watch add Carbone --on sat --people 4", "watch add Carbone --on sat --party 4"),
    ])
    func aWrongLineIsPutRight(typed: String, right: String) {
        let advice = UsageAdviceTests.advice(typed)
        #expect(advice?.hint.hasSuffix("resy-mcp \(right)") == true, "\(String(describing: advice))")
    }
}
