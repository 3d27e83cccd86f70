@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// How the arguments of watches arrive, and what a model reads of them.
@Suite(.timeLimit(.minutes(1))) struct WatchToolTests {
    private func seen(
        _ arguments: String,
        _ answer: @escaping @Sendable (WatchRequest) -> WatchList = { WatchSamples.list($0.action) }
    ) async -> (request: WatchRequest?, answer: JSON) {
        let seen = Lock<WatchRequest?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onWatch: { request, _ in
                seen.withLock { $0 = request }
                return answer(request)
            }))
        let answer = await conversation.call("watch_tables", arguments).at("result")
        return (seen.withLock { $0 }, answer)
    }

    @Test func aWatchPassesOnAllItWasGiven() async {
        let (request, answer) = await seen(
            #"""
            {"action":"ADD","restaurant_name":"Carbone","dates":["Fri","Sat"],"party_size":"4","earliest":"6pm","latest":"9pm",
            "seating":"bar","max_fee":"$50","until":"Sat","location":"New York","earlier_than":900000123}
            """#)
        #expect(answer.at("isError") == false)
        #expect(request?.action == .add && request?.restaurant == "Carbone" && request?.dates == ["Fri", "Sat"])
        #expect(request?.party == 4 && request?.earliest == "6pm" && request?.latest == "9pm")
        #expect(request?.seating == "bar" && request?.mostFee == 50 && request?.until == "Sat")
        #expect(request?.location == "New York" && request?.earlierThan == "900000123")
    }

    @Test(arguments: [
        "{}", #"{"action":"book"}"#, #"{"action":"add"}"#, #"{"action":"add","restaurant_name":"Carbone"}"#,
        #"{"action":"add","dates":"sat"}"#, #"{"action":"remove"}"#, #"{"action":"remove","id":"none"}"#,
        #"{"action":"add","restaurant_name":"Carbone","dates":"sat","max_fee":-1}"#,
        #"{"action":"add","restaurant_name":"Carbone","dates":"sat","party_size":0}"#,
    ])
    func whatIsMissingIsNamed(arguments: String) async {
        let (request, answer) = await seen(arguments)
        #expect(request == nil && answer.at("isError") == true)
        #expect(answer.at("_meta", "resy-mcp/error", "code") == "bad_request")
    }

    /// A number is an id as well.
    @Test(arguments: [#"{"action":"remove","id":3}"#, #"{"action":"remove","id":"3"}"#])
    func anIDIsTakenAsItComes(arguments: String) async {
        #expect(await seen(arguments).request?.id == "3")
    }

    @Test func theStructureHasWhatIsPromised() async throws {
        let (_, answer) = await seen(#"{"action":"list"}"#)
        let watch = try answer.at("structuredContent", "watches").items[0]
        #expect(watch.at("id") == "3" && watch.at("venue", "id") == 40203 || watch.at("venue", "name") == "Carbone")
        #expect(watch.at("earliest") == "18:00" && watch.at("latest") == "21:00" && watch.at("max_fee") == 100)
        #expect(watch.at("last_look") == "2026-02-10T11:55:00-05:00")
        #expect(watch.at("next_look") == "2026-02-10T12:10:00-05:00")
        #expect(watch.at("found") == 2 && watch.member("paused_until") == nil)
        #expect(answer.at("structuredContent", "runs") == true)
        #expect(SchemaCheck.faults(answer.at("structuredContent"), Tool.watchTables.outputSchema) == [])
    }

    @Test func aPauseIsToldInBoth() async throws {
        // The conversation's own clock.
        let pause = WatchPause(.rateLimited, now: ManualClock().now, retryAt: nil)
        let (_, answer) = await seen(#"{"action":"list"}"#) { WatchSamples.list($0.action, pause: pause) }
        let watch = try answer.at("structuredContent", "watches").items[0]
        #expect(watch.at("paused_until") == "2026-02-14T11:26:40-05:00")
        #expect(watch.at("next_look") == watch.at("paused_until"))
        #expect(try answer["content"].items[0]["text"].string.contains("they go on in 24 hours"))
    }

    /// Where nothing calls the ticks, each reader learns it, and what the user can run.
    @Test(arguments: ["add", "list"]) func nobodyLooksIsTold(action: String) async throws {
        let (_, answer) = await seen(#"{"action":"\#(action)","restaurant_name":"C","dates":"sat"}"#) {
            WatchSamples.list($0.action, runs: false)
        }
        #expect(answer.at("structuredContent", "runs") == false)
        for text in [
            try answer["content"].items[0]["text"].string,
            (try? answer.at("structuredContent", "next_step").string) ?? "",
        ] { #expect(text.contains("resy-mcp watch install"), "\(text)") }
    }

    @Test func itIsHiddenWhereNothingMayChange() {
        #expect(!Tool.offered(isReadOnly: true).contains { $0.name == "watch_tables" })
        #expect(Tool.all.contains { $0.name == "watch_tables" })
    }

    @Test func itNeverSaysThatItBooks() {
        #expect(Tool.watchTables.description.contains("Never books"))
        #expect(Tool.watchTables.description.contains("notify_me is the first choice"))
    }
}
