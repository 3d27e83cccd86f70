import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// What a client is asked while a call waits, in the eras with a handshake.
@Suite(.timeLimit(.minutes(1))) struct SessionQuestionTests {
    static let bookLine = Conversation.callLine(
        "make_reservation", #"{"restaurant_name":"Carbone","date":"Saturday","time":"19:00"}"#)

    static func open(_ concierge: ScriptedConcierge = .asking()) async -> Conversation {
        await Conversation.open(concierge, capabilities: #"{"elicitation":{}}"#)
    }

    static func answer(_ question: JSON, _ body: String) -> String {
        #"{"jsonrpc":"2.0","id":\#(question.at("id").compact),\#(body)}"#
    }

    static func result(_ question: JSON, _ result: String) -> String { answer(question, #""result":\#(result)"#) }

    static func status(_ answer: JSON) -> JSON { answer.at("result", "structuredContent", "status") }

    @Test func aQuestionIsAFormWithOneBox() async throws {
        let conversation = await Self.open()
        let asked = await conversation.ask(Self.bookLine)
        #expect(asked.at("method") == "elicitation/create")
        #expect(asked.at("id").kind == .string)
        #expect(
            asked.at("params") == [
                "message": .string(Voice.person.message(Samples.question)),
                "requestedSchema": [
                    "type": "object",
                    "properties": ["confirm": ["type": "boolean", "title": "Book it ($100 at stake)"]],
                    "required": ["confirm"],
                ],
            ])
        let answer = await conversation.ask(Self.result(asked, #"{"action":"accept","content":{"confirm":true}}"#))
        #expect(answer.at("id") == 1)
        #expect(Self.status(answer) == "booked")
        #expect(await conversation.isQuiet())
    }

    @Test(arguments: [
        (#""result":{"action":"accept","content":{"confirm":true}}"#, "booked"),
        (#""result":{"action":"accept","content":{"confirm":true,"more":"x"}}"#, "booked"),
        (#""result":{"action":"accept","content":{"confirm":false}}"#, "declined"),
        (#""result":{"action":"decline"}"#, "declined"),
        (#""result":{"action":"cancel"}"#, "needs_confirmation"),
        // A yes is the box ticked and nothing else.
        (#""result":{"action":"accept"}"#, "needs_confirmation"),
        (#""result":{"action":"accept","content":{}}"#, "needs_confirmation"),
        (#""result":{"action":"accept","content":{"confirm":"true"}}"#, "needs_confirmation"),
        (#""result":{"action":"accept","content":{"confirm":1}}"#, "needs_confirmation"),
        (#""result":{"action":"accept","content":{"other":true}}"#, "needs_confirmation"),
        (#""result":{"action":"accept","content":[true]}"#, "needs_confirmation"),
        (#""result":{"action":"ACCEPT","content":{"confirm":true}}"#, "needs_confirmation"),
        (#""result":{"action":5}"#, "needs_confirmation"), (#""result":{}"#, "needs_confirmation"),
        (#""result":[]"#, "needs_confirmation"), (#""result":null"#, "needs_confirmation"),
        (#""error":{"code":-32601,"message":"Method not found"}"#, "needs_confirmation"),
        (#""error":{"code":-32602,"message":"?"}"#, "needs_confirmation"), (#""error":5"#, "needs_confirmation"),
        // Both at once is neither.
        (
            #""error":{"code":1,"message":""},"result":{"action":"accept","content":{"confirm":true}}"#,
            "needs_confirmation"
        ),
    ])
    func anAnswerMeans(body: String, status: String) async {
        let conversation = await Self.open()
        let asked = await conversation.ask(Self.bookLine)
        let answer = await conversation.ask(Self.answer(asked, body))
        #expect(Self.status(answer) == .string(status))
    }

    @Test(arguments: [
        ("2025-11-25", #"{"elicitation":{}}"#, true), ("2025-06-18", #"{"elicitation":{}}"#, true),
        ("2025-03-26", #"{"elicitation":{}}"#, false), ("2024-11-05", #"{"elicitation":{}}"#, false),
        ("2025-11-25", #"{"elicitation":{"form":{}}}"#, true),
        ("2025-11-25", #"{"elicitation":{"form":{},"url":{}}}"#, true),
        ("2025-11-25", #"{"elicitation":{"url":{}}}"#, false), ("2025-11-25", "{}", false),
        ("2025-11-25", #"{"elicitation":true}"#, false), ("2025-11-25", #"{"elicitation":null}"#, false),
        // An unknown version is answered with the newest of the era.
        ("2099-01-01", #"{"elicitation":{}}"#, true),
    ])
    func onlyAClientThatShowsFormsIsAsked(version: String, capabilities: String, isAsked: Bool) async {
        let conversation = await Conversation.open(
            .asking(), version: version, capabilities: capabilities)
        let next = await conversation.ask(Self.bookLine)
        #expect((next.at("method") == "elicitation/create") == isAsked)
        if !isAsked { #expect(Self.status(next) == "needs_confirmation") }
        await conversation.session.finish()
    }

    @Test func twoCallsAreAskedAboutApart() async {
        let conversation = await Self.open()
        let first = await conversation.ask(Self.bookLine)
        let second = await conversation.ask(Self.bookLine.replacing("\"id\":1", with: "\"id\":2"))
        #expect(first.at("id") != second.at("id"))
        let later = await conversation.ask(Self.result(second, #"{"action":"decline"}"#))
        #expect(later.at("id") == 2)
        #expect(Self.status(later) == "declined")
        let earlier = await conversation.ask(Self.result(first, #"{"action":"accept","content":{"confirm":true}}"#))
        #expect(earlier.at("id") == 1)
        #expect(Self.status(earlier) == "booked")
    }

    @Test func anAnswerToSomethingElseChangesNothing() async {
        let conversation = await Self.open()
        let asked = await conversation.ask(Self.bookLine)
        for id in ["1", #""1""#, #""resy-question-99""#, "null", "true"] {
            await conversation.say(
                #"{"jsonrpc":"2.0","id":\#(id),"result":{"action":"accept","content":{"confirm":true}}}"#)
        }
        #expect(await conversation.isQuiet())
        #expect(Self.status(await conversation.ask(Self.result(asked, #"{"action":"decline"}"#))) == "declined")
        // The second answer to one question is none.
        await conversation.say(Self.result(asked, #"{"action":"accept","content":{"confirm":true}}"#))
        #expect(await conversation.isQuiet())
    }

    @Test func withoutAnAnswerInTimeTheQuestionIsWithdrawn() async {
        let conversation = await Self.open()
        let asked = await conversation.ask(Self.bookLine)
        await conversation.clock.untilSleeping(2)  // the call's deadline and the question's
        conversation.clock.advance(by: 44)
        #expect(await conversation.isQuiet())
        conversation.clock.advance(by: 1)
        let withdrawn = await conversation.next()
        #expect(withdrawn.at("method") == "notifications/cancelled")
        #expect(withdrawn.at("params", "requestId") == asked.at("id"))
        #expect(Self.status(await conversation.next()) == "needs_confirmation")
        // Too late.
        await conversation.say(Self.result(asked, #"{"action":"accept","content":{"confirm":true}}"#))
        #expect(await conversation.isQuiet())
    }

    /// Without a word to the client in between, and with it.
    @Test(arguments: [("", 40.0), (#""progressToken":"p""#, 240)]) func aYesWithinItsTimeBooks(
        meta: String, seconds: Double
    ) async {
        let conversation = await Self.open()
        await conversation.say(
            Conversation.callLine(
                "make_reservation", #"{"restaurant_name":"Carbone","date":"Saturday","time":"19:00"}"#, meta: meta))
        let asked = await conversation.next()
        var progress = 0
        for _ in 0..<Int(seconds / 10) {
            await conversation.clock.untilSleeping(2)
            conversation.clock.advance(by: 10)
            guard !meta.isEmpty else { continue }
            // Every ten seconds the client hears that it goes on.
            #expect(await conversation.next().at("method") == "notifications/progress")
            progress += 1
        }
        #expect(progress == (meta.isEmpty ? 0 : 24))
        let answer = await conversation.ask(Self.result(asked, #"{"action":"accept","content":{"confirm":true}}"#))
        #expect(Self.status(answer) == "booked")
    }

    /// Whatever a call does beside: where the client hears nothing, it is answered in time.
    @Test func aSilentCallIsAnsweredForWhoeverThinks() async {
        let conversation = await Self.open(
            ScriptedConcierge(onBook: { _, context in
                guard case .inCall(_, let ask)? = context.asking else { return Samples.waiting }
                #expect(context.lastQuestion == context.deadline.adding(4))
                _ = try await ask(Samples.question, context.deadline.adding(-9))
                try await Gate().pass()
                return Samples.booked
            }))
        let asked = await conversation.ask(Self.bookLine)
        await conversation.clock.untilSleeping(2)
        conversation.clock.advance(by: 39)
        await conversation.say(Self.result(asked, #"{"action":"accept","content":{"confirm":true}}"#))
        // Its own time is not over, and the client's is.
        conversation.clock.advance(by: 15.9)
        #expect(await conversation.isQuiet())
        conversation.clock.advance(by: 0.1)
        let answer = await conversation.next()
        #expect(answer.at("id") == 1 && answer.at("result", "isError") == true)
    }

    @Test func aCallThatIsCancelledTakesItsQuestionBack() async throws {
        let ended = Gate()
        let conversation = await Self.open(.asking(ended))
        let asked = await conversation.ask(Self.bookLine)
        let withdrawn = await conversation.ask(
            #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#)
        #expect(withdrawn.at("method") == "notifications/cancelled")
        #expect(withdrawn.at("params", "requestId") == asked.at("id"))
        try await ended.pass()
        await conversation.say(Self.result(asked, #"{"action":"accept","content":{"confirm":true}}"#))
        #expect(await conversation.isQuiet())
    }

    @Test func theEndOfInputEndsAQuestionAtOnce() async throws {
        let ended = Gate()
        let conversation = await Self.open(.asking(ended))
        _ = await conversation.ask(Self.bookLine)
        // Without a step of the clock: nothing is waited for.
        await conversation.session.finish()
        try await ended.pass()
    }

    @Test func aCallThatIsOverdueTakesItsQuestionBack() async throws {
        let ended = Gate()
        let conversation = await Self.open(
            ScriptedConcierge(onBook: { _, context in
                guard case .inCall(_, let ask)? = context.asking else { return Samples.waiting }
                do { _ = try await ask(Samples.question, context.deadline.adding(100)) } catch { ended.open() }
                throw CancellationError()
            }))
        let asked = await conversation.ask(Self.bookLine)
        await conversation.clock.untilSleeping(2)
        conversation.clock.advance(by: 55)
        let (first, second) = (await conversation.next(), await conversation.next())
        let withdrawn = first.at("method") == "notifications/cancelled" ? first : second
        #expect(withdrawn.at("params", "requestId") == asked.at("id"))
        try await ended.pass()
    }

    @Test func aRequestStateMeansNothingHere() async {
        let seen = Lock<Bool?>(nil)
        let conversation = await Self.open(
            ScriptedConcierge(onBook: { _, context in
                seen.withLock { $0 = context.answered == nil }
                return Samples.waiting
            }))
        _ = await conversation.ask(
            Self.bookLine.replacing(#""name""#, with: #""requestState":"x","name""#))
        #expect(seen.withLock { $0 } == true)
    }
}
