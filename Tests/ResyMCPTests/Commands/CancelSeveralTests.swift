@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

/// Several reservations by one command: one question, then one after the other.
@Suite(.timeLimit(.minutes(2))) struct CancelSeveralTests {
    /// Three that cost nothing so far; their numbers, in the order of their evenings.
    private func book(_ shell: Shell) async throws -> [String] {
        try await shell.signIn()
        for (name, days) in [("Example Trattoria", 3), ("Card & Hold", 4), ("Example Trattoria", 5)] {
            let day = await shell.sandbox.day(days)
            let shown = try await shell.run(["book", name, day, "7pm", "--yes", "--max-fee", "500"])
            try #require(shown.status == 0, "\(shown.errors)")
        }
        return await shell.sandbox.reservations.map { "RESY-\($0.id)" }.sorted()
    }

    private func ids(_ all: [String]) -> [String] { all.flatMap { ["--id", $0] } }

    /// From here on Card & Hold's free time is over.
    private func endFreeTime(_ shell: Shell) async {
        await shell.sandbox.changeVenue(99002) { venue in
            for index in venue.seatings.indices { venue.seatings[index].terms.cutOffSeconds = 30 * 86_400 }
        }
    }

    @Test func oneYesIsForAll() async throws {
        try await inShell { shell in
            let all = try await book(shell)
            let shown = try await shell.runInTerminal(
                ["cancel"] + ids(all), replies: [("Cancel all 3? [y/N] ", "y\n")])
            #expect(shown.status == 0, "\(shown.errors)")
            #expect(shown.errors.contains("Cancel these 3 reservations:"))
            #expect(shown.output.split(separator: "\n").count(where: { $0.hasPrefix("Cancelled ") }) == 3)
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    @Test func aNoCancelsNone() async throws {
        try await inShell { shell in
            let all = try await book(shell)
            let shown = try await shell.runInTerminal(["cancel"] + ids(all), replies: [("[y/N] ", "n\n")])
            #expect(shown.status == 6)
            #expect(await shell.sandbox.reservations.count == 3)
        }
    }

    @Test func eachChargeAndTheSumAreShown() async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            let all = try await book(shell)
            let shown = try await shell.runInTerminal(
                ["cancel"] + ids(all), replies: [("Cancel all 3 and lose $50 in all? [y/N] ", "y\n")])
            #expect(shown.status == 0, "\(shown.errors)")
            #expect(shown.errors.contains("$25 late fee per guest ($50 for 2)"))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    /// The limit is for all of them together, and what is free is not cancelled beside what is refused.
    @Test(arguments: [([String](), 6 as Int32, 3), (["--yes"], 6, 3), (["--yes", "--max-fee", "50"], 0, 0)])
    func unaskedTheSumCounts(options: [String], status: Int32, left: Int) async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            let all = try await book(shell)
            let shown = try await shell.run(["cancel"] + ids(all) + options)
            #expect(shown.status == status, "\(shown.errors)")
            #expect(await shell.sandbox.reservations.count == left)
            #expect(shown.errors.contains("$50 is more than your limit of $0") == (options == ["--yes"]))
        }
    }

    /// What costs nothing says for which one it was left.
    @Test func whatIsFreeIsNotToldAsTooDear() async throws {
        try await inShell { shell in
            await endFreeTime(shell)
            let all = try await book(shell)
            let shown = try await shell.run(["cancel", "--yes", "--json"] + ids(all))
            #expect(shown.status == 6, "\(shown.errors)")
            let answers = try JSON(parsing: Array(shown.output.utf8)).items
            let states = try answers.map { try $0["status"].string }
            #expect(states.sorted() == ["declined", "not_cancelled", "not_cancelled"])
            let notes = try answers.map { try $0["note"].items.map { try $0.string }.joined(separator: " ") }
            #expect(
                notes.count(where: { $0.contains("costs nothing; it was not tried because of “Card & Hold”") }) == 2)
            #expect(!notes.contains { $0.contains(": .") })
        }
    }

    @Test func jsonIsAnArray() async throws {
        try await inShell { shell in
            let all = try await book(shell)
            let shown = try await shell.run(["cancel", "--json"] + ids(all))
            #expect(shown.status == 0)
            let answers = try JSON(parsing: Array(shown.output.utf8)).items
            #expect(try answers.map { try $0["status"].string } == ["cancelled", "cancelled", "cancelled"])
            #expect(try answers.map { try $0["confirmation_id"].string } == all)
        }
    }

    /// After one whose outcome is not known nothing more is sent, and what was not tried is told.
    @Test func itStopsAtTheFirstUnclearOne() async throws {
        try await inShell { shell in
            let all = try await book(shell)
            await shell.sandbox.fault(Fault(.resetBefore), on: .cancel, after: 1)
            let shown = try await shell.run(["cancel", "--json"] + ids(all))
            #expect(shown.status == 5, "\(shown.output)\(shown.errors)")
            let answers = try JSON(parsing: Array(shown.output.utf8)).items
            #expect(try answers.map { try $0["status"].string } == ["cancelled", "unknown", "not_cancelled"])
            #expect(await shell.sandbox.requests(to: .cancel).count == 2)
        }
    }

    /// One that is not there is told before anything is cancelled; one that was cancelled before is no fault.
    @Test func whatIsNotThereIsToldFirst() async throws {
        try await inShell { shell in
            let all = try await book(shell)
            let missing = try await shell.run(["cancel"] + ids([all[0], "RESY-999"]))
            #expect(missing.status == 1)
            #expect(missing.errors.contains("Nothing was cancelled."))
            #expect(await shell.sandbox.reservations.count == 3)
            try #require(try await shell.run(["cancel", "--id", all[0]]).status == 0)
            let again = try await shell.run(["cancel"] + ids([all[0], all[1]]))
            #expect(again.status == 0, "\(again.errors)")
            #expect(await shell.sandbox.reservations.count == 1)
        }
    }
}
