/// One request, complete but for what the client adds to each (connection, encodings, cookies).
package struct HTTPRequest: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST", delete = "DELETE" }

    package var method: Method
    /// Absolute; `https`, or `http` for a loopback host.
    package var url: String
    /// In the order they are sent. They may hold secrets, so a request has no description.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]?
    /// Longest body accepted, in bytes after decoding.
    package var bodyLimit: Int
    /// Seconds for the whole of it.
    package var timeLimit: Double
    /// Cookies of the jar are sent and kept.
    package var usesCookies: Bool
    /// Written once at most: where a kept connection dies under it, the request fails rather than going out again.
    /// For what books, cancels or signs in.
    package var mustNotRepeat: Bool
    /// Told each time it goes out once more because a kept connection died under it.
    package var onRepeat: (@Sendable () -> Void)?

    package init(
        _ method: Method, _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
        bodyLimit: Int = 16 << 20, timeLimit: Double = 30, usesCookies: Bool = false,
        mustNotRepeat: Bool = false
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.bodyLimit = bodyLimit
        self.timeLimit = timeLimit
        self.usesCookies = usesCookies
        self.mustNotRepeat = mustNotRepeat
    }
}

/// Status and headers of the final answer (never of a 1xx).
package struct HTTPHead: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    /// As the answer begins: `HTTP/1.1`, `HTTP/2`; nil where there is none to tell.
    package var version: String?

    package init(status: Int, headers: [(name: String, value: String)], version: String? = nil) {
        self.status = status
        self.headers = headers
        self.version = version
    }

    /// A name is ASCII; anything else is compared as it is.
    private static func isSame(_ name: String, _ other: String) -> Bool {
        func folded(_ byte: UInt8) -> UInt8 {
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
        }
        return name.utf8.count == other.utf8.count
            && name.utf8.elementsEqual(other.utf8) { folded($0) == folded($1) }
    }

    /// The first value of a header, its name compared without case.
    package func first(_ name: String) -> String? {
        headers.first { Self.isSame($0.name, name) }?.value
    }
}

/// Takes a body as it arrives, decoded from its transfer and content encodings.
///
/// Called on the client's own thread, one call at a time, and never after `perform` has returned.
package protocol BodySink: AnyObject, Sendable {
    /// Once, before the first chunk; also for an answer without a body.
    func begin(_ head: HTTPHead)
    /// False ends the transfer: the sink has its reason and tells it to who made it.
    func receive(_ chunk: [UInt8]) -> Bool
}

/// Sends a request and hands the body to a sink. A status is an answer, not an error.
package protocol HTTPClient: Sendable {
    /// Throws `TransportError`, or `CancellationError` when the task is cancelled.
    func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead
}
