package import ResyDomain

/// A place as Google Places (New) describes it, with only the fields that are asked for.
package struct Place: Sendable, Equatable {
    package var id: String
    package var name: String
    package var address: String?
    package var latitude: Double?
    package var longitude: Double?
    /// Google's words for what it is; empty where they were not asked for.
    package var types: Set<String> = []
    /// From its middle to its edge, for one that has a size.
    package var reachMetres: Int?
}

/// Google Places (New), text search alone: the smallest field mask that can prove a match.
package struct PlacesAPI: Sendable {
    private let http: any HTTPClient
    private let store: Store
    private let clock: any WallClock
    private let baseURL: String
    private let key: Secret
    private let redactor: Redactor

    static let fieldMask = "places.id,places.displayName,places.formattedAddress,places.location"
    /// The same price, and what tells a neighborhood from a house.
    static let locatingMask = fieldMask + ",places.types,places.viewport"
    /// Google asks for ids to be refreshed within a year; a month keeps addresses true.
    private static let shelfLife: Double = 30 * 86_400

    package init(
        http: any HTTPClient, store: Store, clock: any WallClock, baseURL: String, key: Secret,
        redactor: Redactor = Redactor()
    ) {
        self.http = http
        self.store = store
        self.clock = clock
        self.baseURL = baseURL
        self.key = key
        self.redactor = redactor
    }

    /// The best few places for a restaurant's name and, where given, its town. Throws `ResyError`, without advice
    /// where the key is not to blame.
    package func search(_ name: String, location: String?, before deadline: Instant) async throws -> [Place] {
        try await search(
            location.map { "\(name) \($0)" } ?? name, shelf: "places", type: "restaurant", mask: Self.fieldMask,
            before: deadline)
    }

    /// The best few places of any kind for an address, a landmark, a neighborhood.
    func locate(_ text: String, before deadline: Instant) async throws -> [Place] {
        try await search(text, shelf: "where", type: nil, mask: Self.locatingMask, before: deadline)
    }

    private func search(
        _ text: String, shelf: String, type: String?, mask: String, before deadline: Instant
    ) async throws -> [Place] {
        let shelf = "\(shelf)|\(text.lowercased())"
        if let kept = try? await store.cachedPlaces(query: shelf, now: clock.now),
            let answer = try? JSON(parsing: Array(kept.utf8)), let places = try? Self.decode(answer)
        {
            return places
        }
        let answer = try await ask(text, type: type, mask: mask, before: deadline)
        let places: [Place]
        do {
            places = try Self.decode(answer)
        } catch {
            throw ResyError(.schemaChanged, .places(.unknownShape(path: error.path ?? "$")))
        }
        try? await store.cachePlaces(
            query: shelf, json: answer.compact, now: clock.now,
            expires: clock.now.adding(places.isEmpty ? 86_400 : Self.shelfLife))
        return places
    }

    private func ask(
        _ text: String, type: String?, mask: String, before deadline: Instant
    ) async throws -> JSON {
        var request = HTTPRequest(
            .post, baseURL + "/v1/places:searchText",
            headers: [
                ("Content-Type", "application/json"), ("Accept", "application/json"),
                ("X-Goog-Api-Key", key.reveal()), ("X-Goog-FieldMask", mask),
            ], bodyLimit: 1 << 20, timeLimit: max(1, min(10, deadline.seconds - clock.now.seconds)))
        var body: [(String, JSON)] = [("textQuery", .string(text)), ("pageSize", 5), ("languageCode", "en")]
        if let type { body.append(("includedType", .string(type))) }
        request.body = JSON.object(body).compactBytes
        let stream = JSONStream(limits: JSONLimits(bytes: 1 << 20, values: 20_000, valuesPerTree: 20_000), arrays: [])
        do {
            let head = try await http.perform(request, into: stream)
            guard head.status == 200 else { throw failure(head.status, stream.errorBody) }
            return try stream.finish()
        } catch let fault as TransportError {
            let isLate = if case .timedOut = fault { true } else { false }
            throw ResyError(.network, .places(isLate ? .late : .unreachable(fault)))
        } catch is JSONError {
            throw ResyError(.schemaChanged, .places(.notJSON))
        }
    }

    /// No match is `{}`: the member is absent, not empty.
    private static func decode(_ answer: JSON) throws(JSONError) -> [Place] {
        guard let places = answer.optional("places") else { return [] }
        let found = Rows<Place>()
        for item in try places.items {
            found.take { () throws(JSONError) in
                var place = Place(
                    id: try item["id"].string, name: CleanText.name(try item["displayName"]["text"].words),
                    address: Venue.cleaned(item.optional("formattedAddress")),
                    latitude: try? item.optional("location")?.optional("latitude")?.number,
                    longitude: try? item.optional("location")?.optional("longitude")?.number)
                place.types = Set(((try? item.optional("types")?.items) ?? []).compactMap { try? $0.string })
                place.reachMetres = reach(item.optional("viewport"))
                return place
            }
        }
        return try found.all
    }

    /// Half of the way across.
    private static func reach(_ viewport: JSON?) -> Int? {
        func corner(_ name: String) -> (Double, Double)? {
            guard let corner = viewport?.optional(name), let north = try? corner["latitude"].number,
                let east = try? corner["longitude"].number
            else { return nil }
            return (north, east)
        }
        guard let low = corner("low"), let high = corner("high"),
            let across = Whereabouts.metres(from: low, to: high)
        else { return nil }
        return Int(across / 2)
    }

    private func failure(_ status: Int, _ body: [UInt8]) -> ResyError {
        let error = (try? JSON(parsing: body))?.optional("error")
        let said = (try? error?.optional("status")?.text).map { redactor.cleanLine($0, to: 80) } ?? ""
        let word = said.isEmpty ? "HTTP \(status)" : said
        let code: ResyError.Code = status == 429 ? .rateLimited : status >= 500 ? .network : .badRequest
        return ResyError(
            code, .places(.refused(said: word)), advice: code == .badRequest ? [.places(.checkKey)] : [])
    }
}
