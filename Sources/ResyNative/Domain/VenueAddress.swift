/// The two slugs in the address of a venue's page.
package struct VenueAddress: Sendable, Equatable {
    package var citySlug: String
    package var slug: String

    /// Reads `…/cities/new-york-ny/venues/carbone?…` and the older `…/cities/ny/carbone`; nil for anything else.
    package init?(_ text: String) {
        guard let start = text.firstRange(of: "/cities/") else { return nil }
        let parts = text[start.upperBound...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
        switch parts.count {
        case 3... where parts[1] == "venues": (citySlug, slug) = (parts[0], parts[2])
        case 2 where parts[1] != "venues" && parts[1] != "search": (citySlug, slug) = (parts[0], parts[1])
        default: return nil
        }
        guard VenueAddress.isSlug(citySlug), VenueAddress.isSlug(slug) else { return nil }
    }

    /// The host that a pasted link names, with or without its `https://`; nil for a text that names none.
    static func host(of text: String) -> String? {
        if let host = URLText.host(text) { return host }
        guard let start = text.firstRange(of: "/cities/") else { return nil }
        let before = text[..<start.lowerBound].split(separator: " ").last ?? ""
        let host = before.prefix { $0 != "/" && $0 != ":" }
        return host.contains(".") ? host.lowercased() : nil
    }

    private static func isSlug(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 120
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "-")
            }
    }
}
