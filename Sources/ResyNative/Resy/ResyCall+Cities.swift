internal import ResyDomain

extension ResyCall {
    /// `GET /3/location/config`: Resy's own list of its cities, 2.8 MB of which little is kept. Entries that cannot be read
    /// are left out.
    func cities() async throws -> [ListedCity] {
        let found = Rows<ListedCity>()
        let request = ResyRequest(
            endpoint: .cities, method: .get, path: "/3/location/config",
            arrays: {
                found.reset()
                return [
                    JSONStream.Elements(of: "$[]") { (city, _) throws(JSONError) in
                        found.take { () throws(JSONError) in try ListedCity.decode(city) }
                    }
                ]
            })
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$") }
        return try reading { () throws(JSONError) in
            _ = try answer.items
            return try found.all
        }
    }
}

extension ListedCity {
    static func decode(_ city: JSON) throws(JSONError) -> ListedCity {
        let name = CleanText.name(try city["name"].words)
        let (north, east) = (try city["latitude"].number, try city["longitude"].number)
        // 0, 0 is how a missing position is written.
        guard !name.isEmpty, abs(north) <= 90, abs(east) <= 180, (north, east) != (0, 0) else {
            throw .wrongKind(path: city.path, wanted: "a city with its place")
        }
        var decoded = ListedCity(
            id: (try? city.optional("id")?.integer) ?? 0, name: name,
            slug: (try? city.optional("url_slug")?.string) ?? "", code: (try? city.optional("code")?.string) ?? "",
            latitude: north, longitude: east)
        decoded.country = Venue.cleaned(city.optional("country_name"))
        decoded.radiusMiles = (try? city.optional("radius")?.number).flatMap { $0 > 0 && $0 <= 1000 ? $0 : nil }
        // A city in a zone that is not known is a city all the same.
        decoded.zone = (try? city.optional("time_zone")?.string).flatMap { Zone(named: $0) }
        return decoded
    }
}
