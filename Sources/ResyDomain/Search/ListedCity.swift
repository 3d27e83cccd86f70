/// A place of Resy's own list.
package struct ListedCity: Sendable, Equatable {
    package var id: Int
    package var name: String
    package var slug: String
    package var code: String
    package var country: String?
    package var latitude: Double
    package var longitude: Double
    package var radiusMiles: Double?
    package var zone: Zone?

    package init(id: Int, name: String, slug: String, code: String, latitude: Double, longitude: Double) {
        self.id = id
        self.name = name
        self.slug = slug
        self.code = code
        self.latitude = latitude
        self.longitude = longitude
    }
}

extension ListedCity {
    /// The names that it may be looked up by, as `PlaceName` folds them.
    package var names: Set<String> {
        let title = PlaceName.folded(String(name.prefix { $0 != "," && $0 != "(" }))
        let words = PlaceName.words(of: slug)
        var names = [PlaceName.folded(name), title, words.joined(separator: " ")]
        if region != nil { names.append(words.dropLast().joined(separator: " ")) }
        names += names.compactMap { Gazetteer.nicknames[$0] }
        return Set(names.filter { !$0.isEmpty })
    }

    /// The code of its state, which its slug may end in: `portland-or`.
    package var region: String? {
        let words = PlaceName.words(of: slug)
        return words.count > 1 ? words.last.flatMap { Gazetteer.states[$0] == nil ? nil : $0 } : nil
    }

    /// `Portland, OR`.
    package var spoken: String {
        guard !name.contains(","), let whole = region?.uppercased() ?? country else { return name }
        return "\(name), \(whole)"
    }

    /// A restaurant there, as far as it says where it is.
    package var venue: Venue {
        var venue = Venue(id: 0, name: name)
        venue.city = String(name.prefix { $0 != "," && $0 != "(" }).trimmed
        venue.region = region
        venue.country = country
        venue.citySlug = slug
        (venue.latitude, venue.longitude) = (latitude, longitude)
        return venue
    }
}
