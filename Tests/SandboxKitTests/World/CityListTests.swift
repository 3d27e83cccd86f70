import Foundation
import Testing

@testable import SandboxKit

@Suite struct CityListTests {
    let world = World()

    private func places() async -> Reply { await Diner(world, signedIn: false).get("/3/location/config") }

    @Test func theCastsCitiesAreTold() async throws {
        let list = try #require(await places().json?.array)
        #expect(list.count == City.all.count)
        let london = try #require(list.first { $0["url_slug"] == "london-gb" })
        #expect(london["time_zone"] == "Europe/London" && london["country_code"] == "GB")
        #expect(london["radius"]?.double == 15 && london["latitude"]?.double == 51.5074)
        let shape = try #require(JSONValue(parsing: london["shape_data"]?.string ?? ""))
        #expect(shape["geometry"]?["type"] == "Polygon")
        #expect(list.first { $0["code"] == "ny" }?["time_zone"] == "EST5EDT")
    }

    @Test func theListCanBeAsLongAsResys() async throws {
        await world.change { $0.cities = .full }
        let bytes = await places().body
        #expect((2_600_000...3_000_000).contains(bytes.count), "\(bytes.count)")
        let list = try #require(JSONValue(parsing: bytes)?.array)
        #expect(list.count == 2135)
        #expect(Set(list.compactMap { $0["id"]?.int }).count == 2135)
        #expect(Set(list.compactMap { $0["url_slug"]?.string }).count == 2135)
        let cast = Set(City.all.map(\.slug))
        #expect(list.count { cast.contains($0["url_slug"]?.string ?? "") } == cast.count)
        // Some are called the same.
        #expect(Set(list.compactMap { $0["name"]?.string }).count < 2000)
    }

    @Test func theListCanBreakOffOrBeMissing() async {
        await world.change { $0.cities = .cut }
        let cut = await places()
        #expect(cut.status == 200 && cut.body.count > 1_000_000)
        #expect(JSONValue(parsing: cut.body) == nil)
        await world.change { $0.cities = .missing }
        #expect(await places().status == 404)
    }
}
