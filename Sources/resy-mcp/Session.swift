internal import ResyDomain
internal import Logging
internal import ResyNative

/// One conversation with a client, from its first line to the end of its input.
///
/// A call is registered before the next line is read, so a cancel that follows at once finds it.
actor Session {
    let desk: Desk
    var clock: any WallClock { desk.clock }
    let log: Logger
    /// Where the steps of calls run; nil for where those of any task do.
    let executor: (any TaskExecutor)?
    /// Writes one message; may block while the client does not read.
    let send: @Sendable (JSON) -> Void
    let tools: [Tool]
    /// As clients are told of them, made once.
    private lazy var definitions = JSON.array(tools.map { $0.definition(party: desk.party) })
    let isReadOnly: Bool

    /// Nil until `initialize` came.
    private var handshake: Handshake?
    /// Calls that still owe an answer.
    var calls: [RequestID: Call] = [:]
    /// Nil while there is no call to look at.
    var watch: Watch?
    /// Bookings and cancellations that run, whether or not anybody waits for their answer.
    var commits: [Int: Task<Void, Never>] = [:]
    var lastNumber = 0
    /// What the client was asked and has not answered yet, by the id of our request.
    var questions: [String: Asked] = [:]
    var lastQuestion = 0
    var idle: CheckedContinuation<Void, Never>?
    /// By number.
    var batches: [Int: Batch] = [:]
    var lastBatch = 0
    /// The one whose messages are being taken.
    var openBatch: Int?
    /// What `initialize` agreed on, if it came.
    var version: String? { handshake?.version }
    /// The input is over: nobody answers any more.
    var hasEnded = false

    init(
        desk: Desk, isReadOnly: Bool = false, log: Logger, executor: (any TaskExecutor)? = nil,
        send: @escaping @Sendable (JSON) -> Void
    ) {
        var desk = desk
        desk.voice.offersDeeds = !isReadOnly
        self.desk = desk
        self.isReadOnly = isReadOnly
        self.log = log
        self.executor = executor
        self.send = send
        tools = Tool.offered(isReadOnly: isReadOnly)
    }

    /// Takes one line; returns when it is answered or its call is under way.
    func receive(_ line: LineSplitter.Line) {
        switch line {
        case .text(let bytes): take(Incoming(bytes))
        case .tooLong(let head): take(Incoming(tooLong: head))
        }
    }

    func take(_ message: Incoming) {
        switch message {
        case .batch where openBatch != nil: refuse(nil, .invalidRequest("a batch inside a batch"))
        case .batch(let messages): receive(batch: messages)
        case .request(let request): serve(request)
        case .cancellation(let id): cancel(id)
        case .notification(let method, _): log.debug("notification", metadata: ["method": "\(RPCError.quoted(method))"])
        case .response(let response): take(response)
        case .malformed(let error, let id):
            // An id in use belongs to a call whose answer is still to come.
            refuse(id.flatMap { calls[$0] == nil ? $0 : nil }, error)
        }
    }

    // MARK: - Requests

    private func serve(_ request: Request) {
        guard calls[request.id] == nil else {
            return refuse(nil, .invalidRequest("the id is in use by a call that is not answered yet"))
        }
        if let openBatch {
            guard request.method != "initialize" else {
                return refuse(request.id, .invalidRequest("initialize cannot be part of a batch"))
            }
            batches[openBatch]?.owing.insert(request.id)
        }
        do {
            let era = try Era(of: request, handshake: handshake)
            if request.method == "tools/call" {
                try startCall(request, era)
            } else {
                reply(request.id, Outgoing.result(request.id, try answer(request, era)))
            }
        } catch {
            refuse(request.id, error)
        }
    }

    /// The requests that need no waiting.
    private func answer(_ request: Request, _ era: Era) throws(RPCError) -> JSON {
        switch (request.method, era.isModern) {
        case ("initialize", false): return initialize(request.params)
        case ("ping", false): return [:]
        case ("server/discover", true):
            return era.complete(
                [
                    ("supportedVersions", Revision.all), ("capabilities", Server.capabilities),
                    ("instructions", .string(Server.instructions(isReadOnly: isReadOnly))),
                ], isCacheable: true)
        case ("tools/list", _):
            // All tools are on one page, so there is no cursor that we gave out.
            guard request.params.optional("cursor") == nil else { throw .invalidParams("Invalid cursor") }
            return era.complete([("tools", definitions)], isCacheable: true)
        case ("prompts/list", _):
            guard request.params.optional("cursor") == nil else { throw .invalidParams("Invalid cursor") }
            return era.complete([("prompts", .array(Prompt.all.map(\.definition)))], isCacheable: true)
        case ("prompts/get", _): return era.complete(try Prompt.get(request.params, at: desk))
        default: throw .unknownMethod(request.method)
        }
    }

    private func initialize(_ params: JSON) -> JSON {
        let wanted = try? params.optional("protocolVersion")?.string
        let capabilities = params.optional("capabilities")
        let version = Revision.handshake.first { $0 == wanted } ?? Revision.handshake[0]
        handshake = Handshake(version: version, capabilities: capabilities?.kind == .object ? capabilities ?? [:] : [:])
        return [
            "protocolVersion": .string(version), "capabilities": Server.capabilities, "serverInfo": Server.info,
            "instructions": .string(Server.instructions(isReadOnly: isReadOnly)),
        ]
    }

    func refuse(_ id: RequestID?, _ error: RPCError) {
        // Never louder than debug: a client that errs does so with every line.
        log.debug("refused", metadata: ["code": "\(error.code)", "reason": "\(error.message)"])
        reply(id, Outgoing.error(id, error))
    }
}
