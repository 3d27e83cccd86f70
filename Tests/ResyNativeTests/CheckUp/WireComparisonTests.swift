@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct WireComparisonTests {
    private static let table: [Assumption] = [
        .required("$", .object), .required("$.list", .list), .required("$.list[].id", .integer),
        .optional("$.list[].name", .text), .required("$.list[].token", .slotToken, .null),
        .optional("$.map.{}.fee", .number),
    ]

    private static func finding(_ text: String, _ path: String) throws -> WireFinding {
        let found = WireComparison.compare(try JSON(parsing: Array(text.utf8)), table)
        return try #require(found.first { $0.path == path })
    }

    private static let token = "rgs://resy/1/2/2/2026-11-14/2026-11-14/19:30:00/2/Bar"

    @Test(arguments: [
        (#"{"list": [{"id": 1}]}"#, "$.list[].id", WireFinding.Verdict.held, [String]()),
        (#"{"list": [{"id": "1"}]}"#, "$.list[].id", .drifted, ["a text"]),
        (#"{"list": [{"id": 1}, {}, {"id": null}]}"#, "$.list[].id", .drifted, ["null", "nothing"]),
        (#"{"list": [{"id": 1}]}"#, "$.list[].name", .notSeen, []),
        (#"{"list": [{"name": null}]}"#, "$.list[].name", .notSeen, []),
        (#"{"list": [{"name": 7}]}"#, "$.list[].name", .drifted, ["a whole number"]),
        (#"{"list": []}"#, "$.list[].id", .notSeen, []),
        (#"{"list": {}}"#, "$.list", .drifted, ["an object"]),
        (#"{"list": {}}"#, "$.list[].id", .notSeen, []),
        (#"{}"#, "$.list", .drifted, ["nothing"]),
        (#"[]"#, "$", .drifted, ["a list"]),
        (#"[]"#, "$.list", .notSeen, []),
        (#"{"list": [{"token": null}]}"#, "$.list[].token", .held, []),
        (#"{"list": [{"token": "\#(token)"}]}"#, "$.list[].token", .held, []),
        (#"{"list": [{"token": "opaque"}]}"#, "$.list[].token", .drifted, ["another text"]),
        (#"{"map": {"1": {"fee": 2.5}, "2": {"fee": []}}}"#, "$.map.{}.fee", .drifted, ["a list"]),
        (#"{"list": [], "more": {"id": 1}}"#, "$.list", .held, []),
    ])
    func eachFieldGetsItsVerdict(text: String, path: String, verdict: WireFinding.Verdict, seen: [String]) throws {
        let finding = try Self.finding(text, path)
        #expect(finding.verdict == verdict)
        #expect(finding.seen == seen)
    }

    @Test func placesAreCounted() throws {
        let finding = try Self.finding(#"{"list": [{"id": 1}, {"id": "2"}, {}]}"#, "$.list[].id")
        #expect((finding.count, finding.total) == (2, 3))
        #expect(finding.isBroken)
        #expect(!finding.isStillRead)
    }

    @Test func whatTheDecodersTakeAnywayIsSaid() throws {
        let finding = try Self.finding(#"{"list": [{"id": "2"}]}"#, "$.list[].id")
        #expect(finding.isBroken && finding.isStillRead)
        #expect(try !Self.finding(#"{"list": [{"id": "two"}]}"#, "$.list[].id").isStillRead)
    }

    @Test func noValueIsEverPartOfAFinding() throws {
        let found = WireComparison.compare(
            try JSON(parsing: Array(#"{"list": [{"id": "s3cret", "name": ["s3cret"], "token": "s3cret"}]}"#.utf8)),
            Self.table)
        #expect(found.contains { $0.verdict == .drifted })
        #expect(!found.contains { "\($0)".contains("s3cret") })
    }

    @Test(arguments: [Endpoint.search, .venue, .calendar, .config, .find])
    func everyParentIsAssumedToo(endpoint: Endpoint) {
        let table = Assumption.table(of: endpoint)
        let paths = Set(table.map(\.path))
        #expect(paths.count == table.count)
        for path in paths where path != "$" {
            let parent =
                path.hasSuffix("[]")
                ? String(path.dropLast(2)) : path.split(separator: ".").dropLast().joined(separator: ".")
            #expect(paths.contains(parent), "\(path)")
        }
    }

    @Test(arguments: [
        (Endpoint.find, "find", "two-seatings"), (.find, "find", "null-token"), (.search, "search", "plain"),
        (.venue, "venue", "plain"), (.calendar, "calendar", "each-status"),
    ])
    func soundFixturesHold(endpoint: Endpoint, folder: String, name: String) throws {
        let answer = try JSON(parsing: try Fixture.bytes(folder, name))
        let found = WireComparison.compare(answer, Assumption.table(of: endpoint))
        #expect(found.filter { $0.verdict == .drifted } == [])
        #expect(found.contains { $0.verdict == .held })
    }

    @Test(arguments: [
        (Endpoint.find, "find", "missing-token", "$.results.venues[].slots[].config.token"),
        (.find, "find", "missing-slots", "$.results.venues[].slots"),
        (.venue, "venue", "unknown-zone", "$.locale.time_zone"),
        (.calendar, "calendar", "bad-date", "$.scheduled[].date"),
        (.search, "search", "hit-without-name", "$.search.hits[].name"),
    ])
    func whatTheDecodersRefuseIsFound(endpoint: Endpoint, folder: String, name: String, path: String) throws {
        let answer = try JSON(parsing: try Fixture.bytes(folder, name))
        let found = WireComparison.compare(answer, Assumption.table(of: endpoint))
        #expect(found.contains { $0.path == path && $0.verdict == .drifted })
    }
}
