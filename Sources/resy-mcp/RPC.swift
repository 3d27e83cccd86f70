internal import ResyNative

/// The `id` of a request: kept as it came, so that the answer carries the very same one.
enum RequestID: Hashable, Sendable {
    case number(Int)
    case text(String)

    /// Nil for anything but a string or an integer.
    init?(_ value: JSON) {
        switch value.kind {
        case .integer:
            guard let number = try? value.integer else { return nil }
            self = .number(number)
        case .string:
            guard let text = try? value.string else { return nil }
            self = .text(text)
        default: return nil
        }
    }

    var json: JSON {
        switch self {
        case .number(let number): .integer(number)
        case .text(let text): .string(text)
        }
    }
}

/// A call of a method that wants an answer.
struct Request: Sendable {
    let id: RequestID
    let method: String
    /// An object; empty where the request has none.
    let params: JSON

    /// `params._meta`, or an empty object.
    var meta: JSON {
        guard let meta = params.optional("_meta"), meta.kind == .object else { return [:] }
        return meta
    }
}

/// An answer to something we asked.
struct Response: Sendable {
    enum Body: Sendable {
        case result(JSON)
        /// Its code; 0 where it has none.
        case error(Int)
    }

    /// Nil for what can be no id of ours.
    let id: RequestID?
    let body: Body
}

/// What one line from the client turned out to be.
enum Incoming: Sendable {
    case request(Request)
    case notification(method: String, params: JSON)
    case response(Response)
    /// `id` is nil where the line has none that could be trusted.
    case malformed(RPCError, id: RequestID?)

    init(_ line: [UInt8]) {
        guard let message = (try? JSON(parsing: line)) ?? (try? JSON(parsing: LargeIntegers.asReals(line))) else {
            self = .malformed(.notJSON, id: nil)
            return
        }
        self = Incoming.judge(message)
    }

    private static func response(_ message: JSON) -> Response? {
        let id = message.member("id").flatMap { RequestID($0) }
        // Both at once is neither: a yes must be beyond doubt.
        if let error = message.member("error") {
            return Response(id: id, body: .error((try? error.optional("code")?.integer) ?? 0))
        }
        return message.member("result").map { Response(id: id, body: .result($0)) }
    }

    private static func judge(_ message: JSON) -> Incoming {
        guard message.kind == .object else {
            return .malformed(.invalidRequest("one JSON-RPC object per line; batches are not supported"), id: nil)
        }
        guard (try? message.member("jsonrpc")?.string) == "2.0" else {
            return .malformed(.invalidRequest("\"jsonrpc\" must be \"2.0\""), id: nil)
        }
        guard let name = message.member("method") else {
            if let response = response(message) { return .response(response) }
            return .malformed(.invalidRequest("no method"), id: nil)
        }
        guard let method = try? name.string else {
            return .malformed(.invalidRequest("method must be a string"), id: nil)
        }
        let params = message.member("params") ?? [:]
        guard let rawID = message.member("id") else {
            return .notification(method: method, params: params)
        }
        guard let id = RequestID(rawID) else {
            return .malformed(.invalidRequest("id must be a string or an integer"), id: nil)
        }
        guard params.kind == .object else {
            return .malformed(.invalidParams("params must be an object"), id: id)
        }
        return .request(Request(id: id, method: method, params: params))
    }
}

/// One line to the client.
enum Outgoing {
    static func result(_ id: RequestID, _ result: JSON) -> JSON {
        ["jsonrpc": "2.0", "id": id.json, "result": result]
    }

    /// A request of ours; the name is its id.
    static func request(_ name: String, _ method: String, _ params: JSON) -> JSON {
        ["jsonrpc": "2.0", "id": .string(name), "method": .string(method), "params": params]
    }

    /// Without an `id` where there is none to echo: the schema forbids null.
    static func error(_ id: RequestID?, _ error: RPCError) -> JSON {
        let body: JSON
        if let data = error.data {
            body = ["code": .integer(error.code), "message": .string(error.message), "data": data]
        } else {
            body = ["code": .integer(error.code), "message": .string(error.message)]
        }
        guard let id else { return ["jsonrpc": "2.0", "error": body] }
        return ["jsonrpc": "2.0", "id": id.json, "error": body]
    }

    static func notification(_ method: String, _ params: JSON) -> JSON {
        ["jsonrpc": "2.0", "method": .string(method), "params": params]
    }

    /// The bytes of a message. U+0085, U+2028 and U+2029 are escaped: some readers take them for the end of a line.
    static func line(_ message: JSON) -> [UInt8] {
        let bytes = message.compactBytes
        guard bytes.contains(0xC2) || bytes.contains(0xE2) else { return bytes }
        var line: [UInt8] = []
        line.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...].prefix(3)
            if rest.starts(with: [0xC2, 0x85]) {
                line += #"\u0085"#.utf8
                index += 2
            } else if rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) {
                line += (rest.last == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8
                index += 3
            } else {
                line.append(bytes[index])
                index += 1
            }
        }
        return line
    }
}
