import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// What a model reads of a search.
@Suite struct SearchRenderTests {
    private static let link = VenueLinks(base: "https://resy.com")

    private static func json(_ found: FoundTables, all: Bool = false, in voice: Voice = .model) -> JSON {
        FoundTablesJSON.render(
            found, all: all, link: link, nextStep: NextStep.of(found, now: Samples.now, in: voice), now: Samples.now,
            in: voice)
    }

    private static func text(_ found: FoundTables, all: Bool = false, in voice: Voice = .model) -> [String] {
        FoundTablesText.render(found, all: all, now: Samples.now, in: voice).split(separator: "\n").map(String.init)
    }

    // MARK: - A search

    @Test func theAnswerComesFirstAndEachHasItsLines() {
        #expect(
            Self.text(SearchSamples.found) == [
                "2 restaurants have a table for 4 around 8:00 PM, Sat Feb 14 or Sun Feb 15, in West Village, New York, "
                    + "ranked by time, then money at stake, then rating; 1 more at the end, not bookable here:",
                "1. Don Angie (Resy venue 5001), West Village, Italian, $$$: Sat 8:00 PM exactly, free, rated 4.7, 0.4 mi away.",
                "- Bar, free: Sat Feb 14 8:00 PM",
                "- Dining Room, $50 late fee per guest ($200 for 4), free to cancel until 24 h before: "
                    + "Sat Feb 14 7:45, 8:15 PM; Sun Feb 15 7:30 PM",
                "2. Carbone (Resy venue 6194), Greenwich Village: Sun 9:00 PM, 1 h later, $200 at stake, rated 4.7, "
                    + "0.4 mi away.",
                "- Dining Room, $50 late fee per guest ($200 for 4), free to cancel until Sat 9 PM: Sun Feb 15 9:00 PM",
                "3. Tock Tavern (Resy venue 5003), West Village, Italian, $$$: Sat 8:00 PM exactly, free, rated 4.7, "
                    + "0.4 mi away, not bookable here: books on Tock. "
                    + "https://resy.com/cities/new-york-ny/venues/tock-tavern?date=2026-02-14&seats=4",
                "- Table, free, not bookable here (books on Tock): Sat Feb 14 8:00 PM",
                "“Joe's” fits 2 restaurants on Resy: Joe's, West Village, New York (Resy venue 6001) or Joe's, Midtown, "
                    + "New York (Resy venue 6002).",
                "Sold out: Lilia.", "Only at other times: Via Carota (5:00, 10:30 PM).",
                "Searched: 5 restaurants, 2 days, 7 requests.",
            ])
    }

    @Test func theStructureHasTheContractsMembers() throws {
        let json = Self.json(SearchSamples.partial)
        #expect(SchemaCheck.faults(json, Tool.findTables.outputSchema) == [])
        #expect(
            json.members.map(\.key) == [
                "results", "searched", "left_out", "continue_after", "cursor", "note", "next_step",
            ])
        let first = try json["results"].items[0]
        #expect(first.members.map(\.key) == ["venue", "days", "why"])
        #expect(first.at("why") == "Sat 8:00 PM exactly, free, rated 4.7, 0.4 mi away")
        let venue = first.at("venue")
        #expect(venue.at("id") == 5001 && Double(venue.at("rating").compact) == 4.71 && venue.at("price") == 3)
        #expect(venue.at("cuisine") == ["Italian"] && venue.at("neighborhood") == "West Village")
        #expect(venue.at("time_zone") == "America/New_York")
        #expect(try venue["url"].string.hasSuffix("?date=2026-02-14&seats=4"))
        let day = try first["days"].items[0]
        #expect(day.at("date") == "2026-02-14")
        #expect(
            try day["tables"].items.map(\.compact) == [
                #"{"seating":"Dining Room","times":["19:45","20:15"],"fee":{"kind":"cancellation","amount":50,"currency":"USD","per":"guest","free_hours":24}}"#,
                #"{"seating":"Bar","times":["20:00"],"fee":null}"#,
            ])
        #expect(json.at("searched").compact == #"{"venues":5,"days":2,"requests":7}"#)
        #expect(json.at("continue_after") == 100 && json.at("cursor") == "c5Yx")
        let left = try json["left_out"].items
        #expect(left[0].at("name") == "Joe's")
        #expect(try left[0]["candidates"].items.map { try $0["id"].integer } == [6001, 6002])
        #expect(
            left.dropFirst().map(\.compact) == [
                #"{"name":"Lilia","reason":"sold out"}"#,
                #"{"name":"Via Carota","reason":"only at other times: 5:00, 10:30 PM"}"#,
                #"{"name":"I Sodi","reason":"not looked at"}"#,
            ])
        let notes = try json["note"].items.map { try $0.string }
        #expect(
            notes == [
                "Searched in West Village, New York.", "The oldest of Resy's answers used is 40 seconds old.",
                "The looking budget of this computer is used up for now: resy-mcp's own limit, not Resy's.",
            ])
    }

    @Test func aWaitIsWholeSecondsAndAtLeastOne() {
        var found = SearchSamples.partial
        found.end = .budget(until: Samples.now.adding(-5))
        #expect(Self.json(found).at("continue_after") == 1)
        found.end = .budget(until: Samples.now.adding(0.2))
        #expect(Self.json(found).at("continue_after") == 1)
        found.end = .finds(10)
        // With a cursor it goes on at once.
        #expect(Self.json(found).at("continue_after") == 1 && Self.json(found).at("cursor") == "c5Yx")
        found.cursor = nil
        #expect(Self.json(found).member("continue_after") == nil)
    }

    @Test func whatWasNotLookedAtIsSaidWithTheWayOn() {
        let text = Self.text(SearchSamples.partial)
        #expect(text[0].hasPrefix("So far 2 restaurants have a table for 4"))
        #expect(
            text.last
                == "Not looked at: I Sodi. The looking budget of this computer is used up for now: resy-mcp's own limit, not "
                + "Resy's. To go on: find_tables again in 2 minutes, same arguments, cursor c5Yx.")
    }

    @Test func nothingIsSaidFirst() {
        let text = Self.text(SearchSamples.nothing)
        #expect(text[0] == "No table for 4 around 8:00 PM, Sat Feb 14 or Sun Feb 15, in West Village, New York.")
        #expect(text.contains("Sold out: Lilia."))
        let json = Self.json(SearchSamples.nothing)
        #expect(json.at("results") == [] && SchemaCheck.faults(json, Tool.findTables.outputSchema) == [])
    }

    /// `detail: full`: every time.
    @Test func allIsAll() throws {
        func times(_ all: Bool) throws -> [Int] {
            try Self.json(SearchSamples.huge, all: all)["results"].items[0]["days"].items[0]["tables"].items.map {
                try $0["times"].items.count
            }
        }
        #expect(try times(false) == [1, 1] && times(true) == [20, 20])
        #expect(try Self.json(SearchSamples.huge, all: true)["left_out"].items.count == 61)
        #expect(try Self.json(SearchSamples.huge)["left_out"].items.count == 7)
    }

    /// Where all of it is too long, the last have their nearest and cheapest table alone.
    @Test func theLastAreToldShortest() throws {
        let results = try Self.json(SearchSamples.huge)["results"].items
        let groups = try results.map { try $0["days"].items.map { try $0["tables"].items.count } }
        #expect(groups.first == [2, 2, 2] && groups.last == [1, 1, 1])
        #expect(try results[9]["days"].items[0]["tables"].items[0].member("fee")?.isNull == true)
    }

    /// Without a wanted time none is nearer: the ends of the evening and its middle.
    @Test func withoutAWishTimesAreSpread() throws {
        var found = SearchSamples.huge
        found.preferredTime = nil
        found.results.removeLast(8)
        let times = try Self.json(found)["results"].items[0]["days"].items[0]["tables"].items[0]["times"]
        #expect(times.compact == #"["17:30","19:45","22:15"]"#)
    }

    /// More seatings than there is room for: those of the nearest tables.
    @Test func manySeatingsStayFew() throws {
        var found = SearchSamples.huge
        for (index, result) in found.results.enumerated() {
            found.results[index].evenings = result.evenings.map { evening in
                let more = (0..<6).map { SearchSamples.free(evening.day, Samples.time(20), "Room \($0)") }
                return FoundEvening(day: evening.day, slots: evening.slots + more)
            }
        }
        let groups = try Self.json(found)["results"].items.flatMap { result in
            try result["days"].items.map { try $0["tables"].items.count }
        }
        #expect(groups.allSatisfy { $0 == 2 } && groups.count == 30)
    }

    @Test func withoutDeedsEachHasItsLink() {
        let voice = Voice(.model, offersDeeds: false)
        let text = Self.text(SearchSamples.found, in: voice)
        #expect(text.count { $0.contains("https://resy.com/") } == 3)
        let next = NextStep.of(SearchSamples.found, now: Samples.now, in: voice)
        #expect(!next.contains("make_reservation") && next.contains("venue.url"))
    }

    @Test(arguments: [("United States", "0.4 mi"), ("France", "650 m"), (nil, "0.4 mi")])
    func distancesAreTheCountrys(country: String?, words: String) {
        var found = SearchSamples.found
        found.results[0].venue.country = country
        #expect(Voice.model.why(found.results[0], of: found).hasSuffix("\(words) away"))
    }

    /// Each restaurant once, with all of its evenings.
    @Test func eveningsOfOneRestaurantStandTogether() {
        let (lilia, sodi) = (SearchSamples.venue(1, "Lilia"), SearchSamples.venue(2, "I Sodi"))
        let days = (0..<2).map { SearchSamples.saturday.adding(days: $0) }
        let all = days.map { LeftOut(.evening(lilia, $0), .closed) } + [LeftOut(.venue(sodi), .closed)]
        #expect(Voice.model.sentences(all) == ["Closed: Lilia Sat Feb 14, Sun Feb 15; I Sodi."])
    }

    // MARK: - Next

    @Test func nextStepsFollowFromWhatIsThere() {
        func next(_ found: FoundTables) -> String { NextStep.of(found, now: Samples.now, in: .model) }
        let step = next(SearchSamples.partial)
        #expect(step.hasPrefix("Offer these with their fees. Call make_reservation only after the user chose one"))
        #expect(step.contains("For a blocked one") && step.contains("Ask which restaurant is meant"))
        #expect(step.hasSuffix("Not all was looked at: the same call with the cursor goes on in 2 minutes."))
        #expect(next(SearchSamples.nothing).hasPrefix("Tell the user that nothing fits, and offer other times"))
        var shut = SearchSamples.found
        shut.results.removeFirst(2)
        #expect(next(shut).hasPrefix("None of these can be booked here"))
        var failed = SearchSamples.nothing
        failed.end = .time
        #expect(next(failed).contains("so far") && next(failed).contains("Not all was looked at: say so."))
    }
}
