/// What a browser says of itself, without being asked.
struct CDPEvent: Sendable {
    var method: String
    /// Whose it is; nil for the browser's own.
    var session: String?
    var params: JSON
}

/// A message of the DevTools protocol from the browser.
enum CDPMessage: Sendable {
    case answer(id: Int, JSON)
    case refusal(id: Int, code: Int, message: String)
    case event(CDPEvent)
    /// Not JSON; the id where it can be told.
    case garbled(id: Int?)

    private static let limits = JSONLimits(bytes: 64 << 20, values: 1_000_000, valuesPerTree: 1_000_000, depth: 512)

    init(_ bytes: [UInt8]) {
        guard let root = try? JSON(parsing: bytes, limits: Self.limits) else {
            self = .garbled(id: Self.leadingID(bytes))
            return
        }
        if let id = try? root["id"].integer {
            if let fault = root.optional("error") {
                let message = (try? fault["message"].words) ?? ""
                self = .refusal(id: id, code: (try? fault["code"].integer) ?? 0, message: message)
            } else {
                self = .answer(id: id, root.optional("result") ?? .object([]))
            }
        } else if let method = try? root["method"].string {
            let session = try? root.optional("sessionId")?.string
            self = .event(CDPEvent(method: method, session: session, params: root.optional("params") ?? .object([])))
        } else {
            self = .garbled(id: nil)
        }
    }

    /// Chromium writes the id of an answer first.
    private static func leadingID(_ bytes: [UInt8]) -> Int? {
        let start = Array(#"{"id":"#.utf8)
        guard bytes.starts(with: start) else { return nil }
        let digits = bytes.dropFirst(start.count).prefix(18).prefix { (48...57).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
