@testable import ResyDomain
import Foundation
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct InterruptsTests {
    @Test func beforeTheBookingIsSentItStops() async throws {
        try await inShell { shell in
            try await shell.signIn()
            await shell.sandbox.fault(Fault(.delay, value: 20_000), on: .find)
            let sandbox = shell.sandbox
            let shown = try await shell.run(["book", "Example Trattoria", await sandbox.day(3), "7pm"]) {
                await !sandbox.requests(to: .find).isEmpty
            }
            #expect(shown.signal == SIGINT)
            #expect(shown.errors.contains("Stopped. Nothing was changed."))
            #expect(await sandbox.requests(to: .book).isEmpty)
        }
    }

    @Test func afterwardsItWaitsForTheOutcome() async throws {
        try await inShell { shell in
            try await shell.signIn()
            await shell.sandbox.fault(Fault(.delay, value: 1500), on: .book)
            let sandbox = shell.sandbox
            let shown = try await shell.run(["book", "Example Trattoria", await sandbox.day(3), "7pm"]) {
                await !sandbox.requests(to: .book).isEmpty
            }
            #expect(shown.status == 0)
            #expect(shown.signal == nil)
            #expect(shown.errors.contains("waiting for its outcome"))
            #expect(shown.output.hasPrefix("Booked: "))
        }
    }
}
