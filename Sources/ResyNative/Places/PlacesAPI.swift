package import ResyDomain

/// A place as Google Places (New) describes it, with only the fields that are asked for.
package struct Place: Sendable, Equatable {
    package var id: String
    package var name: String
    package var address: String?
    package var latitude: Double?
    package var longitude: Double?
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
        let text = location.map { "\(name) \($0)" } ?? name
        let shelf = "places|\(text.lowercased())"
        if let kept = try? await store.cachedPlaces(query: shelf, now: clock.now),
            let answer = try? JSON(parsing: Array(kept.utf8)), let places = try? Self.decode(answer)
        {
            return places
        }
        let answer = try await ask(text, before: deadline)
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

    private func ask(_ text: String, before deadline: Instant) async throws -> JSON {
        var request = HTTPRequest(
            .post, baseURL + "/v1/places:searchText",
            headers: [
                ("Content-Type", "application/json"), ("Accept", "application/json"),
                ("X-Goog-Api-Key", key.reveal()), ("X-Goog-FieldMask", Self.fieldMask),
            ], bodyLimit: 1 << 20, timeLimit: max(1, min(10, deadline.seconds - clock.now.seconds)))
        let body: JSON = [
            "textQuery": .string(text), "includedType": "restaurant", "pageSize": 5, "languageCode": "en",
        ]
        request.body = body.compactBytes
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
                Place(
                    id: try item["id"].string, name: CleanText.name(try item["displayName"]["text"].words),
                    address: Venue.cleaned(item.optional("formattedAddress")),
                    latitude: try? item.optional("location")?.optional("latitude")?.number,
                    longitude: try? item.optional("location")?.optional("longitude")?.number)
            }
        }
        return try found.all
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
