import Foundation
import Testing

@testable import ResyDomain
@testable import ResyNative

/// Words for a place become a circle on the map.
@Suite struct FindPlaceTests {
    /// A home, Resy's list as a canned answer, and Google where it has one.
    private final class Map {
        let client: CannedClient
        let google: CannedClient?
        let store: Store
        let clock = StageClock(start: Stage.start)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("map-\(UUID().uuidString)").path

        init(_ client: CannedClient = CannedClient(.text(200, Map.list)), google: String? = nil, status: Int = 200) {
            self.client = client
            self.google = google.map { CannedClient(.text(status, $0)) }
            store = Store(home: Home(folder))
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        var resy: ResyCall {
            let desk = Desk(client)
            return desk.api.call(desk.access, CallContext(deadline: clock.now.adding(45)).on(.search))
        }

        var finder: FindPlace {
            let places = google.map {
                PlacesAPI(http: $0, store: store, clock: clock, baseURL: "https://places", key: Secret("key"))
            }
            return FindPlace(resy: resy, places: places, store: store, clock: clock)
        }

        func find(_ location: String) async throws -> SearchArea { try await finder.find(location) }

        func error(_ location: String) async -> ResyError? {
            do {
                _ = try await find(location)
                return nil
            } catch {
                return error as? ResyError
            }
        }

        static let list: String = {
            let entry = CityListDecodingTests.entry
            let rows = [
                entry("New York", "new-york-ny", 40.7128, -74.006, "10", "\"America/New_York\"", "United States", 9),
                entry("Chicago", "chicago-il", 41.8781, -87.6298, "null", "\"America/Chicago\"", "United States", 9),
                entry(
                    "Los Angeles", "los-angeles-ca", 34.0522, -118.2437, "40", "\"America/Los_Angeles\"",
                    "United States", 9),
                entry(
                    "San Francisco", "san-francisco-ca", 37.7749, -122.4194, "10", "\"America/Los_Angeles\"",
                    "United States", 9),
                entry("Oakland", "oakland-ca", 37.8044, -122.2712, "5", "\"America/Los_Angeles\"", "United States", 9),
                entry(
                    "Portland", "portland-or", 45.5152, -122.6784, "10", "\"America/Los_Angeles\"", "United States", 9),
                entry("Portland", "portland-me", 43.6591, -70.2568, "10", "\"America/New_York\"", "United States", 9),
                entry("London", "london", 51.5072, -0.1276, "10", "\"Europe/London\"", "United Kingdom", 9),
                entry(
                    "Washington D.C.", "washington-dc", 38.9072, -77.0369, "10", "\"America/New_York\"",
                    "United States", 9),
                entry(
                    "Ridgefield Falls", "ridgefield-falls-ct", 41.28, -73.49, "5", "\"America/New_York\"",
                    "United States", 9),
                entry("Brooklyn", "brooklyn-ny", 40.65, -73.95, "5", "\"America/New_York\"", "United States", 9),
            ]
            return "[\(rows.joined(separator: ","))]"
        }()
    }

