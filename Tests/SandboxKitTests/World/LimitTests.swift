import SandboxKit
import Testing

@Suite struct LimitTests {
    let world = World()

    private func find() async -> Int { await Diner(world).get("/4/find").status }
    private func search() async -> Int { await Diner(world).post("/3/venuesearch/search", json: [:]).status }

    @Test func searchIsLimitedByItself() async {
        await world.change {
            $0.searchLimit = 2
            $0.findLimitWarnings = 1
        }
        var statuses: [Int] = []
        for _ in 0..<5 { statuses.append(await search()) }
        #expect(statuses == [400, 400, 429, 500, 500])
        #expect(await find() == 400)
        await world.forgetLooks()
        #expect(await search() == 400)
    }

    @Test func allLooksCanCountTogether() async {
        await world.change {
            $0.looksLimit = 3
            $0.findLimitWarnings = 1
        }
        #expect(await find() == 400)
        #expect(await search() == 400)
        #expect(await Diner(world).get("/3/location/config").status == 200)
        #expect(await find() == 429)
        #expect(await search() == 500)
        // What needs a token is not looking.
        #expect(await Diner(world).get("/2/user").status == 200)
    }
}
