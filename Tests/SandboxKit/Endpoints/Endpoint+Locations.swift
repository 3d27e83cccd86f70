import Foundation

extension World {
    func locations() -> Reply {
        switch switches.cities {
        case .cast: Reply(200, .array(City.all.map(CityList.place)))
        case .full: Reply(200, .verbatim(CityList.full))
        case .cut: Reply(200, .verbatim(String(CityList.full.prefix(CityList.full.utf8.count / 2))))
        case .missing: .failure(404, "Not Found")
        }
    }
}

/// What `/3/location/config` tells of places.
enum CityList {
    static func place(_ city: City) -> JSONValue {
        [
            "id": .int(city.id), "code": .string(city.code), "name": .string(city.name),
            "url_slug": .string(city.slug), "country_code": .string(countryCode(city.country)),
            "country_name": .string(city.country), "country_id": 1, "latitude": .double(city.latitude),
            "longitude": .double(city.longitude),
            "map_center": ["latitude": .double(city.latitude), "longitude": .double(city.longitude)],
            "radius": .double(city.radiusMiles), "time_zone": .string(city.zone), "show_on_web": 1, "show_on_app": 1,
            "display": 1, "content_tier": 1, "shape_data": .string(shape(city)),
            "metadata": [
                "title": "The best restaurants in \(city.name)",
                "description": "Discover and book the best restaurants in \(city.name), \(city.region).",
            ],
        ]
    }

    /// As long as Resy's own: 2,135 places, the cast's spread over the whole list. Written once.
    static let full: String = {
        var places = Town.invented(2135 - City.all.count).map(\.city)
        for (number, city) in City.all.enumerated() { places.insert(city, at: number * 400) }
        return "[" + places.map { place($0).compact }.joined(separator: ",") + "]"
    }()

    private static func countryCode(_ name: String) -> String {
        ["United Kingdom": "GB", "Spain": "ES", "Canada": "CA", "Australia": "AU"][name] ?? "US"
    }

    /// A ring around the middle, as GeoJSON.
    private static func shape(_ city: City) -> String {
        let corners = (0...32).map { corner -> JSONValue in
            let angle = Double(corner % 32) / 16 * Double.pi
            return [
                .double(rounded(city.longitude + cos(angle) * city.radiusMiles / 50)),
                .double(rounded(city.latitude + sin(angle) * city.radiusMiles / 69)),
            ]
        }
        let shape: JSONValue = [
            "type": "Feature", "properties": ["name": .string(city.name), "region": .string(city.region)],
            "geometry": ["type": "Polygon", "coordinates": [.array(corners)]],
        ]
        return shape.compact
    }

    private static func rounded(_ degrees: Double) -> Double { (degrees * 1_000_000).rounded() / 1_000_000 }
}

/// Places that fill the list; some share a name, as real ones do.
private struct Town {
    let city: City

    private static let beginnings = [
        "Ash", "Bel", "Cedar", "Clear", "Cold", "Deer", "East", "Elm", "Fair", "Glen", "Green", "Hazel", "High", "Iron",
        "Kings", "Lake", "Long", "Maple", "Mill", "New", "North", "Oak", "Pine", "Red", "River", "Rock", "Salt", "Sand",
        "Silver", "South", "Spring", "Stone", "Sun", "West", "White", "Wild", "Wind", "Wood",
    ]
    private static let endings = [
        "ford", "bury", "ton", "ville", "field", "wood", "port", "mont", "dale", "haven", "brook", "ridge", "gate",
        "mouth", "ham", "stead", "burgh", "cliff", "water", "crest", "bridge", "side", "view", "worth", "land", "moor",
        "point",
    ]
    private static let regions: [(String, String, String, Double, Double)] = [
        ("OH", "United States", "EST5EDT", 40.2, -82.7), ("IL", "United States", "CST6CDT", 40.0, -89.2),
        ("CO", "United States", "MST7MDT", 39.0, -105.5), ("CA", "United States", "PST8PDT", 37.2, -119.5),
        ("AZ", "United States", "America/Phoenix", 34.2, -111.6),
        ("TX", "United States", "America/Chicago", 31.5, -99.3),
        ("ON", "Canada", "America/Toronto", 44.5, -79.5), ("England", "United Kingdom", "Europe/London", 52.6, -1.5),
        ("VIC", "Australia", "Australia/Melbourne", -37.0, 144.5),
        ("HI", "United States", "Pacific/Honolulu", 20.8, -156.5),
    ]

    static func invented(_ count: Int) -> [Town] {
        (0..<count).map { number in
            // Names come round again in another region.
            let name = beginnings[number % beginnings.count] + endings[number / beginnings.count % endings.count]
            let (region, country, zone, latitude, longitude) = regions[(number + number / 1026) % regions.count]
            return Town(
                city: City(
                    1000 + number, "p\(number)", name, "\(name)-\(region)".lowercased(), region, zone,
                    latitude + Double(number * 37 % 200 - 100) / 50, longitude + Double(number * 53 % 200 - 100) / 50,
                    country: country))
        }
    }
}
