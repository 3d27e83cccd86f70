import Testing
@testable import ResyDomain

@testable import ResyNative

/// Answers in which something is legal and odd: what nobody needs is passed over, words are mended, and a token, an id
/// or an address never is.
@Suite struct OddValueTests {
    /// An answer and what is made of it, in words that hold all of it.
    struct Reader: Sendable, CustomTestStringConvertible {
        let endpoint: String
        let fixture: String
        let read: @Sendable (Desk) async throws -> String

        init(_ endpoint: String, _ fixture: String, _ read: @escaping @Sendable (Desk) async throws -> String) {
            self.endpoint = endpoint
            self.fixture = fixture
            self.read = read
        }

        var testDescription: String { "\(endpoint)/\(fixture)" }

        func read(_ bytes: [UInt8]) async throws -> String {
            try await read(Desk(CannedClient(.body(200, bytes, headers: []))))
        }
    }

    static let readers: [Reader] = [
        Reader("find", "two-seatings") { "\(try await $0.find())" },
        Reader("find", "fee-in-template") { "\(try await $0.find())" },
        Reader("details", "free") { "\(try await $0.details())" },
        Reader("details", "hold-with-fee") { "\(try await $0.details())" },
        Reader("details", "fee-per-guest") { "\(try await $0.details())" },
        Reader("reservations", "plain") { "\(try await $0.resy.reservations())" },
        Reader("search", "plain") { "\(try await $0.resy.searchVenues("x"))" },
        Reader("venue", "plain") { "\(try await $0.resy.venue(id: 99001))" },
        Reader("user", "default-among-cards") { "\(try await $0.resy.user())" },
        Reader("signin", "plain") {
            "\(try await $0.resy.authenticate(email: "a@b.c", password: Secret("p")))"
        },
    ]

    /// The fixtures have no bracket inside a text.
    private static func with(_ odd: [UInt8], inEachObjectOf bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            result.append(byte)
            guard byte == UInt8(ascii: "{") else { continue }
            let isEmpty = bytes[(index + 1)...].first { $0 > 0x20 } == UInt8(ascii: "}")
            result += Array(#""zz":"#.utf8) + odd + (isEmpty ? [] : [UInt8(ascii: ",")])
        }
        return result
    }

