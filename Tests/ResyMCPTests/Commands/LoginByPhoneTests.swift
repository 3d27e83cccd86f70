@testable import ResyDomain
import Foundation
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct LoginByPhoneTests {
    private static let number = "+1 212 555 0100"

    /// Sam's phone is known: the code is enough.
    private func withoutChallenge(_ shell: Shell) async throws {
        var account = try #require(await shell.sandbox.world.accounts.first)
        account.challengesPhone = false
        await shell.sandbox.world.addAccount(account)
    }

    @Test func codeAndEMailSignIn() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["login", "--phone", Self.number], input: "123456\nsam@example.com\n",
                environment: ["RESY_CURL_VERBOSE": "1"])
            #expect(shown.status == 0)
            #expect(shown.output == "Signed in to Resy as sam@example.com.\nCard on file: Visa ending in 4242\n")
            let sent = await shell.sandbox.requests(to: .authMobile)
            #expect(sent.map { $0.form["mobile_number"] } == ["+12125550100", "+12125550100"])
            #expect(sent.first?.form["method"] == "sms" && sent.last?.form["code"] == "123456")
            let challenge = try #require(await shell.sandbox.requests(to: .authChallenge).first)
            #expect(challenge.form["em_address"] == "sam@example.com")
            // The trace names none of it.
            let secrets = [
                "123456", "2125550100", "sam@example.com", challenge.form["challenge_id"],
                challenge.form["claim_token"],
                challenge.form["device_token"],
            ]
            for secret in secrets { #expect(!shown.errors.contains(try #require(secret))) }
            #expect(shown.errors.contains("/3/auth/mobile"))
        }
    }

    @Test func noPasswordIsNeededAfterwards() async throws {
        try await inShell { shell in
            try await withoutChallenge(shell)
            let shown = try await shell.run(["login", "--phone", Self.number], input: "123 456\n")
            #expect(shown.status == 0)
            await shell.sandbox.expireTokens()
            let listed = try await shell.run(["list"])
            #expect(listed.status == 0)
            #expect(await shell.sandbox.requests(to: .authRefresh).count == 1)
            #expect(await shell.sandbox.requests(to: .authPassword).isEmpty)
            // Without the cookie there is no way back in, and that is said.
            await shell.sandbox.expireTokens()
            await shell.sandbox.set { $0.refreshSucceeds = false }
            let out = try await shell.run(["list"])
            #expect(out.status == 3)
            #expect(out.errors.contains("resy-mcp login"))
        }
    }

    @Test func aWrongCodeMayBeTypedAgain() async throws {
        try await inShell { shell in
            try await withoutChallenge(shell)
            let shown = try await shell.run(["login", "--phone", Self.number], input: "000000\n123456\n")
            #expect(shown.status == 0)
            #expect(shown.errors.contains("2 tries are left"))
            #expect(!shown.errors.contains("000000"))
        }
    }

    @Test func threeWrongCodesAreEnough() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["login", "--phone", Self.number], input: "1\n2\n3\n123456\n")
            #expect(shown.status == 1)
            #expect(await shell.sandbox.requests(to: .authMobile).count == 4)
            #expect(!FileManager.default.fileExists(atPath: shell.state.appending(path: ".credentials/resy.enc").path))
        }
    }

    @Test func aWrongAddressStoresNothing() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["login", "--phone", Self.number, "--email", "pat@example.com"], input: "123456\n")
            #expect(shown.status == 1)
            #expect(shown.errors.contains("does not take this e-mail"))
            #expect(!FileManager.default.fileExists(atPath: shell.state.appending(path: ".credentials/resy.enc").path))
        }
    }

    @Test func aThrottledCodeSaysSo() async throws {
        try await inShell { shell in
            await shell.sandbox.set { $0.smsIsThrottled = true }
            let shown = try await shell.run(["login", "--phone", Self.number], input: "123456\n")
            #expect(shown.status == 1)
            #expect(shown.errors.contains("sends no further code"))
        }
    }

    @Test func inATerminalAllIsAskedFor() async throws {
        try await inShell { shell in
            let shown = try await shell.runInTerminal(
                ["login", "--phone", Self.number],
                replies: [("Code: ", "999\n"), ("Code: ", "123456\n"), ("Resy account: ", "sam@example.com\n")])
            #expect(shown.status == 0)
            #expect(shown.errors.contains("by SMS to +\u{2026}00"))
            #expect(shown.output.contains("Signed in to Resy as sam@example.com."))
        }
    }

    @Test func withoutACodeNothingIsTried() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["login", "--phone", Self.number])
            #expect(shown.status == 2)
            #expect(shown.errors.contains("No code was given."))
            #expect(await shell.sandbox.requests(to: .authMobile).count == 1)
        }
    }

    @Test(arguments: ["212 555 0100", "phone", ""]) func aNumberWithoutItsCountryShowsAnExample(number: String)
        async throws
    {
        try await inShell { shell in
            let shown = try await shell.run(["login", "--phone", number])
            #expect(shown.status == 2)
            #expect(shown.errors.contains("+1 212 555 0100"))
            #expect(await shell.sandbox.requests.isEmpty)
        }
    }
}
