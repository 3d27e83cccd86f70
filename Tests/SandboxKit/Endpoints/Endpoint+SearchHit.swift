import Foundation

/// One venue as a search tells it.
extension World {
    func hit(_ venue: Venue, _ query: String, _ body: JSONValue) -> JSONValue {
        let isMarked = body["highlight"] != nil || switches.highlights
        let name = isMarked ? marked(venue.name, query, body["highlight"]) : venue.name
        let reopen = venue.reopensInDays.map { venue.clock.day(at: now).adding($0).description }
        var hit: JSONValue = [
            "id": ["resy": .int(venue.id)], "objectID": .string(String(venue.id)), "name": .string(name),
            "url_slug": .string(venue.slug),
            "location": [
                "code": .string(venue.city.code), "id": .int(venue.city.id), "name": .string(venue.city.name),
                "url_slug": .string(venue.city.slug),
            ],
            "locality": .string(venue.town), "region": .string(venue.city.region),
            "neighborhood": .string(venue.neighborhood), "country": .string(venue.city.country),
            "cuisine": switches.cuisineIsText ? .string(venue.cuisine) : .texts(venue.cuisines),
            "price_range_id": .int(venue.price),
            "currency_code": .string(venue.city.currency), "currency_symbol": .string(venue.city.symbol),
            "rating": ["average": .double(venue.rating), "count": .int(venue.ratingCount)],
            "_geoloc": ["lat": .double(venue.latitude), "lng": .double(venue.longitude)],
            "min_party_size": .int(venue.minParty), "max_party_size": .int(venue.maxParty),
            "images": ["https://image.resy.com/3/003/2/\(venue.id)/sandbox/16:9/640x360"],
            "contact": ["phone_number": .text(venue.phone)], "inventory_type_id": 1, "reopen": ["date": .text(reopen)],
            "is_tock_inventory": .bool(venue.tockURL != nil), "tock_business_page_url": .text(venue.tockURL),
            "feature_recaptcha": .bool(venue.needsCaptcha), "gda_concierge_booking": false,
            "is_global_dining_access": .bool(venue.isForMembers), "requires_reservation_transfers": 0, "is_gdc": 0,
            "is_rga": false,
            "is_gns": 0, "waitlist": ["available": 0, "label": nil, "current": nil], "collections": [],
            "favorite": false,
            "content": [["name": "tagline", "body": .string(venue.tagline)]],
        ]
        if isMarked { hit["_highlightResult"] = ["name": ["value": .string(name)]] }
        return hit
    }

    /// `name` with tags around the words that were looked for.
    private func marked(_ name: String, _ query: String, _ tags: JSONValue?) -> String {
        let before = tags?["pre_tag"]?.string ?? "<em>"
        let after = tags?["post_tag"]?.string ?? "</em>"
        var name = name
        let words = [query] + query.split(separator: " ").map(String.init)
        let ranges = words.compactMap { name.range(of: $0, options: [.caseInsensitive, .diacriticInsensitive]) }
        guard let range = ranges.first else { return name }
        name.replaceSubrange(range, with: before + name[range] + after)
        return name
    }

    func availability(_ venue: Venue, day: Day, party: Int, around: Int?) -> JSONValue {
        var offers = slots.offers(venue, day: day, party: party, now: now)
        if let around, let width = switches.timeFilterMinutes {
            offers.removeAll { abs($0.key.minutes - around) > width }
        }
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
        let templates = venue.seatings.filter { switches.searchTemplates.includes($0.template) }.map(template)
        return [
            "status": list.isEmpty ? "sold-out" : "available", "notifies": [], "events": [], "gating_errors": [:],
            "service_types": [:], "notify_options": list.isEmpty ? [notifyOption(venue, day)] : [],
            "templates": .object(templates), "slots": .array(list),
        ]
    }
    private func template(_ seating: Seating) -> JSONValue.Member {
        var told: JSONValue = [
            "is_paid": .bool(saysPaid(seating.terms)), "cancellation_fee": .number(seating.terms.cancellationFee),
            "deposit_fee": .number(seating.terms.depositFee),
        ]
        if let large = seating.largeParty {
            told["large_party_size_cancel"] = .int(large.size)
            told["large_party_cancellation_fee"] = .double(large.fee)
        }
        return JSONValue.Member(String(seating.template), told)
    }

    private func notifyOption(_ venue: Venue, _ day: Day) -> JSONValue {
        [
            "service_type_id": .number(venue.seatings.first?.service), "min_request_datetime": "\(day) 17:00:00",
            "max_request_datetime": "\(day) 22:00:00", "step_minutes": 30,
        ]
    }
}
