@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite(.timeLimit(.minutes(1))) struct SessionTests {
    // MARK: - Eras

    @Test(arguments: [
        ("2025-11-25", "2025-11-25"), ("2025-06-18", "2025-06-18"), ("2025-03-26", "2025-03-26"),
        ("2024-11-05", "2024-11-05"), ("2026-07-28", "2025-11-25"), ("1999-01-01", "2025-11-25"),
    ])
    func initializeAnswersTheVersionOrTheNewestOfItsEra(offered: String, answered: String) async throws {
        let line =
            #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(offered)","capabilities":{}}}"#
        let answer = await Conversation().ask(line)
        #expect(answer.at("result", "protocolVersion") == .string(answered))
        #expect(answer.at("result", "capabilities") == ["tools": [:], "prompts": [:]])
    }

    @Test func discoverNeedsNoHandshake() async throws {
        let answer = await Conversation().ask(
            #"{"jsonrpc":"2.0","id":1,"method":"server/discover","params":{"_meta":{\#(Conversation.modern)}}}"#)
        let result = answer.at("result")
        #expect(result.at("resultType") == "complete")
        #expect(result.at("cacheScope") == "public")
        #expect(try result["ttlMs"].integer > 0)
        #expect(result.at("_meta", "io.modelcontextprotocol/serverInfo", "name") == "resy-mcp")
        #expect(try result["supportedVersions"].items.first == "2026-07-28")
        #expect(try result["instructions"].string.utf8.count < 2048)
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let line: String
        let code: Int
    }

    @Test(arguments: [
        Refusal(
            testDescription: "neither era's opening", line: #"{"jsonrpc":"2.0","id":7,"method":"tools/list"}"#,
            code: -32602),
        Refusal(
            testDescription: "a version that is no string",
            line:
                #"{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":5}}}"#,
            code: -32602),
        Refusal(
            testDescription: "an unknown version",
            line:
                #"{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2099-01-01"}}}"#,
            code: -32022),
        Refusal(
            testDescription: "no capabilities",
            line:
                #"{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}"#,
            code: -32602),
        Refusal(
            testDescription: "ping is gone in the modern era",
            line: #"{"jsonrpc":"2.0","id":7,"method":"ping","params":{"_meta":{\#(Conversation.modern)}}}"#,
            code: -32601),
        Refusal(
            testDescription: "a cursor we never gave",
            line:
                #"{"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"cursor":"","_meta":{\#(Conversation.modern)}}}"#,
            code: -32602),
        Refusal(
            testDescription: "params that are no object",
            line: #"{"jsonrpc":"2.0","id":7,"method":"ping","params":[1]}"#,
            code: -32602),
    ])
    func refuses(_ refusal: Refusal) async {
        let answer = await Conversation().ask(refusal.line)
        #expect(answer.at("error", "code") == .integer(refusal.code))
        #expect(answer.at("id") == 7)
    }

    @Test func undeclaredMethodsAreNotFound() async {
        let conversation = await Conversation.open()
        for method in ["resources/list", "logging/setLevel", "completion/complete", "server/nothing"] {
            let answer = await conversation.ask(#"{"jsonrpc":"2.0","id":7,"method":"\#(method)"}"#)
            #expect(answer.at("error", "code") == -32601)
        }
    }

    @Test func theUsualPartyIsTheSchemasDefault() throws {
        for tool in Tool.all {
            let size = tool.definition(party: 4).at("inputSchema", "properties", "party_size")
            guard size.member("default") != nil else { continue }
            #expect(size.at("default") == 4)
        }
        #expect(Tool.findTables.definition(party: 4).at("inputSchema", "properties", "party_size", "default") == 4)
    }

    @Test func bothErasMixOnOneConnection() async {
        let conversation = await Conversation.open()
        let modern = await conversation.ask(
            #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{\#(Conversation.modern)}}}"#)
        let handshake = await conversation.ask(#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#)
        #expect(modern.at("result", "tools") == handshake.at("result", "tools"))
        #expect(modern.at("result").member("resultType") != nil)
        #expect(handshake.at("result").members.map(\.key) == ["tools"])
    }

    // MARK: - Ids and lines

    @Test(arguments: [#""9""#, "9", "-1", "9223372036854775807", #""""#, #""é\u2028""#])
    func idsComeBackAsTheyWere(id: String) async throws {
        let answer = await Conversation().ask(#"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"#)
        #expect(answer.at("id").compact == id)
    }

    @Test(arguments: [
        ("{nothing", -32700), ("[]", -32600), ("42", -32600), (#"{"jsonrpc":"2.0"}"#, -32600),
        (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
        (#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, -32600),
        (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, -32600),
    ])
    func malformedLinesAreRefusedWithoutAnID(line: String, code: Int) async {
        let answer = await Conversation().ask(line)
        #expect(answer.at("error", "code") == .integer(code))
        #expect(answer.member("id")?.isNull == true)
    }

    @Test func aLineOverTheLimitIsRefused() async {
        let conversation = Conversation()
        await conversation.session.receive(.tooLong(Array(#"{"jsonrpc":"2.0","id":7,"method":"tools"#.utf8)))
        let answer = await conversation.next()
        #expect(answer.at("error", "code") == -32600)
        #expect(answer.at("id") == 7)
    }

    @Test func notificationsAndResponsesAreNeverAnswered() async {
        let conversation = Conversation()
        await conversation.say(#"{"jsonrpc":"2.0","method":"notifications/never-heard-of"}"#)
        await conversation.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":5}"#)
        await conversation.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}"#)
        await conversation.say(#"{"jsonrpc":"2.0","id":"srv-1","result":{}}"#)
        #expect(await conversation.isQuiet())
    }

    @Test func aNumberBeyondTheParserIsStillAnsweredByItsID() async {
        let answer = await Conversation().ask(
            #"{"jsonrpc":"2.0","id":1,"method":"nothing","params":{"name":9223372036854775808}}"#)
        #expect(answer.at("id") == 1)
    }

    // MARK: - Tools

    @Test func listsAllToolsOnOnePageInOneOrder() async throws {
        let conversation = await Conversation.open()
        let answer = await conversation.ask(#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#)
        let names = try answer.at("result", "tools").items.map { try $0["name"].string }
        #expect(
            names == [
                "check_availability", "find_tables", "open_days", "make_reservation", "change_reservation",
                "cancel_reservation", "my_reservations", "notify_me", "watch_tables", "store_resy_credentials",
            ])
    }

    @Test func readOnlyOffersNothingThatChanges() async throws {
        let conversation = await Conversation.open(isReadOnly: true)
        let answer = await conversation.ask(#"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#)
        let names = try answer.at("result", "tools").items.map { try $0["name"].string }
        #expect(names == ["check_availability", "find_tables", "open_days", "my_reservations"])
        let refused = await conversation.call("make_reservation")
        #expect(refused.at("error", "code") == -32602)
        #expect(try refused.at("error", "message").string.contains("only reads"))
    }

    @Test(arguments: [#""name":"nothing""#, #""name":5"#, #""x":1"#, #""name":"my_reservations","arguments":[1]"#])
    func callsThatAreNoneAreProtocolErrors(params: String) async {
        let conversation = await Conversation.open()
        let answer = await conversation.ask(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{\#(params)}}"#)
        #expect(answer.at("error", "code") == -32602)
    }

    @Test func aModernResultNamesTheServer() async {
        let answer = await Conversation().ask(Conversation.callLine("my_reservations", meta: Conversation.modern))
        #expect(answer.at("result", "resultType") == "complete")
        #expect(answer.at("result", "_meta", "io.modelcontextprotocol/serverInfo", "name") == "resy-mcp")
        #expect(answer.at("result").member("ttlMs") == nil)
    }

    @Test func anErrorKeepsItsMetaBesideTheServers() async {
        let answer = await Conversation().ask(
            Conversation.callLine("my_reservations", #"{"x":1}"#, meta: Conversation.modern))
        #expect(answer.at("result", "_meta", "resy-mcp/error", "code") == "bad_request")
        #expect(answer.at("result", "_meta").member("io.modelcontextprotocol/serverInfo") != nil)
        #expect(answer.at("result").member("structuredContent") == nil)
    }

    @Test func anUnexpectedErrorSaysNothingOfItself() async {
        struct Surprise: Error { let secret = "hunter2" }
        let conversation = await Conversation.open(ScriptedConcierge(onList: { _, _ in throw Surprise() }))
        let answer = await conversation.call("my_reservations")
        #expect(answer.at("error") == ["code": -32603, "message": "Internal error"])
    }
}
