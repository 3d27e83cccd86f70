@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// Setting up the timer, before a systemd that writes down what it is told.
@Suite(.timeLimit(.minutes(2))) struct WatchInstallTests {
    /// Its `enable` makes the link that the real one makes.
    private static func systemd(in shell: Shell, _ script: String = "") throws -> [String: String] {
        let bin = shell.home.appending(path: "bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        let program = bin.appending(path: "systemctl")
        let text = """
            #!/bin/sh
            echo "$@" >> '\(shell.home.path)/told'
            \(script)
            case "$3" in
            enable) mkdir -p '\(units(in: shell).path)/timers.target.wants'
                ln -sf "../$5" '\(units(in: shell).path)/timers.target.wants/'"$5" ;;
            disable) rm -f '\(units(in: shell).path)/timers.target.wants/'"$5" ;;
            esac
            """
        try text.write(to: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        return ["PATH": "\(bin.path):/usr/bin:/bin", "RESY_NOTIFY_URL": "https://ntfy.sh/s3cret"]
    }

    private static func units(in shell: Shell) -> URL { shell.home.appending(path: ".config/systemd/user") }

    private static func mode(_ url: URL) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int) ?? nil
    }

    @Test func aTimerIsSetUpAndTakenAway() async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell)
            let done = try await shell.run(["watch", "install"], environment: environment)
            #expect(done.status == 0, "\(done.errors)")
            #expect(!(done.output + done.errors).contains("s3cret"))
            let told = try String(contentsOf: shell.home.appending(path: "told"), encoding: .utf8)
            #expect(told.contains("--user --no-ask-password enable --now resy-mcp-watch.timer"))
            let settings = shell.state.appending(path: "watch.env")
            #expect(Self.mode(settings) == 0o600)
            #expect(try String(contentsOf: settings, encoding: .utf8).contains("https://ntfy.sh/s3cret"))
            // Whoever asks is told that something looks.
            let list = try JSON(text: try await shell.run(["watch", "list", "--json"]).output)
            #expect(list.at("runs") == true)
            // Once more is the same.
            #expect(try await shell.run(["watch", "install"], environment: environment).status == 0)
            let gone = try await shell.run(["watch", "uninstall"], environment: environment)
            #expect(gone.status == 0 && gone.output.contains("resy-mcp-watch.timer"))
            #expect(!FileManager.default.fileExists(atPath: settings.path))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: Self.units(in: shell).path) == [
                    "timers.target.wants"
                ])
            #expect(
                try await shell.run(["watch", "uninstall"], environment: environment).output.contains(
                    "Nothing to remove"))
        }
    }

    @Test func theUnitsAreSound() async throws {
        let verify = "/usr/bin/systemd-analyze"
        guard FileManager.default.isExecutableFile(atPath: verify) else { return }
        try await inShell { shell in
            let environment = try Self.systemd(in: shell)
            _ = try await shell.run(["watch", "install"], environment: environment)
            let process = Process()
            let out = Pipe()
            process.executableURL = URL(fileURLWithPath: verify)
            process.arguments = [
                "verify", "--user", "--man=no", Self.units(in: shell).appending(path: "resy-mcp-watch.timer").path,
            ]
            process.environment = [
                "HOME": shell.home.path, "XDG_RUNTIME_DIR": shell.home.path, "PATH": "/usr/bin:/bin",
            ]
            (process.standardError, process.standardOutput) = (out, out)
            try process.run()
            let said = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(!said.contains("resy-mcp-watch"), "\(said)")
        }
    }

    @Test func aRehearsalWritesNothing() async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell)
            let shown = try await shell.run(["watch", "install", "--dry-run"], environment: environment)
            #expect(shown.status == 0 && shown.output.contains("OnCalendar") && shown.output.contains("enable --now"))
            #expect(shown.output.contains("RESY_NOTIFY_URL=\"***\"") && !shown.output.contains("s3cret"))
            #expect(!FileManager.default.fileExists(atPath: Self.units(in: shell).path))
            #expect(!FileManager.default.fileExists(atPath: shell.state.path))
            #expect(!FileManager.default.fileExists(atPath: shell.home.appending(path: "told").path))
        }
    }

    /// Without a systemd of the user's the line for cron is printed, and it works.
    @Test func withoutSystemdThereIsALineForCron() async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell, "exit 1").merging(["RESY_NOTIFY_URL": "none"]) { $1 }
            let done = try await shell.run(["watch", "install"], environment: environment)
            #expect(done.status == 0)
            let line = try #require(done.output.split(separator: "\n").last)
            #expect(line.hasPrefix("*/5 * * * * "))
            #expect(!FileManager.default.fileExists(atPath: Self.units(in: shell).path))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", String(line.dropFirst("*/5 * * * * ".count)).replacing("\\%", with: "%")]
            process.environment = ["HOME": shell.home.path]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(try JSON(text: try await shell.run(["watch", "list", "--json"]).output).at("runs") == true)
        }
    }

    /// Files of others with our names, whichever of them.
    @Test(arguments: ["timer", "service", "env"]) func aFileOfOthersIsLeftAlone(kind: String) async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell)
            let file =
                kind == "env"
                ? shell.state.appending(path: "watch.env")
                : Self.units(in: shell).appending(path: "resy-mcp-watch.\(kind)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try "[Unit]\n# mine\n".write(to: file, atomically: true, encoding: .utf8)
            let before = try InstallCommandTests.everything(in: shell).filter { $0.key != "told" }
            for command in ["install", "uninstall"] {
                let done = try await shell.run(["watch", command], environment: environment)
                #expect(done.status == 1 && done.errors.contains("was not written by this program"), "\(done.errors)")
            }
            #expect(try InstallCommandTests.everything(in: shell).filter { $0.key != "told" } == before)
        }
    }

    /// A kill left it, with the address in it.
    @Test(arguments: [["watch", "install"], ["watch", "uninstall"], ["watch", "uninstall", "--dry-run"]])
    func aDraftThatWasLeftGoes(words: [String]) async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell)
            let draft = shell.state.appending(path: "watch.env.resy-mcp-0123456789abcdef.tmp")
            try InstallCommandTests.write("RESY_NOTIFY_URL=", to: draft)
            #expect(try await shell.run(words, environment: environment).status == 0)
            #expect(FileManager.default.fileExists(atPath: draft.path) == (words.count > 2))
        }
    }

    private static let lasting = "/dev/shm"

    /// Through a link such as Homebrew's: what an upgrade removes is not what the timer starts.
    @Test(.enabled(if: access(lasting, W_OK) == 0)) func theTimerStartsWhatInstallWouldWrite() async throws {
        try await inShell { shell in
            let bin = URL(fileURLWithPath: Self.lasting).appending(path: "resy-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: bin) }
            let link = bin.appending(path: "resy-mcp")
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: ServerProcess.binary)
            let environment = try Self.systemd(in: shell)
            let shown = try await shell.run(["watch", "install", "--dry-run"], of: link, environment: environment)
            #expect(shown.output.contains("ExecStart=\"\(link.path)\" watch tick"), "\(shown.output)")
            let withoutSystemd = try Self.systemd(in: shell, "exit 1")
            let cron = try await shell.run(["watch", "install"], of: link, environment: withoutSystemd)
            #expect(cron.output.contains("; '\(link.path)' watch tick"), "\(cron.output)")
        }
    }

    @Test func anOpenSettingsFileIsClosed() async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell)
            _ = try await shell.run(["watch", "install"], environment: environment)
            let settings = shell.state.appending(path: "watch.env")
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: settings.path)
            _ = try await shell.run(["watch", "install"], environment: environment)
            #expect(Self.mode(settings) == 0o600)
        }
    }

    @Test func aTimerThatDoesNotStartIsToldAndFails() async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell, "[ \"$3\" = enable ] && exit 1")
            let done = try await shell.run(["watch", "install"], environment: environment)
            #expect(done.status == 1 && done.errors.contains("systemd did not start it"))
        }
    }

    @Test func aProgramThatWouldBeRefusedIsRefusedBefore() async throws {
        try await inShell { shell in
            let environment = try Self.systemd(in: shell).merging(["RESY_NOTIFY_COMMAND": "/nonexistent/x"]) { $1 }
            let done = try await shell.run(["watch", "install"], environment: environment)
            #expect(done.status == 1 && done.errors.contains("/nonexistent/x is not there"))
            #expect(!FileManager.default.fileExists(atPath: Self.units(in: shell).path))
        }
    }
}
