import Testing
@testable import ResyDomain

@testable import ResyNative

/// Google's answers in which something is legal and odd.
@Suite struct PlacesOddValueTests {
    private func search(_ answer: [UInt8]) async throws -> [Place] {
        let clock = StageClock(start: Stage.start)
        // A home that cannot be: nothing is kept of it.
        let places = PlacesAPI(
            http: CannedClient(.body(200, answer, headers: [])), store: Store(home: Home("/dev/null/none")),
            clock: clock, baseURL: "https://places.googleapis.com", key: Secret("k"))
        return try await places.search("Example", location: nil, before: clock.now.adding(50))
    }

    private static func place(_ id: String, _ name: String, _ more: String = "") -> String {
        #"{"id":"\#(id)","displayName":{"text":"\#(name)","languageCode":"en"}\#(more)}"#
    }

    @Test(arguments: JSONMenderTests.odd) func whatNobodyNeedsIsNotJudged(_ odd: [UInt8]) async throws {
        let answer =
            Array(#"{"zz":"#.utf8) + odd + Array(#","places":[{"zz":"#.utf8) + odd
            + Array(#","id":"a","displayName":{"text":"Example"}}]}"#.utf8)
        #expect(try await search(answer).map(\.id) == ["a"])
    }

    @Test func wordsAreMendedAndAnIdIsNot() async throws {
        let rows = [
            Self.place("a", #"Caf\ud83c"#), Self.place(#"b\ud83c"#, "Example"), Self.place(#"c","id":"d"#, "Example"),
            Self.place("e", "Example", #","location":{"latitude":1e400,"longitude":2}"#),
        ]
        let found = try await search(Array(#"{"places":[\#(rows.joined(separator: ","))]}"#.utf8))
        #expect(found.map(\.id) == ["a", "e"])
        #expect(found.map(\.name) == ["Caf\u{FFFD}", "Example"])
        #expect(found.last?.latitude == nil)
    }
}
