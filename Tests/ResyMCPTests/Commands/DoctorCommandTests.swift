@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct DoctorCommandTests {
    @Test func withoutAHomeItMakesNoneAndNamesTheMend() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 1)
            #expect(shown.output.contains("FAIL  account: nobody is signed in — Run `resy-mcp login`."))
            #expect(shown.output.contains("ok    API: 127.0.0.1 answers in"))
            #expect(shown.output.contains("by HTTP/1.1 without TLS"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: shell.home.path).isEmpty)
        }
    }

    @Test func aSoundSetUpIsZeroAndShowsNoSecret() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 0)
            #expect(shown.output.contains("account: s…@example.com, accepted by Resy"))
            #expect(shown.output.contains("token: good until"))
            #expect(shown.output.contains("renewed by itself"))
            #expect(!shown.output.contains("sam@"))
            #expect(!shown.output.contains("eyJ"))
        }
    }

    @Test func jsonSaysTheSame() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["doctor", "--json"])
            let report = try JSON(parsing: Array(shown.output.utf8))
            #expect(try report["ok"].flag == false)
            let account = try #require(
                try report["checks"].items.first { (try? $0["what"].string) == "account" })
            #expect(try account["level"].string == "fail")
            #expect(try account["mend"].string == "Run `resy-mcp login`.")
        }
    }

    @Test func aMissingKeyIsNamed() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let key = shell.state.appending(path: ".credentials/.key")
            try FileManager.default.removeItem(at: key)
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 1)
            #expect(shown.output.contains("FAIL  key: \(key.path) is missing"))
            #expect(!FileManager.default.fileExists(atPath: key.path))
        }
    }

    /// A secret that others can read is no secret.
    @Test func aKeyOpenToOthersIsAFault() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let key = shell.state.appending(path: ".credentials/.key")
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.path)
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 1)
            #expect(shown.output.contains("FAIL  key: \(key.path) is open to others (mode 644)"))
            #expect(try Self.mode(key) == 0o644)
        }
    }

    @Test func aDamagedDatabaseIsLeftAsItIs() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let database = shell.state.appending(path: "resy.sqlite")
            for side in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database.path + side) }
            let junk = Data(String(repeating: "no database ", count: 400).utf8)
            try junk.write(to: database)
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 1)
            #expect(shown.output.contains("FAIL  database: \(database.path) is damaged"))
            #expect(try Data(contentsOf: database) == junk)
        }
    }

    @Test(arguments: [
        (Switches.Block.page, "a guard in front of it turns this machine away"),
        (.text, "a guard in front of it turns this machine away"),
    ])
    func aBlockIsReportedAsOne(block: Switches.Block, words: String) async throws {
        try await inShell { shell in
            await shell.sandbox.set { $0.block = block }
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 1)
            #expect(shown.output.contains(words))
        }
    }

    @Test func aStopIsShownAndCanBeEnded() async throws {
        try await inShell { shell in
            try await shell.signIn()
            await shell.sandbox.fault(.blockedText, on: .reservations)
            _ = try await shell.run(["list"])
            let asked = await shell.sandbox.requests.count
            let shown = try await shell.run(["doctor"])
            #expect(shown.status == 1)
            #expect(shown.output.contains("FAIL  API: not asked before "))
            #expect(shown.output.contains("turned away the list of reservations on "))
            #expect(shown.output.contains("resy-mcp doctor --resume"))
            // Not even by the doctor.
            #expect(await shell.sandbox.requests.count == asked)
            let mended = try await shell.run(["doctor", "--resume"])
            #expect(mended.status == 0)
            #expect(mended.errors.contains("The wait is over"))
            #expect(mended.output.contains("ok    API: 127.0.0.1 answers in"))
        }
    }

    @Test func aStopOnSignInsIsAWarning() async throws {
        try await inShell { shell in
            try await shell.signIn()
            await shell.sandbox.set { $0.block = .authText }
            try await shell.signIn()
            let shown = try await shell.run(["doctor"])
            #expect(shown.output.contains("warn  sign-in: not tried at the API before "))
            #expect(shown.output.contains("resy-mcp login --headed"))
        }
    }

    @Test func aWrongKeyAndAWrongClockAreSeen() async throws {
        try await inShell { shell in
            await shell.sandbox.set { $0.dateSkewSeconds = 3600 }
            let shown = try await shell.run(["doctor"], environment: ["RESY_API_KEY": "wrong"])
            #expect(shown.output.contains("refuses the key of this program"))
            #expect(shown.output.contains("warn  clock: 60 minutes behind Resy's"))
        }
    }

    @Test(arguments: [
        (["--api-url", "http://127.0.0.1:1"], "FAIL  API: No connection to 127.0.0.1"),
        (["--cacert", "/no/such/bundle.pem"], "FAIL  CA bundle: /no/such/bundle.pem cannot be read"),
        (["--chromium", "/no/such/browser"], "warn  browser: The configured browser /no/such/browser is not there"),
        (["--home", "/dev/null"], "FAIL  home: /dev/null is no folder"),
    ])
    func whatIsWrongIsNamed(options: [String], words: String) async throws {
        try await inShell { shell in
            let shown = try await shell.run(["doctor"] + options)
            #expect(shown.output.contains(words))
        }
    }

    private static func mode(_ file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }

    @Test func versionNamesTheLibraries() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["--version"])
            let lines = shown.output.split(separator: "\n")
            #expect(lines.first == "resy-mcp \(Server.version)")
            let names = ["libcurl", "nghttp2", "OpenSSL", "jansson", "SQLite"]
            #expect(zip(lines.dropFirst(), names).allSatisfy { $0.hasPrefix($1 + " ") })
            #expect(lines.count == 6)
        }
    }

    @Test func theBareNameInATerminalPrintsHelp() async throws {
        try await inShell { shell in
            let shown = try await shell.runInTerminal([], replies: [])
            #expect(shown.status == 0)
            #expect(shown.output.contains("resy-mcp login"))
        }
    }
}