    @Test(
        arguments: [
            ("New York", "New York", 40.7128, 16_093, nil), ("NYC", "New York", 40.7128, 16_093, nil),
            ("New York, NY", "New York", 40.7128, 16_093, nil), ("Chicago", "Chicago", 41.8781, 16_100, nil),
            ("downtown Chicago", "Chicago", 41.8781, 16_100, nil),
            ("the Chicago area", "Chicago", 41.8781, 16_100, nil),
            ("LA", "Los Angeles", 34.0522, 32_000, nil), ("London, UK", "London", 51.5072, 16_093, nil),
            ("DC", "Washington D.C.", 38.9072, 16_093, nil),
            ("Portland, OR", "Portland", 45.5152, 16_093, nil), ("Portland, Maine", "Portland", 43.6591, 16_093, nil),
            ("Portland ME", "Portland", 43.6591, 16_093, nil),
            ("West Village", "West Village, New York", 40.7128, 16_093, "West Village"),
            ("the West Village, New York", "West Village, New York", 40.7128, 16_093, "the West Village, New York"),
            ("SoHo, London", "Soho, London", 51.5072, 16_093, "SoHo, London"),
            ("SoHo", "Soho, New York", 40.7128, 16_093, "SoHo"),
            ("Brooklyn", "Brooklyn, New York", 40.65, 8_046, "Brooklyn"),
            ("Wicker Park", "Wicker Park, Chicago", 41.8781, 16_100, "Wicker Park"),
            ("near me in Chicago", "Chicago", 41.8781, 16_100, nil),
            ("Ridgefield Falls", "Ridgefield Falls", 41.28, 8_046, nil),
            ("Ridgefield Falls, CT", "Ridgefield Falls", 41.28, 8_046, nil),
        ] as [(String, String, Double, Int, String?)])
    func placesACityOrAPartOfOne(_ said: String, name: String, north: Double, radius: Int, narrowed: String?)
        async throws
    {
        let area = try await Map().find(said)
        #expect(area.name == name)
        #expect(area.latitude == north)
        #expect(area.radiusMetres == radius)
        #expect(area.narrowed == narrowed)
        #expect(area.zone != nil && area.words == nil && !area.isDoubtful)
    }

    @Test func aRegionIsOneCircleAroundItsCities() async throws {
        let area = try await Map().find("the Bay Area")
        #expect(area.name == "the Bay Area (Oakland, San Francisco)")
        #expect((37.7...37.9).contains(try #require(area.latitude)))
        #expect((12_000...30_000).contains(area.radiusMetres))
        #expect(area.narrowed == nil)
    }

    @Test(arguments: [
        "near me", "nearby", "here", "around me", "close by", "my area", "close to me", "near my hotel", "around here",
        "my current location", "walking distance from home", "Near Me!", "where I am",
    ])
    func nobodyHereKnowsWhereTheDinerIs(_ said: String) async {
        let map = Map()
        let error = await map.error(said)
        #expect(error?.code == .badRequest)
        #expect(error?.finding == .venue(.whereAreYou(said)))
        #expect(map.client.requests.isEmpty)
    }

    @Test func aNameOfTwoCitiesIsAChoice() async {
        let error = await Map().error("Portland")
        #expect(error?.code == .badRequest)
        #expect(error?.finding == .venue(.severalPlaces("Portland", ["Portland, OR", "Portland, ME"])))
        #expect(error?.message.contains("Portland, OR or Portland, ME") == true)
        let two = await Map().error("Chicago or London")
        #expect(two?.finding == .venue(.severalPlaces("Chicago or London", ["Chicago, IL", "London, United Kingdom"])))
    }

    @Test(arguments: ["London, Ontario", "London, Kentucky", "London, KY", "London, Canada"])
    func anotherCityOfThatNameIsNotTakenForIt(_ said: String) async {
        let error = await Map().error(said)
        #expect(error?.code == .badRequest)
        #expect(error?.finding == .venue(.otherRegion(said, ["London, United Kingdom"])))
    }

    @Test(arguments: ["downtown", "the city center", "Downtown area", "city centre"])
    func whatEveryCityHasNeedsACity(_ said: String) async throws {
        #expect(await Map().error(said)?.finding == .venue(.whichCity(said)))
        let map = Map()
        let finder = FindPlace(
            resy: map.finder.resy, places: nil, store: map.store, clock: map.clock, usualCity: "Chicago")
        #expect(try await finder.find(said).name == "Chicago")
    }

    @Test(arguments: ["Texas", "Italy", "USA"])
    func aStateIsTooWide(_ said: String) async {
        #expect(await Map().error(said)?.finding == .venue(.tooWide(said)))
    }

    @Test(arguments: ["not Brooklyn", "", "anywhere but Chicago"])
    func whatCannotBePlacedIsSaidToBeThat(_ said: String) async {
        let error = await Map().error(said)
        #expect(error?.code == .badRequest)
        #expect(error?.finding == .venue(.unknownPlace(said)))
    }

