package import ResyDomain

/// What the cache knows of a name.
package enum CachedVenue: Sendable, Equatable {
    case venue(Venue)
    case notOnResy
}

extension Store {
    /// Nil where nothing is known, or no longer.
    package func cachedVenue(key: String, now: Instant) throws -> CachedVenue? {
        let found: [String?] = try with { connection in
            try connection.run(
                "SELECT venue FROM restaurant_cache WHERE key = ? AND expires_at > ?",
                [.text(key), .real(now.seconds)]
            ) { (row) throws(SQLiteError) in row.optionalText(0) }
        }
        guard let row = found.first else { return nil }
        guard let text = row else { return .notOnResy }
        // A row of an older program that can no longer be read is as good as none.
        return venues.venue(text).map { .venue($0) }
    }

    /// The restaurant of that number, under whatever name it was found.
    package func rememberedVenue(_ id: Int) throws -> Venue? {
        let found = try with { connection in
            try connection.run(
                "SELECT venue FROM restaurant_cache WHERE resy_venue_id = ? ORDER BY rowid DESC LIMIT 1", [.integer(id)]
            ) { (row) throws(SQLiteError) in row.optionalText(0) }
        }
        return found.first?.flatMap { venues.venue($0) }
    }

    /// Nil for a restaurant that is not on Resy.
    package func cacheVenue(key: String, venue: Venue?, now: Instant, expires: Instant) throws {
        try with { connection in
            try connection.withoutSync { () throws(SQLiteError) in
                // Anew and not changed in place: the row's number tells its age.
                try connection.run(
                    """
                    INSERT OR REPLACE INTO restaurant_cache (key, place_id, resy_venue_id, venue, cached_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(key), .text(venue?.placeID), .integer(venue?.id), .text(venue?.stored.compact),
                        .real(now.seconds), .real(expires.seconds),
                    ])
                // The oldest alone are looked at: thousands of rows do not slow a call down.
                try connection.run(
                    """
                    DELETE FROM restaurant_cache WHERE expires_at <= ?
                        AND rowid IN (SELECT rowid FROM restaurant_cache ORDER BY rowid LIMIT 50)
                    """, [.real(now.seconds)])
            }
        }
    }

    /// More is known of a restaurant that is remembered, under whichever names; how long it is remembered stays.
    package func renewVenue(_ venue: Venue) throws {
        try with { connection in
            try connection.run(
                "UPDATE restaurant_cache SET venue = ? WHERE resy_venue_id = ?",
                [.text(venue.stored.compact), .integer(venue.id)])
        }
    }

    package func cachedPlaces(query: String, now: Instant) throws -> String? {
        try with { connection in
            try connection.run(
                "SELECT answer FROM places_cache WHERE query = ? AND expires_at > ?",
                [.text(query), .real(now.seconds)]
            ) { (row) throws(SQLiteError) in row.text(0) }.first
        }
    }

    package func cachePlaces(query: String, json: String, now: Instant, expires: Instant) throws {
        try with { connection in
            try connection.withoutSync { () throws(SQLiteError) in
                try connection.run(
                    """
                    DELETE FROM places_cache WHERE expires_at <= ?
                        AND rowid IN (SELECT rowid FROM places_cache ORDER BY rowid LIMIT 50)
                    """, [.real(now.seconds)])
                try connection.run(
                    "INSERT OR REPLACE INTO places_cache (query, answer, expires_at) VALUES (?, ?, ?)",
                    [.text(query), .text(json), .real(expires.seconds)])
            }
        }
    }
}