    @Test(arguments: readers) func whatNobodyNeedsIsNotJudged(_ reader: Reader) async throws {
        let plain = try Fixture.bytes(reader.endpoint, reader.fixture)
        let expected = try await reader.read(plain)
        for odd in JSONMenderTests.odd + [Array(#"1,"zz":2"#.utf8), Array(#"{"a":1},"zz":"\ud83c""#.utf8)] {
            let name = String(decoding: odd.prefix(40), as: UTF8.self)
            #expect(try await reader.read(Self.with(odd, inEachObjectOf: plain)) == expected, "\(name)")
        }
    }

    // MARK: - Words

    private static func changed(_ reader: Reader, _ old: String, _ new: String) throws -> [UInt8] {
        let text = String(decoding: try Fixture.bytes(reader.endpoint, reader.fixture), as: UTF8.self)
        #expect(text.contains(old))
        return Array(text.replacing(old, with: new).utf8)
    }

    @Test(arguments: [
        (5, #""name": "Example Trattoria""#, #""name": "Caf\ud83c""#),
        (5, #""special_request": null"#, #""special_request": "Caf\ud83c""#),
        (5, #""type": "Dining Room""#, #""type": "Caf\ud83c""#),
        (6, #""name": "Example Trattoria""#, #""name": "Caf\ud83c""#),
        (6, #""neighborhood": "West Village""#, #""neighborhood": "Caf\ud83c""#),
        (7, #""name": "Example Trattoria""#, #""name": "Caf\ud83c""#),
        (7, #""address_1": "1 Example St""#, #""address_1": "Caf\ud83c""#),
    ])
    func wordsForPeopleAreMended(_ number: Int, _ old: String, _ new: String) async throws {
        let told = try await Self.readers[number].read(try Self.changed(Self.readers[number], old, new))
        #expect(new.contains("Caf") == told.contains("Caf\u{FFFD}"))
    }

    @Test func whatAnErrorSaysIsMended() async throws {
        let desk = Desk(CannedClient(.text(400, #"{"message":"No \ud83c table","zz":1e400}"#)))
        #expect(await apiFailure { try await desk.find() } == .refused(status: 400, message: "No \u{FFFD} table"))
    }

    // MARK: - Never mended

    @Test func aTableWhoseTokenIsOddIsLeftOut() async throws {
        let text = try Self.changed(Self.readers[0], "19:30:00/2/Bar", #"19:30:00/2/B\ud83c"#)
        let tables = try await Desk(CannedClient(.body(200, text, headers: []))).find()
        #expect(tables.slots.map(\.seating) == ["Dining Room"])
    }

    @Test(arguments: [#""rr://\ud83c""#, #""rr://a","resy_token":"rr://b""#, "18446744073709551616.5e3"])
    func aReservationWhoseTokenIsOddHasNone(_ token: String) async throws {
        let text = try Self.changed(Self.readers[5], #""rr://synthetic""#, token)
        let desk = Desk(CannedClient(.body(200, text, headers: [])))
        let row = try #require(try await desk.resy.reservations().rows.first)
        #expect(row.cancelToken == nil)
        #expect(row.reservation.id == 900_000_123)
    }

    @Test(arguments: [
        (2, #""book_token": {"#, #""book_token": {"value":"a\ud83cb","#, "$.book_token.value"),
        (9, #""token": ""#, #""token": "\ud83c"#, "$.token"),
        (9, #""token": ""#, #""token": "x","token": ""#, "$.token"),
    ])
    func aTokenIsNeverMended(_ number: Int, _ old: String, _ new: String, _ path: String) async throws {
        let reader = Self.readers[number]
        var text = String(decoding: try Fixture.bytes(reader.endpoint, reader.fixture), as: UTF8.self)
        #expect(text.contains(old))
        text = text.replacing(old, with: new)
        let bytes = Array(text.utf8)
        #expect(await apiFailure { try await reader.read(bytes) } == .schema(path: path))
    }

    @Test(arguments: [
        (#""url_slug": "example-trattoria""#, #""url_slug": "caf\ud83c""#),
        (#""url_slug": "new-york-ny""#, #""url_slug": "caf\ud83c""#),
        (#""google": "ChIJ_synthetic""#, #""google": "caf\ud83c""#),
        (#""url_slug": "example-trattoria""#, #""url_slug": "a", "url_slug": "b""#),
    ])
    func addressesAndIdsAreNeverMended(_ old: String, _ new: String) async throws {
        let told = try await Self.readers[7].read(try Self.changed(Self.readers[7], old, new))
        #expect(!told.contains("caf"))
        #expect(told.contains("Example Trattoria"))
    }

    // MARK: - Needed

    /// One row that cannot be read among others, and it is known that there is one.
    @Test(arguments: [
        #""reservation_id":1,"reservation_id":2,"num_seats":2,"day":"2026-11-14""#,
        #""reservation_id":18446744073709551616,"num_seats":2,"day":"2026-11-14""#,
        #""reservation_id":1,"num_seats":2,"num_seats":4,"day":"2026-11-14""#,
        #""reservation_id":1,"num_seats":1e400,"day":"2026-11-14""#,
        #""reservation_id":1,"num_seats":2,"day":"2026-11-14","day":"2026-11-15""#,
        #""reservation_id":1,"num_seats":2,"day":"2026-11-1\ud83c""#,
    ])
    func aRowThatCannotBeReadIsMissedAndNoMore(_ row: String) async throws {
        let rows =
            #"{\#(row),"time_slot":"19:30:00"},{"reservation_id":7,"num_seats":2,"day":"2026-11-14","time_slot":"20:00:00"}"#
        let desk = Desk(CannedClient(.text(200, #"{"reservations":[\#(rows)],"venues":{}}"#)))
        let list = try await desk.resy.reservations()
        #expect(list.reservations.map(\.id) == [7])
        #expect(!list.isWhole && list.rest == .none && list.unread.count == 1)
        let number = list.unread[0].map { " (RESY-\($0))" } ?? ""
        #expect(list.gaps(page: "URL").map(\.words) == ["One reservation could not be read\(number). Look at URL."])
        // It may be the one that is meant.
        let error = #expect(throws: ResyError.self) {
            try WantedReservation.number(1).pick(from: list, url: "URL", now: Instant(seconds: 0))
        }
        #expect(error?.message.contains("could not be read") == true)
        #expect(error?.undone(.cancel).message.contains("Nothing was cancelled.") == true)
    }

    /// Then what the list lacks proves nothing.
    @Test(arguments: [#"{"total":0,"total":2}"#, #"{"total":1e400}"#, #"{"total":0},"metadata":null"#])
    func aCountThatIsUnclearIsNoProof(_ metadata: String) async throws {
        let desk = Desk(CannedClient(.text(200, #"{"reservations":[],"metadata":\#(metadata)}"#)))
        let list = try await desk.resy.reservations()
        #expect(!list.isWhole)
        #expect(list.gaps(page: "URL").map { $0.words.contains("count of the reservations cannot be read") } == [true])
    }

    @Test(arguments: [
        #"{"reservations":[],"reservations":[{"reservation_id":1}]}"#, #"{"reservations":null,"reservations":[]}"#,
    ])
    func aListThatIsThereTwiceIsNone(_ text: String) async throws {
        let desk = Desk(CannedClient(.text(200, text)))
        let failure = await apiFailure { try await desk.resy.reservations() }
        #expect(failure == .schema(path: "$.reservations"))
    }

    @Test func anOddDayLeavesTheOthers() async throws {
        let day = { (date: String, word: String) in #"{"date":"\#(date)","inventory":{"reservation":"\#(word)"}}"# }
        let days = [
            day("2026-11-1\\ud83c", "available"), day("2026-11-15", "avail\\ud83c"), day("2026-11-16", "available"),
        ]
        let desk = Desk(CannedClient(.text(200, #"{"scheduled":[\#(days.joined(separator: ","))]}"#)))
        let calendar = try await desk.resy.calendar(
            venue: 1, party: 2, from: desk.day, to: desk.day.adding(days: 9))
        #expect(calendar.days.map(\.day.iso) == ["2026-11-15", "2026-11-16"])
        #expect(calendar.openDays.map(\.iso) == ["2026-11-16"])
    }

    @Test func aSecretOfASignInIsMaskedInEachVersion() {
        let redactor = Redactor()
        let answer = try? JSON(parsing: Array(#"{"token":"first-of-two-tokens","token":"second-of-two-tokens"}"#.utf8))
        if let answer { redactor.register(tokensOf: answer) }
        let line = redactor.cleanLine("x first-of-two-tokens y second-of-two-tokens")
        #expect(!line.contains("first-of") && !line.contains("second-of"))
    }
}
