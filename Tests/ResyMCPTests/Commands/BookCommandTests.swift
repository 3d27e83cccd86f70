@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct BookCommandTests {
    private static let carbone = ["--in", "New York", "--seating", "Dining Room"]

    @Test func nobodySignedInIsThree() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["book", "Example Trattoria", await shell.sandbox.day(3), "7pm"])
            #expect(shown.status == 3)
            #expect(
                shown.errors
                    == "resy-mcp: No Resy account is signed in here. Nothing was booked.\nRun `resy-mcp login`.\n")
        }
    }

    @Test func aScriptBooksAFreeTable() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let shown = try await shell.run(["book", "Example Trattoria", await shell.sandbox.day(3), "7pm"])
            #expect(shown.status == 0)
            #expect(shown.output.hasPrefix("Booked: Example Trattoria"))
            #expect(await shell.sandbox.reservations.count == 1)
        }
    }

    @Test func withoutATerminalMoneyNeedsAYes() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let shown = try await shell.run(["book", "Carbone", await shell.sandbox.day(3), "7pm"] + Self.carbone)
            #expect(shown.status == 6)
            #expect(shown.output.contains("($100 for 2)"))
            #expect(!shown.output.contains("oken"))
            #expect(shown.errors.contains("--yes with --max-fee"))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    @Test(arguments: [
        (["--yes"], 6 as Int32, 0), (["--yes", "--max-fee", "99"], 6, 0), (["--yes", "--max-fee", "100"], 0, 1),
    ])
    func yesObeysTheCap(options: [String], status: Int32, booked: Int) async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let shown = try await shell.run(["book", "Carbone", day, "7pm"] + Self.carbone + options)
            #expect(shown.status == status)
            #expect(await shell.sandbox.reservations.count == booked)
            guard status == 6 else { return }
            let limit = options.last == "99" ? "99" : "0"
            #expect(
                shown.output.hasPrefix(
                    "$100 is more than your limit of $\(limit) (--max-fee). Nothing was booked.\n"))
            #expect(shown.errors.contains("--max-fee AMOUNT"))
        }
    }

    @Test(arguments: [("y\n", 0 as Int32, 1), ("YES\n", 0, 1), ("n\n", 6, 0), ("\n", 6, 0), ("\u{4}", 6, 0)])
    func inATerminalItAsks(typed: String, status: Int32, booked: Int) async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let shown = try await shell.runInTerminal(
                ["book", "Carbone", day, "7pm"] + Self.carbone,
                replies: [("Book it and put $100 at stake? [y/N] ", typed)])
            #expect(shown.status == status)
            #expect(shown.errors.contains("$50 per guest"))
            #expect(await shell.sandbox.reservations.count == booked)
            #expect(shown.output.hasPrefix("Booked: ") == (booked == 1))
            #expect(!shown.errors.contains("confirm_token"))
        }
    }

    /// Whoever types while the terms are still being read has not seen what it costs.
    @Test func whatWasTypedBeforeTheQuestionIsNoAnswer() async throws {
        try await inShell { shell in
            try await shell.signIn()
            await shell.sandbox.set { $0.latencyMilliseconds = 300 }
            let shown = try await shell.runInTerminal(
                ["book", "Carbone", await shell.sandbox.day(3), "7pm"] + Self.carbone,
                replies: [("tables", "y\n"), ("Book it and put $100 at stake? [y/N] ", "n\n")])
            #expect(shown.status == 6)
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    @Test func aPersonIsAskedAboutAFreeTableToo() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let shown = try await shell.runInTerminal(
                ["book", "Example Trattoria", day, "7pm", "--json"], replies: [("Book it? [y/N] ", "y\n")])
            #expect(shown.status == 0)
            #expect(shown.errors.contains("Free"))
            #expect(try JSON(parsing: Array(shown.output.utf8))["status"].string == "booked")
        }
    }

    @Test func aTimeThatIsGoneIsFourWithOthers() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let shown = try await shell.run(["book", "Example Trattoria", await shell.sandbox.day(3), "7:05pm"])
            #expect(shown.status == 4)
            #expect(shown.errors.contains("These can be had:"))
            #expect(shown.errors.contains(" 7:00 "))
        }
    }

    @Test func aTimeThatIsGoneIsJsonWithOthers() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let shown = try await shell.run(
                ["book", "Example Trattoria", await shell.sandbox.day(3), "7:05pm", "--json"])
            #expect(shown.status == 4)
            let error = try JSON(parsing: Array(shown.output.utf8))["error"]
            #expect(error.at("code") == "slot_gone")
            #expect(try error["alternatives"].items.contains { try $0["times"].items.contains("19:00") })
            #expect(try error["url"].string.contains("date="))
        }
    }

    /// What is offered instead says all that a check says of it.
    @Test func whatIsOfferedInsteadSaysUntilWhenItIsFree() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let refused = try await shell.run(["book", "Card & Hold", day, "7:05pm"])
            #expect(refused.errors.contains(" 7:00 "))
            #expect(refused.errors.contains("late fee, free to cancel until 24 h before\n"))
            let failed = try await shell.run(["book", "Card & Hold", day, "7:05pm", "--json"])
            #expect(try !JSON(parsing: Array(failed.output.utf8))["error"]["alternatives"].items.isEmpty)
        }
    }

    /// A person who says nothing has said neither yes nor no; who stops the program has stopped the booking.
    @Test func theQuestionCanBeStopped() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let shown = try await shell.runInTerminal(
                ["book", "Carbone", day, "7pm"] + Self.carbone,
                replies: [("at stake? [y/N] ", PseudoTerminal.interrupt)])
            #expect(shown.signal == SIGINT)
            #expect(shown.errors.contains("Stopped. Nothing was changed."))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    /// What was shown is what is booked: everything is read anew after a yes.
    @Test func termsThatChangeMeanwhileAreAskedAboutAnew() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            await shell.sandbox.fault(.feeChanges(to: 80), on: .details, after: 1)
            let shown = try await shell.runInTerminal(
                ["book", "Carbone", day, "7pm"] + Self.carbone,
                replies: [("put $100 at stake? [y/N] ", "y\n"), ("put $160 at stake? [y/N] ", "n\n")])
            #expect(shown.status == 6, "\(shown.errors)")
            #expect(shown.errors.contains("The terms have changed since they were shown:"))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    /// A name that fits several is picked by its number.
    @Test func aNumberPicksTheRestaurant() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let shown = try await shell.runInTerminal(
                ["book", "Joe's", day, "7pm"], replies: [("Enter for none] ", "2\n"), ("Book it? [y/N] ", "y\n")])
            #expect(shown.status == 0, "\(shown.errors)")
            #expect(shown.errors.contains("2. Joe's, River North, Chicago"))
            #expect(shown.output.hasPrefix("Booked: Joe's, "))
            let none = try await shell.runInTerminal(["book", "Joe's", day, "8pm"], replies: [("for none] ", "\n")])
            #expect(none.status == 1)
            #expect(await shell.sandbox.reservations.count == 1)
        }
    }

    @Test func aPaymentThatIsRefusedSaysWhatToDo() async throws {
        try await inShell { shell in
            try await shell.signIn()
            await shell.sandbox.fault(.status(402, "Payment required"), on: .book)
            let shown = try await shell.run(["book", "Example Trattoria", await shell.sandbox.day(3), "7pm"])
            #expect(shown.status == 1)
            #expect(shown.errors.contains("Payment required"))
            #expect(shown.errors.contains("add or choose one at resy.com"))
            #expect(shown.errors.contains("name it with --card"))
        }
    }

    @Test func readOnlyBooksNothing() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["book", "Example Trattoria", "tomorrow", "7pm"], environment: ["RESY_READ_ONLY": "1"])
            #expect(shown.status == 1)
            #expect(await shell.sandbox.requests.isEmpty)
        }
    }

    @Test func anUnclearOutcomeIsFive() async throws {
        try await inShell { shell in
            try await shell.signIn()
            await shell.sandbox.fault(Fault(.dropAfterCommit), on: .book)
            await shell.sandbox.fault(.status(500), on: .reservations, times: 20, after: 1)
            let shown = try await shell.run(["book", "Example Trattoria", await shell.sandbox.day(3), "7pm"])
            #expect(shown.status == 5)
            #expect(shown.output.contains("`resy-mcp list`"))
            #expect(!shown.output.contains("my_reservations"))
        }
    }
}
