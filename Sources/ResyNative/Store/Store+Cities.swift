internal import ResyDomain

extension Store {
    /// Of Resy's list of cities: when it was read last, and when that failed last.
    struct CityListState: Sendable {
        var readAt: Instant?
        var failedAt: Instant?
    }

    func cityListState() throws -> CityListState {
        try with { connection in
            try connection.run("SELECT read_at, failed_at FROM city_list") { (row) throws(SQLiteError) in
                CityListState(readAt: row.optionalInstant(0), failedAt: row.optionalInstant(1))
            }.first ?? CityListState()
        }
    }

    /// In place of what was known of them.
    func keep(cities: [ListedCity], now: Instant) throws {
        try with { connection in
            try connection.transaction { () throws(SQLiteError) in
                try connection.run("DELETE FROM city_names")
                try connection.run("DELETE FROM cities")
                for (index, city) in cities.enumerated() {
                    try connection.run(
                        """
                        INSERT INTO cities (id, number, name, slug, code, country, latitude, longitude, radius, zone)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        [
                            .integer(index), .integer(city.id), .text(city.name), .text(city.slug), .text(city.code),
                            .text(city.country), .real(city.latitude), .real(city.longitude),
                            city.radiusMiles.map { .real($0) } ?? .null, .text(city.zone?.name),
                        ])
                    for name in city.names {
                        try connection.run(
                            "INSERT INTO city_names (name, city) VALUES (?, ?)", [.text(name), .integer(index)])
                    }
                }
                try connection.run(
                    "INSERT OR REPLACE INTO city_list (id, read_at, failed_at) VALUES (1, ?, NULL)",
                    [.real(now.seconds)])
            }
        }
    }

    func noteCityListFailure(now: Instant) throws {
        try with { connection in
            try connection.run(
                """
                INSERT INTO city_list (id, failed_at) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET failed_at = excluded.failed_at
                """, [.real(now.seconds)])
        }
    }

    /// Those of that name, as `ListedCity.names` has it.
    func cities(named name: String) throws -> [ListedCity] {
        try with { connection in
            try connection.run(
                """
                SELECT number, name, slug, code, country, latitude, longitude, radius, zone FROM cities
                WHERE id IN (SELECT city FROM city_names WHERE name = ?) ORDER BY id LIMIT 20
                """, [.text(name)], row: Self.city)
        }
    }

    /// By what its pages' addresses have, or by its code.
    func city(slug: String) throws -> ListedCity? {
        try with { connection in
            try connection.run(
                """
                SELECT number, name, slug, code, country, latitude, longitude, radius, zone FROM cities WHERE slug = ?1
                UNION ALL
                SELECT number, name, slug, code, country, latitude, longitude, radius, zone FROM cities WHERE code = ?1
                LIMIT 1
                """, [.text(slug)], row: Self.city
            ).first
        }
    }

    /// Those within some 80 km north and south, and more than that east and west.
    func cities(around latitude: Double, _ longitude: Double) throws -> [ListedCity] {
        try with { connection in
            try connection.run(
                """
                SELECT number, name, slug, code, country, latitude, longitude, radius, zone FROM cities
                WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?
                """,
                [.real(latitude - 0.75), .real(latitude + 0.75), .real(longitude - 2), .real(longitude + 2)],
                row: Self.city)
        }
    }

    private static func city(_ row: borrowing Row) throws(SQLiteError) -> ListedCity {
        var city = ListedCity(
            id: row.integer(0), name: row.text(1), slug: row.text(2), code: row.text(3), latitude: row.real(5),
            longitude: row.real(6))
        city.country = row.optionalText(4)
        city.radiusMiles = row.isNull(7) ? nil : row.real(7)
        city.zone = row.optionalText(8).flatMap { Zone(named: $0) }
        return city
    }
}
