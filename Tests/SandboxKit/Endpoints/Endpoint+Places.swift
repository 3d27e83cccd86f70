import Foundation

extension World {
    func places(_ request: RecordedRequest) -> Reply {
        guard request.header("x-goog-api-key") == switches.placesKey else {
            return googleError(
                400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", reason: "API_KEY_INVALID")
        }
        guard let mask = request.header("x-goog-fieldmask"), !mask.isEmpty, !mask.contains(" ") else {
            return googleError(400, "INVALID_ARGUMENT", "FieldMask is a required parameter.", reason: nil)
        }
        let fields = mask.split(separator: ",").map(String.init)
        return request.endpoint == .placesSearch ? textSearch(request, fields) : place(request, fields)
    }

    private func textSearch(_ request: RecordedRequest, _ fields: [String]) -> Reply {
        guard request.method == "POST", let body = request.json, let query = body["textQuery"]?.string, !query.isEmpty
        else { return googleError(400, "INVALID_ARGUMENT", "Empty text_query.", reason: nil) }
        guard fields.allSatisfy({ $0 == "*" || $0 == "nextPageToken" || $0.hasPrefix("places.") }) else {
            return googleError(400, "INVALID_ARGUMENT", "Invalid field mask.", reason: nil)
        }
        let size = max(1, min(20, body["pageSize"]?.int ?? body["maxResultCount"]?.int ?? 20))
        let center = body["locationBias"]?["circle"]?["center"]
        let area = SearchArea(center)
        let found = venues.compactMap { venue in NameMatch.score(query, venue).map { (venue, $0) } }
            .filter { $0.0.googleID != nil && !switches.placesHasNothing }
            .sorted {
                $0.1 != $1.1 ? $0.1 > $1.1 : (area.metres(to: $0.0), $0.0.id) < (area.metres(to: $1.0), $1.0.id)
            }
        let wanted = fields.map { $0.replacing("places.", with: "") }
        // Places that are no restaurants come first, unless restaurants alone are wanted.
        let isOpen = body["includedType"]?.string == nil && !switches.placesHasNothing
        let named = isOpen ? Landmark.all.filter { $0.isMeant(by: query) }.map { landmarkObject($0, wanted) } : []
        let list = (named + found.map { placeObject($0.0, wanted) }).prefix(size)
        return Reply(200, list.isEmpty ? [:] : ["places": .array(Array(list))])
    }

    private func place(_ request: RecordedRequest, _ fields: [String]) -> Reply {
        let id = request.path.split(separator: "/").last.map(String.init)
        if let landmark = Landmark.all.first(where: { $0.id == id }) {
            return Reply(200, landmarkObject(landmark, fields))
        }
        guard let venue = venues.first(where: { $0.googleID == id }) else {
            return googleError(404, "NOT_FOUND", "The Place ID is no longer valid.", reason: nil)
        }
        return Reply(200, placeObject(venue, fields))
    }

    private func placeObject(_ venue: Venue, _ fields: [String]) -> JSONValue {
        let id = venue.googleID ?? ""
        let city = venue.city
        let name = venue.name.replacing("&#39;", with: "'")
        let all: JSONValue = [
            "name": "places/\(id)", "id": .string(id), "displayName": ["text": .string(name), "languageCode": "en"],
            "formattedAddress":
                "\(venue.address), \(venue.town), \(city.region) \(venue.postalCode), \(city.country)",
            "location": ["latitude": .double(venue.latitude), "longitude": .double(venue.longitude)],
            "addressComponents": [
                [
                    "longText": .string(venue.town), "shortText": .string(venue.town),
                    "types": ["locality", "political"], "languageCode": "en",
                ]
            ],
            "types": ["restaurant"], "primaryType": "restaurant", "businessStatus": "OPERATIONAL",
            "internationalPhoneNumber": .text(venue.phone), "websiteUri": "https://example.com",
        ]
        return masked(all, fields)
    }

    private func landmarkObject(_ landmark: Landmark, _ fields: [String]) -> JSONValue {
        let (latitude, longitude) = (landmark.latitude, landmark.longitude)
        // A town is wide, a neighbourhood less so.
        let reach = landmark.types[0] == "locality" ? 0.2 : landmark.types[0] == "neighborhood" ? 0.008 : 0.002
        return masked(
            [
                "name": .string("places/\(landmark.id)"), "id": .string(landmark.id),
                "displayName": ["text": .string(landmark.name), "languageCode": "en"],
                "formattedAddress": .string(landmark.address),
                "location": ["latitude": .double(latitude), "longitude": .double(longitude)],
                "viewport": [
                    "low": ["latitude": .double(latitude - reach), "longitude": .double(longitude - reach)],
                    "high": ["latitude": .double(latitude + reach), "longitude": .double(longitude + reach)],
                ],
                "addressComponents": [
                    [
                        "longText": .string(landmark.city.locality), "shortText": .string(landmark.city.locality),
                        "types": ["locality", "political"], "languageCode": "en",
                    ]
                ],
                "types": .texts(landmark.types), "primaryType": .string(landmark.types[0]),
            ], fields)
    }

    private func masked(_ place: JSONValue, _ fields: [String]) -> JSONValue {
        fields.contains("*") ? place : .object((place.members ?? []).filter { fields.contains($0.key) })
    }

    private func googleError(_ code: Int, _ status: String, _ message: String, reason: String?) -> Reply {
        let detail: [JSONValue] =
            reason.map {
                [
                    [
                        "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": .string($0),
                        "domain": "googleapis.com", "metadata": ["service": "places.googleapis.com"],
                    ]
                ]
            } ?? []
        return Reply(
            code,
            [
                "error": [
                    "code": .int(code), "message": .string(message), "status": .string(status),
                    "details": .array(detail),
                ]
            ])
    }
}
