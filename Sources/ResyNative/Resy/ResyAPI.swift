package import ResyDomain

/// Resy's unofficial API, typed: values in, values out, and every failure an `APIFailure`.
///
/// The only place that decides whether a status is a failure. Holds no token: each call is given its `Access`.
package final class ResyAPI: Sendable {
    private let http: any HTTPClient
    private let pacer: any Pacing
    /// Nil where nothing is remembered of limits and blocks.
    let stops: Stops?
    let clock: any WallClock
    private let baseURL: String
    private let profile: [(name: String, value: String)]
    /// Told of each secret before it is sent or once it has arrived.
    let redactor: Redactor
    /// Resy's clock less ours, in seconds, from the last `Date` header seen.
    private let skew = Lock<Double?>(nil)

    package init(
        http: any HTTPClient, pacer: any Pacing, clock: any WallClock, baseURL: String,
        profile: [(name: String, value: String)], redactor: Redactor = Redactor(), stops: Stops? = nil
    ) {
        self.http = http
        self.pacer = pacer
        self.stops = stops
        self.clock = clock
        self.baseURL = baseURL
        self.profile = profile
        self.redactor = redactor
    }

    /// Nil until Resy has answered once; a difference under two minutes counts as none.
    package var serverClockOffset: Double? {
        skew.withLock { $0.map { abs($0) < 120 ? 0 : $0 } }
    }

    // MARK: - Sending

    enum Body {
        case none
        case form([(name: String, value: String)])
        case json(JSON)
    }

    struct Call {
        var endpoint: Endpoint
        var method: HTTPRequest.Method
        var path: String
        var query: [(name: String, value: String)] = []
        var body: Body = .none
        /// False inside a booking, whose steps follow each other at once.
        var isPaced = true
        /// It shares the turn of a request that goes at the same moment.
        var isBeside = false
        /// Looks what became of a booking or a cancellation that was sent.
        var settles = false
        /// Arrays whose elements are decoded as they arrive; replaced before a repeat.
        var arrays: () -> [JSONStream.Elements] = { [] }
    }

    /// Waits for one turn that several calls `beside` each other share.
    package func takeTurn(_ context: CallContext) async throws {
        try await pacer.turn(isPaced: true, before: context.deadline)
    }

    /// Answers the rest of the document, the streamed arrays left empty; nil for an empty body.
    func send(_ call: Call, _ access: Access, _ context: CallContext) async throws -> JSON? {
        do {
            return try await attempt(call, access, context)
        } catch let failure as APIFailure where call.endpoint.mayRepeat && failure.isPassing {
            return try await attempt(call, access, context)
        }
    }

    private func attempt(_ call: Call, _ access: Access, _ context: CallContext) async throws -> JSON? {
        let kind = Breaker.Call(call.endpoint, settles: call.settles)
        // Before it takes a turn, and after: another call may have been turned away meanwhile.
        _ = try await stops?.pass(kind)
        if !call.isBeside { try await pacer.turn(isPaced: call.isPaced, before: context.deadline) }
        guard let stops else { return try await exchange(call, access, context) }
        let pass = try await stops.pass(kind)
        do {
            let answer = try await exchange(call, access, context)
            await stops.note(nil, of: pass)
            return answer
        } catch let failure as APIFailure {
            // Codes by SMS have a limit of their own, which says nothing of other ways in.
            guard call.endpoint != .sendCode || !failure.isLimit else { throw failure }
            throw await stops.noted(failure, of: pass)
        }
    }

    private func exchange(_ call: Call, _ access: Access, _ context: CallContext) async throws -> JSON? {
        let stream = JSONStream(limits: call.endpoint.limits, arrays: call.arrays())
        let head: HTTPHead
        do {
            head = try await http.perform(request(call, access, context), into: stream)
        } catch TransportError.refusedBySink {
            throw failure(of: stream)
        } catch let fault as TransportError {
            throw APIFailure.network(fault)
        }
        noteClock(head)
        guard (200...299).contains(head.status) else {
            let failure = APIFailure(
                endpoint: call.endpoint, head: head, body: stream.errorBody, redactor: redactor, now: clock.now)
            // Nobody's sign-in came with it, so it is the application's key that is refused.
            if failure == .signedOut, access.token == nil, call.endpoint != .refresh { throw APIFailure.wrongKey }
            throw failure
        }
        guard !stream.isEmpty else { return nil }
        do {
            let answer = try stream.finish()
            if let failure = APIFailure(
                endpoint: call.endpoint, head: head, inside: answer, redactor: redactor, now: clock.now)
            {
                throw failure
            }
            return answer
        } catch let error as JSONError {
            throw unreadable(error)
        }
    }

    private func request(_ call: Call, _ access: Access, _ context: CallContext) throws -> HTTPRequest {
        let left = context.deadline.seconds - clock.now.seconds
        guard left > 0 else { throw APIFailure.network(.timedOut(sent: false)) }
        var url = baseURL + call.path
        if !call.query.isEmpty { url += "?" + PercentEncoding.query(call.query) }
        var request = HTTPRequest(
            call.method, url, headers: profile, bodyLimit: call.endpoint.limits.bytes, timeLimit: min(30, left),
            usesCookies: true)
        request.mustNotRepeat = !call.endpoint.mayRepeat
        request.headers.append(("Authorization", "ResyAPI api_key=\"\(access.apiKey)\""))
        if let secret = access.token {
            redactor.register(secret, as: .renewed)
            let token = secret.reveal()
            request.headers.append(("X-Resy-Auth-Token", token))
            request.headers.append(("X-Resy-Universal-Auth", token))
        }
        switch call.body {
        case .none: break
        case .form(let fields):
            request.headers.append(("Content-Type", "application/x-www-form-urlencoded"))
            request.body = Array(PercentEncoding.form(fields).utf8)
        case .json(let value):
            request.headers.append(("Content-Type", "application/json"))
            request.body = value.compactBytes
        }
        return request
    }

    /// The path may hold names that are the answer's.
    func unreadable(_ error: JSONError) -> APIFailure {
        guard case .schema(let path) = APIFailure(error) else { return APIFailure(error) }
        return .schema(path: redactor.cleanLine(path, to: 120))
    }

    private func failure(of stream: JSONStream) -> APIFailure {
        do {
            _ = try stream.finish()
            return .network(.refusedBySink)
        } catch {
            return unreadable(error)
        }
    }

    private func noteClock(_ head: HTTPHead) {
        guard let date = head.first("date").flatMap({ WireTime.httpDate($0) }) else { return }
        let offset = date.seconds - clock.now.seconds
        skew.withLock { $0 = offset }
    }
}

extension APIFailure {
    init(_ error: JSONError) {
        switch error {
        case .missing(let path), .wrongKind(let path, _): self = .schema(path: path)
        case .syntax: self = .schema(path: "$")
        case .tooLarge: self = .schema(path: "$")
        }
    }

    var isLimit: Bool {
        if case .rateLimited = self { true } else { false }
    }

    /// Gone by the next moment, as far as anyone can tell: worth one more read.
    var isPassing: Bool {
        switch self {
        case .server(let status): (502...504).contains(status)
        case .network(.connectionLost), .network(.malformed): true
        default: false
        }
    }
}

/// Whose turn it is to ask Resy.
package protocol Pacing: Sendable {
    /// Returns when a request may go; throws `ResyError` when that is past `deadline`.
    func turn(isPaced: Bool, before deadline: Instant) async throws
}
