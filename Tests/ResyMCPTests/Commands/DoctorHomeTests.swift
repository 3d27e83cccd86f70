@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

/// Homes that are not as they should be: each is named with its mend, and left exactly as it was.
@Suite(.timeLimit(.minutes(2))) struct DoctorHomeTests {
    @Test func nothingThereYetIsFineAndSaysWhatWillBeMade() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["doctor", "--api-url", "http://127.0.0.1:1"])
            let state = shell.state.path
            #expect(shown.output.contains("ok    home: \(state), made when it is first needed"))
            #expect(shown.output.contains("ok    key: \(state)/.credentials/.key, made at the first sign-in"))
            #expect(shown.output.contains("ok    database: \(state)/resy.sqlite, made when it is first needed"))
            #expect(try Self.picture(shell.home) == [])
        }
    }

    @Test func aSoundHomeIsLeftAsItIs() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let before = try Self.picture(shell.home)
            #expect(try await shell.run(["doctor"]).status == 0)
            #expect(try Self.picture(shell.home) == before)
            #expect(before.contains { $0.hasPrefix(".local/share/resy-mcp/resy.sqlite ") })
        }
    }

    @Test(arguments: [
        (".credentials", 0o755, "credentials", true), (".credentials/resy.enc", 0o644, "sign-in file", true),
        ("resy.sqlite", 0o640, "database", false), ("", 0o755, "home", false),
    ])
    func modesThatAreTooOpenAreFound(name: String, mode: Int, what: String, isSecret: Bool) async throws {
        try await inShell { shell in
            try await shell.signIn()
            let path = name.isEmpty ? shell.state.path : shell.state.path + "/" + name
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let before = try Self.picture(shell.home)
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == (isSecret ? 1 : 0))
            let level = isSecret ? "FAIL" : "warn"
            #expect(
                shown.output.contains("\(level)  \(what): \(path) is open to others (mode \(String(mode, radix: 8)))"))
            #expect(shown.output.contains("chmod \(name.isEmpty || name == ".credentials" ? "700" : "600") \(path)"))
            #expect(try Self.picture(shell.home) == before)
        }
    }

    @Test(arguments: [("", "it is not a key"), ("garbage", "it is not a key")])
    func aDamagedKeyIsNamed(text: String, words: String) async throws {
        try await inShell { shell in
            try await shell.signIn()
            let key = shell.state.appending(path: ".credentials/.key")
            try Data(text.utf8).write(to: key)
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 1)
            #expect(shown.output.contains("FAIL  key: \(key.path) is damaged: \(words)"))
            #expect(shown.output.contains("FAIL  account: "))
        }
    }

    @Test(.enabled(if: Mount.isPossible, "needs root to give a file away"))
    func anotherUsersFilesAreNamed() async throws {
        try await inShell { shell in
            try await shell.signIn()
            for (name, what) in [(".credentials/resy.enc", "sign-in file"), ("resy.sqlite", "database")] {
                let path = shell.state.path + "/" + name
                #expect(chown(path, 65534, 65534) == 0)
                let shown = try await shell.run(["doctor"])
                #expect(shown.status == 1)
                #expect(shown.output.contains("FAIL  \(what): \(path) belongs to another user"))
            }
            #expect(chown(shell.state.path, 65534, 65534) == 0)
            let shown = try await shell.run(["doctor"])
            #expect(shown.output.contains("FAIL  home: \(shell.state.path) belongs to another user"))
        }
    }

    @Test(.enabled(if: Mount.isPossible, "needs root to mount a small disk"))
    func aFullDiskIsNamedAndNothingElseFails() async throws {
        try await inShell { shell in
            let disk = try Mount(at: shell.home.appending(path: "disk"), "size=2m,mode=700")
            let home = disk.path + "/home"
            #expect(try await shell.run(["doctor", "--home", home]).output.contains("warn  disk: 2 MB are left"))
            let filled = FileManager.default.createFile(atPath: disk.path + "/filler", contents: nil)
            let filler = try #require(FileHandle(forWritingAtPath: disk.path + "/filler"))
            #expect(filled && (try? filler.write(contentsOf: Data(count: 4 << 20))) == nil)
            let shown = try await shell.run(["doctor", "--home", home])
            #expect(shown.status == 1 && shown.signal == nil)
            #expect(shown.output.contains("FAIL  disk: the disk of \(home) is full"))
            #expect(shown.output.contains("ok    API: "))
        }
    }

    @Test(.enabled(if: Mount.isPossible, "needs root to mount a read-only disk"))
    func aReadOnlyHomeIsNamed() async throws {
        try await inShell { shell in
            let disk = try Mount(at: shell.home.appending(path: "disk"), "size=8m,mode=700")
            let home = disk.path + "/home"
            _ = try await shell.run(
                ["login", "--email", "sam@example.com", "--password-stdin", "--home", home],
                input: Shell.password + "\n")
            try disk.makeReadOnly()
            let shown = try await shell.run(["doctor", "--home", home])
            #expect(shown.status == 1 && shown.signal == nil)
            #expect(shown.output.contains("FAIL  home: \(home) cannot be written"))
            #expect(shown.output.contains("ok    API: "))
        }
    }

    /// Name, mode, size and time of change of all that is below.
    private static func picture(_ folder: URL) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return try names.map { name in
            let facts = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
            // Readers of a database sign in and out in this file, and the kernel dates that when it likes.
            let date = name.hasSuffix("-shm") ? nil : facts[.modificationDate]
            let parts: [Any?] = [facts[.posixPermissions], facts[.size], date]
            return "\(name) \(parts.map { "\($0 ?? "")" })"
        }
    }
}

/// A small disk in memory, gone with the test.
private final class Mount: Sendable {
    let path: String

    /// Says so on standard error where it is not: a test that is left out must be seen.
    static let isPossible: Bool = {
        let isRoot = geteuid() == 0
        if !isRoot { FileHandle.standardError.write(Data("SKIPPED: tests of full and foreign disks need root\n".utf8)) }
        return isRoot
    }()

    init(at folder: URL, _ options: String) throws {
        path = folder.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.run(["mount", "-t", "tmpfs", "-o", options, "none", path])
    }

    deinit { try? Self.run(["umount", "-l", path]) }

    func makeReadOnly() throws { try Self.run(["mount", "-o", "remount,ro", path]) }

    private static func run(_ words: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
