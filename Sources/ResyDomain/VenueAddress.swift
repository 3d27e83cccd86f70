/// The two slugs in the address of a venue's page.
package struct VenueAddress: Sendable, Equatable {
    package var citySlug: String
    package var slug: String

    /// Reads `…/cities/new-york-ny/venues/carbone?…` and the older `…/cities/ny/carbone`, in `<…>`, as Markdown or within a
    /// sentence; nil for anything else.
    package init?(_ text: String) {
        let text = text.lowercased()
        guard let start = text.firstRange(of: "/cities/") else { return nil }
        let path = text[start.upperBound...].prefix { !VenueAddress.isEnd($0) }
        let parts = path.split(separator: "/").map(String.init)
        switch parts.count {
        case 3... where parts[1] == "venues": (citySlug, slug) = (parts[0], parts[2])
        case 2 where parts[1] != "venues" && parts[1] != "search": (citySlug, slug) = (parts[0], parts[1])
        default: return nil
        }
        guard VenueAddress.isSlug(citySlug), VenueAddress.isSlug(slug) else { return nil }
    }

    private static func isEnd(_ character: Character) -> Bool {
        character.isWhitespace || "?#)>]}\"'`,;.*|\u{201D}\u{2019}".contains(character)
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
