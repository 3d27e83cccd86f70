@testable import ResyDomain
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct ChangeCommandTests {
    /// Answers the confirmation of a table for two at seven, in three days.
    private func book(_ shell: Shell, _ venue: Int = 99001) async throws -> String {
        try await shell.signIn()
        let slot = SlotKey(venue: venue, day: await shell.sandbox.day(3), minutes: 1140, seating: "Dining Room")
        let booked = await shell.sandbox.world.bookElsewhere(slot, party: 2, account: "sam@example.com")
        return "RESY-\(try #require(booked).id)"
    }

    @Test func aScriptNeedsAYes() async throws {
        try await inShell { shell in
            let id = try await book(shell)
            let shown = try await shell.run(["change", id, "--time", "8pm"])
            #expect(shown.status == 6)
            #expect(shown.output.hasPrefix("Not changed yet: "))
            #expect(shown.errors.contains("Nothing was changed."))
            #expect(await shell.sandbox.reservations.map(\.slot.minutes) == [1140])
        }
    }

    @Test func yesChangesWithinTheLimit() async throws {
        try await inShell { shell in
            let id = try await book(shell)
            let shown = try await shell.run(["change", id, "--time", "8pm", "--yes"])
            #expect(shown.status == 0)
            #expect(shown.output.hasPrefix("Changed: Example Trattoria, "))
            #expect(await shell.sandbox.reservations.map(\.slot.minutes) == [1200])
        }
    }

    @Test func moreThanTheLimitIsLeft() async throws {
        try await inShell { shell in
            let id = try await book(shell, 99002)
            let shown = try await shell.run(["change", id, "--time", "8pm", "--yes", "--max-fee", "20"])
            #expect(shown.status == 6)
            #expect(shown.output.hasPrefix("$50 is more than your limit of $20 (--max-fee). Nothing was changed."))
            let json = try await shell.run(["change", id, "--time", "8pm", "--yes", "--json"])
            #expect(try JSON(parsing: Array(json.output.utf8))["status"].string == "over_limit")
        }
    }

    @Test(arguments: [("y\n", 0 as Int32, 1200), ("n\n", 6, 1140)])
    func inATerminalBothSidesAreShown(typed: String, status: Int32, minutes: Int) async throws {
        try await inShell { shell in
            let id = try await book(shell, 99002)
            let shown = try await shell.runInTerminal(
                ["change", id, "--time", "8pm"], replies: [("Change it and put $50 at stake? [y/N] ", typed)])
            #expect(shown.status == status)
            #expect(shown.errors.contains("Change Card & Hold, "))
            #expect(shown.errors.contains("The new one: "))
            #expect(shown.errors.contains("The old one: free to cancel until "))
            #expect(await shell.sandbox.reservations.map(\.slot.minutes) == [minutes])
        }
    }

    /// Which is told before a yes, not after it.
    @Test func bothAreHeldAndThenSettled() async throws {
        try await inShell { shell in
            let id = try await book(shell)
            await shell.sandbox.set { $0.offersChange = false }
            await shell.sandbox.fault(.status(412), on: .cancel)
            let shown = try await shell.run(["change", id, "--time", "8pm", "--yes"])
            #expect(shown.status == 5)
            #expect(shown.output.hasPrefix("Both tables are held: "))
            #expect(shown.errors.contains("run the same command again"))
            let again = try await shell.run(["change", id, "--time", "8pm", "--yes"])
            #expect(again.status == 0)
            #expect(await shell.sandbox.reservations.map(\.slot.minutes) == [1200])
        }
    }

    @Test func neitherIsSaidFirstWithTheLink() async throws {
        try await inShell { shell in
            let id = try await book(shell)
            await shell.sandbox.set { $0.changes = .cancelsFirst }
            let shown = try await shell.run(["change", id, "--time", "8pm", "--yes", "--json"])
            #expect(shown.status == 5)
            let answer = try JSON(parsing: Array(shown.output.utf8))
            #expect(try answer["status"].string == "neither_held")
            #expect(try answer["url"].string.hasSuffix("/account/reservations-and-notify"))
        }
    }

    @Test func whatIsRefusedIsNotChanged() async throws {
        try await inShell { shell in
            let id = try await book(shell)
            await shell.sandbox.fault(.status(412), on: .change)
            let shown = try await shell.run(["change", id, "--time", "8pm", "--yes"])
            #expect(shown.status == 1)
            #expect(shown.output.hasPrefix("Not changed, still booked: "))
            let gone = try await shell.run(["change", "RESY-1", "--time", "8pm", "--json"])
            #expect(gone.status == 1)
            #expect(try JSON(parsing: Array(gone.output.utf8))["error"]["code"].string == "reservation_not_found")
        }
    }

    @Test func readOnlyChangesNothing() async throws {
        try await inShell { shell in
            let id = try await book(shell)
            let shown = try await shell.run(["change", id, "--time", "8pm", "--read-only"])
            #expect(shown.status == 1)
            #expect(shown.errors.contains("Changing is switched off"))
        }
    }

    @Test(arguments: [
        ["change"], ["change", "RESY-1"], ["change", "carbone", "--time", "8pm"], ["change", "RESY-1", "--party", "0"],
    ]) func whatIsNoChangeIsAUsageError(arguments: [String]) async throws {
        try await inShell { shell in
            let shown = try await shell.run(arguments)
            #expect(shown.status == 2)
        }
    }
}
