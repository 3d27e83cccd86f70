internal import ResyDomain

/// A restaurant that a search brought, with its tables of the day where the answer had them.
struct TableHit: Sendable {
    var venue: Venue
    /// Those that are ahead; nil where the answer does not tell of any, and `find` must.
    var slots: [Slot]?
    /// Of that day, as Resy says.
    var status = VenueCalendar.Status.other
    /// `find` knows more: the tables themselves, some of them, what they cost, or for whom they are held.
    var needsFind = false
}

/// One page of a search.
struct SearchPage: Sendable {
    var hits: [TableHit]
    /// How many restaurants fit in all, as Resy says.
    var total: Int
    /// Hits that could not be read.
    var unread: Int
    /// How many hits a page has.
    var size = ResyCall.hitsPerPage
    /// When Resy answered it, where that was not just now.
    var askedAt: Instant?
}

extension ResyCall {
    /// As many hits as Resy gives at once.
    static let hitsPerPage = 75

    /// `POST /3/venuesearch/search` with the tables of one day.
    ///
    /// - Parameters:
    ///   - words: part of a name, a cuisine, a neighborhood; empty for all.
    ///   - place: a neighborhood whose name shall be among the words of a hit.
    ///   - page: from 1.
    ///   - zone: a search never says in which zone a restaurant is.
    func searchTables(
        _ words: String, in area: SearchArea?, alsoNamed place: String? = nil, day: CalendarDay, party: Int,
        page: Int = 1,
        zone: @Sendable (Venue) async -> Zone? = { $0.zone }
    ) async throws -> SearchPage {
        var body: [(String, JSON)] = [
            ("query", .string(Self.query(words, area?.words ?? place))), ("per_page", .integer(Self.hitsPerPage)),
            ("page", .integer(page)),
            ("types", ["venue"]), ("order_by", "availability"), ("availability", true),
            ("slot_filter", ["day": .string(day.iso), "party_size": .integer(party)]),
            ("include_tock_inventory", true),
        ]
        if let geo = area?.geo { body.append(("geo", geo)) }
        let path = "/3/venuesearch/search"
        let json = JSON.object(body)
        let key = LookMemory.Asked(path: path, body: json.compactBytes, isSignedIn: access.token != nil)
        if context.purpose == .search, let (page, at) = api.memory.recall(key, as: SearchPage.self, now: clock.now) {
            var known = page
            known.askedAt = at
            return known
        }
        let found = Rows<FoundHit>()
        let unread = Lock(0)
        let request = ResyRequest(
            endpoint: .search, method: .post, path: path, body: .json(json),
            arrays: {
                found.reset()
                unread.withLock { $0 = 0 }
                return [
                    JSONStream.Elements(of: "$.search.hits[]") { (hit, _) throws(JSONError) in
                        if !found.take({ () throws(JSONError) in try FoundHit.decode(hit) }) {
                            unread.withLock { $0 += 1 }
                        }
                    }
                ]
            })
        guard let answer = try await send(request) else { throw APIFailure.schema(path: "$.search.hits") }
        let (hits, total, size) = try reading { () throws(JSONError) in
            _ = try answer["search"].rows("hits")
            let meta = answer.optional("meta")
            let total = (try? meta?.optional("total")?.integer) ?? (try? answer["search"].optional("nbHits")?.integer)
            let size =
                (try? meta?.optional("per_page")?.integer) ?? (try? answer["search"].optional("hitsPerPage")?.integer)
            return (try found.all, total, size)
        }
        let now = clock.now
        var page = SearchPage(hits: [], total: 0, unread: unread.withLock { $0 })
        for hit in hits {
            let known = await zone(hit.venue)
            page.hits.append(
                hit.tables(
                    in: known ?? area?.zone, evening: day, party: party, isSignedIn: access.token != nil, at: now))
        }
        page.total = max(total ?? 0, hits.count + page.unread)
        if let size, (1...Self.hitsPerPage).contains(size), size >= hits.count { page.size = size }
        api.memory.keep(page, for: key, at: now)
        return page
    }
}

extension ResyCall {
    /// A place whose middle is not known is looked for by its words.
    private static func query(_ words: String, _ place: String?) -> String {
        [words, place ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension SearchArea {
    /// As a search takes it; nil where its middle is not known.
    var geo: JSON? {
        guard let middle else { return nil }
        return [
            "latitude": .number(middle.latitude), "longitude": .number(middle.longitude),
            "radius": .integer(radiusMetres),
        ]
    }
}
