/// A city as Resy names it.
package struct City: Sendable, Codable, Equatable {
    package var id: Int
    package var code: String
    package var name: String
    package var slug: String
    package var locality: String
    package var region: String
    package var country: String
    package var zone: String
    package var currency: String
    package var symbol: String
    package var latitude: Double
    package var longitude: Double
    package var radiusMiles = 15.0

    init(
        _ id: Int, _ code: String, _ name: String, _ slug: String, _ region: String, _ zone: String,
        _ latitude: Double, _ longitude: Double, country: String = "United States", currency: String = "USD",
        symbol: String = "$"
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.slug = slug
        self.locality = name
        self.region = region
        self.country = country
        self.zone = zone
        self.currency = currency
        self.symbol = symbol
        self.latitude = latitude
        self.longitude = longitude
    }

    package static let newYork = City(1, "ny", "New York", "new-york-ny", "NY", "EST5EDT", 40.7300, -74.0000)
    package static let losAngeles = City(2, "la", "Los Angeles", "los-angeles-ca", "CA", "PST8PDT", 34.0522, -118.2437)
    package static let chicago = City(3, "chi", "Chicago", "chicago-il", "IL", "CST6CDT", 41.8781, -87.6298)
    package static let denver = City(4, "den", "Denver", "denver-co", "CO", "MST7MDT", 39.7392, -104.9903)
    package static let london = City(
        5, "ldn", "London", "london-gb", "England", "Europe/London", 51.5074, -0.1278, country: "United Kingdom",
        currency: "GBP", symbol: "£")
    package static let madrid = City(
        6, "mad", "Madrid", "madrid-es", "Madrid", "Europe/Madrid", 40.4168, -3.7038, country: "Spain",
        currency: "EUR", symbol: "€")

    package static let all = [newYork, losAngeles, chicago, denver, london, madrid]
}
