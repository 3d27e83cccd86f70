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
            #expect(shown.output.hasPrefix("Cancelled Carbone, "))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    /// `--yes` is for what was named, and a part of a name is a guess.
    @Test func aGuessIsNotSettledByYes() async throws {
        try await inShell { shell in
            try await book(shell)
            let id = try #require(await shell.sandbox.reservations.first?.id)
            let shown = try await shell.run(["cancel", "carb", "--yes", "--max-fee", "500"])
            #expect(shown.status == 6)
            #expect(shown.errors.contains("name it by its number or its whole name"))
            #expect(shown.errors.contains("resy-mcp cancel --id RESY-\(id) --yes --max-fee 500"))
            #expect(await shell.sandbox.reservations.count == 1)
        }
    }

    /// With one reservation it is asked about; a script has nobody to ask.
    @Test func withoutAWordTheOnlyOneIsAskedAbout() async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.run(["cancel", "--json"])
            #expect(shown.status == 6)
            let answer = try JSON(parsing: Array(shown.output.utf8))
            #expect(try answer["status"].string == "needs_confirmation")
            let next = try answer["next_step"].string
            #expect(next.contains("--yes") && !next.contains("confirm_token"), "\(next)")
            #expect(await shell.sandbox.reservations.count == 1)
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
            #expect(again.output.hasPrefix("Already cancelled: Carbone, "))
            #expect(again.output.hasSuffix(" (RESY-\(id)). Nothing new was sent.\n"))
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
            #expect(shown.output.contains("$100 is more than your limit of ") == !options.isEmpty)
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

    /// Booked elsewhere: Resy's list names an amount and no currency, and its restaurant is in New York.
    @Test func aFeeIsInTheMoneyOfItsPlace() async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            try await shell.signIn()
            try await bookElsewhere(shell)
            let more = try await shell.run(["cancel", "Carbone", "--yes", "--max-fee", "50"])
            #expect(more.status == 6)
            #expect(more.output.contains("$100 is more than your limit of $50"))
            let shown = try await shell.run(["cancel", "Carbone", "--yes", "--max-fee", "100"])
            #expect(shown.status == 0, "\(shown.errors)")
        }
    }

    /// Booked elsewhere, and Resy's list does not say what cancelling costs.
    @Test func aFeeThatIsNotStatedIsWithinNoLimit() async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            try await shell.signIn()
            try await bookElsewhere(shell)
            await shell.sandbox.set { $0.listGarblesTerms = true }
            let shown = try await shell.run(["cancel", "Carbone", "--yes", "--max-fee", "1000"])
            #expect(shown.status == 6)
            #expect(shown.output.contains("no limit (--max-fee) covers it"))
            #expect(shown.errors == "Run it in a terminal without --yes to be asked.\n")
            let unasked = try await shell.run(["cancel", "Carbone"])
            #expect(unasked.status == 6)
            #expect(unasked.errors.contains("It needs a yes"))
            #expect(await shell.sandbox.reservations.count == 1)
            let asked = try await shell.runInTerminal(
                ["cancel", "Carbone"], replies: [("not fully stated? [y/N] ", "y\n")])
            #expect(asked.status == 0)
            #expect(asked.errors.contains("Cancelling now may cost money"))
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
            let shown = try await shell.runInTerminal(
                ["cancel", "Carbone"], replies: [("Cancel it and lose $100? [y/N] ", "y\n")])
            #expect(shown.status == 0)
            #expect(shown.errors.contains("Cancelling now costs $100"))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    @Test(arguments: [("y\n", 0 as Int32, 0), ("n\n", 6, 1)])
    func inATerminalItAsks(typed: String, status: Int32, left: Int) async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.runInTerminal(["cancel", "Carbone"], replies: [("Cancel it? [y/N] ", typed)])
            #expect(shown.status == status)
            #expect(shown.errors.contains("Free to cancel until "))
            #expect(await shell.sandbox.reservations.count == left)
        }
    }

    @Test func aNameThatFitsNothingShowsWhatThereIs() async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.run(["cancel", "Nobody's"])
            #expect(shown.status == 1)
            #expect(shown.errors.contains("Name one with --id."))
            #expect(shown.errors.contains("RESY-"))
        }
    }

    @Test func listShowsItAndJsonIsTheTools() async throws {
        try await inShell { shell in
            try await book(shell)
            let shown = try await shell.run(["list"])
            #expect(shown.status == 0)
            #expect(shown.output.contains("  7:00 PM  2  Carbone  RESY-"))
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
