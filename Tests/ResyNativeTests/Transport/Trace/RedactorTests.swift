@testable import ResyDomain
import Glibc
import Testing

@testable import ResyNative

@Suite struct RedactorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let expected: String

        init(_ text: String, _ expected: String) {
            testDescription = text
            self.text = text
            self.expected = expected
        }
    }

    private static let long = String(repeating: "aB3_", count: 10)

    @Test(arguments: [
        Case("token eyJhbGciOi.eyJzdWIi.c2ln end", "token *** end"),
        Case("slot rr://resy/1/2/3?x=y, next", "slot ***, next"),
        Case("q=rr%3A%2F%2Fresy%2F1&z", "q=***&z"),
        Case("mail jo.doe+x@example.co.uk!", "mail ***!"),
        Case("mail jo%2Bx%40example.com&b", "mail ***&b"),
        Case("mail jo\\u0040example.com\"", "mail ***\""),
        Case("call +1 (555) 010-9999 now", "call *** now"),
        Case("at 2026-02-14T19:00:00+00:00", "at 2026-02-14T19:00:00+00:00"),
        Case("opaque \(long).", "opaque ***."),
        Case("short abcdef0123456789", "short abcdef0123456789"),
        Case(#"Authorization: ResyAPI api_key="abc""#, "Authorization: ***"),
        Case(#"said ResyAPI api_key="abc" so"#, #"said ResyAPI api_key="***" so"#),
        Case(#"apiKey: 'abc', n: 1"#, #"apiKey: '***', n: 1"#),
        Case("password=a&day=1", "password=***&day=1"),
        Case(#"{\"auth_token\":\"abc\",\"code\":\"123\"}"#, #"{\"auth_token\":\"***\",\"code\":\"***\"}"#),
        Case("GET /4/find?day=2026-02-14&x=secret HTTP/2", "GET /4/find?day=2026-02-14&x=*** HTTP/2"),
        Case("Really? yes=no", "Really? yes=no"),
        Case("status code: 200", "status code: 200"),
    ])
    func looksThroughText(_ example: Case) {
        #expect(Redactor().redact(example.text) == example.expected)
        #expect(Redactor().redact(example.expected) == example.expected)
    }

    @Test(arguments: [
        Case(#"{"password":"a","party_size":2}"#, #"{"password":"***","party_size":2}"#),
        Case(
            #"{"book_token":{"value":"v","date_expires":"2026"}}"#,
            #"{"book_token":{"value":"***","date_expires":"2026"}}"#),
        Case(
            #"{"payment_methods":[{"id":12,"display":"4242"}],"id":7}"#,
            #"{"payment_methods":[{"id":***,"display":"***"}],"id":7}"#),
        Case(
            #"{"contact":{"a":["x",1,null,true]},"name":"Ox"}"#, #"{"contact":{"a":["***",***,null,true]},"name":"Ox"}"#
        ),
        Case(#"{"pass\u0077ord":"a"}"#, #"{"pass\u0077ord":"***"}"#),
        Case(#"{"note":"mail me@example.com","token":"cut o"#, #"{"note":"mail ***","token":"***"#),
        Case(#"{"note":"cut o"#, #"{"note":"***"#),
        Case(#"{"em_address":"a\"b"}"#, #"{"em_address":"***"}"#),
        Case(#"[{"code":123456},{"day":"2026-01-01"}]"#, #"[{"code":***},{"day":"2026-01-01"}]"#),
        Case(#"{"rr://x/y":1}"#, #"{"***":1}"#),
        Case(#"}}{"token":"a"}"#, #"}}{"token":"***"}"#),
        Case(#"{"state":"{\"token\":\"abc\"}"}"#, #"{"state":"{\"token\":\"***\"}"}"#),
    ])
    func scansJSON(_ example: Case) {
        let masked = Redactor().redactBody(Array(example.text.utf8), type: "application/json", isCut: false)
        #expect(String(decoding: masked, as: UTF8.self) == example.expected)
    }

    @Test(arguments: [
        Case(
            "email=a&password=b&source_id=resy.com-venue-details",
            "email=***&password=***&source_id=resy.com-venue-details"),
        Case("new_field=x&empty=&bare", "new_field=***&empty=&***"),
        Case("a b%20c=1", "***=***"),
        Case("id=rr%3A%2F%2Fx", "id=***"),
    ])
    func masksForms(_ example: Case) {
        let masked = Redactor().redactBody(
            Array(example.text.utf8), type: "application/x-www-form-urlencoded", isCut: false)
        #expect(String(decoding: masked, as: UTF8.self) == example.expected)
    }

    @Test(arguments: [
        "p w&é/\"+", "p%20w%26%C3%A9%2F%22%2B", "p+w%26%c3%a9%2f%22%2B", #"p w&\u00e9\/\"+"#, "p w&amp;é/&quot;+",
        #"p w\u0026é/\u0022\u002B"#, "p%20w&é/%22+",
    ])
    func knownValuesAreFoundInAnyEncoding(_ spelled: String) {
        let redactor = Redactor()
        redactor.register(Secret("p w&é/\"+"))
        #expect(redactor.redact("<\(spelled)>") == "<***>")
    }

    @Test func theLongestKnownValueWins() {
        let redactor = Redactor()
        redactor.register(Secret("canary"))
        redactor.register(Secret("canary-long"))
        redactor.register(Secret("c"))
        #expect(redactor.redact("a canary-long c canary") == "a *** c ***")
    }

    @Test func aCutBodyShowsNoHalfOfASecret() {
        let redactor = Redactor()
        redactor.register(Secret("correct horse battery"))
        for body in ["see correct horse bat", "see correct%20horse%2", "see eyJhb", "see jo@exam"] {
            let masked = redactor.redactBody(Array(body.utf8), type: "text/plain", isCut: true)
            #expect(String(decoding: masked, as: UTF8.self) == "see ", "\(body)")
        }
    }

    @Test func unknownHeadersAreMaskedWhole() {
        #expect(Redactor().redactHeader("X-Anything", "a") == "***")
        #expect(Redactor().redactHeader("Content-Type", "text/html") == "text/html")
        #expect(Redactor().redactHeader("Location", "/a?day=1&t=x") == "/a?day=1&t=***")
    }

    /// Nothing a server sends may trap: every cut of a hard text, and bytes that are no text at all.
    @Test func takesAnyBytes() {
        let hard = Array(#"{"a\u00":"\ud83d\u%4é&#x;?b=c+12345678@[{"token":{"x":"\"#.utf8) + [0xFF, 0, 0xC3, 0x5C]
        let redactor = Redactor()
        redactor.register(Secret("\\u%4é&#"))
        for count in 0...hard.count {
            let part = Array(hard[..<count])
            for type in ["application/json", "application/x-www-form-urlencoded", "text/html"] {
                for isCut in [true, false] { _ = redactor.redactBody(part, type: type, isCut: isCut) }
            }
            _ = redactor.redactBody(Array(hard[count...]), type: nil, isCut: true)
        }
    }

    /// Of the processor's time, whatever else runs beside it.
    private static var secondsOfThisThread: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// A page made to be slow to read must not hold up the engine's thread.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["a/", "?a=", "token:\"", "%", "eyJ", "+1 ", "a@", "\\\"", "{\"a\":[", "&#"])
    func staysQuick(_ piece: String) {
        let redactor = Redactor()
        redactor.register(Secret("%%%%%%%%%%%%%%%%%%%%"))
        let text = Array(String(repeating: piece, count: (16 << 10) / piece.utf8.count).utf8)
        let begun = Self.secondsOfThisThread
        _ = redactor.redactBody(text, type: "application/json", isCut: true)
        _ = redactor.redactBody(text, type: "text/html", isCut: true)
        #expect(Self.secondsOfThisThread - begun < 10)
    }

    @Test func theLatestAreKnownAndNotAll() {
        let redactor = Redactor()
        for number in 1000..<1000 + Redactor.mostKnown { redactor.register(Secret("canary-\(number)-x")) }
        redactor.register(Secret("canary-1000-x"))
        redactor.register(Secret("canary-last"))
        #expect(redactor.redact("canary-1000-x canary-1001-x canary-1002-x canary-last") == "*** canary-1001-x *** ***")
    }

    @Test func whatLastsIsKnownHoweverManyPass() {
        let redactor = Redactor()
        redactor.register(Secret("canary-password"), as: .lasting)
        redactor.register(Secret("canary-cookie"), as: .renewed)
        // What is known for long does not become a passing thing by being met again.
        redactor.register(Secret("canary-password"))
        for number in 1000..<1000 + 2 * Redactor.mostKnown {
            redactor.register(Secret("passing-\(number)-x"))
            redactor.register(Secret("renewed-\(number)-x"), as: .renewed)
        }
        #expect(redactor.redact("canary-password canary-cookie") == "*** canary-cookie")
        #expect(redactor.redact("renewed-1255-x passing-1255-x passing-1000-x") == "*** *** passing-1000-x")
    }

    @Test(arguments: ["\u{200B}", "\u{AD}", "\u{E0041}", "\\u200b", "\\u0000", "&#8203;", "\u{200B}\u{200B}\\u00AD"])
    func whatIsNotSeenPartsNoKnownValue(_ parting: String) {
        let redactor = Redactor()
        redactor.register(Secret("canary-cookie"))
        #expect(redactor.redact("a ca\(parting)nary-coo\(parting)kie b") == "a *** b")
        #expect(redactor.redact("a ca\(parting)nary-tree") == "a ca\(parting)nary-tree")
    }

    @Test func aCleanLineIsMaskedBeforeItIsCut() {
        let redactor = Redactor()
        redactor.register(Secret("canary cookie"))
        #expect(redactor.cleanLine("\u{1B}[1mThe canary&nbsp; co<i>ok</i>ie,\nplease", to: 12) == "The ***, pl…")
    }

    @Test func aCookieThatGoesMasksNoWord() {
        let redactor = Redactor()
        redactor.register(setCookie: Array("Set-Cookie: refresh_token=deleted; Max-Age=0".utf8))
        redactor.register(setCookie: Array("Set-Cookie: refresh_token=canary-cookie; Path=/".utf8))
        #expect(redactor.redact("deleted canary-cookie") == "deleted ***")
    }
}
