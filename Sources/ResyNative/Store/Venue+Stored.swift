internal import ResyDomain

extension Venue {
    /// All that is known, as the database keeps it.
    var stored: JSON {
        [
            "id": .integer(id), "name": .string(name), "city": .string(city), "region": .string(region),
            "country": .string(country), "neighborhood": .string(neighborhood), "zone": .string(zone?.name),
            "city_slug": .string(citySlug),
            "slug": .string(slug), "street": .string(street), "phone": .string(phone), "latitude": .number(latitude),
            "longitude": .number(longitude), "place_id": .string(placeID), "currency": .string(currency),
            "captcha": .bool(wantsCaptcha), "tock": .bool(isTock),
            "reopens": .string(reopens?.iso), "smallest_party": .integer(smallestParty),
            "largest_party": .integer(largestParty),
            "cuisines": .array(cuisines.map { .string($0) }), "price": .integer(price), "rating": .number(rating),
            "need_to_know": .string(needToKnow),
            "hidden_wishes": .array(hiddenWishes.map(\.rawValue).sorted().map { .string($0) }),
        ]
    }

    /// Nil for what is not a venue.
    init?(stored json: JSON) {
        guard let id = try? json["id"].integer, let name = try? json["name"].string else { return nil }
        self.init(id: id, name: name)
        city = try? json.optional("city")?.string
        region = try? json.optional("region")?.string
        country = try? json.optional("country")?.string
        neighborhood = try? json.optional("neighborhood")?.string
        zone = (try? json.optional("zone")?.string).flatMap { Zone(named: $0) }
        citySlug = try? json.optional("city_slug")?.string
        slug = try? json.optional("slug")?.string
        street = try? json.optional("street")?.string
        phone = try? json.optional("phone")?.string
        latitude = try? json.optional("latitude")?.number
        longitude = try? json.optional("longitude")?.number
        placeID = try? json.optional("place_id")?.string
        currency = try? json.optional("currency")?.string
        wantsCaptcha = (try? json.optional("captcha")?.flag) ?? false
        isTock = (try? json.optional("tock")?.flag) ?? false
        reopens = (try? json.optional("reopens")?.string).flatMap { CalendarDay(iso: $0) }
        smallestParty = try? json.optional("smallest_party")?.integer
        largestParty = try? json.optional("largest_party")?.integer
        cuisines = ((try? json.optional("cuisines")?.items) ?? []).compactMap { try? $0.string }
        price = try? json.optional("price")?.integer
        rating = try? json.optional("rating")?.number
        needToKnow = try? json.optional("need_to_know")?.string
        let hidden = (try? json.optional("hidden_wishes")?.items) ?? []
        hiddenWishes = Set(hidden.compactMap { try? $0.string }.compactMap { Wish.Field(rawValue: $0) })
    }
}
