internal import ResyDomain
internal import ResyNative

/// One thing a client may call: what it is told of it, and how it runs.
struct Tool: Sendable {
    let name: String
    let title: String
    /// At most 90 words; the first sentence has the words a person would say.
    var description: String
    /// The same where the tools that book and cancel are not offered: it names none of them.
    var readOnlyDescription: String?
    let inputSchema: JSON
    let outputSchema: JSON
    let hints: Hints
    /// What a person may be asked about, where the tool books or cancels.
    var deed: Deed?
    /// Sends something once, though it needs nobody's yes.
    var sendsUnasked = false
    /// What it was about, where the deadline passes.
    let overdue: ProgramFinding.Overdue
    let run: @Sendable (Arguments, Desk, CallContext) async throws -> ToolResult

    /// Goes on after the deadline, and at the end of input for a moment.
    var commits: Bool { deed != nil || sendsUnasked }

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

    /// The same where so many are meant when a call does not say.
    func definition(party: Int) -> JSON {
        let name = "party_size"
        guard let fields = inputSchema.optional("properties"), let size = fields.optional(name),
            size.optional("default") != nil
        else { return definition }
        let usual = fields.setting(name, to: size.setting("default", to: .integer(party)))
        return definition.setting("inputSchema", to: inputSchema.setting("properties", to: usual))
    }

    var argumentNames: [String] {
        (inputSchema.optional("properties")?.members ?? []).map(\.key)
    }

    /// All tools, in the order they are listed.
    static let all: [Tool] = [
        .checkAvailability, .findTables, .openDays, .makeReservation, .changeReservation, .cancelReservation,
        .myReservations, .notifyMe, .watchTables, .storeResyCredentials,
    ]

    private func described(_ description: String) -> Tool {
        var tool = self
        tool.description = description
        return tool
    }

    static func offered(isReadOnly: Bool) -> [Tool] {
        guard isReadOnly else { return all }
        return all.filter(\.hints.isReadOnly).map { tool in
            tool.readOnlyDescription.map { tool.described($0) } ?? tool
        }
    }
}

/// What a tool works with.
struct Desk: Sendable {
    let concierge: any Concierge
    /// Makes the addresses of restaurants that an answer does not bring along.
    let link: VenueLinks
    let clock: any WallClock
    /// Speaks to the model, of what is offered to it.
    var voice = Voice.model
    /// How many, where a call does not say.
    var party = 2
}

/// What a tool answers: the same facts for a reader and for a program.
struct ToolResult: Sendable {
    /// Complete for a reader who sees nothing else.
    var text: String
    /// What to do next, for the model alone.
    var nextStep: String?
    /// Nil for an error: clients check it against the output schema, even then.
    var structured: JSON?
    var isError = false
    var meta: JSON?
    /// A file that goes with it.
    var file: File?
    /// Stands for all of it: the call ends with a question.
    var question: OpenQuestion?

    init(text: String, structured: JSON, nextStep: String? = nil, file: File? = nil) {
        (self.text, self.structured, self.nextStep, self.file) = (text, structured, nextStep, file)
    }

    /// A text that a client may keep as a file.
    struct File: Sendable {
        var uri: String
        var mediaType: String
        var text: String

        fileprivate var block: JSON {
            [
                "type": "resource",
                "resource": ["uri": .string(uri), "mimeType": .string(mediaType), "text": .string(text)],
            ]
        }
    }

    /// The call waits for an answer that another one brings.
    init(_ question: OpenQuestion) {
        text = ""
        self.question = question
    }

    /// A failure that a model, or the person it talks to, can do something about.
    init(_ error: ResyError, at desk: Desk) {
        text = FailureText.render(error, link: desk.link, now: desk.clock.now, in: desk.voice)
        isError = true
        let facts = FailureJSON.render(error, link: desk.link, now: desk.clock.now, in: desk.voice)
        meta = ["resy-mcp/error": facts]
    }

    var members: [(String, JSON)] {
        var content: [JSON] = [["type": "text", "text": .string(text)]]
        if let nextStep {
            // Every revision that is spoken here knows annotations of content.
            content.append(
                ["type": "text", "text": .string(nextStep), "annotations": ["audience": ["assistant"]]])
        }
        if let file { content.append(file.block) }
        var members: [(String, JSON)] = [("content", .array(content))]
        if let structured { members.append(("structuredContent", structured)) }
        members.append(("isError", .bool(isError)))
        if let meta { members.append(("_meta", meta)) }
        return members
    }
}
