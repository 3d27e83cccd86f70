import Testing

@testable import ResyDomain

@Suite struct VenueMatchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let wanted: WantedVenue
        let candidates: [Venue]
        /// The index of the match, or the indices offered.
        let verdict: Expected

        enum Expected: Sendable, Equatable { case match(Int), close([Int]), elsewhere([Int]), unplaced([Int]), none }

        init(_ wanted: WantedVenue, _ candidates: [Venue], _ verdict: Expected) {
            self.wanted = wanted
            self.candidates = candidates.enumerated().map { index, venue in
                var venue = venue
                venue.id = index + 1
                return venue
            }
            self.verdict = verdict
        }

        /// By name alone.
        init(_ name: String, in location: String? = nil, _ candidates: [Venue], _ verdict: Expected) {
            self.init(WantedVenue(name: name, location: location), candidates, verdict)
        }

        var testDescription: String {
            "\(wanted.name)\(wanted.location.map { " in \($0)" } ?? "") of \(candidates.map(\.name))"
        }

        func check() {
            let expected: VenueMatch.Verdict =
                switch verdict {
                case .match(let index): .match(candidates[index])
                case .close(let indices): .close(indices.map { candidates[$0] })
                case .elsewhere(let indices): .elsewhere(indices.map { candidates[$0] })
                case .unplaced(let indices): .unplaced(indices.map { candidates[$0] })
                case .none: .none
                }
            #expect(VenueMatch.judge(wanted, candidates) == expected)
        }
    }

    @Test(arguments: [
        Case("Don Angie", [newYork("Don Angie")], .match(0)),
        Case("  don   ANGIE ", [newYork("Don Angie")], .match(0)),
        Case("Don Angie NYC", [newYork("Don Angie")], .match(0)),
        Case("Don Angie", [newYork("Don Angie NYC")], .match(0)),
        Case("Don Angie, New York", [newYork("Don Angie")], .match(0)),
        Case("Don Angie West Village", [newYork("Don Angie", "West Village")], .match(0)),
        Case("Don Angie in New York City", [newYork("Don Angie")], .match(0)),
        Case("Cafe Boulud", [newYork("Café Boulud")], .match(0)),
        Case("Café Boulud", [newYork("CAFE BOULUD")], .match(0)),
        Case("Cafe\u{301} Boulud", [newYork("Café Boulud")], .match(0)),
        Case("LArtusi", [newYork("L'Artusi")], .match(0)),
        Case("L’Artusi", [newYork("L'Artusi")], .match(0)),
        Case("L'Artusi", [newYork("L&#39;Artusi")], .match(0)),
        Case("St. Anselm", [newYork("Saint Anselm")], .match(0)),
        Case("Saint Anselm", [newYork("St Anselm")], .match(0)),
        Case("The Four Horsemen", [newYork("Four Horsemen")], .match(0)),
        Case("4 Horsemen", [newYork("The Four Horsemen")], .match(0)),
        Case("Rolf and Daughters", [newYork("Rolf &amp; Daughters")], .match(0)),
        Case("Salt n Charcoal", [newYork("Salt & Charcoal")], .match(0)),
        Case("Lilia", [newYork("<b>Lilia</b>")], .match(0)),
        Case("Lilia Restaurant", [newYork("Lilia")], .match(0)),
        Case("Ristorante Lilia", [newYork("Lilia")], .match(0)),
        Case("Misi", [newYork("Misi"), newYork("Misirizzi")], .match(0)),
        Case("Don-Angie", [newYork("Don Angie")], .match(0)),
        Case("DonAngie", [newYork("Don Angie")], .match(0)),
        Case("Großer Jäger", [newYork("Grosser Jager")], .match(0)),
        Case("Łódź Ærø Café", [newYork("Lodz AEro Cafe")], .match(0)),
        Case("Ｌｉｌｉａ", [newYork("Lilia")], .match(0)),
        Case("鮨さいとう", [newYork("鮨さいとう")], .match(0)),
        Case("Eleven Madison Park", [newYork("11 Madison Park", "Madison Park")], .match(0)),
        Case("Brooklyn Star", [venue("Brooklyn Star", "Brooklyn", "NY")], .match(0)),
    ])
    func oneNameInManySpellings(example: Case) { example.check() }

    @Test(arguments: [
        // Part of another name is another restaurant until a person says otherwise.
        Case("Joe's", [newYork("Joe's Shanghai")], .close([0])),
        Case("Joe's Shanghai", [newYork("Joe's")], .close([0])),
        Case("Joe's Pizza", [newYork("Joe's Shanghai")], .close([0])),
        Case("Moe's Pizza", [newYork("Joe's Pizza")], .close([0])),
        Case("Carbone", [newYork("Carbone Vino")], .close([0])),
        Case("Carbone Vino", [newYork("Carbone")], .close([0])),
        Case("Carbone", [newYork("Carbone"), newYork("Carbone Vino")], .match(0)),
        Case("Carbone", [newYork("Carbone Vino"), newYork("Carbone")], .match(1)),
        Case("Carb", [newYork("Carbone")], .close([0])),
        Case("Joe", [newYork("Joe's Pizza")], .close([0])),
        Case("Tom Jerry", [newYork("Tom & Jerry's")], .close([0])),
        Case("Bo's Kitchen & Bar", [newYork("Bo")], .none),
        Case("Shanghai", [newYork("Joe's Shanghai"), newYork("Shanghai 21")], .close([0, 1])),
        // Typos.
        Case("Carbonne", [newYork("Carbone")], .match(0)),
        Case("Crabone", [newYork("Carbone")], .match(0)),
        Case("Carbona", [newYork("Carbone"), newYork("Carboni")], .close([0, 1])),
        Case("Garbone", [newYork("Carbone")], .close([0])),
        Case("Lilla", [newYork("Lilia")], .close([0])),
        Case("Don Angi", [newYork("Don Angie")], .close([0])),
        Case("Carrbonne", [newYork("Carbone")], .close([0])),
        Case("Pier 16", [newYork("Pier 17")], .none),
        Case("Restaurant 1234567", [newYork("Restaurant 1234568")], .none),
        // Nothing that fits.
        Case("Lilia", [newYork("Misi")], .none),
        Case("Lilia", [], .none),
        Case("Ko", [newYork("Kokomo"), newYork("Nobu")], .none),
        // Names that name nothing.
        Case("", [newYork("Lilia")], .none),
        Case("  ", [newYork("")], .none),
        Case("🍕", [newYork("🍝")], .none),
        Case("The", [newYork("The Modern")], .none),
        Case("The Restaurant", [newYork("Lilia"), newYork("Restaurant Lilia"), newYork("The Dutch")], .none),
        // Unless one is called just that.
        Case("The Restaurant", [newYork("The Restaurant")], .match(0)),
        Case("Lunch and Dinner", [newYork("Lunch & Dinner"), newYork("Dinner")], .match(0)),
        Case("Bar", [newYork("Bar Restaurant"), newYork("Bar"), newYork("Bar Centrale")], .match(1)),
        Case("Dîner", [newYork("Diner")], .match(0)),
        Case("Bistro", [newYork("Bistro"), miami("Bistro")], .close([0, 1])),
        Case("Bistro", in: "Miami", [newYork("Bistro"), miami("Bistro")], .match(1)),
        Case("Bistro", in: "Miami", [newYork("Bistro")], .elsewhere([0])),
        Case("Bar & Grill", [newYork("Joe's Bar & Grill")], .none),
        Case("The Brasserie", [newYork("Brasseries")], .none),
        Case("Pizza", [newYork("Joe's Pizza")], .none),
        Case("Italian restaurant", [newYork("Italian Kitchen")], .none),
        Case("Lilia", [newYork("Restaurant")], .none),
        Case("New York", [newYork("New York Bar")], .close([0])),
    ])
    func onlyTheNameItselfIsSure(example: Case) { example.check() }

    @Test(arguments: [
        Case("Carbone", [newYork("Carbone"), miami("Carbone")], .close([0, 1])),
        Case("Carbone", [newYork("Carbone"), miami("Carbone Miami")], .close([0, 1])),
        Case("Carbone", in: "NYC", [miami("Carbone Miami"), newYork("Carbone")], .match(1)),
        Case("Carbone", in: "New York, NY", [miami("Carbone"), newYork("Carbone")], .match(1)),
        Case("Carbone", in: "new york", [miami("Carbone"), newYork("Carbone")], .match(1)),
        Case("Carbone", in: "Miami Beach, FL, USA", [miami("Carbone"), newYork("Carbone")], .match(0)),
        Case("Carbone", in: "Miami", [miami("Carbone"), newYork("Carbone")], .match(0)),
        Case("Carbone", in: "FL", [miami("Carbone"), newYork("Carbone")], .match(0)),
        Case("Carbone", in: "Florida", [miami("Carbone"), newYork("Carbone")], .match(0)),
        Case("Carbone", in: "Miami FL 33139", [miami("Carbone"), newYork("Carbone")], .match(0)),
        Case(
            "Carbone", in: "greenwich village", [newYork("Carbone"), newYork("Carbone", "Greenwich Village")], .match(1)
        ),
        Case("Carbone Miami", [newYork("Carbone"), miami("Carbone")], .match(1)),
        Case("Carbone NYC", [newYork("Carbone"), miami("Carbone Miami")], .match(0)),
        Case("Carbone", in: "Dallas", [newYork("Carbone"), miami("Carbone")], .elsewhere([0, 1])),
        Case("Carbone", in: "NYC", [miami("Carbone")], .elsewhere([0])),
        Case("Carbone", in: "NYC", [miami("Carbone"), newYork("Carbone Vino")], .close([1])),
        Case("Carbone", in: "NYC", [Venue(id: 0, name: "Carbone")], .match(0)),
        Case("Carbone", in: "NYC", [newYork("Carbone"), Venue(id: 0, name: "Carbone")], .close([0, 1])),
        Case("Carbone", in: "NYC", [venue("Carbone", "Buffalo", "NY")], .elsewhere([0])),
        Case(
            "Quince", in: "SF", [venue("Quince", "San Francisco", "CA"), venue("Quince", "Seattle", "WA")], .match(0)),
        Case(
            "Bestia", in: "LA", [venue("Bestia", "New Orleans", "LA"), venue("Bestia", "Los Angeles", "CA")], .match(1)),
        Case(
            "Bestia", in: "New Orleans, LA",
            [venue("Bestia", "New Orleans", "LA"), venue("Bestia", "Los Angeles", "CA")], .match(0)),
        Case("Rasika", in: "DC", [venue("Rasika", "Washington", "DC"), venue("Rasika", "Seattle", "WA")], .match(0)),
        Case(
            "Rasika", in: "Washington, D.C.", [venue("Rasika", "Seattle", "WA"), venue("Rasika", "Washington", "DC")],
            .match(1)),
        Case("Lilia", in: "NYC", [venue("Lilia", "Brooklyn", "NY", slug: "new-york-ny"), miami("Lilia")], .match(0)),
        Case("Lilia", in: "Brooklyn, NY", [venue("Lilia", "Brooklyn", "NY", slug: "new-york-ny")], .match(0)),
        Case(
            "Joe's Pizza", [newYork("Joe's Pizza West Village", "West Village"), newYork("Joe's Pizza Soho", "Soho")],
            .close([0, 1])),
        Case("Carbonni", in: "NYC", [newYork("Carbone"), miami("Carbone")], .close([0])),
        Case("Carbonne", in: "NYC", [newYork("Carbone"), miami("Carbone")], .match(0)),
        Case("Carbone", in: "", [newYork("Carbone")], .match(0)),
    ])
    func aLocationDecidesBetweenCities(example: Case) { example.check() }

    /// What is not understood decides nothing, and nobody is told that the restaurant is not there.
    @Test(arguments: [
        Case("Carbone", in: "xyz", [newYork("Carbone")], .unplaced([0])),
        Case("Carbone", in: "near me", [newYork("Carbone"), miami("Carbone")], .unplaced([0, 1])),
        Case("Zzyzx", in: "xyz", [newYork("Carbone")], .unplaced([])),
        Case("Zzyzx", in: "NYC", [newYork("Carbone")], .none),
        Case("Carbone", in: "the West Village", [newYork("Carbone", "West Village"), miami("Carbone")], .match(0)),
        Case("Carbone", in: "xyz, NY", [newYork("Carbone"), miami("Carbone")], .unplaced([0])),
        Case("Carbone", in: "xyz, Boston", [newYork("Carbone")], .elsewhere([0])),
        Case("Carbone", in: "anywhere", [newYork("Carbone")], .match(0)),
        Case("Carbone", in: "New York", [newYork("Carbone"), venue("Carbone", "Buffalo", "NY")], .close([0, 1])),
    ])
    func aPlaceThatIsNotKnownIsSaidToBeThat(example: Case) { example.check() }

    @Test(arguments: [
        Case("Joe's, River North, Chicago", [newYork("Joe's"), riverNorth("Joe's")], .match(1)),
        Case("Joe's (Chicago)", [newYork("Joe's"), riverNorth("Joe's")], .match(1)),
        Case("Joe's - River North", [newYork("Joe's"), riverNorth("Joe's")], .match(1)),
        Case("Joe's in the River North, Chicago", [newYork("Joe's"), riverNorth("Joe's")], .match(1)),
        Case("Don Angie, West Village, New York", [newYork("Don Angie", "West Village")], .match(0)),
        Case("Don Angie West Village New York NY", [newYork("Don Angie", "West Village")], .match(0)),
        Case("Don Angie, 103 Greenwich Ave, New York", [with { $0.street = "103 Greenwich Avenue" }], .match(0)),
        Case("21 Club", [newYork("Twenty One Club")], .match(0)),
        Case("Twenty-One Club", [newYork("21 Club")], .match(0)),
        Case("63 Clinton", [newYork("Sixty Three Clinton")], .match(0)),
        Case("First Street Grill", [newYork("1st Street Grill")], .match(0)),
        Case("Oʻle", [newYork("O'le")], .match(0)), Case("Card ＆ Hold", [newYork("Card & Hold")], .match(0)),
        Case("Card + Hold", [newYork("Card and Hold")], .match(0)),
        Case("62 Clinton", [newYork("Sixty Three Clinton")], .none),
    ])
    func itsPlaceOrItsNumberMayBeSaidOtherwise(example: Case) { example.check() }

    @Test(arguments: [
        Case("carbone's", [newYork("Carbone")], .match(0)), Case("CARBONE!!", [newYork("Carbone")], .match(0)),
        Case("Carbone - New York", [newYork("Carbone"), miami("Carbone")], .match(0)),
        Case("Carbone NYC Greenwich Village", [newYork("Carbone", "Greenwich Village")], .match(0)),
        Case("Carbone restaurant in NYC", [newYork("Carbone")], .match(0)),
        Case("Cafe Boulud UES", [newYork("Café Boulud", "Upper East Side")], .match(0)),
        Case("Café Boulud, Upper East Side, Manhattan", [newYork("Café Boulud", "Upper East Side")], .match(0)),
        Case("Balthazar Soho", [newYork("Balthazar", "SoHo")], .match(0)),
        Case("L’Artusi (NYC)", [newYork("L'Artusi")], .match(0)),
        Case("Four Horsemen Williamsburg", [williamsburg("The Four Horsemen")], .match(0)),
        Case("4 Horsemen, Brooklyn", [williamsburg("The Four Horsemen")], .match(0)),
        Case("Lilia from Brooklyn", [williamsburg("Lilia")], .match(0)),
        Case("Joes Pizza", [newYork("Joe's Pizza")], .match(0)),
        Case("Tom and Jerrys", [newYork("Tom & Jerry's")], .match(0)),
        Case("Sixty-three Clinton NYC", [newYork("63 Clinton")], .match(0)),
        Case("Carbone please", [newYork("Carbone")], .close([0])),
        Case("a table at Carbone", [newYork("Carbone")], .close([0])),
        Case("Carbone the Italian one", [newYork("Carbone")], .close([0])),
        Case("Carbone Dallas", [newYork("Carbone")], .close([0])),
        Case("Horsemen", [williamsburg("The Four Horsemen")], .close([0])),
        Case("21st Club", [newYork("21 Club")], .close([0])),
        Case("Clinton", [newYork("63 Clinton")], .close([0])),
        Case("Carbone or Lilia", [newYork("Carbone"), williamsburg("Lilia")], .close([0, 1])),
    ])
    func aDozenDinersNameIt(example: Case) { example.check() }

    static let wanted = WantedVenue(
        name: "Don Angie", street: "103 Greenwich Ave, New York, NY 10014, USA", phone: "(212) 555-0111",
        latitude: 40.7377, longitude: -74.0021)

    @Test(arguments: [
        // An equal place id needs no name; a different one leaves a doubt.
        Case(
            WantedVenue(name: "Anything", placeID: "ChIJ1"), [newYork("Lilia"), with { $0.placeID = "ChIJ1" }],
            .match(1)),
        Case(
            WantedVenue(name: "Don Angie", placeID: "ChIJ1"), [newYork("Don Angie"), with { $0.placeID = "ChIJ1" }],
            .match(1)),
        Case(WantedVenue(name: "Don Angie", placeID: "ChIJ1"), [with { $0.placeID = "ChIJ2" }], .close([0])),
        Case(
            with(placeID: "ChIJ1"), [with { ($0.placeID, $0.street) = ("ChIJ2", "103 Greenwich Ave") }], .close([0])),
        Case(
            with(placeID: "ChIJ1"),
            [with { ($0.placeID, $0.phone, $0.latitude, $0.longitude) = ("ChIJ2", "2125550111", 40.7378, -74.0022) }],
            .close([0])),
        Case(with(placeID: "ChIJ1"), [with { ($0.placeID, $0.street) = ("ChIJ2", "225 W 4th St") }], .none),
        Case(with(placeID: "ChIJ1"), [with { ($0.placeID, $0.street) = ("", "103 Greenwich Ave") }], .match(0)),
        Case(WantedVenue(name: "Anything", placeID: ""), [with { $0.placeID = "" }], .none),
        // Proof by place.
        Case(wanted, [with { $0.street = "103 Greenwich Avenue" }], .match(0)),
        Case(wanted, [with { $0.phone = "+12125550111" }], .match(0)),
        Case(wanted, [with { ($0.latitude, $0.longitude) = (40.7378, -74.0022) }], .match(0)),
        Case(wanted, [with("Don Angie Ristorante & Bar") { $0.street = "103 Greenwich Ave" }], .match(0)),
        Case(wanted, [with("Don Angi") { ($0.latitude, $0.longitude) = (40.7378, -74.0022) }], .match(0)),
        Case(wanted, [newYork("Don Angie"), with { $0.phone = "212-555-0111" }], .match(1)),
        Case(wanted, [with { ($0.phone, $0.street) = ("2125559999", "103 Greenwich Ave") }], .match(0)),
        // Refuted by place.
        Case(wanted, [with { ($0.latitude, $0.longitude) = (40.7477, -74.0021) }], .none),
        Case(wanted, [with { $0.street = "225 W 4th St" }], .none),
        Case(wanted, [with { $0.street = "105 Greenwich Ave" }], .none),
        Case(wanted, [with { $0.phone = "+12125559999" }], .none),
        Case(wanted, [miami("Don Angie"), with { $0.street = "225 W 4th St" }], .match(0)),
        // Proof needs a name that fits, and the neighbour's may contain it.
        Case(wanted, [with("San Sabino") { $0.street = "103 Greenwich Ave" }], .none),
        Case(wanted, [with("San Sabino") { $0.phone = "2125550111" }], .none),
        Case(wanted, [with("Don Angie Vino") { ($0.latitude, $0.longitude) = (40.7378, -74.0022) }], .close([0])),
        // Facts that disagree.
        Case(wanted, [with { ($0.phone, $0.street) = ("2125550111", "225 W 4th St") }], .close([0])),
        Case(wanted, [with { ($0.latitude, $0.longitude, $0.street) = (40.7378, -74.0022, "1 Jane St") }], .close([0])),
        // Two rooms in one house.
        Case(
            wanted, [with("Don Angie Bar Room") { $0.street = "103 Greenwich Ave" }, newYork("Don Angie")],
            .close([0, 1])),
        Case(
            wanted,
            [with { $0.street = "103 Greenwich Ave" }, with("Don Angie Vino") { $0.street = "103 Greenwich Ave" }],
            .match(0)),
        Case(wanted, [with { $0.street = "103 Greenwich Ave" }, with { $0.phone = "2125550111" }], .close([0, 1])),
        // Nothing to compare, and coordinates that are none.
        Case(wanted, [with { ($0.latitude, $0.longitude) = (0, 0) }], .match(0)),
        Case(wanted, [with { ($0.latitude, $0.longitude) = (400, 400) }], .match(0)),
        Case(wanted, [with { ($0.street, $0.phone) = ("Greenwich Ave", "555") }], .match(0)),
        Case(wanted, [with { ($0.latitude, $0.longitude) = (40.7407, -74.0021) }], .match(0)),
    ])
    func thePlaceProvesOrRefutes(example: Case) { example.check() }

    @Test func aPointOnTheMapOutweighsWords() {
        var wanted = Self.wanted
        wanted.location = "by the water tower"
        let venue = with { ($0.latitude, $0.longitude) = (40.7378, -74.0022) }
        #expect(VenueMatch.judge(wanted, [venue]) == .match(venue))
        wanted.latitude = nil
        wanted.location = "by the water tower"
        #expect(VenueMatch.judge(wanted, [venue]) == .unplaced([venue]))
    }

    /// Never to be taken: a person looks.
    @Test(arguments: [
        ("Pizza", nil, ["Joe's Pizza", "Pizza Uno"]), ("sushi place", nil, ["Sushi Saito"]),
        ("Joe & Sons", nil, ["Joe's Pizza", "Joel"]), ("Zzyzx Sushi", nil, []), ("The", nil, []), ("", nil, []),
        ("Pizza", "Miami", ["Pizza Uno"]), ("Pizza", "Boston", []),
    ])
    func hitsThatShareAWordAreKin(name: String, location: String?, kin: [String]) {
        let hits = [
            newYork("Joe's Pizza"), newYork("Sushi Saito"), miami("Pizza Uno"), newYork("Joel"), newYork("Misi"),
        ].enumerated().map { index, hit in
            var hit = hit
            hit.id = index + 1
            return hit
        }
        #expect(VenueMatch.kin(of: WantedVenue(name: name, location: location), hits).map(\.name) == kin)
    }

    @Test func atMostFiveAreOffered() {
        let venues = (1...9).map { Venue(id: $0, name: "Joe's Number \($0)") }
        #expect(VenueMatch.judge(WantedVenue(name: "Joe's"), venues) == .close(Array(venues.prefix(5))))
        #expect(VenueMatch.kin(of: WantedVenue(name: "number"), venues) == Array(venues.prefix(5)))
    }

    @Test func oneVenueListedTwiceIsOne() {
        let venue = Venue(id: 7, name: "Lilia")
        #expect(VenueMatch.judge(WantedVenue(name: "Lilia"), [venue, venue]) == .match(venue))
    }
}

