import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct WishRequestTests {
    private func send(
        _ wish: Wish, as format: ResyCall.WishFormat = .form, _ answers: CannedClient.Answer...
    ) async -> (CannedClient, APIFailure?) {
        let client =
            answers.count == 2 ? CannedClient(answers[0], answers[1]) : CannedClient(answers.first ?? .text(200, "{}"))
        let desk = Desk(client)
        let failure = await apiFailure {
            try await desk.resy.send(wish, as: format, Secret("rr://a+b"))
        }
        return (client, failure)
    }

    private func text(_ request: HTTPRequest?) -> String { String(decoding: request?.body ?? [], as: UTF8.self) }

    @Test func wordsAreAFormSentOnce() async throws {
        let (client, failure) = await send(.words("quiet & 2 high chairs"))
        #expect(failure == nil && client.requests.count == 1)
        let request = try #require(client.requests.first)
        #expect(request.url == "https://api.resy.com/2/reservation/special_request" && request.method == .post)
        #expect(request.mustNotRepeat)
        #expect(text(request) == "resy_token=rr%3A%2F%2Fa%2Bb&description=quiet+%26+2+high+chairs")
    }

    @Test func anOccasionGoesWithItsNumber() async {
        let (client, _) = await send(.occasion(.graduation))
        #expect(text(client.requests.first) == "resy_token=rr%3A%2F%2Fa%2Bb&occasion=Graduation&occasion_id=149480")
    }

    /// Whoever sends looks at the reservation again first.
    @Test(arguments: [
        (415, ""), (415, #"{"message":"Unsupported Media Type"}"#),
        (400, #"{"status":400,"message":"Invalid data received.","data":{"content_type":"form"}}"#),
        (400, #"{"status":400,"message":"Body must be JSON"}"#),
    ])
    func aRefusedFormatIsSaid(status: Int, body: String) async throws {
        let (client, failure) = await send(.words("42"), .text(status, body), .text(200, "{}"))
        guard case .refused(status: 415, _) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(client.requests.count == 1)
    }

    @Test func wordsMayBeJSON() async throws {
        let (client, failure) = await send(.words("42 <b>"), as: .json)
        #expect(failure == nil && client.requests.count == 1)
        let json = try JSON(parsing: client.requests[0].body ?? [])
        #expect(json == ["resy_token": "rr://a+b", "description": "42 <b>"])
    }

    @Test func theNumberOfAnOccasionIsOneInJSON() async throws {
        let (client, _) = await send(.occasion(.birthday), as: .json)
        let json = try JSON(parsing: client.requests[0].body ?? [])
        #expect(json == ["resy_token": "rr://a+b", "occasion": "Birthday", "occasion_id": 149_474])
    }

    @Test(arguments: [400, 403, 404, 409, 412, 419, 429, 500, 503]) func nothingElseIsSentAgain(status: Int) async {
        let body = #"{"status":\#(status),"message":"No"}"#
        let (client, failure) = await send(.words("quiet"), .text(status, body), .text(200, "{}"))
        #expect(failure != nil && client.requests.count == 1)
    }

    struct Worth: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: CannedClient.Answer
        var worth: WishFlow.Answer?
    }

    @Test(arguments: [
        Worth(testDescription: "gone", answer: .text(404, "<html>", type: "text/html"), worth: .refused),
        Worth(testDescription: "unknown", answer: .text(404, #"{"message":"x","code":1025}"#), worth: .refused),
        Worth(testDescription: "forbidden", answer: .text(403, #"{"message":"no"}"#), worth: .refused),
        Worth(testDescription: "blocked", answer: .text(403, "<html>", type: "text/html"), worth: .maybeTaken),
        Worth(
            testDescription: "bare 500", answer: .text(500, "Internal Server Error", type: "text/plain"),
            worth: .maybeTaken),
        Worth(testDescription: "500", answer: .text(500, #"{"message":"x"}"#), worth: .maybeTaken),
        Worth(testDescription: "gateway", answer: .text(504, ""), worth: .maybeTaken),
        Worth(testDescription: "gave up", answer: .text(408, "{}"), worth: .maybeTaken),
        Worth(testDescription: "limit", answer: .text(429, "{}"), worth: .failed),
        Worth(testDescription: "signed out", answer: .text(419, #"{"message":"Unauthorized"}"#), worth: nil),
        Worth(testDescription: "no format at all", answer: .text(415, "{}"), worth: .refused),
        Worth(testDescription: "a page", answer: .text(200, "<html>", type: "text/html"), worth: .maybeTaken),
        Worth(
            testDescription: "a refusal in a 200", answer: .text(200, #"{"status":419,"message":"x"}"#),
            worth: .maybeTaken),
        Worth(testDescription: "time-out", answer: .fault(.timedOut(sent: true)), worth: .maybeTaken),
        Worth(testDescription: "never sent", answer: .fault(.timedOut(sent: false)), worth: .notSent),
    ])
    func anAnswerIsWorth(_ example: Worth) async throws {
        let (_, failure) = await send(.words("quiet"), example.answer)
        #expect(WishFlow.Answer(try #require(failure)) == example.worth)
    }

    /// A 500 in bare text may be about the form: it stops no other call.
    @Test func aBareServerErrorIsNoBlock() async {
        let (_, failure) = await send(.words("quiet"), .text(500, "Internal Server Error", type: "text/plain"))
        #expect(failure == .server(status: 500))
    }

    @Test(arguments: [200, 201, 204]) func anEmptyAnswerIsTaken(status: Int) async {
        let (_, failure) = await send(.words("quiet"), .text(status, ""))
        #expect(failure == nil)
    }

    // MARK: - Rows

    private func rows(_ more: String, venue: String = "{}") async throws -> [Reservation] {
        let row =
            #"{"reservation_id":7,"day":"2026-11-14","time_slot":"19:30:00","num_seats":2,"venue":{"id":1},\#(more)}"#
        let desk = Desk(
            CannedClient(.text(200, #"{"reservations":[\#(row)],"venues":{"1":\#(venue)},"metadata":{"total":1}}"#)))
        return try await desk.resy.reservations().reservations
    }

    @Test(arguments: [
        (#""occasion":"Birthday""#, "Birthday"), (#""occasion":149474"#, "Birthday"),
        (#""occasion":"149474""#, "Birthday"), (#""occasion":{"id":149470,"name":"x"}"#, "Anniversary"),
        (#""occasion":{"id":1,"name":"Date night"}"#, "Date night"), (#""occasion":null"#, nil),
        (#""occasion":"""#, nil), (#""occasion":[]"#, nil), (#""x":1"#, nil),
        (#""occasion":["Anniversary"]"#, #"["Anniversary"]"#), (#""occasion":7"#, "7"), (#""occasion":true"#, "true"),
        (#""occasion":{"id":null,"name":""}"#, nil), (#""occasion":{"label":"x"}"#, #"{"label":"x"}"#),
    ])
    func anOccasionIsReadInAnyForm(text: String, occasion: String?) async throws {
        #expect(try await rows(text).first?.occasion == occasion)
    }

    @Test func longWordsAreReadWhole() async throws {
        let words = String(repeating: "quiet ", count: 80) + "end"
        #expect(try await rows(#""special_request":"\#(words)""#).first?.specialRequests == words)
        #expect(try await rows(#""special_request":"""#).first?.specialRequests == nil)
    }

    /// Somebody wrote it, whatever it is.
    @Test(
        arguments: [
            (#""special_request":null"#, nil), (#""special_request":" ""#, nil), (#""special_request":[]"#, nil),
            (#""special_request":{"text":null}"#, nil), (#""special_request":"<peanut allergy>""#, "<peanut allergy>"),
            (#""special_request":"&lt;peanut allergy&gt;""#, "&lt;peanut allergy&gt;"),
            (#""special_request":["ALLERGY peanut"]"#, #"["ALLERGY peanut"]"#),
            (#""special_request":{"description":"x"}"#, #"{"description":"x"}"#), (#""special_request":5"#, "5"),
            (#""special_request":true"#, "true"), (#""special_request":" a\n b""#, " a\n b"),
        ] as [(String, String?)])
    func wordsAreReadInAnyForm(text: String, words: String?) async throws {
        #expect(try await rows(text).first?.specialRequests == words)
    }

    @Test(
        arguments: [
            (#"{"name":"A"}"#, []), (#"{"hide_special_request_question":1}"#, [.words]),
            (#"{"hide_special_request_question":0,"hide_occasion_question":true}"#, [.occasion]),
            (#"{"hide_special_request_question":"1","hide_occasion_question":1}"#, [.words, .occasion]),
            (#"{"hide_special_request_question":"maybe"}"#, []),
        ] as [(String, Set<Wish.Field>)])
    func aVenueMayHideTheQuestion(venue: String, hidden: Set<Wish.Field>) async throws {
        #expect(try await rows(#""x":1"#, venue: venue).first?.venue.hiddenWishes == hidden)
    }

    // MARK: - The trace

    @Test func theTraceHoldsNoWish() {
        let redactor = Redactor()
        let form = redactor.redactForm(
            Array("resy_token=abc&description=nut%20allergy&occasion=Birthday&occasion_id=149474".utf8))
        #expect(
            String(decoding: form, as: UTF8.self)
                == "resy_token=***&description=***&occasion=***&occasion_id=***")
        let json = redactor.redactJSON(
            Array(
                #"{"description":"nut allergy","special_request":"quiet","occasion":{"id":1,"name":"Birthday"}}"#.utf8))
        let shown = String(decoding: json, as: UTF8.self)
        for word in ["nut", "quiet", "Birthday"] { #expect(!shown.contains(word), "\(shown)") }
    }
}
