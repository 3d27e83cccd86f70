/// What Google knows besides restaurants: sights, neighbourhoods and towns, which no search for restaurants finds.
struct Landmark: Sendable {
    let name: String
    let address: String
    let city: City
    let latitude: Double
    let longitude: Double
    let types: [String]

    var id: String { "ChIJ_landmark_" + name.filter(\.isLetter) }

    /// Whether `query` names it, with its town or without.
    func isMeant(by query: String) -> Bool {
        let town = Set(NameMatch.words("\(city.name) \(city.region) \(city.country) NYC USA"))
        let words = NameMatch.words(query)
        let own = NameMatch.words(name)
        return words == own || words.starts(with: own) && words.dropFirst(own.count).allSatisfy(town.contains)
    }

    private static func sight(
        _ name: String, _ address: String, _ city: City, _ latitude: Double, _ longitude: Double,
        _ types: [String] = ["tourist_attraction", "point_of_interest"]
    ) -> Landmark {
        Landmark(
            name: name, address: "\(address), \(city.name), \(city.region), \(city.country)", city: city,
            latitude: latitude, longitude: longitude, types: types)
    }

    static let all: [Landmark] =
        [
            sight("Washington Square Park", "Washington Square", .newYork, 40.7308, -73.9973),
            sight("Grand Central Terminal", "89 E 42nd St", .newYork, 40.7527, -73.9772),
            sight("Empire State Building", "20 W 34th St", .newYork, 40.7484, -73.9857),
            sight("200 Bleecker Street", "200 Bleecker St", .newYork, 40.7291, -74.0013, ["street_address"]),
            sight("Millennium Park", "201 E Randolph St", .chicago, 41.8826, -87.6226),
            sight("Santa Monica Pier", "200 Santa Monica Pier", .losAngeles, 34.0083, -118.4988),
            sight("British Museum", "Great Russell St", .london, 51.5194, -0.1270),
        ] + neighborhoods + towns

    private static let neighborhoods = Neighborhood.all.map {
        sight($0.name, $0.name, $0.city, $0.latitude, $0.longitude, ["neighborhood", "political"])
    }
    private static let towns = City.all.map {
        Landmark(
            name: $0.name, address: "\($0.name), \($0.region), \($0.country)", city: $0, latitude: $0.latitude,
            longitude: $0.longitude, types: ["locality", "political"])
    }
}
