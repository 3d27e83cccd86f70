@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// Calls of 2026-07-28 that end with a question and come again with its answer.
@Suite(.timeLimit(.minutes(1))) struct SessionInputRequiredTests {
    static let form = Conversation.modern(#"{"elicitation":{"form":{}}}"#)

    static func line(_ more: String = "", meta: String = form) -> String {
        Conversation.callLine(
            "make_reservation", #"{"restaurant_name":"Carbone","date":"Saturday","time":"19:00"}"#, meta: meta
        ).replacing(#""name":"make"#, with: "\(more)\"name\":\"make")
    }

    static func line(state: String, _ response: String) -> String {
        line(#""requestState":\#(state),"inputResponses":{"confirm":\#(response)},"#)
    }

    @Test func theCallEndsWithTheQuestion() async {
        let answer = await Conversation(.asking()).ask(Self.line())
        #expect(
            answer.at("result") == [
                "resultType": "input_required", "requestState": "s",
                "inputRequests": [
                    "confirm": [
                        "method": "elicitation/create",
                        "params": [
                            "mode": "form", "message": .string(Voice.person.message(Samples.question)),
                            "requestedSchema": [
                                "type": "object",
                                "properties": ["confirm": ["type": "boolean", "title": "Book it ($100 at stake)"]],
                                "required": ["confirm"],
                            ],
                        ],
                    ]
                ],
                "_meta": ["io.modelcontextprotocol/serverInfo": Server.info],
            ])
    }

    @Test(arguments: [
        (#"{"action":"accept","content":{"confirm":true}}"#, "booked"),
        (#"{"action":"accept","content":{"confirm":false}}"#, "declined"), (#"{"action":"decline"}"#, "declined"),
        (#"{"action":"cancel"}"#, "needs_confirmation"), (#"{"action":"accept"}"#, "needs_confirmation"),
        (#"{"action":"accept","content":{"other":true}}"#, "needs_confirmation"), ("5", "needs_confirmation"),
    ])
    func theNextCallBringsTheAnswer(response: String, status: String) async {
        let answer = await Conversation(.asking()).ask(Self.line(state: #""s""#, response))
        #expect(answer.at("result", "resultType") == "complete")
        #expect(answer.at("result", "structuredContent", "status") == .string(status))
    }

    @Test(arguments: [
        #""requestState":"s","#, #""requestState":"s","inputResponses":{},"#,
        #""requestState":"s","inputResponses":{"other":{"action":"accept","content":{"confirm":true}}},"#,
        #""requestState":"s","inputResponses":[],"#,
        // Answers without a state are to nothing that was asked here.
        #""inputResponses":{"confirm":{"action":"accept","content":{"confirm":true}}},"#,
    ])
    func withoutAnAnswerItIsAskedAgain(more: String) async {
        let answer = await Conversation(.asking()).ask(Self.line(more))
        #expect(answer.at("result", "resultType") == "input_required")
    }

    @Test(arguments: [#""x""#, "5", "{}", #""""#])
    func aStateThatIsNotOursIsAProtocolError(state: String) async {
        let answer = await Conversation(.asking()).ask(
            Self.line(state: state, #"{"action":"accept","content":{"confirm":true}}"#))
        #expect(answer.at("error") == ["code": -32602, "message": "Invalid or expired requestState"])
    }

    @Test(arguments: ["{}", #"{"elicitation":{"url":{}}}"#])
    func aClientThatShowsNoFormsGetsAToken(capabilities: String) async {
        let answer = await Conversation(.asking()).ask(Self.line(meta: Conversation.modern(capabilities)))
        #expect(answer.at("result", "structuredContent", "status") == "needs_confirmation")
        #expect(answer.at("result", "structuredContent", "confirm_token") == "k7Qz2m")
    }

    @Test func aToolThatReadsIsNotForQuestions() async {
        let seen = Lock<Bool?>(nil)
        let concierge = ScriptedConcierge(onList: { _, context in
            seen.withLock { $0 = context.asking == nil && context.answered == nil }
            return ReservationList(reservations: [], isSynced: true, remarks: [])
        })
        let line = Conversation.callLine("my_reservations", meta: Self.form)
            .replacing(#""name":"my"#, with: #""requestState":"s","name":"my"#)
        let answer = await Conversation(concierge).ask(line)
        #expect(answer.at("result", "resultType") == "complete")
        #expect(seen.withLock { $0 } == true)
    }
}
