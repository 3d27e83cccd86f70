@testable import ResyDomain
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct CheckCommandTests {
    @Test func showsTablesToAnyone() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            let shown = try await shell.run(["check", "Example Trattoria", day, "--time", "7pm", "--within", "30"])
            #expect(shown.status == 0)
            #expect(shown.output.contains("  Dining Room  free  6:30  6:45 [7:00] 7:15  7:30\n"))
            #expect(shown.errors == "")
            #expect(!shown.output.contains("make_reservation"))
        }
    }

    @Test func jsonIsTheToolsAnswerOnOneLine() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            let shown = try await shell.run(["check", "Example Trattoria", day, "--time", "19:00", "--json"])
            #expect(shown.output.filter { $0 == "\n" }.count == 1)
            let answer = try JSON(parsing: Array(shown.output.utf8))
            #expect(
                answer.members.map(\.key) == [
                    "venue", "date", "party_size", "tables", "other_tables", "more_times", "open_days", "next_step",
                ])
            #expect(try answer["tables"].items.first?["times"].items.contains("19:00") == true)
        }
    }

    /// What is printed for a script is what a tool's error carries for a program; the text is a person's.
    @Test func aFailureIsJsonToo() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["check", "Joe's", "tomorrow", "--json"])
            #expect(shown.status == 1)
            #expect(shown.errors.contains("add --in with its city"))
            #expect(shown.output.filter { $0 == "\n" }.count == 1)
            let answer = try JSON(parsing: Array(shown.output.utf8))
            #expect(answer.members.map(\.key) == ["error"])
            let error = try answer["error"]
            #expect(error.members.map(\.key) == ["code", "message", "hint", "candidates"])
            #expect(error.at("code") == "venue_ambiguous")
            #expect(try error["hint"].string.contains("--in"))
            #expect(try !error["hint"].string.contains("restaurant_name"))
            #expect(try error["candidates"].items.count > 1)
        }
    }

    @Test(arguments: [
        (["check", "Example Trattoria", "someday", "--json"], 2 as Int32, "bad_request"),
        (["check", "Nowhere Grill", "tomorrow", "--json"], 4, "venue_not_found"),
        (["list", "--json"], 3, "not_signed_in"), (["cancel", "Carbone", "--json"], 3, "not_signed_in"),
        (["book", "Carbone", "tomorrow", "7pm", "--json"], 3, "not_signed_in"),
        (["book", "Carbone", "tomorrow", "7pm", "--json", "--read-only"], 1, "resy_error"),
    ])
    func eachFailureHasItsCode(arguments: [String], status: Int32, code: String) async throws {
        try await inShell { shell in
            let shown = try await shell.run(arguments)
            #expect(shown.status == status)
            #expect(try JSON(parsing: Array(shown.output.utf8)).at("error", "code") == .string(code))
            #expect(shown.errors.hasPrefix("resy-mcp: "))
        }
    }

    @Test func nothingFreeIsFour() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            let shown = try await shell.run(["check", "Sold Out Supper", day])
            #expect(shown.status == 4)
            #expect(shown.output.contains(": no table"))
        }
    }

    @Test(arguments: [
        (["check", "Example Trattoria", "2026-02-31"], 2 as Int32, "2026-02-31"),
        (["check", "Example Trattoria", "someday"], 2, "someday"),
        (["check", "Nowhere Grill", "tomorrow"], 4, "add --in CITY"),
        (["check", "Nowhere Grill", "tomorrow", "--in", "Boston"], 4, "Check the spelling, or look here"),
        (
            ["check", "sushi", "tomorrow"], 4,
            "Did you mean Blue Ribbon Sushi, Pacific Palisades, Los Angeles?"
        ),
        (["check", "https://evil.com/cities/ny/carbone", "tomorrow"], 2, "is not a link of Resy's"),
        (["check", "Joe's", "tomorrow"], 1, "add --in with its city"),
        (["check", "Example Trattoria"], 2, "Missing expected argument '<date>'"),
        (["chek"], 2, "There is no command \"chek\""), (["help", "chek"], 2, "There is no command \"chek\""),
    ])
    func aWrongUseSaysWhatWouldBeRight(arguments: [String], status: Int32, words: String) async throws {
        try await inShell { shell in
            let shown = try await shell.run(arguments)
            #expect(shown.status == status)
            #expect(shown.output == "")
            #expect(shown.errors.hasPrefix("resy-mcp: "))
            #expect(shown.errors.contains(words))
        }
    }

    /// The package's own complaints too.
    @Test(arguments: [
        ["check", "Example Trattoria", "--json"], ["check", "--json"], ["check", "Don", "Angie", "saturday", "--json"],
        ["check", "Carbone", "saturday", "--people", "2", "--json"], ["chekc", "Carbone", "saturday", "--json"],
        ["check", "Carbone", "saturday", "--party", "many", "--json"], ["book", "--json", "Carbone"],
        ["check", "Carbone", "saturday", "--party", "--json"], ["list", "--json", "extra"],
        ["doctor", "--json", "--bogus"], ["check", "Carbone", "saturday", "--json", "--pace", "fast"],
        ["check", "Carbone", "", "--json"], ["check", "Carbone", "saturday", "--party", "99", "--json"],
    ])
    func aWrongUseIsJsonToo(arguments: [String]) async throws {
        try await inShell { shell in
            let shown = try await shell.run(arguments)
            #expect(shown.status == 2)
            #expect(shown.output.filter { $0 == "\n" }.count == 1)
            let error = try JSON(parsing: Array(shown.output.utf8))["error"]
            #expect(error.members.map(\.key) == ["code", "message", "hint"])
            #expect(error.at("code") == "bad_request")
            #expect(try !error["message"].string.isEmpty && !error["hint"].string.isEmpty)
            #expect(shown.errors.hasPrefix("resy-mcp: "))
        }
    }

    @Test func theFirstLineSaysHowATimeWasRead() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            let shown = try await shell.run(["check", "Example Trattoria", day, "7:30"])
            #expect(shown.output.split(separator: "\n").first?.contains("(7:30 read as 7:30 PM)") == true)
            #expect(shown.output.contains("Book:  resy-mcp book 'Resy venue 99001' \(day) 7:30pm"))
            let json = try await shell.run(["check", "Example Trattoria", day, "--time", "7:30", "--json"])
            #expect(json.output.contains("7:30 read as 7:30 PM."))
        }
    }

    /// Where a morning is among the times, each says which half of the day it is in.
    @Test func timesOutsideTheWindowAreToldByTheirEnds() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            await shell.sandbox.changeVenue(99001) {
                $0.seatings.append(Seating("Lunch", template: 2_750_009, times: [660]))
            }
            let lunch = try await shell.run(["check", "Example Trattoria", day, "7pm"])
            #expect(lunch.output.contains("  Earlier 11:00 AM–") && lunch.output.contains("[7:00]"))
            let dinner = try await shell.run(["check", "Card & Hold", day, "7pm"])
            #expect(dinner.output.contains("  Earlier 5:00–5:30 · later 8:30–10:00 (--all)\n"))
        }
    }

    @Test func allShowsTheDayAndNoFeeOnlyWhatIsFree() async throws {
        try await inShell { shell in
            let asked = ["check", "Carbone", await shell.sandbox.day(3), "7pm", "--in", "New York"]
            let all = try await shell.run(asked + ["--all"])
            #expect(all.output.contains("  Dining Room  $50*  5:00–10:00 every 30 min"))
            #expect(!all.output.contains("--all"))
            let free = try await shell.run(asked + ["--no-fee"])
            #expect(free.status == 0)
            #expect(free.output.contains("Bar") && !free.output.contains("Dining Room"))
            let none = try await shell.run(["check", "Card & Hold", await shell.sandbox.day(3), "7pm", "--no-fee"])
            #expect(none.status == 4)
            #expect(none.output.contains(": no table that is known to cost nothing"))
        }
    }

    /// The candidates of a look are picked too.
    @Test func aNumberPicksTheRestaurant() async throws {
        try await inShell { shell in
            let shown = try await shell.runInTerminal(
                ["check", "Joe's", await shell.sandbox.day(3)], replies: [("Enter for none] ", "2\n")])
            #expect(shown.status == 0)
            #expect(shown.output.hasPrefix("Joe's · Chicago · "))
            let one = try await shell.runInTerminal(["check", "sushi", "tomorrow"], replies: [("[y/N] ", "n\n")])
            #expect(one.status == 4)
            #expect(one.errors.contains("Did you mean Blue Ribbon Sushi"))
            #expect(one.errors.filter { $0 == "?" }.count == 1)
        }
    }

    @Test func aServerThatIsNotThereIsNamed() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["check", "Carbone", "tomorrow"], environment: ["RESY_API_URL": "http://127.0.0.1:1"])
            #expect(shown.status == 1)
            #expect(shown.errors.contains("127.0.0.1"))
        }
    }
}
