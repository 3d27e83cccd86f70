import Foundation
import Testing

@testable import SandboxKit

@Suite struct ReleaseTests {
    let world = World()

    private func at(_ day: String, _ minutes: Int) async throws {
        await world.setNow(LocalClock(zone: "EST5EDT").instant(try #require(Day(day)), minutes), frozen: true)
    }

    private func calendar(_ venue: Int, _ first: String, _ last: String) async -> JSONValue? {
        let query = [("venue_id", String(venue)), ("num_seats", "2"), ("start_date", first), ("end_date", last)]
        let reply = await Diner(world).get("/4/venue/calendar", query)
        #expect(reply.status == 200)
        return reply.json
    }

    private func lastDay(_ venue: Int) async -> String? {
        await calendar(venue, "2026-12-01", "2027-03-01")?["last_calendar_day"]?.string
    }

    private func lead(_ venue: Int) async -> JSONValue? {
        await Diner(world).get("/2/config", [("venue_id", String(venue))]).json?["lead_time_in_days"]
    }

    @Test func aDayOpensAtItsTimeAtTheVenue() async throws {
        try await at("2026-12-01", 539)
        #expect(await lastDay(98_001) == "2026-12-15")
        try await at("2026-12-01", 540)
        #expect(await lastDay(98_001) == "2026-12-16")
        let page = await Diner(world).get("/3/venue", [("id", "98001")]).json
        let words = page?["content"]?.array?.first { $0["name"] == "need_to_know" }?["body"]?.string
        #expect(words?.hasPrefix("Reservations open 15 days ahead at 9 AM.") == true)
        #expect(await lead(98_001) == 14)
    }

    @Test(arguments: [
        (98_002, "2026-12-21", JSONValue.null), (98_003, "2026-12-22", 20), (98_004, "2026-12-14", 13),
        (98_005, "2027-01-30", 59),
    ])
    func leadsAreManifold(_ venue: Int, last: String, lead: JSONValue) async throws {
        // Before noon, after ten.
        try await at("2026-12-01", 660)
        #expect(await lastDay(venue) == last)
        #expect(await self.lead(venue) == lead)
    }

    @Test func aMonthOpensAtOnce() async throws {
        try await at("2026-12-01", 599)
        #expect(await lastDay(98_006) == "2026-12-31")
        try await at("2026-12-01", 600)
        #expect(await lastDay(98_006) == "2027-01-31")
        try await at("2026-12-31", 10)
        #expect(await lastDay(98_006) == "2027-01-31")
        let opened = SlotBook.opening(of: try #require(Day("2027-01-20")), at: try #require(await world.venue(98_006)))
        #expect(opened.utcText == "2026-12-01T15:00:00Z")
    }

    @Test func sixtyDaysAreMixedAndStayAsTheyAre() async throws {
        try await at("2026-12-01", 720)
        let calendar = await calendar(98_005, "2026-12-01", "2027-01-29")
        let days = try #require(calendar?["scheduled"]?.array)
        #expect(days.count == 60)
        let kinds = Dictionary(grouping: days) { $0["inventory"]?["reservation"]?.string ?? "" }.mapValues(\.count)
        #expect(kinds["closed"] == 16)
        #expect((kinds["available"] ?? 0) > 15 && (kinds["sold-out"] ?? 0) > 8)
        #expect(await self.calendar(98_005, "2026-12-01", "2027-01-29") == calendar)
        // Find says the same.
        for day in days.prefix(14) {
            let text = day["date"]?.string ?? ""
            let query = [
                ("lat", "0"), ("long", "0"), ("day", text), ("party_size", "2"), ("venue_id", "98005"),
            ]
            let slots = await Diner(world).get("/4/find", query).json?["results"]?["venues"]?.array?.first?["slots"]
            #expect((slots?.array?.isEmpty == false) == (day["inventory"]?["reservation"] == "available"), "\(text)")
        }
    }

    @Test func daysBeyondTheLastAreAbsentAndNoError() async throws {
        try await at("2026-12-01", 720)
        let beyond = await calendar(98_001, "2027-02-01", "2027-02-20")
        #expect(beyond?["scheduled"] == [] && beyond?["last_calendar_day"] == "2026-12-16")
    }
}
