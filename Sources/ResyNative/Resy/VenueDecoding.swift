package import ResyDomain

/// A venue's own page.
package struct VenuePage: Sendable {
    package var venue: Venue
    package var isActive: Bool
}

/// What the days of a venue have for one party size.
package struct VenueCalendar: Sendable {
    package enum Status: Sendable, Equatable {
        case available, soldOut, closed, other

        init(words: String?) {
            self =
                switch words?.lowercased() {
                case "available": .available
                case "sold-out", "sold out", "sold_out": .soldOut
                case "closed": .closed
                default: .other
                }
        }

        /// Why there is no table on such a day; nil where there may be one, or nothing is said.
        var reason: LeftOut.Reason? {
            switch self {
            case .closed: .closed
            case .soldOut: .soldOut
            case .available, .other: nil
            }
        }
    }

    package var days: [(day: CalendarDay, status: Status)]
    /// Days after it are not published yet.
    package var lastDay: CalendarDay?

    package var openDays: [CalendarDay] { days.filter { $0.status == .available }.map { $0.day } }

    package func status(of day: CalendarDay) -> Status? { days.first { $0.day == day }?.status }

    static func decode(_ answer: JSON) throws(JSONError) -> VenueCalendar {
        let found = Rows<(day: CalendarDay, status: Status)>()
        // Null is a calendar without days.
        let scheduled = answer.member("scheduled")?.isNull == true ? [] : try answer["scheduled"].items
        for item in scheduled {
            found.take { () throws(JSONError) in try self.day(item) }
        }
        // Rows that disagree about a day say nothing of it.
        var statuses: [CalendarDay: Status] = [:]
        for (day, status) in try found.all {
            statuses[day] = statuses[day].map { $0 == status ? status : .other } ?? status
        }
        let days = statuses.map { (day: $0.key, status: $0.value) }
        let last = (try? answer.optional("last_calendar_day")?.string).flatMap { CalendarDay(iso: $0) }
        return VenueCalendar(days: days.sorted { $0.day < $1.day }, lastDay: last)
    }

    private static func day(_ item: JSON) throws(JSONError) -> (day: CalendarDay, status: Status) {
        guard let day = CalendarDay(iso: try item["date"].string) else {
            throw .wrongKind(path: item.path + ".date", wanted: "a date")
        }
        return (day, Status(words: try? item.optional("inventory")?.optional("reservation")?.words))
    }
}

extension Venue {
    /// A search hit. Older captures wrap it in `_source`.
    static func decode(hit: JSON) throws(JSONError) -> Venue {
        let source = hit.optional("_source") ?? hit
        let id: Int
        if let nested = source.optional("id")?.optional("resy") ?? source.optional("objectID") {
            id = try nested.integer
        } else {
            id = try source["id"].integer
        }
        var venue = Venue(id: id, name: CleanText.title(try source["name"].words))
        let location = source.optional("location")
        venue.city = cleaned(source.optional("locality")) ?? cleaned(location?.optional("name"))
        venue.region = cleaned(source.optional("region"))
        venue.country = cleaned(source.optional("country"))
        venue.neighborhood = cleaned(source.optional("neighborhood"))
        venue.citySlug = try? location?.optional("url_slug")?.string
        venue.slug = try? source.optional("url_slug")?.string
        venue.phone = cleaned(source.optional("contact")?.optional("phone_number"))
        venue.latitude = try? source.optional("_geoloc")?.optional("lat")?.number
        venue.longitude = try? source.optional("_geoloc")?.optional("lng")?.number
        venue.currency = currency(source.optional("currency_code"))
        venue.wantsCaptcha = (try? source.optional("feature_recaptcha")?.flag) ?? false
        venue.isTock = (try? source.optional("is_tock_inventory")?.flag) ?? false
        venue.reopens = reopening(source)
        venue.smallestParty = try? source.optional("min_party_size")?.integer
        venue.largestParty = try? source.optional("max_party_size")?.integer
        venue.cuisines = cuisines(source.member("cuisine"))
        venue.price = price(source.optional("price_range_id"))
        venue.rating = rating(source.optional("rating")?.optional("average") ?? source.optional("rating"))
        return venue
    }

    /// Fills in what another answer knows better: a page knows the zone and the address, a hit knows Tock.
    mutating func complete(with other: Venue) {
        city = city ?? other.city
        region = region ?? other.region
        country = country ?? other.country
        neighborhood = neighborhood ?? other.neighborhood
        zone = zone ?? other.zone
        citySlug = citySlug ?? other.citySlug
        slug = slug ?? other.slug
        street = street ?? other.street
        phone = phone ?? other.phone
        latitude = latitude ?? other.latitude
        longitude = longitude ?? other.longitude
        placeID = placeID ?? other.placeID
        currency = currency ?? other.currency
        wantsCaptcha = wantsCaptcha || other.wantsCaptcha
        isTock = isTock || other.isTock
        reopens = reopens ?? other.reopens
        smallestParty = smallestParty ?? other.smallestParty
        largestParty = largestParty ?? other.largestParty
        hiddenWishes.formUnion(other.hiddenWishes)
        if cuisines.isEmpty { cuisines = other.cuisines }
        price = price ?? other.price
        rating = rating ?? other.rating
        needToKnow = needToKnow ?? other.needToKnow
    }

