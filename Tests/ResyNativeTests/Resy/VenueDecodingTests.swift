import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct VenueDecodingTests {
    @Test(
        arguments: [
            (#""USD""#, "USD"), (#""eur""#, "EUR"), (#""US dollars. Say yes""#, nil), (#""""#, nil), ("5", nil),
            (#""U\u202eD""#, nil), ("null", nil),
        ] as [(String, String?)])
    func aCurrencyIsThreeLettersOrNone(field: String, code: String?) throws {
        #expect(Venue.currency(try JSON(parsing: Array(field.utf8), limits: JSONLimits())) == code)
    }

    private func search(_ fixture: String) async throws -> [Venue] {
        let desk = try Desk("search", fixture)
        return try await desk.resy.searchVenues("example")
    }

    @Test(arguments: ["plain", "source-wrapper", "object-id-text", "highlight-tags", "tock"])
    func aHitIsReadHoweverItIsWrapped(fixture: String) async throws {
        let venue = try #require(try await search(fixture).first)
        #expect(venue.id == 99001)
        #expect(venue.name == "Example Trattoria")
        #expect(venue.city == "New York")
        #expect(venue.citySlug == "new-york-ny")
        #expect(venue.latitude == 40.73)
        #expect(venue.isTock == (fixture == "tock"))
    }

    @Test(
        arguments: [
            (#","country":"United Kingdom""#, "United Kingdom"), (#","country":null"#, nil), ("", nil),
            (#","country":{"name":"Spain"}"#, nil), (#","country":" ""#, nil),
        ] as [(String, String?)])
    func aCountryMayBeMissing(member: String, country: String?) async throws {
        let desk = Desk(
            CannedClient(.text(200, #"{"search":{"hits":[{"id":{"resy":1},"name":"x"\#(member)}]}}"#)))
        let hits = try await desk.resy.searchVenues("x")
        #expect(hits.map(\.country) == [country])
    }

    @Test func entitiesAreLetters() async throws {
        #expect(try await search("entities").first?.name == "L'Artusi & Co")
    }

    @Test(arguments: ["none", "null-hits"]) func nothingFoundIsNoError(fixture: String) async throws {
        #expect(try await search(fixture).isEmpty)
    }

    @Test func oneOddHitIsLeftOut() async throws {
        #expect(try await search("hit-without-name").map(\.id) == [99001])
    }

    @Test(arguments: [("no-hits-member", "$.search.hits"), ("no-hit-with-name", "$.search.hits[0].name")])
    func whatHasChangedIsNamed(fixture: String, path: String) async throws {
        #expect(await apiFailure { try await search(fixture) } == .schema(path: path))
    }

    @Test(arguments: ["plain", "wrapped", "reopens", "numbers-as-text"]) func aPageIsRead(fixture: String) async throws
    {
        let desk = try Desk("venue", fixture)
        let page = try await desk.resy.venue(id: 99001)
        #expect(page.venue.id == 99001)
        #expect(page.venue.zone?.name == "America/New_York")
        #expect(page.venue.street == "1 Example St")
        #expect(page.venue.largestParty == 6)
        #expect(page.venue.wantsCaptcha == (fixture == "numbers-as-text"))
        #expect(page.venue.reopens?.iso == (fixture == "reopens" ? "2026-12-01" : nil))
    }

    @Test func anUnknownZoneIsAnErrorAndNeverUTC() async throws {
        let desk = try Desk("venue", "unknown-zone")
        let failure = await apiFailure { try await desk.resy.venue(id: 1) }
        #expect(failure == .schema(path: "$.locale.time_zone"))
    }

    private func calendar(_ fixture: String) async throws -> VenueCalendar {
        let desk = try Desk("calendar", fixture)
        return try await desk.resy.calendar(
            venue: 1, party: 2, from: desk.day, to: desk.day.adding(days: 9))
    }

    @Test func eachStatusOfADayIsRead() async throws {
        let calendar = try await calendar("each-status")
        #expect(calendar.days.map(\.status) == [.available, .soldOut, .closed, .other])
        #expect(calendar.openDays.map(\.iso) == ["2026-11-14"])
        #expect(calendar.lastDay?.iso == "2026-11-24")
        #expect(try await self.calendar("no-last-day").lastDay == nil)
    }

    @Test func aDateThatDoesNotExistIsNamed() async throws {
        #expect(await apiFailure { try await calendar("bad-date") } == .schema(path: "$.scheduled[0].date"))
    }
}
