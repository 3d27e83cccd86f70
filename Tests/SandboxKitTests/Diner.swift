import SandboxKit
import Testing

/// Somebody with a browser's headers who talks to a world directly.
struct Diner {
    let world: World
    var token: String?
    var agent: String? = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
    var key: String? = "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5"

    init(_ world: World, signedIn: Bool = true) async {
        self.world = world
        if signedIn { token = await world.signIn("sam@example.com") }
    }

    func headers(_ type: String?) -> [String: String] {
        var headers: [String: String] = [:]
        headers["user-agent"] = agent
        headers["authorization"] = key.map { "ResyAPI api_key=\"\($0)\"" }
        headers["content-type"] = type
        headers["x-resy-auth-token"] = token
        headers["x-resy-universal-auth"] = token
        return headers
    }

    func get(_ path: String, _ query: [(String, String)] = []) async -> Reply {
        await world.answer(
            method: "GET", path: path, rawQuery: FormText.write(query), headers: headers(nil), body: [])
    }

    func post(_ path: String, json: JSONValue) async -> Reply {
        await world.answer(
            method: "POST", path: path, rawQuery: "", headers: headers("application/json"), body: json.bytes)
    }

    func post(_ path: String, form: [(String, String)]) async -> Reply {
        await world.answer(
            method: "POST", path: path, rawQuery: "", headers: headers("application/x-www-form-urlencoded"),
            body: Array(FormText.write(form).utf8))
    }

    var day: String {
        get async { LocalClock(zone: "EST5EDT").day(at: await world.now).adding(5).description }
    }

    func slots(_ venue: Int, party: Int = 2) async throws -> [JSONValue] {
        let reply = await post(
            "/4/find",
            json: ["lat": 0, "long": 0, "day": .string(await day), "party_size": .int(party), "venue_id": .int(venue)])
        let venues = try #require(reply.json?["results"]?["venues"]?.array)
        return try #require(venues.first?["slots"]?.array)
    }

    func token(ofFirstSlotAt venue: Int) async throws -> String {
        try #require(try await slots(venue).first?["config"]?["token"]?.string)
    }

    func details(_ slot: String, commit: Int = 1, party: Int = 2) async -> Reply {
        await post(
            "/3/details",
            json: [
                "commit": .int(commit), "config_id": .string(slot), "day": .string(await day),
                "party_size": .int(party),
            ])
    }

    func bookToken(at venue: Int) async throws -> String {
        let slot = try await token(ofFirstSlotAt: venue)
        return try #require(await details(slot).json?["book_token"]?["value"]?.string)
    }

    func book(_ token: String, card: String? = #"{"id":5550001}"#) async -> Reply {
        var form = [("book_token", token), ("source_id", "resy.com-venue-details")]
        if let card { form.append(("struct_payment_method", card)) }
        return await post("/3/book", form: form)
    }

    func list() async throws -> [JSONValue] {
        let reply = await get("/3/user/reservations", [("type", "upcoming"), ("limit", "10"), ("offset", "1")])
        return try #require(reply.json?["reservations"]?.array)
    }
}
