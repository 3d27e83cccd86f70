import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// What happens to a call while it runs.
@Suite(.timeLimit(.minutes(1))) struct SessionCallTests {
    static let list = ReservationList(reservations: [], isSynced: true, remarks: [])
    static let bookLine = Conversation.callLine(
        "make_reservation", #"{"restaurant_name":"Carbone","date":"Saturday","time":"19:00"}"#)

    /// One whose list waits at `gate`.
    static func waiting(at gate: Gate) -> ScriptedConcierge {
        ScriptedConcierge(onList: { _, _ in
            try await gate.pass()
            return list
        })
    }

    @Test func aQuickRequestOvertakesASlowOne() async {
        let gate = Gate()
        let conversation = await Conversation.open(Self.waiting(at: gate))
        await conversation.say(Conversation.callLine("my_reservations"))
        #expect(await conversation.isQuiet())
        gate.open()
        #expect(await conversation.next().at("id") == 1)
    }

    @Test func anIDInUseIsRefusedAndFreeAgainAfterwards() async {
        let gate = Gate()
        let conversation = await Conversation.open(Self.waiting(at: gate))
        await conversation.say(Conversation.callLine("my_reservations"))
        let refused = await conversation.ask(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#)
        #expect(refused.at("error", "code") == -32600)
        #expect(refused.member("id")?.isNull == true)
        gate.open()
        #expect(await conversation.next().at("id") == 1)
        #expect(await conversation.ask(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#).at("result") == [:])
    }

    @Test func aCancelOnTheNextLineFindsTheCall() async throws {
        let isCancelled = Gate()
        let conversation = await Conversation.open(
            ScriptedConcierge(onList: { _, _ in
                do { try await Gate().pass() } catch { isCancelled.open() }
                throw CancellationError()
            }))
        await conversation.say(Conversation.callLine("my_reservations"))
        await conversation.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#)
        try await isCancelled.pass()
        #expect(await conversation.isQuiet())
    }

    @Test func aResultAfterTheCancelStaysUnsaid() async throws {
        let (gate, isDone) = (Gate(), Gate())
        let conversation = await Conversation.open(
            ScriptedConcierge(onBook: { _, _ in
                await gate.passWhateverComes()
                isDone.open()
                return Samples.booked
            }))
        await conversation.say(Self.bookLine)
        await conversation.say(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#)
        gate.open()
        try await isDone.pass()
        await conversation.session.finish()
        #expect(await conversation.isQuiet())
    }

    // MARK: - Deadline

    @Test func aReadIsAnsweredForAndStoppedAtFiftySeconds() async throws {
        let isCancelled = Gate()
        let conversation = await Conversation.open(
            ScriptedConcierge(onList: { _, _ in
                do { try await Gate().pass() } catch { isCancelled.open() }
                throw CancellationError()
            }))
        await conversation.say(Conversation.callLine("my_reservations"))
        await conversation.clock.untilSleeping(1)
        conversation.clock.advance(by: 49.9)
        #expect(await conversation.isQuiet())
        conversation.clock.advance(by: 0.2)
        let answer = await conversation.next()
        #expect(answer.at("result", "isError") == true)
        #expect(answer.at("result", "_meta", "resy-mcp/error", "code") == "network")
        try await isCancelled.pass()
        #expect(await conversation.isQuiet())
    }

    @Test func aBookingGoesOnAfterItsDeadline() async throws {
        let (gate, isDone) = (Gate(), Gate())
        let wasCancelled = Lock<Bool?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onBook: { _, _ in
                await gate.passWhateverComes()
                wasCancelled.withLock { $0 = Task.isCancelled }
                isDone.open()
                return Samples.booked
            }))
        await conversation.say(Self.bookLine)
        await conversation.clock.untilSleeping(1)
        conversation.clock.advance(by: 50)
        let text = try await conversation.next().at("result", "content").items[0]["text"].string
        #expect(text.contains("not known"))
        #expect(text.contains("my_reservations"))
        gate.open()
        try await isDone.pass()
        #expect(wasCancelled.withLock { $0 } == false)
        #expect(await conversation.isQuiet())
    }

    @Test func aUseCaseIsToldToBeDoneASecondEarlier() async {
        let left = Lock(0.0)
        let clock = Lock<ManualClock?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onList: { _, context in
                let now = clock.withLock { $0?.now } ?? Instant(seconds: 0)
                left.withLock { $0 = context.deadline.seconds - now.seconds }
                return Self.list
            }))
        clock.withLock { $0 = conversation.clock }
        _ = await conversation.call("my_reservations")
        #expect(left.withLock { $0 } == 49)
    }

    // MARK: - Progress

    @Test func progressNeedsAToken() async {
        let gate = Gate()
        let conversation = await Conversation.open(
            ScriptedConcierge(onList: { _, context in
                context.progress(.findingTables)
                try await gate.pass()
                return Self.list
            }))
        for (id, meta) in [(1, ""), (2, #""progressToken":true"#), (3, #""progressToken":null"#)] {
            await conversation.say(Conversation.callLine("my_reservations", id: id, meta: meta))
        }
        await conversation.clock.untilSleeping(1)
        conversation.clock.advance(by: 20)
        #expect(await conversation.isQuiet())
    }

    @Test func progressRisesKeepsItsPaceAndEndsWithTheAnswer() async {
        let (gate, more) = (Gate(), Gate())
        let conversation = await Conversation.open(
            ScriptedConcierge(onList: { _, context in
                context.progress(.findingVenue)
                try await more.pass()
                context.progress(.readingVenue)
                context.progress(.findingTables)
                try await gate.pass()
                context.progress(.booking)
                return Self.list
            }))
        await conversation.say(Conversation.callLine("my_reservations", meta: #""progressToken":"p""#))
        let first = await conversation.next().at("params")
        #expect(first == ["progressToken": "p", "progress": 1, "message": "looking for the restaurant"])
        more.open()
        await conversation.clock.untilSleeping(2)  // the watch, and the pause of a quarter of a second
        #expect(await conversation.isQuiet())
        conversation.clock.advance(by: 0.25)
        let second = await conversation.next().at("params")
        #expect(second.at("progress") == 2)
        await conversation.clock.untilSleeping(1)
        gate.open()
        // The last words may still get out before the answer, but never behind it.
        var answer = await conversation.next()
        while answer.member("id") == nil { answer = await conversation.next() }
        conversation.clock.advance(by: 30)
        #expect(await conversation.isQuiet())
    }

    @Test func aHeartbeatComesWithinTenSeconds() async {
        let gate = Gate()
        let conversation = await Conversation.open(Self.waiting(at: gate))
        await conversation.say(Conversation.callLine("my_reservations", meta: #""progressToken":4"#))
        for beat in 1...5 {
            await conversation.clock.untilSleeping(1)
            conversation.clock.advance(by: 9.5)
            let message = await conversation.next()
            #expect(message.at("method") == "notifications/progress")
            #expect(message.at("params", "progress") == .integer(beat))
            #expect(message.at("params", "progressToken") == 4)
        }
        gate.open()
        #expect(await conversation.next().at("id") == 1)
    }

    // MARK: - End of input

    @Test func theEndStopsReadsWithoutAnAnswer() async {
        let conversation = await Conversation.open(Self.waiting(at: Gate()))
        await conversation.say(Conversation.callLine("my_reservations"))
        await conversation.session.finish()
        #expect(await conversation.isQuiet())
    }

    @Test func theEndWaitsForABooking() async {
        let gate = Gate()
        let conversation = await Conversation.open(
            ScriptedConcierge(onBook: { _, _ in
                await gate.passWhateverComes()
                return Samples.booked
            }))
        await conversation.say(Self.bookLine)
        async let end: Void = conversation.session.finish()
        await conversation.clock.untilSleeping(2)  // the deadline and the grace
        gate.open()
        await end
        #expect(await conversation.next().at("result", "structuredContent", "status") == "booked")
    }

    @Test func theEndDoesNotWaitForABookingForLong() async {
        let conversation = await Conversation.open(
            ScriptedConcierge(onBook: { _, _ in
                await Gate().passWhateverComes()
                return Samples.booked
            }))
        await conversation.say(Self.bookLine)
        async let end: Void = conversation.session.finish()
        await conversation.clock.untilSleeping(2)
        conversation.clock.advance(by: 1.5)
        await end
        #expect(await conversation.isQuiet())
    }

    @Test func theEndEndsABookingThatWasNotSent() async {
        let conversation = await Conversation.open(
            ScriptedConcierge(onBook: { _, _ in
                try await Gate().pass()
                return Samples.booked
            }))
        await conversation.say(Self.bookLine)
        await conversation.session.finish()
        #expect(await conversation.isQuiet())
    }
}