private func with(placeID: String) -> WantedVenue {
    var wanted = VenueMatchTests.wanted
    wanted.placeID = placeID
    return wanted
}

private func venue(_ name: String, _ city: String, _ region: String, slug: String? = nil) -> Venue {
    var venue = Venue(id: 0, name: name)
    (venue.city, venue.region, venue.citySlug) = (city, region, slug)
    return venue
}

private func newYork(_ name: String, _ neighborhood: String? = nil) -> Venue {
    var venue = venue(name, "New York", "NY", slug: "new-york-ny")
    venue.neighborhood = neighborhood
    return venue
}

private func williamsburg(_ name: String) -> Venue {
    var venue = venue(name, "Brooklyn", "NY", slug: "new-york-ny")
    venue.neighborhood = "Williamsburg"
    return venue
}

private func riverNorth(_ name: String) -> Venue {
    var venue = venue(name, "Chicago", "IL", slug: "chicago-il")
    venue.neighborhood = "River North"
    return venue
}

private func miami(_ name: String) -> Venue {
    venue(name, "Miami Beach", "FL", slug: "miami-fl")
}

private func with(_ name: String = "Don Angie", _ change: (inout Venue) -> Void) -> Venue {
    var venue = newYork(name)
    change(&venue)
    return venue
}
