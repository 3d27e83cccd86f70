package import Foundation

/// One request as the simulator received it, secrets included.
package struct RecordedRequest: Sendable, Codable {
    /// Counts from 1.
    package let number: Int
    /// On the simulator's clock.
    package let time: Date
    /// Wall-clock time, for measuring pauses.
    package let received: Date
    package let method: String
    /// Percent-decoded, without the query.
    package let path: String
    package let query: [String: String]
    package let rawQuery: String
    /// Names in lower case.
    package let headers: [String: String]
    package let body: String
    package let endpoint: Endpoint
    /// The status that was answered, before any fault on the wire.
    package internal(set) var status = 0

    package var form: [String: String] { FormText.parse(body) }
    package var json: JSONValue? { JSONValue(parsing: body) }
    package func header(_ name: String) -> String? { headers[name.lowercased()] }

    /// The token of the signed-in user, whichever of the two headers carries it.
    package var authToken: String? { header("x-resy-auth-token") ?? header("x-resy-universal-auth") }

    package var mediaType: String {
        let value = header("content-type") ?? ""
        return value.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    }
}
