/// Where the newer venues stand: real middles of real neighbourhoods, so that a radius, a box and a landmark mean something.
struct Neighborhood: Sendable {
    let name: String
    let city: City
    let latitude: Double
    let longitude: Double
    /// The town its addresses name, if that is not the city's.
    let locality: String?

    init(_ name: String, _ city: City, _ latitude: Double, _ longitude: Double, locality: String? = nil) {
        self.name = name
        self.city = city
        self.latitude = latitude
        self.longitude = longitude
        self.locality = locality
    }

    static let westVillage = Neighborhood("West Village", .newYork, 40.7347, -74.0048)
    static let greenwichVillage = Neighborhood("Greenwich Village", .newYork, 40.7336, -73.9985)
    static let eastVillage = Neighborhood("East Village", .newYork, 40.7265, -73.9815)
    static let nolita = Neighborhood("Nolita", .newYork, 40.7223, -73.9955)
    static let tribeca = Neighborhood("Tribeca", .newYork, 40.7163, -74.0086)
    static let lowerEastSide = Neighborhood("Lower East Side", .newYork, 40.7150, -73.9843)
    static let financialDistrict = Neighborhood("Financial District", .newYork, 40.7075, -74.0113)
    static let midtown = Neighborhood("Midtown", .newYork, 40.7549, -73.9840)
    static let midtownEast = Neighborhood("Midtown East", .newYork, 40.7540, -73.9720)
    static let upperWestSide = Neighborhood("Upper West Side", .newYork, 40.7870, -73.9754)
    static let williamsburg = Neighborhood("Williamsburg", .newYork, 40.7142, -73.9613, locality: "Brooklyn")
    static let greenpoint = Neighborhood("Greenpoint", .newYork, 40.7304, -73.9515, locality: "Brooklyn")

    static let riverNorth = Neighborhood("River North", .chicago, 41.8924, -87.6341)
    static let westLoop = Neighborhood("West Loop", .chicago, 41.8825, -87.6447)
    static let loganSquare = Neighborhood("Logan Square", .chicago, 41.9231, -87.7093)
    static let lincolnPark = Neighborhood("Lincoln Park", .chicago, 41.9214, -87.6513)
    static let pilsen = Neighborhood("Pilsen", .chicago, 41.8564, -87.6605)

    static let silverLake = Neighborhood("Silver Lake", .losAngeles, 34.0869, -118.2702)
    static let venice = Neighborhood("Venice", .losAngeles, 33.9850, -118.4695)
    static let littleTokyo = Neighborhood("Little Tokyo", .losAngeles, 34.0498, -118.2401)
    static let boyleHeights = Neighborhood("Boyle Heights", .losAngeles, 34.0298, -118.2117)
    static let westHollywood = Neighborhood(
        "West Hollywood", .losAngeles, 34.0900, -118.3617, locality: "West Hollywood")
    static let santaMonica = Neighborhood("Santa Monica", .losAngeles, 34.0195, -118.4912, locality: "Santa Monica")

    static let soho = Neighborhood("Soho", .london, 51.5136, -0.1365)
    static let marylebone = Neighborhood("Marylebone", .london, 51.5225, -0.1547)
    static let shoreditch = Neighborhood("Shoreditch", .london, 51.5255, -0.0780)
    static let coventGarden = Neighborhood("Covent Garden", .london, 51.5117, -0.1240)
    static let hackney = Neighborhood("Hackney", .london, 51.5450, -0.0553)

    static let all = [
        westVillage, greenwichVillage, eastVillage, nolita, tribeca, lowerEastSide, financialDistrict, midtown,
        midtownEast, upperWestSide, williamsburg, greenpoint, riverNorth, westLoop, loganSquare, lincolnPark, pilsen,
        silverLake, venice, littleTokyo, boyleHeights, westHollywood, santaMonica, soho, marylebone, shoreditch,
        coventGarden, hackney,
    ]
}
