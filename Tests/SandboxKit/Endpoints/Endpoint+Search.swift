import Foundation

extension World {
    private static let searchFields: Set<String> = [
        "query", "per_page", "page", "types", "order_by", "availability", "slot_filter", "geo", "venue_filter",
        "highlight", "include_tock_inventory",
    ]

    func search(_ request: RecordedRequest) -> Reply {
        let isForm = request.mediaType == "application/x-www-form-urlencoded"
        let text = isForm ? request.form["struct_data"] ?? "" : request.body
        guard let body = JSONValue(parsing: text), let members = body.members else {
            return isForm ? .missing("struct_data") : .failure(400, "Invalid JSON")
        }
        let unknown = members.map(\.key).filter { !World.searchFields.contains($0) }
        if !unknown.isEmpty { return .invalid(unknown.map { ($0, "Unknown field") }) }
        guard let query = body["query"]?.string else { return .missing("query") }
        let perPage = max(1, min(75, body["per_page"]?.int ?? 20))
        let page = max(1, body["page"]?.int ?? 1)
        let area = SearchArea(body["geo"])
        let withTock = body["include_tock_inventory"]?.bool ?? false
        let party = body["slot_filter"]?["party_size"]?.int ?? 2
        let day = body["availability"]?.bool == true ? Day(body["slot_filter"]?["day"]?.string ?? "") : nil

        var found: [Found] = []
        for venue in venues where withTock || venue.tockURL == nil {
            guard area.contains(venue), let score = NameMatch.score(query, venue, switches.searchMatching) else {
                continue
            }
            found.append(Found(venue: venue, score: score, metres: area.metres(to: venue)))
        }
        let order = body["order_by"]?.string
        if order == "availability", let day {
            for index in found.indices {
                found[index].isFree =
                    !slots.offers(found[index].venue, day: day, party: party, now: now).isEmpty
            }
        }
        found.sort { order == "distance" ? $0.isNearer(than: $1) : $0.isBetter(than: $1) }
        let first = min(found.count, (page - 1) * perPage)
        let hits = found[first..<min(found.count, first + perPage)].map { one in
            var hit = hit(one.venue, query, body)
            if area.hasCenter {
                hit["travel_time"] = ["distance": .double((one.metres / 1609.344 * 10).rounded() / 10)]
            }
            if day != nil, !switches.searchSlots.includes(one.venue.id) {
                // Absent or null, as recorded.
                if one.venue.id % 3 == 0 { hit["availability"] = .null }
            } else if let day {
                let around = clockMinutes(body["slot_filter"]?["time_filter"]?.string)
                hit["availability"] = availability(one.venue, day: day, party: party, around: around)
            }
            return switches.wrapsHits ? ["_index": "venues", "_score": 1.0, "_source": hit] : hit
        }
        let pages = (found.count + perPage - 1) / perPage
        return Reply(
            200,
            [
                "meta": [
                    "engine": "ELASTIC", "total": .int(found.count), "page": .int(page), "per_page": .int(perPage),
                    "total_pages": .int(pages),
                ],
                "search": [
                    "nbHits": .int(found.count), "nbPages": .int(pages), "hitsPerPage": .int(perPage),
                    "cuisines": .texts(Array(Set(found.flatMap(\.venue.cuisines))).sorted()), "hits": .array(hits),
                ],
                "suggestions": [],
            ])
    }

    /// A venue that the words fit.
    private struct Found {
        let venue: Venue
        let score: Int
        let metres: Double
        var isFree = false

        func isNearer(than other: Found) -> Bool { (metres, venue.id) < (other.metres, other.venue.id) }
        func isBetter(than other: Found) -> Bool {
            if isFree != other.isFree { return isFree }
            return score == other.score ? isNearer(than: other) : score > other.score
        }
    }

    private func clockMinutes(_ text: String?) -> Int? {
        let parts = (text ?? "").split(separator: ":").compactMap { Int($0) }
        return parts.count >= 2 ? parts[0] * 60 + parts[1] : nil
    }
}