    @Test func onlyRestaurantsKnowAPlaceThatNobodyElseDoes() async throws {
        let known = try await Map().find("Riverbend, Chicago")
        #expect(known.isDoubtful)
        #expect(known.latitude == 41.8781)
        #expect(known.narrowed == "Riverbend, Chicago")
        let alone = try await Map().find("Riverbend")
        #expect(alone.isDoubtful)
        #expect(alone.latitude == nil)
        #expect(alone.words == "Riverbend")
    }

    // MARK: - The list

    @Test func theListIsAskedOnceAMonth() async throws {
        let map = Map()
        _ = try await map.find("Chicago")
        _ = try await map.find("New York")
        #expect(map.client.requests.count == 1)
        #expect(map.client.requests.first?.url.hasSuffix("/3/location/config") == true)
        map.clock.skew(29 * 86_400)
        _ = try await map.find("Chicago")
        #expect(map.client.requests.count == 1)
        map.clock.skew(2 * 86_400)
        _ = try await map.find("Chicago")
        #expect(map.client.requests.count == 2)
    }

    @Test(arguments: [
        CannedClient.Answer.text(404, "<h1>no</h1>", type: "text/html"), .text(200, "{}"), .text(200, "[]"),
        .text(200, "[{\"name\": \"Chi"), .fault(.connectionLost(sent: true)), .text(500, "blocked", type: "text/plain"),
    ])
    func withoutAListThePlaceGoesIntoTheSearch(_ answer: CannedClient.Answer) async throws {
        let map = Map(CannedClient(answer))
        let area = try await map.find("West Village")
        #expect(area.middle == nil)
        #expect(area.words == "west village new york")
        #expect(area.narrowed == "West Village")
        #expect(!area.isDoubtful)
        let asked = map.client.requests.count
        _ = try await map.find("Chicago")
        #expect(map.client.requests.count == asked)
        map.clock.skew(90_000)
        _ = try await map.find("Chicago")
        #expect(map.client.requests.count > asked)
    }

    /// As many places and bytes as were seen, a third of them shapes on the map.
    static let hugeList: [UInt8] = {
        let rows = (0..<2_135).map { number in
            CityListDecodingTests.entry(
                "City \(number)", "city-\(number)-ny", 30 + Double(number % 100) / 10, -120 + Double(number / 100),
                shape: 1_000)
        }
        return Array("[\(rows.joined(separator: ","))]".utf8)
    }()

    @Test func aListOfThreeMegabytesIsReadAsItArrives() async throws {
        #expect(Self.hugeList.count > 2_700_000)
        let map = Map(CannedClient(.body(200, Self.hugeList, headers: [])))
        let client = SteadyClient(Self.hugeList)
        let api = ResyAPI(
            http: client, pacer: Unpaced(), clock: map.clock, baseURL: "https://api.resy.com", profile: [])
        let resy = api.call(Access(apiKey: "key"), CallContext(deadline: map.clock.now.adding(45)).on(.search))
        let finder = FindPlace(resy: resy, places: nil, store: map.store, clock: map.clock)
        #expect(try await finder.find("City 2134").name == "City 2134")
        #expect(try await map.store.cities(named: "city 7").count == 1)
    }

    private struct Unpaced: Pacing {
        func turn(_ turn: Turn, for purpose: Purpose, before deadline: Instant) async throws {}
    }

    /// Hands a body over as curl does.
    private struct SteadyClient: HTTPClient {
        let body: [UInt8]

        init(_ body: [UInt8]) { self.body = body }

        func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
            let head = HTTPHead(status: 200, headers: [])
            sink.begin(head)
            for start in stride(from: 0, to: body.count, by: 16_384) {
                let chunk = Array(body[start..<min(body.count, start + 16_384)])
                guard sink.receive(chunk) else { throw TransportError.refusedBySink }
            }
            return head
        }
    }

    @Test func anOldListIsBetterThanNone() async throws {
        let map = Map(CannedClient(.text(200, Map.list), .text(404, "{}")))
        _ = try await map.find("Chicago")
        map.clock.skew(40 * 86_400)
        #expect(try await map.find("Chicago").latitude == 41.8781)
        #expect(map.client.requests.count == 2)
    }

