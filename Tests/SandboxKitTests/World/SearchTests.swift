import Foundation
import Testing

@testable import SandboxKit

@Suite struct SearchTests {
    let world = World()
    /// Perry and Bleecker Street.
    private let corner: JSONValue = ["latitude": 40.7347, "longitude": -74.0048, "radius": 800]

    private func search(_ query: String, _ more: JSONValue = [:]) async throws -> JSONValue {
        let body = (["query": .string(query), "per_page": 75, "types": ["venue"]] as JSONValue).merging(more)
        let reply = await Diner(world, signedIn: false).post("/3/venuesearch/search", json: body)
        #expect(reply.status == 200)
        return try #require(reply.json)
    }

    private func hits(_ query: String, _ more: JSONValue = [:]) async throws -> [JSONValue] {
        try #require(try await search(query, more)["search"]?["hits"]?.array)
    }

    private func names(_ query: String, _ more: JSONValue = [:]) async throws -> [String] {
        try await hits(query, more).compactMap { $0["name"]?.string }
    }

    private func evening(_ party: Int = 2, order: String = "distance") async -> JSONValue {
        let day = await Diner(world, signedIn: false).day
        return [
            "availability": true, "order_by": .string(order),
            "slot_filter": ["day": .string(day), "party_size": .int(party)],
        ]
    }

    @Test func everyWordMustFitSomewhere() async throws {
        await world.change { $0.searchMatching = .words }
        let found = try await names("italian west village")
        #expect(found.contains("Via Cornelia") && found.contains("Don Angie"))
        #expect(!found.contains("Chez Mirabelle") && !found.contains("Ditirambo"))
        #expect(try await names("pizza") == ["Nonna Imelda", "Joe's"])
        #expect(try await names("italia west village").isEmpty)
        #expect(try await names("semma") == ["Semma"])
        await world.change { $0.searchMatching = .fuzzy }
        #expect(try await names("italia west village").contains("Via Cornelia"))
        #expect(try await names("via corneila").first == "Via Cornelia")
    }

    @Test func oneWordCanDo() async throws {
        await world.change { $0.searchMatching = .anyWord }
        let found = try await names("semma village")
        #expect(found.first == "Semma" && found.contains("Chez Mirabelle"))
    }

    @Test func aRadiusAndABoxAreKept() async throws {
        let near = try await hits("", ["geo": corner, "include_tock_inventory": true])
        #expect(near.count >= 10)
        #expect(near.allSatisfy { ($0["travel_time"]?["distance"]?.double ?? 9) <= 0.5 })
        let wide = try await names("", ["geo": ["latitude": 40.7347, "longitude": -74.0048]])
        #expect(wide.contains("Cocina Xochitl") && !wide.contains("Sugo Rosa"))
        let box: JSONValue = ["geo": ["bounding_box": [41.8, -87.8, 42.0, -87.6]]]
        let boxed = try await hits("", box)
        #expect(boxed.count >= 6)
        #expect(boxed.allSatisfy { $0["location"]?["code"] == "chi" && $0["travel_time"] == nil })
        // Without a place it is the whole world.
        let pages = try await hits("") + hits("", ["page": 2])
        #expect(Set(pages.compactMap { $0["location"]?["code"]?.string }) == Set(City.all.map(\.code)))
    }

    @Test func pagesDoNotOverlapAndTotalsTell() async throws {
        let all = VenueCast.all.count { $0.tockURL == nil }
        let first = try await search("", ["per_page": 30])
        #expect(first["meta"]?["total"]?.int == all && first["search"]?["nbHits"]?.int == all)
        #expect(first["search"]?["nbPages"]?.int == (all + 29) / 30)
        var seen: [Int] = []
        for page in 1...(all + 29) / 30 + 1 {
            seen += try await hits("", ["per_page": 30, "page": .int(page)]).compactMap { $0["id"]?["resy"]?.int }
        }
        #expect(seen.count == all && Set(seen).count == all)
    }

    @Test func hitsTellWhatAPersonChoosesBy() async throws {
        let hit = try #require(try await hits("kawakami").first)
        #expect(hit["cuisine"] == ["Japanese", "Sushi"])
        #expect(hit["neighborhood"] == "East Village" && hit["price_range_id"] == 4)
        #expect(hit["rating"]?["average"]?.double == 4.8)
        #expect(hit["availability"] == nil)
        #expect(try await hits("ditirambo").first?["locality"] == "Brooklyn")
        await world.change { $0.cuisineIsText = true }
        #expect(try await hits("kawakami").first?["cuisine"] == "Japanese")
    }

