internal import ResyDomain
internal import ResyNative

/// One thing a client may call: what it is told of it, and how it runs.
struct Tool: Sendable {
    let name: String
    let title: String
    /// At most 600 characters; the first sentence has the words a person would say.
    let description: String
    let inputSchema: JSON
    let outputSchema: JSON
    let hints: Hints
    /// What a person may be asked about, where the tool books or cancels.
    var deed: Deed?
    /// What it was about, where the deadline passes.
    let overdue: ProgramFinding.Overdue
    let run: @Sendable (Arguments, Desk, CallContext) async throws -> ToolResult

    /// Goes on after the deadline, and at the end of input for a moment.
    var commits: Bool { deed != nil }

    /// What a client shows or asks before it calls.
    struct Hints: Sendable {
        var isReadOnly = false
        var isDestructive = false
        var isIdempotent = false
    }

    var definition: JSON {
        [
            "name": .string(name), "title": .string(title), "description": .string(description),
            "inputSchema": inputSchema, "outputSchema": outputSchema,
            "annotations": [
                "title": .string(title), "readOnlyHint": .bool(hints.isReadOnly),
                "destructiveHint": .bool(hints.isDestructive), "idempotentHint": .bool(hints.isIdempotent),
                // All of them show or send what others wrote: Resy is outside.
                "openWorldHint": true,
            ],
        ]
    }

    var argumentNames: [String] {
        (inputSchema.optional("properties")?.members ?? []).map(\.key)
    }

    /// All tools, in the order they are listed.
    static let all: [Tool] = [
        .checkAvailability, .makeReservation, .cancelReservation, .myReservations, .storeResyCredentials,
    ]

    static func offered(isReadOnly: Bool) -> [Tool] {
        isReadOnly ? all.filter(\.hints.isReadOnly) : all
    }
}

/// What a tool works with.
struct Desk: Sendable {
    let concierge: any Concierge
    /// Makes the addresses of restaurants that an answer does not bring along.
    let link: VenueLinks
    let clock: any WallClock
}

/// What a tool answers: the same facts for a reader and for a program.
struct ToolResult: Sendable {
    var text: String
    /// Nil for an error: clients check it against the output schema, even then.
    var structured: JSON?
    var isError = false
    var meta: JSON?
    /// Stands for all of it: the call ends with a question.
    var question: OpenQuestion?

    init(text: String, structured: JSON) {
        self.text = text
        self.structured = structured
    }

    /// The call waits for an answer that another one brings.
    init(_ question: OpenQuestion) {
        text = ""
        self.question = question
    }

    /// A failure that a model, or the person it talks to, can do something about.
    init(_ error: ResyError, link: VenueLinks, now: Instant) {
        text = FailureText.render(error, link: link, now: now)
        isError = true
        meta = ["resy-mcp/error": FailureJSON.render(error, link: link, now: now)]
    }

    var members: [(String, JSON)] {
        var members: [(String, JSON)] = [("content", [["type": "text", "text": .string(text)]])]
        if let structured { members.append(("structuredContent", structured)) }
        members.append(("isError", .bool(isError)))
        if let meta { members.append(("_meta", meta)) }
        return members
    }
}
