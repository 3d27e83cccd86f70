@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// Several messages in one line, as revision 2025-03-26 has it.
@Suite(.timeLimit(.minutes(1))) struct SessionBatchTests {
    private static let ping = #"{"jsonrpc":"2.0","id":"p","method":"ping"}"#
    private static let note = #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#
    private static let cancel = #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#

    private static func open(_ concierge: ScriptedConcierge = .obliging) async -> Conversation {
        await Conversation.open(concierge, version: "2025-03-26")
    }

    private static func ids(_ answer: JSON) throws -> [String] {
        try answer.items.map { $0.at("id").compact }.sorted()
    }

    @Test func theAnswersComeTogether() async throws {
        let line =
            "[\(Self.ping), \(Self.note),\(Conversation.callLine("my_reservations", id: 2)),\(Conversation.callLine("nothing", id: 3))]"
        let answer = await Self.open().ask(line)
        #expect(try Self.ids(answer) == [#""p""#, "2", "3"])
        let errors = try answer.items.filter { $0.member("error") != nil }
        #expect(errors.map { $0.at("error", "code") } == [-32602])
    }

    /// Other lines are answered meanwhile.
    @Test func theyWaitForTheSlowestOfThem() async throws {
        let gate = Gate()
        let conversation = await Self.open(SessionCallTests.waiting(at: gate))
        await conversation.say("[\(Conversation.callLine("my_reservations")),\(Self.ping)]")
        #expect(await conversation.isQuiet())
        gate.open()
        #expect(try Self.ids(await conversation.next()) == [#""p""#, "1"])
        #expect(await conversation.isQuiet())
    }

    @Test func notificationsAloneAreNotAnswered() async {
        let conversation = await Self.open()
        await conversation.say("[\(Self.note),\(Self.note)]")
        await conversation.say(#"[{"jsonrpc":"2.0","id":"srv-1","result":{}}]"#)
        #expect(await conversation.isQuiet())
    }

    @Test func aCallThatIsCancelledOwesNoAnswer() async throws {
        let conversation = await Self.open(SessionCallTests.waiting(at: Gate()))
        await conversation.say("[\(Conversation.callLine("my_reservations")),\(Self.ping)]")
        #expect(await conversation.isQuiet())
        #expect(try Self.ids(await conversation.ask(Self.cancel)) == [#""p""#])
        await conversation.say("[\(Conversation.callLine("my_reservations")),\(Self.cancel)]")
        #expect(await conversation.isQuiet())
    }

    @Test(arguments: [
        ("[]", -32600, "null"), ("[ ]", -32600, "null"), (#"[{"jsonrpc":"2.0","id":1,"method":tru}]"#, -32700, "null"),
        ("[1", -32700, "null"),
        ("[1]]", -32700, "null"), ("[,]", -32700, "null"),
    ])
    func aBatchThatIsNoneHasOneError(_ line: String, _ code: Int, _ id: String) async {
        let answer = await Self.open().ask(line)
        #expect(answer.at("error", "code") == .integer(code))
        #expect(answer.member("id")?.compact == id)
    }

    @Test(arguments: [
        ("1", "null"), (#""x""#, "null"), ("[]", "null"), ("[\(ping)]", "null"), (#"{"jsonrpc":"2.0","id":7}"#, "7"),
        (#"{"jsonrpc":"2.0","id":1.0,"method":"ping"}"#, "1.0"),
        (#"{"jsonrpc":"2.0","id":"\ud83c","method":5}"#, #""\ud83c""#),
        (Conversation.initialize(), "0"),
    ])
    func oneThatIsNoneCostsNoOther(_ message: String, _ id: String) async throws {
        let answer = await Self.open().ask("[\(Self.ping),\(message)]")
        #expect(try answer.items.count == 2)
        #expect(try answer.items[0].at("id") == "p")
        #expect(try answer.items[1].member("id")?.compact == id)
        #expect(try answer.items[1].at("error", "code") == -32600)
    }

    @Test func oddValuesInOneOfThemCostNoOther() async throws {
        let odd = #"{"jsonrpc":"2.0","id":18446744073709551616,"method":"ping","zz":"\ud83c","zz":1e400}"#
        let answer = await Self.open().ask("[\(odd),\(Self.ping)]")
        #expect(
            answer.compact
                == #"[{"jsonrpc":"2.0","id":18446744073709551616,"result":{}},{"jsonrpc":"2.0","id":"p","result":{}}]"#)
    }

    @Test func anIdInUseIsRefused() async throws {
        let gate = Gate()
        let conversation = await Self.open(SessionCallTests.waiting(at: gate))
        let call = Conversation.callLine("my_reservations")
        await conversation.say("[\(call),\(call)]")
        gate.open()
        #expect(try Self.ids(await conversation.next()) == ["1", "null"])
    }

    @Test(arguments: ["2025-11-25", "2025-06-18", "2024-11-05"]) func otherRevisionsKnowNone(_ version: String) async {
        let answer = await Conversation.open(version: version).ask("[\(Self.ping)]")
        #expect(answer.at("error", "code") == -32600)
        #expect(answer.member("id")?.isNull == true)
    }

    @Test func beforeTheHandshakeThereAreNone() async {
        #expect(await Conversation().ask("[\(Self.ping)]").at("error", "code") == -32600)
    }

    @Test func theEndOfTheInputEndsABatch() async throws {
        let conversation = await Self.open(SessionCallTests.waiting(at: Gate()))
        await conversation.say("[\(Conversation.callLine("my_reservations")),\(Self.ping)]")
        await conversation.session.finish()
        #expect(try Self.ids(await conversation.next()) == [#""p""#])
    }
}
