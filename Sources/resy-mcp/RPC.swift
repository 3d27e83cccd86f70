internal import ResyNative

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
    /// The call with that id is wanted no more.
    case cancellation(RequestID)
    case response(Response)
    /// Several messages in one, each as its bytes.
    case batch([[UInt8]])
    /// `id` is nil where the line has none that could be read.
    case malformed(RPCError, id: RequestID?)

    init(_ line: [UInt8]) {
        if line.first(where: { $0 > 0x20 }) == UInt8(ascii: "["), let messages = try? JSON.elements(of: line) {
            self = .batch(messages)
        } else if let message = try? JSON(parsing: line) {
            self = Incoming.judge(message, line)
        } else {
            self = .malformed(.notJSON, id: Incoming.id(line[...]))
        }
    }

    /// `head`: the first bytes of it.
    init(tooLong head: [UInt8]) {
        self = .malformed(
            .invalidRequest("a line longer than \(LineIO.lineLimit) bytes"), id: Incoming.id(head[...]))
    }

    private static func id(_ object: ArraySlice<UInt8>, _ key: String = "id") -> RequestID? {
        RawMember.find(key, in: object).flatMap { RequestID(Array($0)) }
    }

    private static func response(_ message: JSON, _ id: RequestID?) -> Response? {
        // Both at once is neither: a yes must be beyond doubt.
        if let error = message.member("error") {
            return Response(id: id, body: .error((try? error.optional("code")?.integer) ?? 0))
        }
        return message.member("result").map { Response(id: id, body: .result($0)) }
    }

    private static func judge(_ message: JSON, _ line: [UInt8]) -> Incoming {
        guard message.kind == .object else {
            return .malformed(.invalidRequest("a message is a JSON-RPC object"), id: nil)
        }
        let id = id(line[...])
        guard (try? message.member("jsonrpc")?.string) == "2.0" else {
            return .malformed(.invalidRequest("\"jsonrpc\" must be \"2.0\""), id: id)
        }
        guard let name = message.member("method") else {
            if let response = response(message, id) { return .response(response) }
            return .malformed(.invalidRequest("no method"), id: id)
        }
        guard let method = try? name.string else {
            return .malformed(.invalidRequest("method must be a string"), id: id)
        }
        let params = (message.member("params") ?? .null).asMembers
        guard message.member("id") != nil else {
            if method == "notifications/cancelled",
                let call = RawMember.find("params", in: line[...]).flatMap({ self.id($0, "requestId") })
            {
                return .cancellation(call)
            }
            return .notification(method: method, params: params ?? [:])
        }
        guard let id, id.isAllowed else {
            return .malformed(.invalidRequest("id must be a string or an integer"), id: id)
        }
        guard let params else { return .malformed(.invalidParams("params must be an object"), id: id) }
        return .request(Request(id: id, method: method, params: params))
    }
}

extension JSON {
    /// Named values, where it is an object or one of the ways to write that there are none; nil for all else.
    var asMembers: JSON? {
        switch kind {
        case .object: self
        case .null: [:]
        case .array: self == [] ? [:] : nil
        default: nil
        }
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

    /// Its `id` is null where there is none to echo.
    static func error(_ id: RequestID?, _ error: RPCError) -> JSON {
        let body: JSON
        if let data = error.data {
            body = ["code": .integer(error.code), "message": .string(error.message), "data": data]
        } else {
            body = ["code": .integer(error.code), "message": .string(error.message)]
        }
        return ["jsonrpc": "2.0", "id": id?.json ?? .null, "error": body]
    }

    static func notification(_ method: String, _ params: JSON) -> JSON {
        ["jsonrpc": "2.0", "method": .string(method), "params": params]
    }

    /// The bytes of a message. U+0085, U+2028 and U+2029 are escaped: some readers take them for the end of a line.
    static func line(_ message: JSON) -> [UInt8] {
        let bytes = message.compactBytes
        var line: [UInt8] = []
        // What is copied as it is begins here.
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0xC2 || bytes[index] == 0xE2, let (escape, length) = escape(bytes, at: index) else {
                index += 1
                continue
            }
            line += bytes[start..<index]
            line += escape.utf8
            index += length
            start = index
        }
        return start == 0 ? bytes : line + bytes[start...]
    }

    private static func escape(_ bytes: [UInt8], at index: Int) -> (String, length: Int)? {
        switch (bytes[index], bytes.count - index) {
        case (0xC2, 2...) where bytes[index + 1] == 0x85: return (#"\u0085"#, 2)
        case (0xE2, 3...) where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA8: return (#"\u2028"#, 3)
        case (0xE2, 3...) where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA9: return (#"\u2029"#, 3)
        default: return nil
        }
    }
}
