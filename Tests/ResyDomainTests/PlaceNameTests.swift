import Testing

@testable import ResyDomain

@Suite struct PlaceNameTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let location: String
        let venue: Venue
        let isThere: Bool?

        init(_ location: String, _ venue: Venue, _ isThere: Bool?) {
            (self.location, self.venue, self.isThere) = (location, venue, isThere)
        }

        var testDescription: String { "\(venue.city ?? "?"), \(venue.country ?? "?") in \(location)" }
    }

    static let london = place("London", "England", "london-gb", "United Kingdom")
    static let madrid = place("Madrid", "Madrid", "madrid-es", "Spain")
    static let tokyo = place("Tokyo", nil, "tokyo-jp", "Japan")
    static let newYork = place("New York", "NY", "new-york-ny", "United States")

    @Test(arguments: [
        Case("London, UK", london, true), Case("London, U.K.", london, true), Case("London UK", london, true),
        Case("London, England", london, true), Case("London England", london, true),
        Case("London, United Kingdom", london, true), Case("the United Kingdom", london, true),
        Case("London, Great Britain", london, true), Case("UK", london, true), Case("England", london, true),
        Case("Madrid, Spain", madrid, true), Case("Madrid Spain", madrid, true), Case("Spain", madrid, true),
        Case("SPAIN", madrid, true), Case("Tokyo, Japan", tokyo, true), Case("Japan", tokyo, true),
        Case("New York, NY, USA", newYork, true), Case("New York, United States", newYork, true),
        Case("NYC USA", newYork, true), Case("USA", newYork, true), Case("America", newYork, true),
        Case("U.S.", newYork, true),
        Case("Edinburgh, Scotland", place("Edinburgh", "Scotland", nil, "United Kingdom"), true),
        Case("Edinburgh, UK", place("Edinburgh", "Scotland", nil, "GB"), true),
    ])
    func aCountryIsAPlace(example: Case) { example.check() }

    @Test(arguments: [
        Case("London, UK", place("London", "KY", nil, "United States"), false),
        Case("London, USA", london, false), Case("USA", madrid, false), Case("UK", newYork, false),
        Case("Paris, France", place("Paris", "TX", nil, "United States"), false), Case("Japan", madrid, false),
        Case("Barcelona, Spain", madrid, false), Case("Spain, Texas", madrid, false),
        Case("England", place("Edinburgh", "Scotland", nil, "United Kingdom"), false),
        Case("Edinburgh, England", place("Edinburgh", "Scotland", nil, "United Kingdom"), false),
    ])
    func anotherCountryRulesOut(example: Case) { example.check() }

    @Test(arguments: [
        // Where the venue does not name its country, the rest decides.
        Case("New York, USA", place("New York", "NY", nil, nil), true), Case("UK", place("London", nil, nil, nil), nil),
        Case("London, UK", place("London", nil, nil, nil), true),
        Case("London, UK", place("New York", "NY", nil, nil), false), Case("Singapore", tokyo, false),
        Case("Singapore", place("Singapore", nil, nil, "Singapore"), true),
        Case("Sydney, New South Wales", place("Sydney", "New South Wales", nil, "Australia"), true),
        Case("New Mexico", place("Santa Fe", "NM", nil, "United States"), true),
    ])
    func whatIsNotSaidRulesNothingOut(example: Case) { example.check() }

    static let lilia = place("Brooklyn", "NY", "new-york-ny", "United States", "Williamsburg")
    static let astoria = place("Astoria", "NY", "new-york-ny", "United States")

    /// Resy files all of New York under one city.
    @Test(arguments: [
        Case("Manhattan", lilia, false), Case("Manhattan, NY", lilia, false), Case("Queens", lilia, false),
        Case("Brooklyn", lilia, true), Case("bk", lilia, true), Case("Brooklyn, New York", lilia, true),
        Case("Williamsburg", lilia, true), Case("New York", lilia, true), Case("NYC", lilia, true),
        Case("New York, NY", lilia, true), Case("Manhattan", newYork, true), Case("Manhattan NY", newYork, true),
        Case("Manhattan, New York", newYork, true), Case("Brooklyn", newYork, false),
        Case("the Bronx", newYork, false), Case("Manhattan", astoria, false), Case("NYC", astoria, true),
        Case("Manhattan", place("Manhattan", "NY", nil, nil), true),
        Case("New York", place("Manhattan", "NY", nil, nil), true),
        Case("the Bronx", place("Bronx", "NY", "new-york-ny", nil), true),
        Case("Staten Island", place("Staten Island", "NY", "new-york-ny", nil), true),
        Case("Queens", place("New York", "NY", "new-york-ny", nil, "Long Island City, Queens"), true),
        Case("Manhattan", place("Chicago", "IL", "chicago-il", nil), false),
    ])
    func aBoroughTakesNoOthers(example: Case) { example.check() }

    @Test func aNameMayEndInItsBorough() {
        #expect(PlaceName.suffixes(of: Self.lilia).contains(["brooklyn"]))
        #expect(!PlaceName.suffixes(of: Self.lilia).contains(["manhattan"]))
        #expect(PlaceName.suffixes(of: Self.newYork).contains(["manhattan"]))
    }
}

extension PlaceNameTests.Case {
    func check() { #expect(PlaceName.contains(venue, in: location) == isThere) }
}

private func place(
    _ city: String, _ region: String?, _ slug: String?, _ country: String?, _ neighborhood: String? = nil
) -> Venue {
    var venue = Venue(id: 1, name: "x")
    (venue.city, venue.region, venue.citySlug, venue.country) = (city, region, slug, country)
    venue.neighborhood = neighborhood
    return venue
}
