import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct NotifyCommandTests {
    @Test func anEntryIsSetShownAndTakenOff() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let line = ["notify", "add", "Sold Out Supper", day, "--after", "6pm", "--before", "9pm"]
            let set = try await shell.run(line)
            #expect(set.status == 0, "\(set.errors)")
            #expect(set.output.hasPrefix("Notify is set. Resy sends the message itself, as your account"))
            #expect(set.output.contains("4400001") && set.output.contains("6:00 PM – 9:00 PM"))
            let again = try await shell.run(line + ["--json"])
            #expect(try JSON(parsing: Array(again.output.utf8)).at("status") == "exists")
            let list = try await shell.run(["notify", "list"])
            #expect(list.output.contains("1 entry") && list.output.contains("Sold Out Supper"))
            #expect(try await shell.run(["notify", "remove", "7"]).status == 2)
            #expect(try await shell.run(["notify", "remove", "4400001"]).output.hasPrefix("Taken off"))
            #expect(try await shell.run(["notify", "list"]).output.contains("empty"))
        }
    }

    @Test func itEndsAsItWent() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            let line = ["notify", "add", "Sold Out Supper", day]
            #expect(try await shell.run(line).status == 3)
            try await shell.signIn()
            let refused = try await shell.run(line + ["--read-only"])
            #expect(refused.status == 1 && refused.errors.contains("switched off"))
            #expect(try await shell.run(["notify", "list", "--read-only"]).status == 0)
            #expect(try await shell.run(["notify", "add", "Sold", "Out", "Supper", day]).status == 2)
            await shell.sandbox.fault(.status(500), on: .notify, times: 9, after: 2)
            let unknown = try await shell.run(line)
            #expect(unknown.status == 5 && unknown.errors.contains("not known"))
        }
    }

    @Test func aSoldOutDayNamesTheCommand() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            let shown = try await shell.run(["check", "Sold Out Supper", day, "7pm"])
            #expect(shown.output.contains("Notify:  resy-mcp notify add 'Resy venue "))
            #expect(shown.output.contains("\(day) --after 6pm --before 8pm"))
            let quiet = try await shell.run(["check", "Sold Out Supper", day, "7pm", "--read-only"])
            #expect(!quiet.output.contains("notify add"))
        }
    }

    // MARK: - The calendar

    @Test func aCalendarIsPrintedAndKept() async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            _ = try await shell.run(["book", "Example Trattoria", day, "7pm", "--yes"])
            let printed = try await shell.run(["list", "--ics"])
            #expect(printed.status == 0 && printed.output.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
            #expect(printed.output.hasSuffix("END:VCALENDAR\r\n") && printed.output.contains("SEQUENCE:0\r\n"))
            #expect(try await shell.run(["list", "--ics"]).output == printed.output)
            let json = try await shell.run(["list", "--ics", "--json"])
            let path = try JSON(parsing: Array(json.output.utf8))["calendar_file"].string
            #expect(try String(contentsOfFile: path, encoding: .utf8) == printed.output)
            _ = try await shell.run(["cancel", "Example Trattoria", "--yes"])
            let gone = try await shell.run(["list", "--ics"]).output
            #expect(gone.contains("STATUS:CANCELLED\r\n") && gone.contains("SEQUENCE:1\r\n"))
        }
    }
}
