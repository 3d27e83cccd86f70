@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct LoginCommandTests {
    @Test func aPasswordFromStdinSignsIn() async throws {
        try await inShell { shell in
            let shown = try await shell.signIn()
            #expect(shown.status == 0)
            #expect(shown.output == "Signed in to Resy as sam@example.com.\nCard on file: Visa ending in 4242\n")
            #expect(shown.errors == "")
        }
    }

    @Test func inATerminalThePasswordIsNotShown() async throws {
        try await inShell { shell in
            let shown = try await shell.runInTerminal(
                ["login"],
                replies: [
                    ("Resy account: ", "sam\n"), ("Resy account: ", "sam@example.com\n"),
                    ("(not shown): ", Shell.password + "\n"),
                ])
            #expect(shown.status == 0)
            #expect(shown.errors.contains("sam@example.com"))
            #expect(!(shown.errors + shown.output).contains("horse"))
        }
    }

    @Test func aRefusedPasswordIsOneAndStoresNothing() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["login", "--email", "sam@example.com", "--password-stdin"], input: "hunter2 battery\n")
            #expect(shown.status == 1)
            #expect(shown.errors.hasPrefix("resy-mcp: Resy refused this e-mail and password."))
            #expect(!shown.errors.contains("hunter2"))
            #expect(!FileManager.default.fileExists(atPath: shell.state.appending(path: ".credentials/resy.enc").path))
        }
    }

    @Test func variablesCount() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["login"], environment: ["RESY_EMAIL": "sam@example.com", "RESY_PASSWORD": Shell.password])
            #expect(shown.status == 0)
        }
    }

    @Test(arguments: [
        (["login"], "", "Whose account?"), (["login", "--email", "sam@example.com"], "", "--password-stdin"),
        (["login", "--email", "sam@example.com", "--password-stdin"], "", "No password came"),
        (["login", "--token-stdin"], "", "No token came"), (["login", "--token-stdin"], "two words\n", "not one of"),
        (["login", "--password", "hunter2"], "", "--password"),
    ])
    func wrongUseIsTwo(arguments: [String], input: String, words: String) async throws {
        try await inShell { shell in
            let shown = try await shell.run(arguments, input: input)
            #expect(shown.status == 2)
            #expect(shown.errors.contains(words))
            #expect(await shell.sandbox.requests.isEmpty)
        }
    }

    @Test(arguments: [
        (["--token-stdin", "--headed"], "--token-stdin and --headed"),
        (["--phone", "+12125550100", "--browser"], "--browser and --phone"),
        (["--phone", "+12125550100", "--password-stdin"], "--phone needs no password"),
        (["--token-stdin", "--password-stdin"], "not both"),
        (["--token-stdin", "--email", "sam@example.com"], "needs no --email"), (["--email", "sam"], "not an address"),
    ])
    func waysThatExcludeEachOtherAreTwo(options: [String], words: String) async throws {
        try await inShell { shell in
            let shown = try await shell.run(["login"] + options)
            #expect(shown.status == 2)
            #expect(shown.errors.contains(words))
        }
    }

    @Test(arguments: [["--browser", "--email", "sam@example.com", "--password-stdin"], ["--headed"]])
    func aBrowserThatIsWantedIsAskedFirst(options: [String]) async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["login"] + options, input: Shell.password + "\n",
                environment: ["RESY_CHROMIUM": shell.home.appending(path: "no-browser").path])
            #expect(shown.status == 1)
            #expect(shown.errors.contains("no-browser is not there"))
            #expect(!shown.errors.contains("window opens"))
            #expect(await shell.sandbox.requests(to: .authPassword).isEmpty)
        }
    }

    @Test func behindABlockAPersonIsToldTheOtherWays() async throws {
        try await inShell { shell in
            await shell.sandbox.set { $0.block = .authText }
            let shown = try await shell.runInTerminal(
                ["login", "--email", "sam@example.com", "--chromium", "/nonexistent"],
                replies: [("(not shown): ", Shell.password + "\n")])
            #expect(shown.status == 1)
            for way in ["login --headed", "login --phone NUMBER", "login --token-stdin"] {
                #expect(shown.errors.contains("resy-mcp \(way)"))
            }
            #expect(LoginCommand.otherWays(after: .signInFailed, isHeaded: false) == nil)
            #expect(LoginCommand.otherWays(after: .captcha, isHeaded: true)?.contains("--headed") == false)
        }
    }

    @Test func aTokenIsAdoptedOnceResyKnowsIt() async throws {
        try await inShell { shell in
            let token = try #require(await shell.sandbox.signIn())
            let shown = try await shell.run(["login", "--token-stdin"], input: token + "\n")
            #expect(shown.status == 0)
            #expect(shown.output.contains("sam@example.com"))
            #expect(!(shown.output + shown.errors).contains(token))
            let listed = try await shell.run(["list"])
            #expect(listed.status == 0)
            #expect(await shell.sandbox.requests(to: .authPassword).isEmpty)
        }
    }

    @Test func aRefusedTokenStoresNothing() async throws {
        try await inShell { shell in
            let token = try #require(await shell.sandbox.signIn())
            await shell.sandbox.expireTokens()
            let shown = try await shell.run(["login", "--token-stdin"], input: token + "\n")
            #expect(shown.status == 1)
            #expect(shown.errors.contains("Nothing was stored."))
            #expect(!FileManager.default.fileExists(atPath: shell.state.appending(path: ".credentials/resy.enc").path))
        }
    }

    @Test func logoutRemovesAllSecretsAndMayBeRepeated() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let first = try await shell.run(["logout"])
            #expect(first.status == 0)
            #expect(first.output.contains("resy.enc") && first.output.contains(".key"))
            let left = try FileManager.default.contentsOfDirectory(
                atPath: shell.state.appending(path: ".credentials").path)
            #expect(left.allSatisfy { $0.hasSuffix(".lock") })
            let second = try await shell.run(["logout"])
            #expect(second.status == 0)
            #expect(second.output == "Nothing to remove: nobody is signed in here.\n")
        }
    }

    @Test func logoutKeepsTheKeyThatOtherFilesNeed() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let other = shell.state.appending(path: ".credentials/opentable.enc")
            try Data("theirs".utf8).write(to: other)
            let shown = try await shell.run(["logout"])
            #expect(!shown.output.contains(".key"))
            #expect(FileManager.default.fileExists(atPath: other.path))
        }
    }

    @Test func logoutMakesNoHome() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["logout"])
            #expect(shown.status == 0)
            let made = try FileManager.default.contentsOfDirectory(atPath: shell.home.path)
            #expect(made.isEmpty)
        }
    }
}
