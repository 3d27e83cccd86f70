internal import ResyDomain

/// Resy's API for one call of ours, typed: values in, values out, and every failure an `APIFailure`.
///
/// The only place that decides whether a status is a failure.
package struct ResyCall: Sendable {
    let api: ResyAPI
    let access: Access
    let context: CallContext

    var redactor: Redactor { api.redactor }
    var clock: any WallClock { api.clock }

    /// The same with less time.
    func ending(by deadline: Instant) -> ResyCall {
        ResyCall(api: api, access: access, context: context.ending(by: deadline))
    }

    /// The same for another purpose.
    func on(_ purpose: Purpose) -> ResyCall { ResyCall(api: api, access: access, context: context.on(purpose)) }

    /// Waits for one turn that several requests `beside` each other share.
    package func takeTurn() async throws {
        try await take(.shared)
    }

    /// Where the looking budget is used up, it waits as long as the call may.
    private func take(_ turn: Turn) async throws {
        while true {
            do {
                return try await api.pacer.turn(turn, for: context.purpose, before: context.deadline)
            } catch let spent as BudgetSpent {
                guard let seconds = context.budgetWait(until: spent.until, now: clock.now) else { throw spent }
                context.progress(.waitingForBudget(seconds: seconds))
                // Another process may be faster then.
                try await clock.sleep(seconds: seconds)
            }
        }
    }

    /// Answers the rest of the document, the streamed arrays left empty; nil for an empty body.
    func send(_ request: ResyRequest) async throws -> JSON? {
        do {
            return try await attempt(request)
        } catch let failure as APIFailure where request.endpoint.mayRepeat && failure.isPassing {
            guard request.endpoint != .find || context.finds.take() else { throw failure }
            return try await attempt(request)
        }
    }

    private func attempt(_ request: ResyRequest) async throws -> JSON? {
        let kind = Breaker.Call(request.endpoint, settles: request.settles)
        var passed = try await pass(kind)
        try await take(request.isBeside ? .beside : request.isPaced ? .next : .atOnce)
        // Another call may have been turned away while this one waited for its turn.
        if let began = passed?.began, clock.now.seconds - began.seconds > 0.05 { passed = try await pass(kind) }
        guard let pass = passed else { return try await exchange(request) }
        do {
            let answer = try await exchange(request)
            await note(nil, of: pass)
            return answer
        } catch let failure as APIFailure {
            // Codes by SMS have a limit of their own, which says nothing of other ways in.
            guard request.endpoint != .sendCode || !failure.isLimit else { throw failure }
            // The list of cities is a side matter: what a guard has against it keeps nobody from a table.
            if request.endpoint == .cities, case .blocked = failure { throw failure }
            throw await noted(failure, of: pass)
        }
    }

    private func exchange(_ request: ResyRequest) async throws -> JSON? {
        context.countRequest()
        if request.endpoint.isCommitment { api.memory.forget() }
        let stream = JSONStream(limits: request.endpoint.limits, arrays: request.arrays())
        let head: HTTPHead
        do {
            head = try await api.http.perform(outgoing(request), into: stream)
        } catch TransportError.refusedBySink {
            throw failure(of: stream)
        } catch let fault as TransportError {
            throw APIFailure.network(fault)
        }
        api.noteClock(head)
        guard (200...299).contains(head.status) else {
            let failure = APIFailure(
                endpoint: request.endpoint, head: head, body: stream.errorBody, redactor: redactor, now: clock.now)
            // Nobody's sign-in came with it, so it is the application's key that is refused.
            if failure == .signedOut, access.token == nil, request.endpoint != .refresh { throw APIFailure.wrongKey }
            throw failure
        }
        guard !stream.isEmpty else { return nil }
        do {
            let answer = try stream.finish()
            if let failure = APIFailure(
                endpoint: request.endpoint, head: head, inside: answer, redactor: redactor, now: clock.now)
            {
                throw failure
            }
            return answer
        } catch let error as JSONError {
            throw unreadable(error)
        }
    }

    private func outgoing(_ request: ResyRequest) throws -> HTTPRequest {
        let left = context.deadline.seconds - clock.now.seconds
        guard left > 0 else { throw APIFailure.network(.timedOut(sent: false)) }
        var url = api.baseURL + request.path
        if !request.query.isEmpty { url += "?" + PercentEncoding.query(request.query) }
        var outgoing = HTTPRequest(
            request.method, url, headers: api.profile, bodyLimit: request.endpoint.limits.bytes,
            timeLimit: min(30, left), usesCookies: true)
        let context = context
        let isFind = request.endpoint == .find
        outgoing.onRepeat = { context.countRepeat(ofFind: isFind) }
        outgoing.mustNotRepeat = !request.endpoint.mayRepeat || context.purpose == .watch
        outgoing.headers.append(("Authorization", "ResyAPI api_key=\"\(access.apiKey)\""))
        if let secret = access.token {
            redactor.register(secret, as: .renewed)
            let token = secret.reveal()
            outgoing.headers.append(("X-Resy-Auth-Token", token))
            outgoing.headers.append(("X-Resy-Universal-Auth", token))
        }
        switch request.body {
        case .none: break
        case .form(let fields):
            outgoing.headers.append(("Content-Type", "application/x-www-form-urlencoded"))
            outgoing.body = Array(PercentEncoding.form(fields).utf8)
        case .json(let value):
            outgoing.headers.append(("Content-Type", "application/json"))
            outgoing.body = value.compactBytes
        }
        return outgoing
    }

    // MARK: - Reading

    /// Runs a decoder and turns what it misses into `schema_changed`.
    func reading<R>(_ decode: () throws(JSONError) -> R) throws -> R {
        do {
            return try decode()
        } catch {
            throw unreadable(error)
        }
    }

    /// The path may hold names that are the answer's.
    private func unreadable(_ error: JSONError) -> APIFailure {
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
