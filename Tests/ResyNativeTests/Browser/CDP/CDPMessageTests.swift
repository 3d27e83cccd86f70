@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct CDPMessageTests {
    /// A page may hold any of them, and each message of a page goes through here.
    @Test(arguments: [
        (#""\udc00""#, "\u{FFFD}"), (#""x\ud83c\ud83c\udf82""#, "x\u{FFFD}\u{1F382}"), (#""\\ud800""#, "\\ud800"),
        (#""\u0000""#, "\0"),
    ]) func anOddTextCostsNothingElse(_ text: String, _ words: String) throws {
        let line = #"{"id":7,"result":{"t":\#(text),"n":1e400,"m":18446744073709551616,"d":1,"d":2},"sessionId":"S"}"#
        guard case .answer(7, let result) = CDPMessage(Array(line.utf8)) else { throw Unexpected() }
        #expect(try result["t"].words == words)
    }

    @Test func messagesAreToldApart() throws {
        guard case .answer(7, let result) = CDPMessage(Array(#"{"id":7,"result":{"a":"\udc00"},"sessionId":"S"}"#.utf8))
        else { throw Unexpected() }
        #expect(result == ["a": "\u{fffd}"])
        guard
            case .refusal(8, -32000, "No") = CDPMessage(Array(#"{"id":8,"error":{"code":-32000,"message":"No"}}"#.utf8))
        else { throw Unexpected() }
        guard case .event(let event) = CDPMessage(Array(#"{"method":"A.b","params":{"c":1},"sessionId":"S"}"#.utf8))
        else {
            throw Unexpected()
        }
        #expect(event.method == "A.b")
        #expect(event.session == "S")
        #expect(event.params == ["c": 1])
        guard case .garbled(9) = CDPMessage(Array(#"{"id":9,"result":{"a":"#.utf8)) else { throw Unexpected() }
        guard case .garbled(nil) = CDPMessage(Array("[]".utf8)) else { throw Unexpected() }
    }

    private struct Unexpected: Error {}

    @Test(arguments: [
        ("Execution context was destroyed.", BrowserError.contextGone),
        ("Inspected target navigated or closed", .contextGone), ("Cannot find context with specified id", .contextGone),
        ("Not allowed", .refused(method: "A.b", code: -32000)),
    ]) func refusalsAreUnderstood(_ message: String, _ error: BrowserError) {
        #expect(BrowserError(refusing: "A.b", code: -32000, message: message) == error)
        #expect(BrowserError(refusing: "A.b", code: -32001, message: "Session with given id not found.") == .closed)
    }

    @Test func errorsAreExplainedInWordsOfTheirOwn() {
        let all: [BrowserError] = [
            .didNotStart(.mute, path: "/b"), .timedOut(method: "A.b"), .refused(method: "A.b", code: 1),
            .garbled(method: "A.b"), .unreachable("net::ERR_FAILED"), .scriptFailed("TypeError"), .contextGone,
            .crashed,
            .closed, .ended,
        ]
        for error in all {
            let explained = error.explained()
            #expect(explained.message.hasSuffix("."))
            #expect(!explained.hint.isEmpty)
        }
        #expect(BrowserError.unreachable("net::ERR_FAILED").explained().code == .network)
        #expect(BrowserError.crashed.explained().code == .signInBlocked)
    }

    @Test func aRedirectIsAnAnswerAndARequest() throws {
        let text = """
            {"method":"Network.requestWillBeSent","sessionId":"S","params":{"requestId":"1",
            "request":{"method":"GET","url":"https://b/","headers":{"A":"1"}},
            "redirectResponse":{"url":"https://a/","status":302,"mimeType":""}}}
            """
        guard case .event(let event) = CDPMessage(Array(text.utf8)) else { throw Unexpected() }
        let traffic = Traffic.reading(event, session: "S")
        guard traffic.count == 2, case .response(_, "https://a/", 302, "") = traffic[0],
            case .request(let id, "GET", "https://b/", let headers) = traffic[1]
        else { throw Unexpected() }
        #expect(id == Traffic.ID(session: "S", request: "1"))
        #expect(headers.first?.value == Secret("1"))
    }
}
