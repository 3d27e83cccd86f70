import Logging
import ResyDomain
import ResyNative

@testable import resy_mcp

/// A session in this process, spoken to line by line.
struct Conversation: Sendable {
    let session: Session
    let clock = ManualClock()
    private let replies: AsyncStream<JSON>

    static let link = VenueLinks(base: "https://resy.com")
    static func initialize(_ version: String = "2025-11-25", _ capabilities: String = "{}") -> String {
        #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(version)","capabilities":\#(capabilities),"clientInfo":{"name":"t","version":"1"}}}"#
    }

    static let modern = modern("{}")
    static func modern(_ capabilities: String) -> String {
        #""io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":\#(capabilities)"#
    }

    init(_ concierge: ScriptedConcierge = .obliging, isReadOnly: Bool = false) {
        let (stream, feed) = AsyncStream<JSON>.makeStream()
        replies = stream
        var log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        log.logLevel = .critical
        session = Session(
            desk: Desk(concierge: concierge, link: Conversation.link, clock: clock), isReadOnly: isReadOnly, log: log,
            send: { feed.yield($0) })
    }

    /// One that has been greeted.
    static func open(
        _ concierge: ScriptedConcierge = .obliging, isReadOnly: Bool = false, version: String = "2025-11-25",
        capabilities: String = "{}"
    ) async -> Conversation {
        let conversation = Conversation(concierge, isReadOnly: isReadOnly)
        await conversation.say(initialize(version, capabilities))
        _ = await conversation.next()
        return conversation
    }

    func say(_ line: String) async {
        await session.receive(.text(Array(line.utf8)))
    }

    /// The next message of the server; waits for it.
    func next() async -> JSON {
        var iterator = replies.makeAsyncIterator()
        return await iterator.next() ?? .null
    }

    func ask(_ line: String) async -> JSON {
        await say(line)
        return await next()
    }

    func call(_ name: String, _ arguments: String = "{}", id: Int = 1) async -> JSON {
        await ask(Conversation.callLine(name, arguments, id: id))
    }

    static func callLine(_ name: String, _ arguments: String = "{}", id: Int = 1, meta: String = "") -> String {
        #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"\#(name)","arguments":\#(arguments),"_meta":{\#(meta)}}}"#
    }

    /// True if the server has nothing else to say: the next thing it says answers a ping.
    func isQuiet() async -> Bool {
        let answer = await ask(#"{"jsonrpc":"2.0","id":"quiet?","method":"ping"}"#)
        return answer == ["jsonrpc": "2.0", "id": "quiet?", "result": [:]]
    }
}

extension JSON {
    /// `result.tools`, by keys; null where there is none.
    func at(_ keys: String...) -> JSON {
        keys.reduce(self) { $0.member($1) ?? .null }
    }

    init(text: String) throws {
        try self.init(parsing: Array(text.utf8))
    }
}
