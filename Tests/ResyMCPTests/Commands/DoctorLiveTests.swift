@testable import ResyDomain
import Foundation
import ResyNative
import SandboxKit
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(2))) struct DoctorLiveTests {
    private static let live = ["doctor", "--live", "--venue", "Example Trattoria"]

    @Test func aServiceAsExpectedIsZero() async throws {
        try await inShell { shell in
            let shown = try await shell.run(Self.live)
            #expect(shown.status == 0, "\(shown.output)\(shown.errors)")
            #expect(shown.output.hasPrefix("Nothing that is needed has drifted.\n"))
            #expect(shown.output.split(separator: "\n").count <= 20)
            let requests = await shell.sandbox.requests
            #expect(requests.count == 5 && requests.allSatisfy { $0.authToken == nil })
        }
    }

    /// Nobody listens there.
    @Test func aReleaseIsAskedForWhereSomebodySaidWho() async throws {
        try await inShell { shell in
            let address = "http://127.0.0.1:9/latest"
            let shown = try await shell.run(Self.live, environment: ["RESY_RELEASES_URL": address])
            #expect(shown.output.contains("is not known: RESY_RELEASES_URL could not be reached.\n"))
            let refused = try await shell.run(
                Self.live, environment: ["RESY_RELEASES_URL": "http://sam:s3cret@example.com/latest"])
            #expect(refused.status == 2 && !refused.errors.contains("s3cret"))
        }
    }

    @Test func eachFieldIsShownToWhoWantsIt() async throws {
        try await inShell { shell in
            let shown = try await shell.run(Self.live + ["--verbose"])
            #expect(shown.output.contains("      held  $.results.venues[].slots[].config.token\n"))
        }
    }

    /// A day that is sold out says nothing of how a table looks.
    @Test func withoutATableItIsNotVerified() async throws {
        try await inShell { shell in
            let shown = try await shell.run(["doctor", "--live", "--venue", "Sold Out Supper"])
            #expect(shown.status == 1)
            #expect(shown.output.hasPrefix("Table format not verified"))
            let json = try await shell.run(["doctor", "--live", "--venue", "Sold Out Supper", "--json"])
            let report = try JSON(parsing: Array(json.output.utf8))
            #expect(try report["ok"].flag == false && report["tables"].integer == 0)
        }
    }

    @Test func driftIsNamedByPathAndKind() async throws {
        try await inShell { shell in
            await shell.sandbox.fault(.missingFields, on: .find)
            let shown = try await shell.run(Self.live)
            #expect(shown.status == 1)
            #expect(
                shown.output.contains(
                    "FAIL  drifted  $.results.venues[].slots[].config: expected an object, seen nothing in "))
            #expect(shown.output.contains("Drifted where it matters: 2."))
        }
    }

    @Test func jsonSaysItFieldByField() async throws {
        try await inShell { shell in
            await shell.sandbox.set { $0.numbersAsStrings = true }
            let shown = try await shell.run(Self.live + ["--json", "--party", "3"])
            #expect(shown.status == 1)
            let report = try JSON(parsing: Array(shown.output.utf8))
            #expect(try report["ok"].flag == false)
            #expect(try report["party_size"].integer == 3)
            let calls = try report["calls"].items
            #expect(try calls.map { try $0["call"].string } == ["search", "venue", "calendar", "config", "find"])
            let id = try #require(
                try calls[1]["findings"].items.first { try $0["path"].string == "$.id.resy" })
            #expect(try id["verdict"].string == "drifted")
            #expect(try id["expected"].string == "a whole number")
            #expect(try id["seen"].items.map { try $0.string } == ["a text"])
            #expect(try id["still_read"].flag)
        }
    }

    @Test func aLimitEndsItAndSaysSo() async throws {
        try await inShell { shell in
            await shell.sandbox.fault(.rateLimited(seconds: 60), on: .venue)
            let shown = try await shell.run(Self.live)
            #expect(shown.status == 1)
            #expect(shown.output.contains("venue: Resy asks for fewer requests."))
            #expect(shown.output.contains("find: not asked"))
            #expect(await shell.sandbox.requests.count == 2)
        }
    }

    @Test func aRecordingHoldsOneFileForEachCall() async throws {
        try await inShell { shell in
            let folder = shell.home.path + "/answers"
            let shown = try await shell.run(Self.live + ["--record", folder])
            #expect(shown.status == 0)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                    == ["calendar.json", "config.json", "find.json", "search.json", "venue.json"])
            try await Self.replay(folder, in: shell)
            let refused = try await shell.run(Self.live + ["--record", "/dev/null/answers"])
            #expect(refused.status == 2)
            #expect(refused.errors.contains("--record"))
        }
    }

    /// Another simulator has nothing of its own to show then.
    private static func replay(_ folder: String, in shell: Shell) async throws {
        var scenario = Scenario(venues: [], accounts: [.sam])
        try scenario.replay(URL(fileURLWithPath: folder))
        let other = try await Sandbox.start(scenario: scenario)
        let again = try await shell.run(live, environment: ["RESY_API_URL": other.baseURL])
        await other.stop()
        #expect(again.status == 0, "\(again.output)")
    }

    @Test(arguments: [
        ["doctor", "--venue", "Carbone"], ["doctor", "--date", "saturday"], ["doctor", "--record", "x"],
        ["doctor", "--party", "2"], ["doctor", "--verbose"], ["doctor", "--live"],
        ["doctor", "--live", "--venue", " "],
        ["doctor", "--live", "--venue", "Carbone", "--party", "0"],
    ])
    func wrongUsageAsksNobody(arguments: [String]) async throws {
        try await inShell { shell in
            let shown = try await shell.run(arguments)
            #expect(shown.status == 2)
            #expect(shown.errors.contains("--live") || shown.errors.contains("--party 0"))
            #expect(await shell.sandbox.requests.isEmpty)
        }
    }
}
