@testable import ResyDomain
import ArgumentParser
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct ParsingTests {
    @Test(arguments: [
        ["check", "Carbone"], ["check", "Carbone", "sat", "7pm", "8pm"], ["check", "Carbone", "sat", "--within", "30"],
        ["check", "Carbone", "sat", "--party", "0"], ["check", "Carbone", "sat", "--party", "two"],
        ["check", "Carbone", "sat", "--time", "7pm", "--within", "9999"], ["check", "Carbone", "sat", "--bogus"],
        ["book", "Carbone", "sat"], ["cancel", "Carbone", "--id", "RESY-1"], ["list", "Carbone"],
        ["cancel", "--id", "1", "--on", "sat"], ["cancel", "--id", "1", "--id", "carbone"],
        ["login", "--password", "x"], ["login", "hunter2"], ["login", "--password-stdin", "--token-stdin"],
        ["login", "--email", "nobody"], ["doctor", "--jsn"],
        ["check", "--or", "Carbone", "--on", "fri"], ["check", "Carbone", "fri", "--on", "sat"],
        ["check", "Carbone", "--or", "Don Angie"], ["check", "Carbone", "--from", "fri"],
        ["check", "Carbone", "--on", "fri", "--from", "sat", "--to", "sun"],
        ["check", "Carbone", "fri-sun", "7pm", "--within", "30"],
        ["check", "Carbone", "--or", "Lilia", "fri", "--terms"],
        ["check", "Carbone", "--or", "Lilia", "fri", "--max-fee", "5"], ["find"], ["find", "italian"],
        ["find", "--on", "sat"], ["find", "italian", "--on", "sat", "--limit", "0"],
        ["find", "italian", "--on", "sat", "--max-fee", "5"],
        ["find", "italian", "--on", "sat", "--fee-up-to", "much"],
        ["days"], ["days", "Don", "Angie"],
    ])
    func isWrongUsage(arguments: [String]) {
        do {
            _ = try ResyMCP.parseAsRoot(arguments)
            Issue.record("taken: \(arguments)")
        } catch {
            #expect(ResyMCP.exitCode(for: error) == .validationFailure)
            let advice = UsageAdvice(arguments, problem: ResyMCP.message(for: error))
            #expect(!advice.message.isEmpty && !advice.hint.isEmpty)
            #expect(!advice.message.contains("hunter2") && !advice.hint.contains("hunter2"))
        }
    }

    @Test(arguments: [
        ["check", "Carbone", "sat", "-p", "4", "-t", "7pm", "--within", "30", "--in", "New York", "--json"],
        ["check", "Carbone", "sat", "7pm"], ["check", "Carbone", "sat", "-p4", "-t7pm"],
        ["check", "Carbone", "sat at 7pm", "--within", "30"],
        ["book", "Carbone", "sat at 7pm"], ["book", "Carbone", "2026-12-05T19:00"],
        ["book", "Carbone", "sat", "7pm", "--yes", "--max-fee", "100", "--card", "4242", "--allow-overlap"],
        ["cancel", "Carbone"], ["cancel", "--id", "123"],
        ["cancel", "--id", "123", "--id", "RESY-124"], ["cancel", "--on", "saturday"],
        ["cancel", "Carbone", "--on", "saturday"], ["check", "Carbone", "sat", "--all", "--no-fee", "--terms"],
        ["list", "--past"], ["login", "--email", "a@b.c"], ["logout"],
        ["doctor", "--json"], ["serve", "--read-only"], ["install", "vscode", "--dry-run"],
        ["uninstall", "claude-code"],
        ["check", "Carbone", "--or", "Don Angie", "--or", "Lilia", "--from", "fri", "--to", "sun", "-t8pm"],
        ["check", "Carbone", "8pm", "--on", "fri-sun", "--party", "4"],
        ["check", "Carbone", "--or", "Lilia", "sat", "8pm"],
        ["check", "Carbone", "this weekend"], ["check", "Carbone", "--on", "sat"],
        ["find", "italian", "--in", "West Village", "--on", "sat", "--party", "4", "--time", "8pm"],
        ["find", "dim", "sum", "--from", "fri", "--to", "sun", "--after", "6pm", "--before", "9pm", "--limit", "3"],
        ["find", "--in", "Chicago", "--on", "sat", "--fee-up-to", "0", "--seating", "outdoors", "--cursor", "x"],
        ["days", "Semma"], ["days", "Don Angie", "--from", "fri", "--to", "dec 31", "-p4", "-t", "8pm", "--json"],
    ])
    func isTaken(arguments: [String]) throws {
        _ = try ResyMCP.parseAsRoot(arguments)
    }

    @Test func aConfirmationMayStandInForTheName() throws {
        let command = try CancelCommand.parse(["resy-900000123"])
        #expect(command.wanted.confirmationID == "resy-900000123")
        #expect(command.wanted.restaurant == nil)
        #expect(try CancelCommand.parse(["Resy-Bar"]).wanted.restaurant == "Resy-Bar")
    }

    /// The package breaks lines where the terminal ends; ours would stand in the middle.
    @Test func noHelpHasALineThatBreaksASentence() {
        for command in ResyMCP.configuration.subcommands + [ResyMCP.self] {
            let lines = command.configuration.discussion.split(separator: "\n", omittingEmptySubsequences: false)
            for (line, next) in zip(lines, lines.dropFirst())
            where !line.isEmpty && !next.isEmpty && !line.hasPrefix(" ") && !next.hasPrefix(" ") {
                #expect(line.hasSuffix(".") || line.hasSuffix(":"), "\(line)")
            }
        }
    }

    @Test(arguments: [["foo"], ["blargh", "x", "y"], ["help", "foo"]])
    func anUnknownCommandIsNamed(arguments: [String]) throws {
        let advice = try #require(ResyMCP.unknownCommand(arguments))
        #expect(advice.message.contains("\"\(arguments[0] == "help" ? arguments[1] : arguments[0])\""))
        #expect(advice.hint.contains("check, find, days, book"))
    }

    @Test(arguments: [
        [], ["--version"], ["help", "book"], ["help"], ["help", "--help"], ["help", "help"], ["serve"], ["list"],
        ["help", "settings"],
    ])
    func aKnownOneIsNot(arguments: [String]) {
        #expect(ResyMCP.unknownCommand(arguments) == nil)
    }
}
