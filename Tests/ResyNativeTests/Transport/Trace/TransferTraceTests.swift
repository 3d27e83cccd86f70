@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct TransferTraceTests {
    /// Gives out a new canary per place, each of a looks of its own, and finds those that got through.
    private final class Canaries: Sendable {
        private let given = Lock<[String]>([])

        /// Short and plain, so that only its place can give it away.
        func plain() -> String { add { "cnry\($0)x" } }
        func address() -> String { add { "canary\($0)@mail.example" } }
        func jwt() -> String { add { "eyJcanary\($0).eyJcanary.sig\($0)" } }
        func slot() -> String { add { "rr://canary/\($0)/two words?".replacingOccurrences(of: " ", with: "_") } }
        func phone() -> String { add { "+1555010\($0)000" } }
        func long() -> String { add { "c\($0)" + String(repeating: "aB9_", count: 12) } }

        private func add(_ make: (Int) -> String) -> String {
            given.withLock { given in
                given.append(make(100 + given.count))
                return given[given.count - 1]
            }
        }

        func found(in text: String) -> [String] {
            given.withLock { $0 }.filter { canary in
                let spellings = [
                    canary, canary.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? canary,
                    canary.replacingOccurrences(of: "/", with: "\\/"),
                    canary.replacingOccurrences(of: "@", with: "\\u0040"),
                ]
                return spellings.contains { text.contains($0) }
            }
        }
    }

    private struct Exchange {
        let request: HTTPRequest
        let answer: (headers: [String], body: String)
    }

    private func exchanges(_ base: String, _ canary: Canaries, known: String) -> [Exchange] {
        let headers: [(name: String, value: String)] = [
            ("Authorization", "ResyAPI api_key=\"\(canary.plain())\""), ("X-Resy-Auth-Token", canary.jwt()),
            ("X-Resy-Universal-Auth", canary.plain()), ("X-Goog-Api-Key", canary.plain()),
            ("Cookie", "session=\(canary.plain())"), ("X-New-Header", canary.plain()),
            ("Accept", "application/json, \(known)"), ("Referer", "https://resy.com/?auth=\(canary.plain())"),
        ]
        let answerHeaders = [
            "Set-Cookie: a=\(canary.plain()); Path=/", "X-Session: \(canary.plain())", "X-Amz-Id: \(canary.plain())",
            "Location: /next?token=\(canary.plain())", "Via: \(canary.address())",
        ]
        func encoded(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        let form = [
            "email": canary.address(), "password": canary.plain(), "code": canary.plain(), "book_token": canary.long(),
            "struct_payment_method": "{\"id\":\"\(canary.plain())\"}", "mobile_number": canary.phone(),
            "new": canary.plain(), "id": canary.slot(), "query": known,
        ].map { "\($0)=\(encoded($1))" }.joined(separator: "&")
        let login = """
            {"token":"\(canary.plain())","legacy_token":"\(canary.plain())","em_address":"\(canary.plain())",
            "mobile_number":"\(canary.plain())","payment_methods":[{"id":"\(canary.plain())","display":"\(canary.plain())"}],
            "payment_display":"\(canary.plain())","claim_token":"\(canary.plain())","name":"seen-name",
            "text":"write to \(canary.address().replacingOccurrences(of: "@", with: "\\u0040")) or \(canary.phone())",
            "url":"\(canary.slot().replacingOccurrences(of: "/", with: "\\/"))","blob":"\(canary.long())","x":"\(known)",
            "pad":"\(String(repeating: "- ", count: 400))","challenge":{"challenge_id":"\(canary.plain())"},
            "book_token":{"value":"\(canary.plain())"}}
            """
        let details = """
            {"config_id":"\(canary.slot())","commit":1,"captcha_token":"\(canary.plain())","requestState":"\(canary.plain())"}
            """
        let page = """
            <html><body>Sorry \(canary.address()), key="x" <input name="auth_token" value="\(canary.long())">
            <script>var apiKey = "\(canary.plain())", token: '\(canary.plain())'; \(canary.jwt()) \(known)</script>
            """
        func ends(_ path: String) -> String { "\(base)\(path)" }
        return [
            Exchange(
                request: HTTPRequest(
                    .post, ends("/3/auth/password"),
                    headers: headers + [("Content-Type", "application/x-www-form-urlencoded")], body: Array(form.utf8),
                    usesCookies: true),
                answer: (answerHeaders + ["Content-Type: application/json"], login)),
            Exchange(
                request: HTTPRequest(
                    .post, ends("/3/details?x-resy-auth-token=\(canary.plain())&day=2026-02-14&id=\(encoded(known))"),
                    headers: headers + [("Content-Type", "application/json")], body: Array(details.utf8),
                    usesCookies: true),
                answer: (["Content-Type: text/html"], page)),
            Exchange(
                request: HTTPRequest(.get, ends("/4/find?day=2026-02-14&party_size=2"), headers: headers),
                answer: (
                    ["Content-Type: application/json"],
                    "{\"pad\":\"\(String(repeating: "- ", count: 8170))\",\"token\":\"\(canary.plain())\"}"
                )),
        ]
    }

    @Test(arguments: TLSFront.isWanted ? [false, true] : [false])
    func noSecretIsShown(_ overTLS: Bool) async throws {
        let canary = Canaries()
        let answers = Lock<[(headers: [String], body: String)]>([])
        let server = try LoopbackServer { request, peer in
            let answer = answers.withLock { $0[(request.number - 1) % $0.count] }
            peer.answer(answer.body.utf8, headers: answer.headers)
            return .keep
        }
        defer { server.stop() }
        let front = overTLS ? try TLSFront(to: server.port) : nil
        defer { front?.stop() }
        let known = canary.plain()
        let redactor = Redactor()
        redactor.register(Secret(known))
        let exchanges = exchanges(front?.url ?? server.url, canary, known: known)
        answers.withLock { $0 = exchanges.map(\.answer) }
        let lines = Lines()
        try await CurlEngine.withTest(
            trusting: TestAuthority.shared.get().bundle, cookieHosts: ["127.0.0.1"], trace: { lines.add($0) },
            redactor: redactor
        ) { engine in
            for exchange in exchanges { _ = try await engine.text(exchange.request) }
        }
        #expect(canary.found(in: lines.text) == [], "\(lines.text)")
        // And it is a trace, not silence.
        let version = overTLS ? "HTTP/2" : "HTTP/1.1"
        for part in [
            "#1 > POST /3/auth/password \(version)", "authorization: ***",
            "#2 > POST /3/details?x-resy-auth-token=***&day=2026-02-14",
            "#3 > GET /4/find?day=2026-02-14&party_size=2", "seen-name", "password=***", "#1 < \(version) 200",
            "set-cookie: ***", "#2 < <html>", "(16", "#1 = 200, \(version), new connection, lookup ",
            "#3 = 200, \(version), reused connection",
        ] {
            #expect(lines.text.lowercased().contains(part.lowercased()), "\(part) is not in\n\(lines.text)")
        }
        #expect(lines.all.allSatisfy { $0.hasPrefix("#") && !$0.contains("\n") })
    }

    @Test func aTerminalIsNotSteered() async throws {
        let server = try LoopbackServer { _, peer in
            peer.answer("a\u{1B}[2Jb\u{9B}c\r\nd".utf8, headers: ["Server: x\u{1B}]0;y"])
            return .keep
        }
        defer { server.stop() }
        let lines = Lines()
        try await CurlEngine.withTest(trace: { lines.add($0) }) { engine in
            _ = try await engine.text(HTTPRequest(.get, server.url))
        }
        #expect(!lines.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(lines.all.contains("#1 < d"))
    }

    @Test(arguments: [
        "h2h3 [authorization: secret]", "[HTTP/2] [1] [x-resy-auth-token: secret]", "Added cookie a=\"b\" for domain x",
        "Uses proxy env variable https_proxy == 'http://a:b@c'", "Server auth using Basic with user 'a'",
    ])
    func unknownRemarksAreLeftOut(_ line: String) {
        #expect(!InfoLines.isHarmless(line))
    }
}
