import ResyDomain
import Testing

@testable import ResyNative

/// What a search with tables is read as, on answers of our own.
@Suite struct SearchDecodingTests {
    private static let evening = CalendarDay(daysSince1970: Int(Stage.start / 86_400) + 4)
    private let day = evening

    /// A slot as a search writes it.
    private static func slot(_ time: String, template: Int = 7, token: String? = nil, day: CalendarDay? = nil) -> String
    {
        let start = (day ?? evening).iso
        let spelled = "rgs://resy/1/\(template)/2/\(evening.iso)/\(start)/\(time):00/2/Bar"
        let token = token ?? "\"\(spelled)\""
        return """
            {"config": {"id": 1, "type": "Bar", "token": \(token)},
             "date": {"start": "\(start) \(time):00", "end": "\(start) 23:59:00"},
             "template": {"id": \(template)}, "shift": {"service": {"type": {"id": 2}}}}
            """
    }

    private static func hit(_ id: Int = 1, _ members: String = "") -> String {
        let rest = members.isEmpty ? "" : ", " + members
        return """
            {"id": {"resy": \(id)}, "objectID": "\(id)", "name": "House \(id)", "url_slug": "house-\(id)",
             "location": {"code": "ny", "id": 1, "name": "New York", "url_slug": "new-york-ny"},
             "currency_code": "USD", "_geoloc": {"lat": 40.73, "lng": -74.0}\(rest)}
            """
    }

    private static func availability(
        _ slots: [String], templates: String = #"{"7": {"is_paid": false, "cancellation_fee": null}}"#
    )
        -> String
    {
        #""availability": {"status": "available", "templates": \#(templates), "slots": [\#(slots.joined(separator: ","))]}"#
    }

