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
            #expect(shown.output.contains("7:00 PM - Dining Room"))
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
                    "venue", "date", "party_size", "preferred_time", "flexibility_minutes", "slots", "other_times",
                    "open_days", "next_step",
                ])
            #expect(try answer["slots"].items.first?["time"].string == "19:00")
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
            #expect(shown.output.contains("no table for 2"))
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
        ["check", "Carbone", "saturday", "--party", "--json"], ["list", "--json", "extra"], ["cancel", "--json"],
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
            #expect(shown.output.contains("Book: resy-mcp book 'Resy venue 99001' \(day) 7:30pm"))
            let json = try await shell.run(["check", "Example Trattoria", day, "--time", "7:30", "--json"])
            #expect(json.output.contains("7:30 read as 7:30 PM."))
        }
    }

    /// Nothing at noon is called an evening's.
    @Test func otherTimesAreThatDaysUnlessAllAreTheEvenings() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            await shell.sandbox.changeVenue(99001) {
                $0.seatings.append(Seating("Lunch", template: 2_750_009, times: [660]))
            }
            let lunch = try await shell.run(["check", "Example Trattoria", day, "7pm"])
            #expect(lunch.output.contains("Other times that day:") && !lunch.output.contains("that evening"))
            let dinner = try await shell.run(["check", "Card & Hold", day, "7pm"])
            #expect(dinner.output.contains("Other times that evening:"))
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
