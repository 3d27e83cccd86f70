@testable import ResyDomain
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct CancelCommandTests {
    private func book(_ shell: Shell) async throws {
        try await shell.signIn()
        let day = await shell.sandbox.day(3)
        let shown = try await shell.run(
            [
                "book", "Carbone", day, "7pm", "--in", "New York", "--seating", "Dining Room", "--yes", "--max-fee",
                "100",
            ])
        try #require(shown.status == 0, "\(shown.errors)")
    }

    @Test func aScriptCancelsWhatIsFree() async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.run(["cancel", "carbone"])
            #expect(shown.status == 0)
            #expect(shown.output.hasPrefix("Cancelled:"))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    /// What Resy said of a refund was told the first time.
    @Test func cancellingOnceMoreSaysNothingOfMoney() async throws {
        try await inShell { shell in
            try await book(shell)
            let id = try #require(await shell.sandbox.reservations.first?.id)
            let shown = try await shell.run(["cancel", "RESY-\(id)"])
            #expect(!shown.output.contains("Refund"))
            let again = try await shell.run(["cancel", "RESY-\(id)"])
            #expect(again.status == 0)
            #expect(again.output.contains("It was cancelled before"))
            #expect(!again.output.contains("Refund"))
        }
    }

    /// From here on the free time of a Carbone table is over, thirty days ahead.
    private func endFreeTime(_ shell: Shell) async {
        await shell.sandbox.changeVenue(6194) { venue in
            for index in venue.seatings.indices where venue.seatings[index].terms.kind == .cardHold {
                venue.seatings[index].terms.cutOffSeconds = 30 * 86_400
            }
        }
    }

    @Test(arguments: [[String](), ["--yes"], ["--yes", "--max-fee", "1"]])
    func insideTheFeeWindowMoneyNeedsAYes(options: [String]) async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            try await book(shell)
            let shown = try await shell.run(["cancel", "Carbone"] + options)
            #expect(shown.status == 6)
            #expect(await shell.sandbox.reservations.count == 1)
            #expect((shown.output + shown.errors).contains("--max-fee AMOUNT"))
            #expect(shown.output.contains("100 USD is at stake") == !options.isEmpty)
        }
    }

    // Resy's list names no currency; the terms that were booked under do.
    @Test func aLimitThatCoversTheFeeIsAYes() async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            try await book(shell)
            let shown = try await shell.run(["cancel", "Carbone", "--yes", "--max-fee", "1000"])
            #expect(shown.status == 0)
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    /// Booked elsewhere: Resy's list names an amount, and no currency to compare it in.
    @Test func aFeeWithoutACurrencyIsWithinNoLimit() async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            try await shell.signIn()
            try await bookElsewhere(shell)
            let shown = try await shell.run(["cancel", "Carbone", "--yes", "--max-fee", "1000"])
            #expect(shown.status == 6)
            #expect(shown.output.contains("does not state all of what it costs"))
            #expect(!(shown.output + shown.errors).contains("Raise that"))
            let unasked = try await shell.run(["cancel", "Carbone"])
            #expect(unasked.status == 6)
            #expect(unasked.errors.contains("needs a yes"))
            #expect(await shell.sandbox.reservations.count == 1)
            let asked = try await shell.runInTerminal(["cancel", "Carbone"], replies: [("Cancel it? [y/N] ", "y\n")])
            #expect(asked.status == 0)
            #expect(asked.errors.contains("Cancelling now costs money"))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    private func bookElsewhere(_ shell: Shell) async throws {
        let day = await shell.sandbox.day(3)
        let slot = SlotKey(venue: 6194, day: day, minutes: 1140, seating: "Dining Room")
        let booked = await shell.sandbox.world.bookElsewhere(slot, party: 2, account: "sam@example.com")
        try #require(booked != nil)
    }

    @Test func aYesToTheFeeCancels() async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            try await book(shell)
            let shown = try await shell.runInTerminal(["cancel", "Carbone"], replies: [("Cancel it? [y/N] ", "y\n")])
            #expect(shown.status == 0)
            #expect(shown.errors.contains("Cancelling now costs money"))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    @Test(arguments: [("y\n", 0 as Int32, 0), ("n\n", 6, 1)])
    func inATerminalItAsks(typed: String, status: Int32, left: Int) async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.runInTerminal(["cancel", "Carbone"], replies: [("Cancel it? [y/N] ", typed)])
            #expect(shown.status == status)
            #expect(shown.errors.contains("Cancelling costs nothing."))
            #expect(await shell.sandbox.reservations.count == left)
        }
    }

    @Test func aNameThatFitsNothingShowsWhatThereIs() async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.run(["cancel", "Nobody's"])
            #expect(shown.status == 1)
            #expect(shown.errors.contains("name one with --id"))
            #expect(shown.errors.contains("RESY-"))
        }
    }

    @Test func listShowsItAndJsonIsTheTools() async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.run(["list"])
            #expect(shown.status == 0)
            #expect(shown.output.hasPrefix("You have 1 upcoming reservation:"))
            let answer = try JSON(parsing: Array(try await shell.run(["list", "--json"]).output.utf8))
            #expect(try answer["synced"].flag)
            #expect(try answer["reservations"].items.count == 1)
        }
    }

    @Test func listWithoutASignInIsThree() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["list"])
            #expect(shown.status == 3)
        }
    }
}
