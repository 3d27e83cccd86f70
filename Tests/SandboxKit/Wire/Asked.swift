/// One request, in the words that the simulator decides by.
struct Asked: Sendable {
    let method: String
    /// Percent-decoded, without the query.
    let path: String
    let query: String
    /// Names in lower case; of two of one name the last.
    let headers: [String: String]
    let body: [UInt8]

    init(method: String, target: String, headers: [String: String], body: [UInt8]) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        path = FormText.decode(parts[0].replacing("+", with: "%2B"))
        query = parts.count > 1 ? String(parts[1]) : ""
        self.headers = headers
        self.body = body
    }

    init(_ head: HTTPHead, _ body: [UInt8]) {
        let words = head.startLine.split(separator: " ")
        var headers: [String: String] = [:]
        for (name, value) in head.fields { headers[name.lowercased()] = value }
        self.init(method: String(words[0]), target: String(words[1]), headers: headers, body: body)
    }
}

/// Answers a request, whichever way it came.
typealias Answering = @Sendable (Asked) async -> Reply
