import Foundation

/// The simulator's own small HTTP surface, for scripts.
///
///     GET  /_control/requests              what came in (?path=/3/book)
///     GET  /_control/counts                requests of each endpoint since the last look, and the most of each at once:
///                                          {"requests": {"find": 3}, "most_in_flight": {"find": 2}, "total": 3}
///     POST /_control/look                  the same, and counts from now on anew
///     GET  /_control/visits                what came to the web site, and preflights (?path=/)
///     GET  /_control/state                 reservations, switches, accounts, clock
///     GET  /_control/venues                the cast
///     POST /_control/switches              {"block": "text", "listLagSeconds": 3, "site": {"markup": "v2"}}
///     POST /_control/fault                 {"fault": "dropAfterCommit", "on": "book", "times": 1, "after": 0,
///                                           "value": 30, "text": "…"}
///     POST /_control/clock                 {"now": EPOCH} | {"advance": SECONDS} | {} (real time); "frozen": true
///     POST /_control/account               {"email", "password", "cards": 0|1|2|[…], …}: adds or changes one
///     POST /_control/venue                 {"id": 99001, "isSoldOut": true} or {"copyOf": 99001, "id": 5, "name": "…"}
///     POST /_control/crowd                 {"venues": 160, "slots": 150, "cuisine": "Italian", "city": "ny"}: adds so many,
///                                          for huge searches
///     POST /_control/take                  {"venue", "day", "minutes", "seating"}: somebody else takes that slot
///     POST /_control/book                  {"venue", "day", "minutes", "seating", "party", "email"}: booked elsewhere
///     POST /_control/wish                  {"id", "words", "occasion"}: written in Resy's app; an empty text clears it
///     POST /_control/token                 {"email"}: an access token; {"expire": true}: all tokens end
///     POST /_control/connections           {"mode": "open|refuse|reset|stall|garbage|close", "cut": true}
///     POST /_control/clear                 forgets requests, planned faults and what the limits counted
///     POST /_control/reset                 back to the start
struct Control: Sendable {
    let world: World
    let front: FaultProxy
    let traffic: Traffic

    func answer(method: String, path: String, query: String, body: [UInt8]) async -> Reply {
        let name = String(path.dropFirst("/_control/".count))
        let body = JSONValue(parsing: body) ?? [:]
        do {
            switch (method, name) {
            case ("GET", "requests"): return list("requests", await world.requests, query)
            case ("GET", "counts"): return Reply(200, await world.counts(traffic.seen).json)
            case ("POST", "look"): return Reply(200, await world.look(traffic.look()).json)
            case ("GET", "visits"): return list("visits", await world.visits, query)
            case ("GET", "state"): return await state()
            case ("GET", "venues"): return Reply(200, JSONValue(encoding: await world.venues) ?? [])
            case ("POST", "connections"):
                if let mode = body["mode"]?.string {
                    guard let mode = FaultProxy.Mode(rawValue: mode) else { return refusal("no such mode: \(mode)") }
                    try front.setMode(mode)
                }
                if body["cut"]?.bool == true { front.closeConnections() }
                return Reply(200, ["ok": true])
            case ("POST", _):
                if name == "clear" || name == "reset" { _ = traffic.look() }
                return try await world.control(name, body)
            default: return refusal("no such control: \(method) \(name)", status: 404)
            }
        } catch {
            return refusal("\(error)")
        }
    }

    private func refusal(_ text: String, status: Int = 400) -> Reply { Reply(status, ["error": .string(text)]) }

    private func list(_ name: String, _ requests: [RecordedRequest], _ query: String) -> Reply {
        let path = FormText.parse(query)["path"]
        let found = requests.filter { path == nil || $0.path == path }
        return Reply(200, .object([.init(name, JSONValue(encoding: found) ?? [])]))
    }

    private func state() async -> Reply {
        let all = await world.reservations
        return Reply(
            200,
            [
                "now": .double(await world.now.timeIntervalSince1970),
                "reservations": JSONValue(encoding: all.filter { !$0.isCancelled }) ?? [],
                "cancelled": JSONValue(encoding: all.filter(\.isCancelled)) ?? [],
                "notifies": JSONValue(encoding: await world.notifies) ?? [],
                "switches": JSONValue(encoding: await world.switches) ?? [:],
                "accounts": JSONValue(encoding: await world.accounts) ?? [],
                "connections": .int(front.connectionCount),
            ])
    }
}
