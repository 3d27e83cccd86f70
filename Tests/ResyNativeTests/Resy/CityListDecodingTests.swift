import ResyDomain
import Testing

@testable import ResyNative

/// Resy's list of its cities, on lists of our own.
@Suite struct CityListDecodingTests {
    static func entry(
        _ name: String, _ slug: String, _ north: Double, _ east: Double, radius: String = "25",
        zone: String = "\"America/New_York\"", country: String = "United States", shape: Int = 20
    ) -> String {
        """
        {"id": 1, "code": "\(slug.prefix(2))", "name": "\(name)", "url_slug": "\(slug)", "country_name": "\(country)",
         "latitude": \(north), "longitude": \(east), "radius": \(radius), "time_zone": \(zone), "show_on_web": 1,
         "shape_data": "{\\"type\\":\\"\(String(repeating: "x", count: shape))\\"}", "metadata": {"a": [1, 2]}}
        """
    }

    private func cities(_ body: String) async throws -> [ListedCity] {
        try await Desk(CannedClient(.text(200, body))).resy.cities()
    }

    @Test func whatIsNeededOfACityIsKept() async throws {
        let city = try #require(try await cities("[\(Self.entry("New York", "new-york-ny", 40.7128, -74.006))]").first)
        #expect((city.name, city.slug, city.code) == ("New York", "new-york-ny", "ne"))
        #expect((city.latitude, city.longitude) == (40.7128, -74.006))
        #expect(city.radiusMiles == 25)
        #expect(city.zone == Zone(named: "America/New_York"))
        #expect(city.region == "ny")
        #expect(city.names.isSuperset(of: ["new york", "new york ny"]))
    }

    @Test(arguments: ["\"Mars/Olympus\"", "null", "7"])
    func aZoneThatIsNotKnownIsNoFault(_ zone: String) async throws {
        let city = try #require(try await cities("[\(Self.entry("Rome", "rome", 41.9, 12.5, zone: zone))]").first)
        #expect(city.zone == nil)
    }

    @Test func oddEntriesCostNoOthers() async throws {
        let rows = [
            "null", "7", #"{"name": "Nowhere"}"#, Self.entry("Zero", "zero", 0, 0), Self.entry("", "x", 1, 1),
            Self.entry("Rome", "rome", 41.9, 12.5, radius: "null"),
            #"{"name": "Text", "latitude": "41.5", "longitude": "12.5"}"#, Self.entry("Far", "far", 95, 1),
        ]
        let cities = try await cities("[\(rows.joined(separator: ","))]")
        #expect(cities.map(\.name) == ["Rome", "Text"])
    }

    @Test(arguments: ["{}", "[7]", "[{\"name\": \"Rome\"", "\"no\""])
    func whatIsNoListIsAnError(_ body: String) async {
        #expect(await apiFailure { try await cities(body) } != nil)
    }

    @Test func anEmptyListIsOne() async throws {
        #expect(try await cities("[]").isEmpty)
    }

    @Test func aGuardBeforeTheListStopsNoSearch() async throws {
        try await onStage { stage in
            let client = CannedClient(.text(500, "Request blocked", type: "text/html"))
            let api = ResyAPI(
                http: client, pacer: stage.api.pacer, clock: stage.clock, baseURL: "https://api.resy.com", profile: [],
                stops: stage.api.stops)
            let resy = api.call(Access(apiKey: "key"), stage.context)
            #expect(await apiFailure { try await resy.cities() } == .blocked(status: 500))
            // Nothing stands in the way of the next request.
            _ = await apiFailure { try await resy.cities() }
            #expect(client.requests.count == 2)
        }
    }
}
