import SandboxKit
import Testing

@Suite struct EdgeTests {
    @Test func checksComeInTheDocumentedOrder() async throws {
        let world = World()
        var diner = await Diner(world, signedIn: false)
        await world.change { $0.block = .page }
        diner.agent = "curl/8.5"
        diner.key = nil
        #expect(await diner.get("/2/user").status == 500)
        diner.agent = "Mozilla/5.0"
        #expect(await diner.get("/2/user").status == 419)
        diner.key = "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5"
        #expect(await diner.get("/2/user").status == 403)
        await world.change { $0.block = .none }
        #expect(await diner.post("/3/cancel", json: [:]).status == 400)
        #expect(await diner.post("/3/cancel", form: []).status == 419)
        diner.token = await world.signIn("sam@example.com")
        let reply = await diner.post("/3/cancel", form: [])
        #expect(reply.status == 400)
        #expect(reply.json?["data"]?["resy_token"] == "missing")
        #expect(await diner.post("/3/cancel", form: [("resy_token", "rr://no")]).status == 404)
    }

    @Test func aBlockOfSignInAloneLetsReadsPass() async {
        let world = World()
        let diner = await Diner(world)
        await world.change { $0.block = .authPage }
        #expect(await diner.post("/3/auth/password", form: []).status == 403)
        #expect(await diner.get("/2/user").status == 200)
    }

    @Test func findIsLimitedThenBlocked() async {
        let world = World()
        let diner = await Diner(world)
        await world.change {
            $0.findLimit = 1
            $0.findLimitWarnings = 1
        }
        var statuses: [Int] = []
        for _ in 0..<3 { statuses.append(await diner.get("/4/find").status) }
        #expect(statuses == [400, 429, 500])
    }

    @Test(arguments: ["get": 405, "both": 400])
    func methodsCanBeShut(_ methods: String, status: Int) async throws {
        let world = World()
        let choice = try #require(Switches.Methods(rawValue: methods))
        await world.change { $0.findMethods = choice }
        #expect(await Diner(world).post("/4/find", json: [:]).status == status)
    }

    @Test func expiredTokensAreRefusedAndRefreshRenewsThem() async throws {
        let world = World()
        let diner = await Diner(world)
        let login = await diner.post(
            "/3/auth/password", form: [("email", "sam@example.com"), ("password", "correct horse battery")])
        let cookie = try #require(login.headers.first { $0.name == "Set-Cookie" }?.value.prefix { $0 != ";" })
        await world.advance(seconds: 46 * 86400)
        #expect(await diner.get("/2/user").status == 419)
        var headers = diner.headers(nil)
        headers["cookie"] = String(cookie)
        headers["x-origin"] = "https://resy.com"
        let reply = await world.answer(
            method: "POST", path: "/3/auth/refresh", rawQuery: "", headers: headers, body: [])
        var renewed = diner
        renewed.token = try #require(reply.json?["token"]?.string)
        #expect(await renewed.get("/2/user").status == 200)
    }

    @Test func aWrongPasswordIsUnauthorized() async {
        let diner = await Diner(World(), signedIn: false)
        let reply = await diner.post("/3/auth/password", form: [("email", "sam@example.com"), ("password", "no")])
        #expect(reply.status == 419)
    }

    @Test func aNewPhoneIsChallengedForItsEmail() async throws {
        let diner = await Diner(World(), signedIn: false)
        let sent = await diner.post("/3/auth/mobile", form: [("mobile_number", "+12125550100"), ("method", "sms")])
        #expect(sent.json?["sent"] == true)
        let claim = await diner.post("/3/auth/mobile", form: [("mobile_number", "+12125550100"), ("code", "123456")])
        let id = try #require(claim.json?["challenge"]?["challenge_id"]?.string)
        let done = await diner.post(
            "/3/auth/challenge", form: [("challenge_id", id), ("em_address", "sam@example.com")])
        #expect(done.json?["token"]?.string?.split(separator: ".").count == 3)
    }

    @Test func placesWantAMaskAndAKey() async {
        let world = World()
        func ask(_ headers: [String: String], _ text: String) async -> Reply {
            await world.answer(
                method: "POST", path: "/v1/places:searchText", rawQuery: "", headers: headers,
                body: (["textQuery": .string(text)] as JSONValue).bytes)
        }
        let key = ["x-goog-api-key": "sandbox-places-key"]
        #expect(await ask([:], "Carbone").json?["error"]?["details"]?.array?.first?["reason"] == "API_KEY_INVALID")
        #expect(await ask(key, "Carbone").status == 400)
        let good = key.merging(["x-goog-fieldmask": "places.id"]) { $1 }
        #expect(await ask(good, "Carbone").json?["places"]?.array?.first?["id"] == "ChIJ_sandbox_6194")
        #expect(await ask(good, "Xyzzy Plugh").json == [:])
    }

    /// Sights, neighbourhoods and towns are found unless restaurants alone are wanted.
    @Test(arguments: [
        ("Washington Square Park", "WashingtonSquarePark"), ("west village, New York", "WestVillage"),
        ("Chicago", "Chicago"), ("British Museum London", "BritishMuseum"),
    ])
    func placesKnowMoreThanRestaurants(_ text: String, id: String) async {
        let world = World()
        func first(_ more: JSONValue = [:]) async -> JSONValue? {
            let body = (["textQuery": .string(text)] as JSONValue).merging(more)
            let headers = ["x-goog-api-key": "sandbox-places-key", "x-goog-fieldmask": "places.id,places.viewport"]
            let reply = await world.answer(
                method: "POST", path: "/v1/places:searchText", rawQuery: "", headers: headers, body: body.bytes)
            return reply.json?["places"]?.array?.first
        }
        let found = await first()
        #expect(found?["id"]?.string == "ChIJ_landmark_" + id)
        #expect(found?["viewport"]?["low"]?["latitude"]?.double != nil)
        #expect(await first(["includedType": "restaurant"])?["id"]?.string?.hasPrefix("ChIJ_landmark") != true)
    }
}
