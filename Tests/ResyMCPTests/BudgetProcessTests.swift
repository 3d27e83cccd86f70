@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

/// The looking budget of one home, with two servers that look at once.
@Suite(.timeLimit(.minutes(3))) struct BudgetProcessTests {
    private static let looks: [SandboxKit.Endpoint] = [.search, .venue, .config, .calendar, .find]

    private static func looks(at sandbox: Sandbox) async -> Int {
        var sum = 0
        for endpoint in looks { sum += await sandbox.requests(to: endpoint).count }
        return sum
    }

    private static func call(_ name: String, _ arguments: String, id: Int) -> String {
        Conversation.callLine(name, arguments, id: id) + "\n"
    }

    @Test func twoServersLookTogetherAndABookingGoesThroughAtOnce() async throws {
        try await inShell { shell in
            // Counted as well, and taken from what is kept back for them.
            try await shell.signIn()
            let environment = [
                "RESY_MCP_HOME": shell.state.path, "RESY_API_URL": shell.sandbox.baseURL, "RESY_PACE": "0",
            ]
            let servers = [
                try ServerProcess(["serve", "--budget", "20"], environment: environment),
                try ServerProcess(["serve"], environment: environment),
            ]
            for server in servers {
                server.write(ProcessTests.hello + "\n")
                _ = try await server.readReply()
            }
            for number in 0..<20 {
                let day = await shell.sandbox.day(2 + number)
                servers[number % 2].write(
                    Self.call(
                        "check_availability", #"{"restaurant_name": "Resy venue 99001", "date": "\#(day)"}"#,
                        id: number + 1))
            }
            // Until none more has come for a while: the next one is back only after fifteen seconds.
            var (seen, quiet) = (0, 0)
            while seen == 0 || quiet < 30 {
                try await Task.sleep(for: .milliseconds(20))
                let now = await Self.looks(at: shell.sandbox)
                (seen, quiet) = (now, now == seen ? quiet + 1 : 0)
            }
            #expect((10...12).contains(seen))
            let began = ContinuousClock.now
            let day = await shell.sandbox.day(3)
            servers[0].write(
                Self.call(
                    "make_reservation",
                    #"{"restaurant_name": "Resy venue 99001", "date": "\#(day)", "time": "19:00"}"#, id: 100))
            var booked: JSON?
            for _ in 0..<20 where booked == nil {
                let reply = try await servers[0].readReply()
                if reply.at("id") == 100 { booked = reply }
            }
            #expect(booked?.at("result", "structuredContent", "status") == "booked")
            #expect(ContinuousClock.now - began < .seconds(8))
            #expect(await shell.sandbox.requests(to: .book).count == 1)
            // Those of the booking, its restaurant's tables, are no looks.
            #expect(await Self.looks(at: shell.sandbox) <= seen + 3)
            for server in servers { server.closeInput() }
            for server in servers { #expect(await server.status() == 0) }
        }
    }
}
