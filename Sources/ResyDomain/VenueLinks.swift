/// Links into Resy's site, for a person who goes on by hand.
package struct VenueLinks: Sendable, Equatable {
    private let base: String

    /// `base` is the site without a path, such as `https://resy.com`.
    package init(base: String) {
        var base = Substring(base)
        while base.last == "/" { base = base.dropLast() }
        self.base = String(base)
    }

    /// The venue's page with date and seats; a search for its name where an answer gave no slug to build it from.
    package func page(of venue: Venue, day: CalendarDay? = nil, party: Int? = nil) -> String {
        guard let city = checked(venue.citySlug), let slug = checked(venue.slug) else {
            return search(for: venue.name, citySlug: venue.citySlug, day: day, party: party)
        }
        return link("/cities/\(city)/venues/\(slug)", when(day, party))
    }

    package func search(
        for name: String, citySlug: String? = nil, day: CalendarDay? = nil, party: Int? = nil
    ) -> String {
        let path = checked(citySlug).map { "/cities/\($0)/search" } ?? "/"
        return link(path, [("query", CleanText.title(name))] + when(day, party))
    }

    /// Whether a host's pages are Resy's: the site's own, wherever it is, or resy.com's.
    package func areOn(_ host: String) -> Bool {
        host == URLText.host(base) || host == "resy.com" || host.hasSuffix(".resy.com")
    }

    package var reservations: String { base + "/account/reservations-and-notify" }
    package var paymentMethods: String { base + "/account/payment-methods" }

    private func when(_ day: CalendarDay?, _ party: Int?) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        if let day { fields.append(("date", day.iso)) }
        if let party { fields.append(("seats", String(party))) }
        return fields
    }

    private func link(_ path: String, _ fields: [(name: String, value: String)]) -> String {
        base + path + (fields.isEmpty ? "" : "?" + PercentEncoding.query(fields))
    }

    /// Nil for a slug with anything in it but `a-z`, `0-9` and `-`: it came from outside and goes into a path.
    private func checked(_ slug: String?) -> String? {
        guard let slug, !slug.isEmpty, slug.utf8.count <= 120 else { return nil }
        let isPlain = slug.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        return isPlain ? slug : nil
    }
}
