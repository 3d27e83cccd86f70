@testable import ResyDomain
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

/// Searches over restaurants and days as a person runs them.
@Suite(.timeLimit(.minutes(2))) struct FindCommandTests {
    private static let environment = ["RESY_BUDGET": "0"]

    @Test func somewhereItalianOnTwoDays() async throws {
        try await inShell { shell in
            let days = "\(await shell.sandbox.day(3)), \(await shell.sandbox.day(4))"
            let line = ["find", "italian", "--in", "West Village", "--on", days, "--party", "4", "--time", "8pm"]
            let shown = try await shell.run(line, environment: Self.environment.merging(["COLUMNS": "80"]) { $1 })
            #expect(shown.status == 0, "\(shown.errors)")
            let rows = shown.output.split(separator: "\n").map(String.init)
            #expect(rows.first?.contains("restaurants have a table for 4 around 8:00 PM") == true, "\(shown.output)")
            #expect(rows.contains { $0.hasPrefix("1 ") && $0.contains("8:00") })
            #expect(rows.last?.hasPrefix("Book:  resy-mcp book 'Resy venue ") == true)
            #expect(rows.dropLast().allSatisfy { $0.columns <= 80 || $0.contains("://") }, "\(shown.output)")
            let json = try await shell.run(line + ["--json"], environment: Self.environment)
            let answer = try JSON(parsing: Array(json.output.utf8))
            #expect(SchemaCheck.faults(answer, Tool.findTables.outputSchema) == [])
            #expect(json.status == 0)
        }
    }

    @Test func severalNamesOnSeveralDays() async throws {
        try await inShell { shell in
            let (first, last) = (await shell.sandbox.day(3), await shell.sandbox.day(5))
            let shown = try await shell.run(
                [
                    "check", "Example Trattoria", "--or", "Nowhere Grill", "--or", "Joe's", "--from", first, "--to",
                    last, "8pm",
                ],
                environment: Self.environment)
            #expect(shown.status == 0, "\(shown.errors)")
            #expect(shown.output.hasPrefix("1 restaurant has a table for 2 around 8:00 PM"))
            #expect(shown.output.contains("“Joe's” fits") && shown.output.contains("Resy venue"))
            #expect(shown.output.contains("Nowhere Grill"))
        }
    }

    @Test func nothingIsFour() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["check", "Sold Out Supper", "--on", "\(await shell.sandbox.day(3)), \(await shell.sandbox.day(4))"],
                environment: Self.environment)
            #expect(shown.status == 4, "\(shown.errors)")
            #expect(shown.output.hasPrefix("No table for 2"))
        }
    }

    @Test(arguments: [
        (["find", "italian", "--in", "near me", "--on", "sat"], 2 as Int32, "where you are"),
        (["find", "italian", "--in", "Nowhereville", "--on", "sat"], 2, "Nowhereville"),
        (["find", "italian", "--in", "New York", "--on", "someday"], 2, "someday"),
        (["check", "Joe's", "--on", "fri-sun"], 1, "fits"),
    ])
    func aFailureIsSaid(line: [String], status: Int32, words: String) async throws {
        try await inShell { shell in
            let shown = try await shell.run(line, environment: Self.environment)
            #expect(shown.status == status)
            #expect(shown.output == "" && shown.errors.hasPrefix("resy-mcp: "), "\(shown.errors)")
            #expect(shown.errors.contains(words), "\(shown.errors)")
        }
    }

    @Test func aNumberPicksAndBooks() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let (day, next) = (await shell.sandbox.day(3), await shell.sandbox.day(4))
            let line = [
                "check", "Example Trattoria", "--or", "L'Artusi", "--on", "\(day), \(next)", "8pm", "--in", "New York",
            ]
            let none = try await shell.runInTerminal(
                line, showsAnswers: true, replies: [("Which one? [1-2, Enter for none] ", "\n")])
            #expect(none.status == 0, "\(none.errors)")
            #expect(await shell.sandbox.reservations.isEmpty)
            let booked = try await shell.runInTerminal(
                line, showsAnswers: true,
                replies: [
                    ("Which one? [1-2, Enter for none] ", "1\n"), ("Which table? [1-9, Enter for none] ", "1\n"),
                    ("? [y/N] ", "y\n"),
                ])
            #expect(booked.status == 0, "\(booked.errors)")
            #expect(booked.errors.contains("Booked: "))
            #expect(await shell.sandbox.reservations.count == 1)
        }
    }

    /// Where only looking is allowed, or answers go elsewhere, nobody is asked.
    @Test func whoOnlyLooksIsNotAsked() async throws {
        try await inShell { shell in
            let days = "\(await shell.sandbox.day(3)), \(await shell.sandbox.day(4))"
            let line = ["check", "Example Trattoria", "--on", days]
            let readOnly = try await shell.runInTerminal(line + ["--read-only"], showsAnswers: true, replies: [])
            #expect(readOnly.status == 0 && !readOnly.errors.contains("?  ["), "\(readOnly.errors)")
            #expect(!readOnly.errors.contains("resy-mcp book"))
            let piped = try await shell.runInTerminal(line, replies: [])
            #expect(piped.status == 0 && piped.output.contains("Book:  resy-mcp book"))
        }
    }

    @Test func theWeeksOfARestaurant() async throws {
        try await inShell { shell in
            let shown = try await shell.run(
                ["days", "Example Trattoria", "--to", await shell.sandbox.day(9)], environment: Self.environment)
            #expect(shown.status == 0, "\(shown.errors)")
            #expect(shown.output.hasPrefix("Example Trattoria · New York · 2 people: open on "))
            #expect(shown.output.contains("28 days ahead"))
            let json = try await shell.run(["days", "Sold Out Supper", "--json"], environment: Self.environment)
            let answer = try JSON(parsing: Array(json.output.utf8))
            #expect(SchemaCheck.faults(answer, Tool.openDays.outputSchema) == [])
            #expect(json.status == 4)
        }
    }
}
