@testable import ResyDomain
import SandboxKit
import Testing

@testable import resy_mcp

/// Standard output that takes no answer: a full disk, a descriptor that is closed, a reader who has left.
@Suite(.timeLimit(.minutes(2))) struct LostAnswerTests {
    private static let full = (redirect: ">/dev/full", reason: "No space left on device")
    private static let closed = (redirect: ">&-", reason: "Bad file descriptor")
    private static let words = "resy-mcp: the answer could not be written to standard output: "

    @Test(
        arguments: [["list"], ["list", "--json"], ["check", "Example Trattoria", "tomorrow"], ["doctor"]],
        [full, closed])
    func whatIsNotWrittenIsNotDone(arguments: [String], _ out: (redirect: String, reason: String)) async throws {
        try await inShell { shell in
            try await shell.signIn()
            let shown = try await shell.run(arguments, redirect: out.redirect)
            #expect(shown.status == 1)
            #expect(shown.errors == Self.words + out.reason + "\n")
        }
    }

    @Test(arguments: [[String](), ["--json"]], [full, closed])
    func whatWasBookedOrCancelledIsTold(options: [String], _ out: (redirect: String, reason: String)) async throws {
        try await inShell { shell in
            try await shell.signIn()
            let day = await shell.sandbox.day(3)
            let booked = try await shell.run(
                ["book", "Example Trattoria", day, "7pm"] + options, redirect: out.redirect)
            #expect(booked.status == 1)
            #expect(booked.errors.hasPrefix(Self.words + out.reason + "\nBooked: Example Trattoria"))
            #expect(booked.errors.contains("\nRESY-"))
            #expect(await shell.sandbox.reservations.count == 1)
            let cancelled = try await shell.run(["cancel", "Example Trattoria"] + options, redirect: out.redirect)
            #expect(cancelled.status == 1)
            #expect(cancelled.errors.hasPrefix(Self.words + out.reason + "\nCancelled Example Trattoria, "))
            #expect(await shell.sandbox.reservations.isEmpty)
        }
    }

    /// More than that something is missing is known.
    @Test func anotherStatusStays() async throws {
        try await inShell { shell in
            let day = await shell.sandbox.day(3)
            let checked = try await shell.run(["check", "Sold Out Supper", day], redirect: ">/dev/full")
            #expect(checked.status == 4)
            let listed = try await shell.run(["list", "--json"], redirect: ">/dev/full")
            #expect(listed.status == 3)
        }
    }

    @Test func aReaderWhoLeavesHasReadEnough() async throws {
        try await inShell { shell in
            try await shell.signIn()
            // Done before the answer comes.
            let left = "| { exec <&-; }"
            let shown = try await shell.run(["list"], redirect: left)
            #expect(shown.errors == "")
            let day = await shell.sandbox.day(3)
            let booked = try await shell.run(["book", "Example Trattoria", day, "7pm"], redirect: left)
            #expect(booked.errors.contains("Booked: Example Trattoria"))
        }
    }
}
