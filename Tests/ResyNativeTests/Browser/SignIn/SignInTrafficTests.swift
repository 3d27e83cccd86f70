import Testing
@testable import ResyDomain

@testable import ResyNative

struct SignInTrafficTests {
    private let id = Traffic.ID(session: "S", request: "1")

    private let token = "eyJhbGciOiJFUzI1NiJ9.e30.c2ln"

    private func traffic() -> SignInTraffic {
        SignInTraffic(ResyHosts(webURL: "https://resy.com", apiURL: "https://api.resy.com"))
    }

    private func headers(_ pairs: (String, String)...) -> [(name: String, value: Secret)] {
        pairs.map { ($0.0, Secret($0.1)) }
    }

    private func tokens(_ findings: [SignInTraffic.Finding]) -> [String] {
        findings.compactMap { if case .token(let token) = $0 { token.reveal() } else { nil } }
    }

    @Test
    func keyAndTokenComeFromThePagesOwnCalls() {
        var traffic = traffic()
        let found = traffic.take(
            .request(
                id, method: "GET", url: "https://api.resy.com/2/user",
                headers: headers(("Authorization", "ResyAPI api_key=\"abc123\""), ("X-Resy-Auth-Token", token))))
        #expect(tokens(found) == [token])
        #expect(traffic.apiKey == "abc123")
    }

    @Test(arguments: [true, false])
    func headersOfBothEventsCountInEitherOrder(_ isEarly: Bool) {
        var traffic = traffic()
        let request = Traffic.request(id, method: "GET", url: "https://api.resy.com/2/user", headers: [])
        let more = Traffic.requestHeaders(id, headers: headers(("x-resy-auth-token", token)))
        let found = isEarly ? traffic.take(more) + traffic.take(request) : traffic.take(request) + traffic.take(more)
        #expect(tokens(found) == [token])
    }

    @Test(arguments: [
        "https://evil.example/2/user", "https://api.resy.com.evil.example/", "https://notresy.com/", "data:text/html,x",
    ])
    func whatOtherHostsCarryIsNotBelieved(_ url: String) {
        var traffic = traffic()
        let found = traffic.take(
            .request(id, method: "GET", url: url, headers: headers(("x-resy-auth-token", token))))
        #expect(found.isEmpty)
    }

    @Test
    func aPreflightSaysNothing() {
        var traffic = traffic()
        #expect(
            traffic.take(
                .request(
                    id, method: "OPTIONS", url: "https://api.resy.com/3/auth/password",
                    headers: headers(("x-resy-auth-token", "x")))
            ).isEmpty)
        _ = traffic.take(.response(id, url: "https://api.resy.com/3/auth/password", status: 204, mimeType: ""))
        #expect(traffic.take(.finished(id)).isEmpty)
    }

    @Test
    func theAnswerToTheFormIsToBeRead() throws {
        var traffic = traffic()
        _ = traffic.take(.request(id, method: "POST", url: "https://api.resy.com/3/auth/password", headers: []))
        _ = traffic.take(.response(id, url: "https://api.resy.com/3/auth/password", status: 419, mimeType: ""))
        guard case .answered(_, 419, false) = try #require(traffic.take(.finished(id)).first) else {
            Issue.record("not the form's answer")
            return
        }
    }

    @Test
    func aRenewalThatBreaksIsNoFailure() {
        var traffic = traffic()
        _ = traffic.take(.request(id, method: "POST", url: "https://api.resy.com/3/auth/refresh", headers: []))
        #expect(traffic.take(.failed(id, reason: "net::ERR_FAILED")).isEmpty)
    }

    @Test(arguments: [(403, true), (500, true), (200, false), (404, false)])
    func theFirstPageTellsOfAGuard(_ status: Int, _ isBlocked: Bool) {
        var traffic = traffic()
        let found = traffic.take(.response(id, url: "https://resy.com/", status: status, mimeType: "text/html"))
        #expect(found.isEmpty != isBlocked)
        #expect(traffic.take(.response(id, url: "https://resy.com/x", status: 403, mimeType: "text/html")).isEmpty)
    }

    @Test
    func answersAreJudged() {
        func judge(_ status: Int, _ body: String) -> String {
            switch SignInTraffic.judge(status: status, body: Array(body.utf8), now: Instant(seconds: 0)) {
            case .signedIn(let signedIn): "token \(signedIn.token.reveal()) \(signedIn.email ?? "-")"
            case .challenge: "challenge"
            case .failed(let failure): "\(failure)"
            }
        }
        #expect(judge(200, #"{"token": "t", "em_address": "sam@example.com"}"#) == "token t sam@example.com")
        #expect(judge(201, #"{"user": {"token": "t"}}"#) == "token t -")
        #expect(judge(200, #"{"challenge": {"challenge_id": "c"}}"#) == "challenge")
        #expect(judge(419, #"{"status": 419, "message": "Unauthorized"}"#) == "wrongPassword")
        #expect(judge(403, "<html>no</html>") == "\(APIFailure.blocked(status: 403))")
        #expect(judge(200, "{}") == #"schema(path: "$.token")"#)
    }
}
