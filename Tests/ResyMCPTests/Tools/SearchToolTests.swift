import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// How the arguments of a search arrive, and in which order tools are listed.
@Suite(.timeLimit(.minutes(1))) struct SearchToolTests {
    private func seen(_ arguments: String) async -> (request: TableSearch?, answer: JSON) {
        let seen = Lock<TableSearch?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onSearch: { search, _ in
                seen.withLock { $0 = search }
                return SearchSamples.found
            }))
        let answer = await conversation.call("find_tables", arguments).at("result")
        return (seen.withLock { $0 }, answer)
    }

    @Test func searchesStandBehindTheCheck() {
        #expect(
            Tool.all.map(\.name) == [
                "check_availability", "find_tables", "open_days", "make_reservation", "change_reservation",
                "cancel_reservation", "my_reservations", "notify_me", "watch_tables", "store_resy_credentials",
            ])
        #expect(
            Tool.offered(isReadOnly: true).map(\.name).prefix(3) == ["check_availability", "find_tables", "open_days"])
    }

    @Test func aSearchTakesItsDefaults() async {
        let (request, answer) = await seen(#"{"query":"italian","dates":"this weekend"}"#)
        #expect(answer.at("isError") == false)
        #expect(request?.words == "italian" && request?.restaurants == [] && request?.location == nil)
        #expect(request?.dates == ["this weekend"] && request?.party == 2 && request?.limit == 10)
        #expect(request?.preferredTime == nil && request?.earliest == nil && request?.latest == nil)
        #expect(request?.seating == nil && request?.mostFee == nil && request?.cursor == nil)
    }

    @Test func aSearchPassesOnAllItWasGiven() async {
        let (request, _) = await seen(
            #"""
            {"query":" sushi ","restaurants":["Carbone"," Don Angie ",null,""],"location":"SoHo","dates":["2026-02-14","Feb 15"],
            "party_size":"4","preferred_time":"8pm","earliest":"6pm","latest":"21:30","seating":"outdoors","max_fee":"$50",
            "limit":3,"cursor":"c5Yx","detail":"full"}
            """#)
        #expect(request?.words == "sushi" && request?.restaurants == ["Carbone", "Don Angie"])
        #expect(request?.location == "SoHo" && request?.dates == ["2026-02-14", "Feb 15"] && request?.party == 4)
        #expect(request?.preferredTime == "8pm" && request?.earliest == "6pm" && request?.latest == "21:30")
        #expect(request?.seating == "outdoors" && request?.mostFee == 50 && request?.limit == 3)
        #expect(request?.cursor == "c5Yx")
    }

    /// A name may hold a comma; an array that was written as a text is one all the same.
    @Test(arguments: [
        (#""Carbone""#, ["Carbone"]), (#""Joe's, the one""#, ["Joe's, the one"]),
        (#""[\"Carbone\", \"Don Angie\"]""#, ["Carbone", "Don Angie"]), (#""[Redacted]""#, ["[Redacted]"]),
        (#"["none","None"]"#, ["none", "None"]),
    ])
    func namesAreOneOrSeveral(written: String, names: [String]) async {
        let (request, _) = await seen(#"{"restaurants":\#(written),"dates":["Sat"]}"#)
        #expect(request?.restaurants == names)
    }

    @Test(arguments: [
        (#"{"dates":"Sat"}"#, "None of query, restaurants and location was given."),
        (#"{"restaurants":[],"dates":"Sat"}"#, "None of query"), (#"{"query":"x"}"#, "dates is missing"),
        (#"{"query":"x","dates":[]}"#, "dates is missing"), (#"{"query":"x","dates":7}"#, "an array of strings"),
        (#"{"query":"x","dates":[7]}"#, "an array of strings"),
        (#"{"query":"x","dates":"Sat","max_fee":-1}"#, "an amount of 0 or more"),
        (#"{"query":"x","dates":"Sat","max_fee":"much"}"#, "an amount of 0 or more"),
        (#"{"query":"x","dates":"Sat","limit":51}"#, "out of range"),
        (#"{"query":"x","dates":"Sat","limit":0}"#, "out of range"),
        (#"{"query":"x","dates":"Sat","detail":"most"}"#, "Allowed: brief, full."),
    ])
    func whatIsWrongIsSaid(arguments: String, words: String) async throws {
        let (request, answer) = await seen(arguments)
        #expect(request == nil || arguments.contains("detail"))
        #expect(answer.at("_meta", "resy-mcp/error", "code") == "bad_request")
        #expect(try answer["content"].items[0]["text"].string.contains(words))
    }

    @Test func manyNamesAreRefused() async {
        let names = (0..<31).map { #""R\#($0)""# }.joined(separator: ",")
        let (request, answer) = await seen(#"{"restaurants":[\#(names)],"dates":"Sat"}"#)
        #expect(request == nil)
        #expect(answer.at("_meta", "resy-mcp/error", "hint") == "At most 30 fit into one call.")
    }

    @Test func openDaysPassesOnAllItWasGiven() async {
        let seen = Lock<OpenDaysRequest?>(nil)
        let conversation = await Conversation.open(
            ScriptedConcierge(onDays: { request, _ in
                seen.withLock { $0 = request }
                return SearchSamples.days
            }))
        _ = await conversation.call(
            "open_days",
            #"{"restaurant_name":"Semma","party_size":4,"from":"Dec 1","to":"Dec 20","location":"NYC","preferred_time":"8pm"}"#
        )
        let request = seen.withLock { $0 }
        #expect(request?.restaurant == "Semma" && request?.party == 4 && request?.from == "Dec 1")
        #expect(request?.to == "Dec 20" && request?.location == "NYC" && request?.preferredTime == "8pm")
        _ = await conversation.call("open_days", #"{"restaurant_name":"Semma","from":"null"}"#)
        #expect(seen.withLock { $0 }?.from == nil && seen.withLock { $0 }?.party == 2)
    }

    /// A search says how many of its requests are answered, and each number is above the one before.
    @Test func progressCountsAnswers() throws {
        let params =
            #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"x","_meta":{"progressToken":"p"}}}"#
        guard case .request(let request) = Incoming(Array(params.utf8)) else {
            Issue.record("no request")
            return
        }
        let now = Samples.now
        var report = try #require(ProgressReport(request, now: now))
        let steps: [Step?] = [
            .findingVenue, .searching(done: 0, of: 4), .searching(done: 1, of: 4), nil, .searching(done: 1, of: 6),
            .searching(done: 6, of: 6), .readingVenue,
        ]
        let told = steps.map { report.next($0, now: now).at("params") }
        let counts = try told.map { try $0["progress"].number }
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 < $1 })
        #expect(told[0].member("total") == nil && told[6].member("total") == nil)
        #expect(told[2].at("progress") == 2 && told[2].at("total") == 5 && told[2].at("message") == "searching: 1 of 4")
        #expect(told[3].at("total") == 5 && told[3].at("message") == "searching: 1 of 4")
        #expect(told[5].at("progress") == 7 && told[5].at("total") == 7)
    }
}
