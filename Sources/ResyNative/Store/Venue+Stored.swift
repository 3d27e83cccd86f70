extension Venue {
    /// All that is known, as the database keeps it.
    var stored: JSON {
        [
            "id": .integer(id), "name": .string(name), "city": .string(city), "region": .string(region),
            "country": .string(country), "neighborhood": .string(neighborhood), "zone": .string(zone?.name),
            "city_slug": .string(citySlug),
            "slug": .string(slug), "street": .string(street), "phone": .string(phone), "latitude": .number(latitude),
            "longitude": .number(longitude), "place_id": .string(placeID), "currency": .string(currency),
            "captcha": .bool(wantsCaptcha), "tock": .bool(isTock), "tock_url": .string(tockURL),
            "reopens": .string(reopens?.iso), "smallest_party": .integer(smallestParty),
            "largest_party": .integer(largestParty),
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
        tockURL = try? json.optional("tock_url")?.string
        reopens = (try? json.optional("reopens")?.string).flatMap { CalendarDay(iso: $0) }
        smallestParty = try? json.optional("smallest_party")?.integer
        largestParty = try? json.optional("largest_party")?.integer
        let hidden = (try? json.optional("hidden_wishes")?.items) ?? []
        hiddenWishes = Set(hidden.compactMap { try? $0.string }.compactMap { Wish.Field(rawValue: $0) })
    }
}

extension AgreedTerms {
    var stored: JSON {
        [
            "lines": .array(lines.map { .string($0) }), "fee": fee?.stored ?? nil,
            "cancel_by": .number(cancelBy?.seconds),
        ]
    }

    /// Nil where part of it cannot be read: half of the terms would be a lie.
    init?(stored json: JSON) {
        guard let items = try? json["lines"].items else { return nil }
        let lines = items.compactMap { try? $0.string }
        let fee = json.optional("fee").map { Fee(stored: $0) }
        if case .some(.none) = fee { return nil }
        guard lines.count == items.count else { return nil }
        self.init(
            lines: lines, fee: fee ?? nil,
            cancelBy: (try? json.optional("cancel_by")?.number).map { Instant(seconds: $0) })
    }
}

extension Fee {
    var stored: JSON {
        [
            "kind": .string(kind.rawValue), "amount": .number(amount), "currency": .string(currency),
            "basis": .string(basis.rawValue), "cut_off": .number(cutOff?.seconds), "text": .string(text),
        ]
    }

    init?(stored json: JSON) {
        guard let kind = (try? json["kind"].string).flatMap({ Kind(rawValue: $0) }),
            let basis = (try? json["basis"].string).flatMap({ Basis(rawValue: $0) }),
            let text = try? json["text"].string
        else { return nil }
        self.init(
            kind: kind, amount: try? json.optional("amount")?.number, currency: try? json.optional("currency")?.string,
            basis: basis, cutOff: (try? json.optional("cut_off")?.number).map { Instant(seconds: $0) }, text: text)
    }
}