    /// A list, or one word for it.
    static func cuisines(_ field: JSON?) -> [String] {
        guard let field, !field.isNull else { return [] }
        let several = (try? field.items) ?? [field]
        return Array(several.compactMap { cleaned($0) }.prefix(5))
    }

    /// From 1 to 4; anything else says nothing.
    static func price(_ field: JSON?) -> Int? {
        (try? field?.integer).flatMap { (1...4).contains($0) ? $0 : nil }
    }

    /// Of five; none is written as 0.
    static func rating(_ field: JSON?) -> Double? {
        (try? field?.number).flatMap { $0 > 0 && $0 <= 5 ? $0 : nil }
    }

    /// The day on which it opens again; nil where it is open.
    static func reopening(_ about: JSON) -> CalendarDay? {
        (try? about.optional("reopen")?.optional("date")?.string).flatMap { CalendarDay(iso: $0.prefix(10)) }
    }

    static func hiddenWishes(_ about: JSON) -> Set<Wish.Field> {
        let flags: [(Wish.Field, String)] = [
            (.words, "hide_special_request_question"), (.occasion, "hide_occasion_question"),
        ]
        return Set(flags.filter { (try? about.optional($0.1)?.flag) ?? false }.map(\.0))
    }

    static func cleaned(_ field: JSON?) -> String? {
        guard let text = try? field?.label else { return nil }
        let clean = CleanText.name(text)
        return clean.isEmpty ? nil : clean
    }

    /// An ISO 4217 code: three letters. Anything else is no currency that a sentence of ours could hold.
    static func currency(_ field: JSON?) -> String? {
        guard let code = (try? field?.string)?.uppercased(), code.utf8.count == 3,
            code.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { return nil }
        return code
    }

    /// A zone's name as Resy writes it. One that is named but not known is an error, never UTC.
    static func zone(_ field: JSON?) throws(JSONError) -> Zone? {
        guard let field else { return nil }
        guard let zone = Zone(named: try field.string) else {
            throw .wrongKind(path: field.path, wanted: "a time zone that this program knows")
        }
        return zone
    }
}

extension Venue {
    /// Empty where the page has none.
    static func needToKnow(_ page: JSON) -> String {
        let parts = (try? page.optional("content")?.items) ?? []
        let words = parts.filter { (try? $0.optional("name")?.string) == "need_to_know" }
            .compactMap { try? $0.optional("body")?.words }
        return CleanText.cut(words.joined(separator: " "), to: 1000)
    }
}

extension VenuePage {
    static func decode(_ answer: JSON) throws(JSONError) -> VenuePage {
        // One old shape wraps the venue; the object is top-level everywhere else.
        let page = answer.optional("id") == nil ? (answer.optional("venue") ?? answer) : answer
        let id: JSON = if let nested = page.optional("id")?.optional("resy") { nested } else { try page["id"] }
        var venue = Venue(id: try id.integer, name: CleanText.title(try page["name"].words))
        let location = page.optional("location")
        let contact = page.optional("contact")
        venue.city = Venue.cleaned(location?.optional("locality")) ?? Venue.cleaned(location?.optional("name"))
        venue.region = Venue.cleaned(location?.optional("region"))
        venue.neighborhood = Venue.cleaned(location?.optional("neighborhood"))
        venue.zone = try Venue.zone(
            page.optional("locale")?.optional("time_zone") ?? location?.optional("time_zone"))
        venue.citySlug = try? location?.optional("url_slug")?.string
        venue.slug = (try? page.optional("url_slug")?.string) ?? (try? page.optional("venue_url_slug")?.string)
        venue.street = Venue.cleaned(location?.optional("address_1"))
        venue.phone = Venue.cleaned(contact?.optional("phone_number"))
        venue.latitude = try? location?.optional("latitude")?.number
        venue.longitude = try? location?.optional("longitude")?.number
        venue.placeID = try? page.optional("id")?.optional("google")?.string
        venue.currency = Venue.currency(page.optional("locale")?.optional("currency"))
        venue.wantsCaptcha = (try? page.optional("feature_recaptcha")?.flag) ?? false
        venue.smallestParty = try? page.optional("min_party_size")?.integer
        venue.largestParty = try? page.optional("max_party_size")?.integer
        venue.reopens = Venue.reopening(page)
        venue.hiddenWishes = Venue.hiddenWishes(page)
        venue.cuisines = Venue.cuisines(page.member("type"))
        venue.price = Venue.price(page.optional("price_range_id"))
        let raters = (try? page.optional("rater")?.items) ?? []
        venue.rating = raters.lazy.compactMap { Venue.rating($0.optional("score")) }.first
        venue.needToKnow = Venue.needToKnow(page)
        return VenuePage(
            venue: venue, isActive: (try? page.optional("is_active")?.flag) ?? true)
    }
}
