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
        let list = found.prefix(size).map { placeObject($0.0, wanted) }
        return Reply(200, list.isEmpty ? [:] : ["places": .array(Array(list))])
    }

    private func place(_ request: RecordedRequest, _ fields: [String]) -> Reply {
        let id = request.path.split(separator: "/").last.map(String.init)
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
                "\(venue.address), \(city.locality), \(city.region) \(venue.postalCode), \(city.country)",
            "location": ["latitude": .double(venue.latitude), "longitude": .double(venue.longitude)],
            "addressComponents": [
                [
                    "longText": .string(city.locality), "shortText": .string(city.locality),
                    "types": ["locality", "political"], "languageCode": "en",
                ]
            ],
            "types": ["restaurant"], "primaryType": "restaurant", "businessStatus": "OPERATIONAL",
            "internationalPhoneNumber": .text(venue.phone), "websiteUri": "https://example.com",
        ]
        if fields.contains("*") { return all }
        return .object((all.members ?? []).filter { fields.contains($0.key) })
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
