package import ResyDomain

extension ResyCall {
    /// `POST /3/venuesearch/search`: by name, near a place where one is known; worldwide otherwise.
    package func searchVenues(
        _ query: String, near place: (latitude: Double, longitude: Double, radiusMetres: Int)? = nil,
        perPage: Int = 20
    ) async throws -> [Venue] {
        try await searchHits(query, near: place, perPage: perPage).venues
    }

    /// The same, with what could not be read of the hits.
    func searchHits(
        _ query: String, near place: (latitude: Double, longitude: Double, radiusMetres: Int)? = nil,
        perPage: Int = 20
    ) async throws -> VenueHits {
        var body: [(String, JSON)] = [
            ("query", .string(query)), ("per_page", .integer(perPage)), ("page", 1), ("types", ["venue"]),
            ("include_tock_inventory", true),
        ]
        if let place {
            body.append(
                (
                    "geo",
                    [
                        "latitude": .number(place.latitude), "longitude": .number(place.longitude),
                        "radius": .integer(place.radiusMetres),
                    ]
                ))
        }
        let path = "/3/venuesearch/search"
        let json = JSON.object(body)
        let key = LookMemory.Asked(path: path, body: json.compactBytes, isSignedIn: access.token != nil)
        if context.purpose == .search, let (hits, _) = api.memory.recall(key, as: VenueHits.self, now: clock.now) {
            return hits
        }
        let found = Rows<Venue>()
        let unread = Lock<[String?]>([])
        let request = ResyRequest(
            endpoint: .search, method: .post, path: path, body: .json(json),
            arrays: {
                found.reset()
                unread.withLock { $0 = [] }
                return [
                    JSONStream.Elements(of: "$.search.hits[]") { (hit, _) throws(JSONError) in
                        found.take { () throws(JSONError) in
                            do throws(JSONError) {
                                return try Venue.decode(hit: hit)
                            } catch {
                                let name = try? (hit.optional("_source") ?? hit)["name"].words
                                unread.withLock { $0.append(name) }
                                throw error
                            }
                        }
                    }
                ]
            })
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$.search.hits") }
        let hits = try reading { () throws(JSONError) in
            _ = try answer["search"].rows("hits")
            return VenueHits(venues: try found.all, unread: unread.withLock { $0 })
        }
        api.memory.keep(hits, for: key, at: clock.now)
        return hits
    }

    /// `GET /3/venue` by number.
    package func venue(id: Int) async throws -> VenuePage {
        let page = try await venue([("id", String(id))])
        // Another one's page is no answer, whatever it holds.
        guard page.venue.id == id else { throw APIFailure.schema(path: "$.id.resy") }
        return page
    }

    /// `GET /3/venue` by the two slugs of its page's address.
    package func venue(
        slug: String, citySlug: String
    ) async throws -> VenuePage {
        try await venue([("url_slug", slug), ("location", citySlug)])
    }

    private func venue(
        _ query: [(String, String)]
    ) async throws -> VenuePage {
        let request = ResyRequest(endpoint: .venue, method: .get, path: "/3/venue", query: query)
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$.id.resy") }
        return try reading { () throws(JSONError) in try VenuePage.decode(answer) }
    }

    /// `GET /4/venue/calendar`: what each day has, for days the venue has published.
    package func calendar(
        venue: Int, party: Int, from start: CalendarDay, to end: CalendarDay
    ) async throws -> VenueCalendar {
        let request = ResyRequest(
            endpoint: .calendar, method: .get, path: "/4/venue/calendar",
            query: [
                ("venue_id", String(venue)), ("num_seats", String(party)), ("start_date", start.iso),
                ("end_date", end.iso),
            ])
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$.scheduled") }
        return try reading { () throws(JSONError) in try VenueCalendar.decode(answer) }
    }

    /// `GET /2/config`: how many days ahead the venue books; nil where it does not say.
    package func leadDays(venue: Int) async throws -> Int? {
        let request = ResyRequest(
            endpoint: .config, method: .get, path: "/2/config", query: [("venue_id", String(venue))])
        let answer = try await send(request)
        return try? answer?.optional("lead_time_in_days")?.integer
    }
}