    @Test func slotsComeWhereTheyAreAskedFor() async throws {
        let hits = try await hits("italian west village", await evening(4).merging(["include_tock_inventory": true]))
        func availability(_ name: String) throws -> JSONValue {
            try #require(hits.first { $0["name"]?.string == name }?["availability"])
        }
        let mezzaluna = try availability("Osteria Mezzaluna")
        let slot = try #require(mezzaluna["slots"]?.array?.first)
        #expect(slot["payment"] == nil && slot["size"] == nil && slot["quantity"] == nil)
        #expect(slot["config"]?["token"]?.string?.hasPrefix("rgs://resy/98102/") == true)
        #expect(mezzaluna["templates"]?["9810201"]?["cancellation_fee"]?.double == 25)
        #expect(mezzaluna["templates"]?["9810201"]?["deposit_fee"] == .null)
        #expect(mezzaluna["status"] == "available")
        let starts = try availability("Fiore di Zucca")["slots"]?.array?.compactMap { $0["date"]?["start"]?.string }
        #expect(starts?.contains { $0.hasSuffix("20:00:00") } == false && starts?.count == 5)
        let sabbia = try availability("Sabbia")
        #expect(sabbia["status"] == "sold-out" && sabbia["slots"] == [])
        #expect(sabbia["notify_options"]?.array?.count == 1)
        let tock = try availability("Quartino Rosso")["slots"]?.array?.first
        #expect(tock?["config"]?["token"] == .null && tock?["tock_booking_url"]?.string != nil)
        let members = hits.first { $0["name"] == "Palazzo Aurelio" }
        #expect(members?["is_global_dining_access"] == true)
        #expect(hits.first { $0["name"] == "Lupo Bianco" }?["feature_recaptcha"] == true)
        // Too many for its tables.
        let six = try await self.hits("nonna imelda", await evening(7)).first?["availability"]
        #expect(six?["slots"] == [])
    }

    @Test func freeOnesCanComeFirst() async throws {
        let found = try await hits(
            "italian west village", await evening(order: "availability").merging(["geo": corner]))
        let statuses = found.compactMap { $0["availability"]?["status"]?.string }
        #expect(statuses.contains("sold-out"))
        #expect(statuses.drop { $0 == "available" }.allSatisfy { $0 == "sold-out" })
        let near = try await hits("", ["geo": corner, "order_by": "distance"])
        let miles = near.compactMap { $0["travel_time"]?["distance"]?.double }
        #expect(miles == miles.sorted())
    }

    @Test(arguments: [Switches.Share.none, .some])
    func slotsCanBeMissing(_ share: Switches.Share) async throws {
        await world.change { $0.searchSlots = share }
        let found = try await hits("italian", await evening())
        let told = found.filter { $0["availability"]?.members != nil }
        #expect(found.contains { $0["availability"] == .null } && found.contains { $0["availability"] == nil })
        #expect(share == .none ? told.isEmpty : told.count > 5 && told.count < found.count)
    }

    @Test func templatesCanBeMissing() async throws {
        await world.change { $0.searchTemplates = .some }
        let found = try await hits("osteria mezzaluna", await evening()).first?["availability"]
        #expect(found?["templates"]?["9810201"] == nil && found?["templates"]?["9810202"] != nil)
        #expect(Set(found?["slots"]?.array?.compactMap { $0["template"]?["id"]?.int } ?? []) == [9_810_201, 9_810_202])
    }

    @Test func aTimeCanNarrowTheSlots() async throws {
        let asked = await evening().merging([
            "slot_filter": ["day": .string(await Diner(world).day), "party_size": 2, "time_filter": "20:00"]
        ])
        let all = try await hits("via cornelia", asked).first?["availability"]?["slots"]?.array?.count ?? 0
        await world.change { $0.timeFilterMinutes = 60 }
        let some = try await hits("via cornelia", asked).first?["availability"]?["slots"]?.array?.count
        #expect(all == 11 && some == 5)
    }

    @Test func hitsCanBeWrappedAndMarked() async throws {
        await world.change {
            $0.wrapsHits = true
            $0.highlights = true
        }
        let hit = try #require(try await hits("cornelia").first)
        #expect(hit["name"] == nil)
        #expect(hit["_source"]?["name"] == "Via <em>Cornelia</em>")
        #expect(hit["_source"]?["_highlightResult"]?["name"]?["value"] == "Via <em>Cornelia</em>")
    }

    @Test func aSearchCanBeHuge() async throws {
        for venue in VenueCast.crowd(160) { await world.addVenue(venue) }
        let geo: JSONValue = ["latitude": 40.73, "longitude": -74.0, "radius": 16_100]
        let answer = try await search("italian", await evening().merging(["geo": geo, "per_page": 100]))
        let found = try #require(answer["search"]?["hits"]?.array)
        #expect(found.count == 75 && (answer["search"]?["nbHits"]?.int ?? 0) > 160)
        let crowd = try #require(found.first { $0["name"]?.string?.hasPrefix("Crowded House") == true })
        #expect(crowd["availability"]?["slots"]?.array?.count == 150)
        #expect(answer.bytes.count > 2_000_000)
    }
}