    private func search(_ hits: String..., meta: String = #"{"total": 1}"#) async throws -> SearchPage {
        let desk = Desk(
            CannedClient(
                .text(200, #"{"meta": \#(meta), "search": {"nbHits": 9, "hits": [\#(hits.joined(separator: ","))]}}"#)))
        return try await desk.resy.searchTables(
            "", in: nil, day: day, party: 2, zone: { _ in Zone(named: "America/New_York") })
    }

    private func only(_ hit: String) async throws -> TableHit {
        try #require(try await search(hit).hits.first)
    }

    @Test func tablesComeWithTheirTemplatesMoney() async throws {
        let templates =
            #"{"7": {"is_paid": false, "cancellation_fee": 25, "secs_cancel_cut_off": 86400}, "8": {"is_paid": false, "cancellation_fee": null, "deposit_fee": null}}"#
        let hit = try await only(
            Self.hit(1, Self.availability([Self.slot("19:30", template: 8), Self.slot("18:00")], templates: templates)))
        let slots = try #require(hit.slots)
        #expect(slots.map(\.time.clock) == ["18:00", "19:30"])
        #expect(slots[0].charges.first?.kind == .cancellation)
        #expect(slots[0].charges.first?.cutOff != nil)
        #expect(slots[1].charges.isEmpty)
        #expect(!hit.needsFind)
        #expect(hit.venue.zone == Zone(named: "America/New_York"))
    }

    /// Why there is no table, where Resy says so; of a day with tables nothing is to be explained.
    @Test(arguments: [
        ("sold-out", VenueCalendar.Status.soldOut), ("Sold Out", .soldOut), ("closed", .closed),
        ("not available", .other),
    ])
    func aDayWithoutTablesSaysWhy(_ words: String, _ status: VenueCalendar.Status) async throws {
        for slots in [#", "slots": []"#, #", "slots": null"#, ""] {
            let availability = #""availability": {"status": "\#(words)"\#(slots)}"#
            let hit = try await only(Self.hit(1, availability))
            #expect(hit.slots?.isEmpty == true && hit.status == status)
        }
    }

    @Test(arguments: ["{}", "null", "[]", #"{"9": {"is_paid": false}}"#, #"{"7": {"name": "Dinner"}}"#])
    func moneyThatNoTemplateStatesIsUnknownAndNotFree(_ templates: String) async throws {
        let hit = try await only(Self.hit(1, Self.availability([Self.slot("19:30")], templates: templates)))
        #expect(hit.slots?.first?.charges.first?.kind == .unknown)
        #expect(hit.needsFind)
    }

    @Test(
        arguments: [
            ("", nil), (#""availability": null"#, nil), (#""availability": {}"#, nil),
            (#""availability": {"status": "available"}"#, nil),
            (#""availability": {"status": "available", "slots": null}"#, nil),
            (#""availability": {"status": "available", "slots": []}"#, nil),
            (#""availability": {"slots": 5}"#, nil), (#""availability": "yes""#, nil),
            (#""availability": {"slots": [{"config": 1}]}"#, nil),
            (#""availability": {"slots": []}"#, 0), (#""availability": {"slots": null}"#, 0),
            (#""availability": {"status": "sold-out"}"#, 0), (#""availability": {"status": "closed", "slots": []}"#, 0),
        ] as [(String, Int?)])
    func onlyWhatSaysSoHasNoTables(_ members: String, count: Int?) async throws {
        let hit = try await only(Self.hit(1, members))
        #expect(hit.slots?.count == count)
        #expect(hit.needsFind == (count == nil))
    }

    @Test func anOddSlotHidesNoOther() async throws {
        let hit = try await only(Self.hit(1, Self.availability([Self.slot("19:30"), #"{"config": {}}"#])))
        #expect(hit.slots?.count == 1)
        #expect(hit.needsFind)
    }

    @Test func anOddHitIsCountedAndCostsNoOther() async throws {
        let page = try await search(Self.hit(1), #"{"id": "?"}"#, "7", Self.hit(2), meta: "{}")
        #expect(page.hits.map(\.venue.id) == [1, 2])
        #expect(page.unread == 2)
        #expect(page.total == 9)
    }

    @Test func aHitMayBeWrapped() async throws {
        let hit = try await only(#"{"_source": \#(Self.hit(3, Self.availability([Self.slot("19:30")])))}"#)
        #expect(hit.venue.id == 3)
        #expect(hit.slots?.count == 1)
    }

    @Test func tablesWithoutTokensAreTocks() async throws {
        let hit = try await only(
            Self.hit(
                1,
                #""is_tock_inventory": true, "#
                    + Self.availability([Self.slot("19:30", token: "null")])))
        #expect(hit.venue.isTock)
        #expect(hit.slots?.first?.obstacle == .onTock)
        #expect(!hit.needsFind)
    }

    @Test func aGuardedPageKeepsItsTablesFromUs() async throws {
        let hit = try await only(
            Self.hit(1, #""feature_recaptcha": true, "# + Self.availability([Self.slot("19:30")])))
        #expect(hit.slots?.first?.obstacle == .captcha)
    }

    @Test func whichTablesAreHeldOnlyFindTells() async throws {
        let hit = try await only(
            Self.hit(1, #""is_global_dining_access": true, "# + Self.availability([Self.slot("19:30")])))
        #expect(hit.slots?.first?.obstacle == .globalDining(mayBeOpen: true))
        #expect(hit.needsFind)
    }

    @Test func oneTokenIsOneTableAndOtherDaysAreNone() async throws {
        let next = Self.evening.adding(days: 1)
        let hit = try await only(
            Self.hit(
                1,
                Self.availability([
                    Self.slot("19:30"), Self.slot("19:30"), Self.slot("00:30", day: next),
                    Self.slot("20:00", day: next),
                ])))
        #expect(hit.slots?.map(\.time.clock) == ["19:30", "00:30"])
    }

    @Test func whatIsPastIsLeftOut() async throws {
        // Noon in New York.
        let today = CalendarDay(daysSince1970: Int(Stage.start / 86_400))
        let desk = Desk(
            CannedClient(
                .text(
                    200,
                    #"{"search": {"hits": [\#(Self.hit(1, Self.availability([Self.slot("11:30", day: today), Self.slot("13:00", day: today)])))]}}"#
                )))
        let page = try await desk.resy.searchTables(
            "", in: nil, day: today, party: 2, zone: { _ in Zone(named: "America/New_York") })
        #expect(page.hits.first?.slots?.map(\.time.clock) == ["13:00"])
    }

    @Test func aHugeHitIsReadWithinTheLimits() async throws {
        let slots = (0..<150).map { Self.slot("\(17 + $0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)") }
        let page = try await search(Self.hit(1, Self.availability(slots)), Self.hit(2, Self.availability(slots)))
        #expect(page.hits.map { $0.slots?.count } == [150, 150])
    }

    @Test func theSearchSaysDayPartyPlaceAndPage() async throws {
        let desk = Desk(CannedClient(.text(200, #"{"search": {"hits": null}}"#)))
        let area = SearchArea(name: "New York", latitude: 40.7128, longitude: -74.006, radiusMetres: 16_100)
        let page = try await desk.resy.searchTables("italian", in: area, day: day, party: 4, page: 2)
        #expect(page.hits.isEmpty && page.total == 0)
        let request = try #require(desk.client.requests.first)
        #expect(request.url == "https://api.resy.com/3/venuesearch/search")
        let body = try JSON(parsing: request.body ?? [])
        #expect(try body["query"].string == "italian")
        #expect(try body["per_page"].integer == 75)
        #expect(try body["page"].integer == 2)
        #expect(try body["availability"].flag)
        #expect(try body["slot_filter"]["day"].string == day.iso)
        #expect(try body["slot_filter"]["party_size"].integer == 4)
        #expect(try body["geo"]["radius"].integer == 16_100)
        #expect(try body["include_tock_inventory"].flag)
        #expect(body.optional("highlight") == nil)
    }

    @Test func aWideSearchAsksOnceAMinute() async throws {
        let client = CannedClient(.text(200, #"{"search": {"hits": [\#(Self.hit(1))]}}"#))
        let desk = Desk(client)
        let resy = desk.api.call(desk.access, desk.context.on(.search))
        let first = try await resy.searchTables("pasta", in: nil, day: day, party: 2)
        let again = try await resy.searchTables("pasta", in: nil, day: day, party: 2)
        _ = try await resy.searchTables("pasta", in: nil, day: day, party: 3)
        #expect(client.requests.count == 2)
        #expect(first.askedAt == nil && again.askedAt != nil)
        // A look at one restaurant is as it is now.
        _ = try await desk.resy.searchTables("pasta", in: nil, day: day, party: 2)
        #expect(client.requests.count == 3)
    }
}
