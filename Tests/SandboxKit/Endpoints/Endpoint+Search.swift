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
        let filter = SearchArea(body["geo"])
        let withTock = body["include_tock_inventory"]?.bool ?? false

        var found: [(venue: Venue, score: Int, metres: Double)] = []
        for venue in venues where withTock || venue.tockURL == nil {
            guard filter.contains(venue), let score = NameMatch.score(query, venue) else { continue }
            found.append((venue, score, filter.metres(to: venue)))
        }
        let byDistance = body["order_by"]?.string == "distance"
        found.sort { left, right in
            if byDistance || left.score == right.score {
                return (left.metres, left.venue.id) < (right.metres, right.venue.id)
            }
            return left.score > right.score
        }
        let first = min(found.count, (page - 1) * perPage)
        let hits = found[first..<min(found.count, first + perPage)].map {
            hit($0.venue, metres: $0.metres, query, body)
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
                    "cuisines": .texts(Array(Set(found.map(\.venue.cuisine))).sorted()), "hits": .array(hits),
                ],
                "suggestions": [],
            ])
    }

    private func hit(_ venue: Venue, metres: Double, _ query: String, _ body: JSONValue) -> JSONValue {
        var name = venue.name
        if let highlight = body["highlight"], let before = highlight["pre_tag"]?.string,
            let after = highlight["post_tag"]?.string, !query.isEmpty,
            let range = name.range(of: query, options: [.caseInsensitive, .diacriticInsensitive])
        {
            name.replaceSubrange(range, with: before + name[range] + after)
        }
        let reopen = venue.reopensInDays.map { venue.clock.day(at: now).adding($0).description }
        var hit: JSONValue = [
            "id": ["resy": .int(venue.id)], "objectID": .string(String(venue.id)), "name": .string(name),
            "url_slug": .string(venue.slug),
            "location": [
                "code": .string(venue.city.code), "id": .int(venue.city.id), "name": .string(venue.city.name),
                "url_slug": .string(venue.city.slug),
            ],
            "locality": .string(venue.city.locality), "region": .string(venue.city.region),
            "neighborhood": .string(venue.neighborhood), "country": .string(venue.city.country),
            "cuisine": [.string(venue.cuisine)], "price_range_id": .int(venue.price),
            "currency_code": .string(venue.city.currency), "currency_symbol": .string(venue.city.symbol),
            "rating": ["average": .double(venue.rating), "count": 1830],
            "_geoloc": ["lat": .double(venue.latitude), "lng": .double(venue.longitude)],
            "min_party_size": .int(venue.minParty), "max_party_size": .int(venue.maxParty),
            "images": ["https://image.resy.com/3/003/2/\(venue.id)/sandbox/16:9/640x360"],
            "contact": ["phone_number": .text(venue.phone)], "inventory_type_id": 1, "reopen": ["date": .text(reopen)],
            "is_tock_inventory": .bool(venue.tockURL != nil), "tock_business_page_url": .text(venue.tockURL),
            "feature_recaptcha": .bool(venue.needsCaptcha), "gda_concierge_booking": false,
            "is_global_dining_access": false, "requires_reservation_transfers": 0, "is_gdc": 0, "is_rga": false,
            "is_gns": 0, "waitlist": ["available": 0, "label": nil, "current": nil], "collections": [],
            "favorite": false, "travel_time": ["distance": .double((metres / 1609.344 * 10).rounded() / 10)],
            "content": [["name": "tagline", "body": .string(venue.tagline)]],
        ]
        if body["highlight"] != nil { hit["_highlightResult"] = ["name": ["value": .string(name)]] }
        if body["availability"]?.bool == true, let wanted = body["slot_filter"],
            let day = Day(wanted["day"]?.string ?? "")
        {
            hit["availability"] = availability(venue, day: day, party: wanted["party_size"]?.int ?? 2)
        }
        return hit
    }

    private func availability(_ venue: Venue, day: Day, party: Int) -> JSONValue {
        let offers = slots.offers(venue, day: day, party: party, now: now)
        let list: [JSONValue] = offers.map { offer in
            let token = offer.key.token(template: offer.seating.template, service: offer.seating.service, party: party)
            let tock = venue.tockURL != nil
            return [
                "config": [
                    "id": .int(configID(offer, copy: 0)), "type": .string(offer.seating.label ?? offer.seating.name),
                    "token": tock ? nil : .string(token),
                ],
                "date": ["start": .string(offer.startText), "end": .string(offer.endText)],
                "template": ["id": .int(offer.seating.template)],
                "shift": ["service": ["type": ["id": .int(offer.seating.service)]]],
                "tock_booking_url": .text(venue.tockURL),
            ]
        }
        let templates = venue.seatings.map { seating in
            JSONValue.Member(
                String(seating.template),
                [
                    "is_paid": .bool(saysPaid(seating.terms)),
                    "cancellation_fee": .number(seating.terms.cancellationFee),
                    "deposit_fee": .number(seating.terms.depositFee),
                ])
        }
        return [
            "status": list.isEmpty ? "sold-out" : "available", "notifies": [], "events": [], "gating_errors": [:],
            "service_types": [:], "notify_options": [], "templates": .object(templates), "slots": .array(list),
        ]
    }
}
