@testable import ResyDomain
import Foundation
import ResyNative
import Testing

@testable import resy_mcp

/// What a watch sends.
@Suite struct WatchMessageTextTests {
    private static func text(_ message: WatchMessage, home: WatchMessageText.Home? = .usual) -> String {
        WatchMessageText(message: message, link: VenueLinks(base: "https://resy.com"), home: home).text
    }

    @Test func saysWhatIsNewAndHowToBookIt() {
        let fee = Charge(.cancellation, Amount(50), "USD", .guest, from: .tables)
        let next = Samples.day.adding(days: 1)
        let message = WatchSamples.message(tables: [
            WatchSamples.table(Samples.time(19), "Bar"), WatchSamples.table(Samples.time(19, 30), "Bar"),
            WatchSamples.table(Samples.time(0, 30), "Dining Room", charges: [fee], day: next, evening: Samples.day),
        ])
        #expect(
            Self.text(message) == """
                Carbone, New York: 3 new tables for 2
                Sat Feb 14, 7:00, 7:30 PM, Bar, free
                Sun Feb 15, 12:30 AM (the night of Sat Feb 14), Dining Room, $50 late fee per guest ($100 for 2)
                \(Samples.url)
                resy-mcp book 'Resy venue \(Samples.venue.id)' 2026-02-14 7pm --seating 'Bar' --party 2
                Seen Tue Feb 10, 12:00 PM
                """)
    }

    @Test func isOneLineInALog() {
        let line = WatchMessageText(
            message: WatchSamples.message(), link: VenueLinks(base: "https://resy.com"), home: .usual
        ).line
        #expect(!line.contains("\n") && line.contains("resy-mcp book 'Resy venue"))
    }

    /// Names were written by strangers; a person copies the command into a shell.
    @Test(arguments: [
        "$(reboot)", "`reboot`", "a'; reboot; '", "a\"b", "a\nresy-mcp cancel --yes", "a\u{202E}b", "a\u{1B}]0;x\u{7}b",
        "--yes", "a\u{0}b", "\u{2028}x", "it's; echo $HOME",
    ])
    func aHostileNameIsOnlyAName(name: String) throws {
        let message = WatchSamples.message(name, tables: [WatchSamples.table(Samples.time(19), name)])
        let text = Self.text(message)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 5)
        for scalar in text.unicodeScalars {
            #expect(scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory))
        }
        let command = try #require(text.split(separator: "\n").first { $0.hasPrefix("resy-mcp book ") })
        // As a real shell reads it: the name of the restaurant is not in it at all, the seating is one word or not there.
        let words = try Self.shell(String(command))
        #expect(words.prefix(5) == ["resy-mcp", "book", "Resy venue \(Samples.venue.id)", "2026-02-14", "7pm"])
        #expect(words.suffix(2) == ["--party", "2"])
        #expect(words.count == 7 || words.count == 9 && words[5] == "--seating" && words[6] == name)
    }

    private static func shell(_ command: String) throws -> [String] {
        let process = Process()
        let out = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "resy() { :; }; set -- \(command); printf '%s\\0' \"$@\""]
        process.standardOutput = out
        try process.run()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func anotherHomeIsPartOfTheCommand() {
        let text = Self.text(WatchSamples.message(), home: .other("/srv/it's mine"))
        #expect(text.contains(#" --home '/srv/it'\''s mine'"#))
    }

    /// The one that is held would be in the way of a second one.
    @Test func anEarlierTableIsAChange() {
        var message = WatchSamples.message()
        message.held = 900_000_123
        let text = Self.text(message, home: .other("/srv/mine"))
        #expect(
            text.contains(
                "resy-mcp change RESY-900000123 --on 2026-02-14 --time 7pm --seating 'Dining Room' --party 2 --home '/srv/mine'"
            ))
        #expect(!text.contains("resy-mcp book"))
    }

    /// One that this program cannot book, and a program that only reads, have no command.
    @Test func whatIsNotOfferedIsNotNamed() {
        let shut = Self.text(WatchSamples.message(tables: [WatchSamples.table(isBookable: false)]))
        #expect(shut.contains("on Resy's site alone") && !shut.contains("resy-mcp"))
        #expect(!Self.text(WatchSamples.message(), home: nil).contains("resy-mcp"))
    }

    @Test func aFullHouseStaysShort() {
        let tables = (0..<200).map { index in
            WatchSamples.table(Samples.time(12 + index / 20, index % 20), "Room \(index)")
        }
        let parts = WatchSamples.message(tables: tables).parts
        let text = Self.text(parts[0])
        #expect(text.utf8.count < 3000 && text.contains("12 new tables") && text.contains("and 188 more"))
        // What one has no room for the next ones name.
        #expect(parts.flatMap(\.tables) == tables && parts.count == 17)
        #expect(!Self.text(parts[16]).contains("more"))
    }
}
