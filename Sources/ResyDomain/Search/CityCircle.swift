/// A circle on the map around one city or several.
package struct CityCircle: Sendable, Equatable {
    package var latitude: Double
    package var longitude: Double
    package var radiusMetres: Int

    /// What Resy's own site takes for New York.
    package static let usual = 16_100
    private static let smallest = 3_000
    private static let largest = 32_000
    /// Around several cities that are one region, such as the Bay Area.
    private static let widest = 60_000

    package init(_ city: ListedCity) {
        let metres = city.radiusMiles.map { Int($0 * 1609.344) } ?? Self.usual
        (latitude, longitude) = (city.latitude, city.longitude)
        radiusMetres = min(max(metres, Self.smallest), Self.largest)
    }

    /// Nil for none, and where they are too far apart for one search.
    package init?(around cities: [ListedCity]) {
        guard let first = cities.first else { return nil }
        self.init(first)
        guard cities.count > 1 else { return }
        let (north, east) = (cities.map(\.latitude), cities.map(\.longitude))
        guard let top = north.max(), let bottom = north.min(), let right = east.max(), let left = east.min() else {
            return nil
        }
        (latitude, longitude) = ((top + bottom) / 2, (left + right) / 2)
        var reach = 0.0
        for city in cities {
            guard let metres = Whereabouts.metres(from: (latitude, longitude), to: (city.latitude, city.longitude))
            else {
                return nil
            }
            reach = max(reach, metres + Double(min(CityCircle(city).radiusMetres, Self.usual)))
        }
        guard reach <= Double(Self.widest) else { return nil }
        radiusMetres = Int(reach)
    }

    package func metres(to city: ListedCity) -> Double? {
        Whereabouts.metres(from: (latitude, longitude), to: (city.latitude, city.longitude))
    }
}