    @Test func aZoneComesFromTheCity() async throws {
        let map = Map()
        let finder = map.finder
        var venue = Venue(id: 1, name: "Joe's")
        venue.citySlug = "chicago-il"
        #expect(await finder.zone(of: venue) == Zone(named: "America/Chicago"))
        venue.citySlug = "ch"
        #expect(await finder.zone(of: venue) == Zone(named: "America/Chicago"))
        venue.citySlug = "elsewhere"
        (venue.latitude, venue.longitude) = (51.2, -0.5)
        #expect(await finder.zone(of: venue) == Zone(named: "Europe/London"))
        (venue.latitude, venue.longitude) = (10, 10)
        #expect(await finder.zone(of: venue) == nil)
        venue.zone = Zone(named: "Asia/Tokyo")
        #expect(await finder.zone(of: venue) == venue.zone)
        #expect(map.client.requests.count == 1)
    }

    @Test func manyAskForTheListOnce() async throws {
        let map = Map()
        let finder = map.finder
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    var venue = Venue(id: 1, name: "Joe's")
                    venue.citySlug = "chicago-il"
                    _ = await finder.zone(of: venue)
                }
            }
        }
        #expect(map.client.requests.count == 1)
    }

    // MARK: - Google

    private static func place(
        _ name: String, _ types: String, at north: Double = 40.7484, address: String = "New York, NY, USA"
    )
        -> String
    {
        """
        {"places": [{"id": "p", "displayName": {"text": "\(name)"}, "formattedAddress": "\(address)",
          "types": [\(types)], "location": {"latitude": \(north), "longitude": -73.9857},
          "viewport": {"low": {"latitude": 40.72, "longitude": -74.01}, "high": {"latitude": 40.74, "longitude": -73.99}}}]}
        """
    }

    @Test func aLandmarkIsAWalkAround() async throws {
        let map = Map(google: Self.place("Empire State Building", "\"tourist_attraction\", \"point_of_interest\""))
        let area = try await map.find("the Empire State Building")
        #expect(area.latitude == 40.7484)
        #expect(area.radiusMetres == 1_200)
        #expect(area.narrowed == nil && !area.isDoubtful)
        #expect(area.name == "Empire State Building, New York, NY, USA")
        #expect(area.zone == Zone(named: "America/New_York"))
        let request = try #require(map.google?.requests.first)
        #expect(request.headers.contains { $0.name == "X-Goog-FieldMask" && $0.value == PlacesAPI.locatingMask })
        #expect(try JSON(parsing: request.body ?? []).optional("includedType") == nil)
    }

    @Test func googlesNeighborhoodIsStillNarrowed() async throws {
        let map = Map(google: Self.place("West Village", "\"neighborhood\", \"political\"", at: 40.73))
        let area = try await map.find("West Village")
        #expect(area.latitude == 40.73)
        #expect(area.radiusMetres == 3_000)
        #expect(area.narrowed == "West Village")
    }

    @Test func googlesRestaurantsAreNoPlaces() async throws {
        let map = Map(google: Self.place("Via Carota", "\"restaurant\", \"food\""))
        #expect(try await map.find("West Village").latitude == 40.7128)
        #expect(try await map.find("Riverbend").isDoubtful)
        // Unless it is meant itself, or its street is.
        #expect(try await map.find("Via Carota").radiusMetres == 1_200)
    }

    @Test func aCityNeedsNoGoogle() async throws {
        let map = Map(google: "{}")
        #expect(try await map.find("Chicago").latitude == 41.8781)
        #expect(map.google?.requests.isEmpty == true)
    }

    @Test func withoutGooglesHelpResysListIsTakenAndThatIsSaid() async throws {
        let map = Map(google: #"{"error": {"code": 403, "status": "PERMISSION_DENIED"}}"#, status: 403)
        let area = try await map.find("West Village")
        #expect(area.latitude == 40.7128)
        #expect(area.remarks.count == 1)
    }
}
