import Foundation

extension World {
    func venuePage(_ request: RecordedRequest) -> Reply {
        let query = request.query
        if let text = query["id"] {
            guard let id = Int(text) else { return .invalid([("id", "invalid")]) }
            return venue(id).map { Reply(200, venueObject($0)) } ?? .failure(404, "Venue not found")
        }
        guard let slug = query["url_slug"] else { return .missing("id") }
        guard let location = query["location"] else { return .missing("location") }
        let found = venues.first { $0.slug == slug && ($0.city.slug == location || $0.city.code == location) }
        return found.map { Reply(200, venueObject($0)) } ?? .failure(404, "Venue not found")
    }

    private func venueObject(_ venue: Venue) -> JSONValue {
        let city = venue.city
        func content(_ name: String, _ title: String, _ body: String) -> JSONValue {
            [
                "name": .string(name), "title": .string(title), "body": .string(body), "icon": nil,
                "locale": ["language": "en-us"], "display": ["type": "text"],
            ]
        }
        let reopen = venue.reopensInDays.map { venue.clock.day(at: now).adding($0).description }
        return [
            "id": [
                "resy": .int(venue.id), "google": .text(venue.pageGoogleID ?? venue.googleID), "foursquare": nil,
                "fb_pixel": nil,
            ],
            "name": .string(venue.name), "type": .string(venue.cuisine), "url_slug": .string(venue.slug),
            "price_range_id": .int(venue.price), "currency_symbol": .string(city.symbol),
            "location": locationObject(venue),
            "contact": ["phone_number": .text(venue.phone), "url": "https://example.com", "menu_url": nil],
            "content": [
                content("need_to_know", "Need to Know", venue.needToKnow),
                content("why_we_like_it", "Why We Like It", "The room hums and the kitchen keeps its head."),
                content("tagline", "Tagline", venue.tagline), content("about", "About", "Open since 1998."),
                content("from_the_venue", "From the venue", "Please tell us about allergies."),
            ],
            "rater": [["name": "resy", "scale": 5, "score": .double(venue.rating), "total": .int(venue.ratingCount)]],
            "links": [
                "web": "https://resy.com/cities/\(city.slug)/venues/\(venue.slug)",
                "deep": "resy://resy.com/VenueDetails?venue_id=\(venue.id)",
            ],
            "locale": ["currency": .string(city.currency), "time_zone": .string(venue.zone)],
            "config": [
                "allow_bypass_payment_method": 1, "allow_multiple_resys": 0, "enable_discovery": 1, "enable_invite": 1,
                "enable_resypay": 0, "hospitality_included": 0, "experiences": [],
            ],
            "images": ["https://image.resy.com/3/003/2/\(venue.id)/sandbox/16:9/640x360"],
            "min_party_size": .int(venue.minParty), "max_party_size": .int(venue.maxParty),
            "large_party_message": nil, "is_active": 1, "feature_recaptcha": .bool(venue.needsCaptcha),
            "reopen": ["date": .text(reopen)], "hide_allergy_question": 0,
            "hide_occasion_question": .flag(switches.hidesOccasions),
            "hide_special_request_question": .flag(switches.hidesRequests), "transaction_processor": "stripe",
            "social": [], "favorite": false,
            "user_login_preference": ["mobile_first": true], "tax_included": false, "venue_group": nil, "ticket": nil,
        ]
    }

    func locationObject(_ venue: Venue) -> JSONValue {
        let city = venue.city
        return [
            "address_1": .string(venue.address), "address_2": nil, "code": .string(city.code),
            "url_slug": .string(city.slug), "country": .string(city.country),
            "country_iso3166": city.country == "United States" ? "USA" : city.country == "Spain" ? "ESP" : "GBR",
            "cross_street_1": "First Ave", "cross_street_2": "Second Ave", "id": .int(city.id),
            "latitude": .double(venue.latitude), "longitude": .double(venue.longitude),
            "locality": .string(venue.town), "neighborhood": .string(venue.neighborhood),
            "postal_code": .string(venue.postalCode), "region": .string(city.region),
        ]
    }

    func config(_ request: RecordedRequest) -> Reply {
        guard let text = request.query["venue_id"] else { return .missing("venue_id") }
        guard let id = Int(text), let venue = venue(id) else { return .failure(404, "Venue not found") }
        return Reply(
            200,
            [
                "lead_time_in_days": venue.saysLeadDays ? .int(venue.configLeadDays ?? venue.leadDays - 1) : nil,
                "calendar_date_to": .string(SlotBook.lastDay(of: venue, at: now).description),
                "venue": ["id": .int(venue.id), "name": .string(venue.name)],
            ])
    }

    func calendar(_ request: RecordedRequest) -> Reply {
        let query = request.query
        let absent = ["venue_id", "num_seats", "start_date", "end_date"].filter { query[$0] == nil }
        if !absent.isEmpty { return .invalid(absent.map { ($0, "missing") }) }
        guard let party = Int(query["num_seats"] ?? ""), let first = Day(query["start_date"] ?? ""),
            let last = Day(query["end_date"] ?? "")
        else { return .invalid([("start_date", "invalid")]) }
        guard let id = Int(query["venue_id"] ?? ""), let venue = venue(id) else {
            return .failure(404, "Venue not found")
        }
        let final = SlotBook.lastDay(of: venue, at: now)
        var days: [JSONValue] = []
        var day = max(first, venue.clock.day(at: now))
        while day <= min(last, final) {
            let isOpen = SlotBook.isOpen(venue, on: day, at: now)
            let isFree = !slots.offers(venue, day: day, party: party, now: now).isEmpty
            days.append([
                "date": .string(day.description),
                "inventory": [
                    "reservation": isOpen ? isFree ? "available" : "sold-out" : "closed", "event": "not available",
                    "walk-in": isOpen ? "available" : "not available",
                ],
            ])
            day = day.adding(1)
        }
        return Reply(200, ["last_calendar_day": .string(final.description), "scheduled": .array(days)])
    }
}
