import Testing
@testable import ResyDomain

@testable import ResyNative

/// The answers to a code, in the forms that clients of Resy have met.
@Suite struct PhoneSignInTests {
    private static let number = PhoneNumber("+12125550100")
    private static let token = "\"token\": \"synthetic-token-of-an-account\""

    private func confirm(_ answer: CannedClient.Answer) async throws -> (CodeAnswer, Desk) {
        let desk = Desk(CannedClient(answer))
        let number = try #require(Self.number)
        let access = Access(apiKey: "key")
        return (try await desk.resy(access).confirm(Secret("123456"), for: number), desk)
    }

    @Test(arguments: [
        "{\(token), \"em_address\": \"sam@example.com\"}",
        "{\"user\": {\(token), \"em_address\": \"sam@example.com\"}}",
    ])
    func theUserStandsAtTheTopOrInside(answer: String) async throws {
        guard case (.signedIn(let signedIn), _) = try await confirm(.text(200, answer)) else {
            Issue.record("a challenge")
            return
        }
        #expect(signedIn.token == Secret("synthetic-token-of-an-account"))
        #expect(signedIn.email == "sam@example.com")
    }

    /// However short: it is Resy that says so.
    @Test func whateverResyGivesIsAToken() async throws {
        guard case (.signedIn(let signedIn), _) = try await confirm(.text(200, #"{"token": "tok-1"}"#)) else {
            Issue.record("a challenge")
            return
        }
        #expect(signedIn.token == Secret("tok-1"))
    }

    @Test(arguments: [
        "{\"token\": \"\"}", "{\"token\": \"sixteen or more, with blanks\"}", "{\"token\": 5}", "{}", "[]",
    ])
    func whatIsNoTokenIsAnError(answer: String) async throws {
        #expect(await apiFailure { try await confirm(.text(200, answer)) } == .schema(path: "$.token"))
    }

    @Test(arguments: [
        (419, #"{"message": "Unauthorized"}"#, false), (401, "", false),
        (419, #"{"data": {"code": "The code is wrong or has expired."}}"#, false),
        (400, #"{"message": "Invalid data received.", "data": {"code": "invalid"}}"#, false),
        (422, #"{"data": {"code": "This code has expired."}}"#, true), (419, #"{"message": "Code expired"}"#, true),
    ]) func aRefusedCodeIsToldFromAnExpiredOne(status: Int, body: String, isExpired: Bool) async throws {
        #expect(await apiFailure { try await confirm(.text(status, body)) } == .wrongCode(isExpired: isExpired))
    }

    @Test func otherRefusalsAreNotAboutTheCode() async throws {
        let body = #"{"message": "Invalid data received.", "data": {"mobile_number": "invalid"}}"#
        let failure = await apiFailure { try await confirm(.text(400, body)) }
        #expect(failure == .refused(status: 400, message: "Invalid data received.; mobile_number: invalid"))
        #expect(
            await apiFailure { try await confirm(.text(500, "Internal Server Error", type: "text/plain")) }
                == .blocked(status: 500))
    }

    @Test func aChallengeGoesBackWithAllThatBelongsToIt() async throws {
        let body =
            #"{"mobile_claim": {"claim_token": "cl aim"}, "challenge": {"challenge_id": "ch_1", "properties": [{"name": "em_address"}]}}"#
        guard case (.challenge(let challenge), _) = try await confirm(.text(200, body)) else {
            Issue.record("no challenge")
            return
        }
        let desk = Desk(CannedClient(.text(200, "{\(Self.token)}")))
        _ = try await desk.resy(Access(apiKey: "key")).answer(challenge, email: "sam+resy@example.com")
        let request = try #require(desk.client.requests.first)
        #expect(request.url == "https://api.resy.com/3/auth/challenge")
        #expect(request.mustNotRepeat)
        let form = String(decoding: request.body ?? [], as: UTF8.self)
        #expect(
            form.hasPrefix(
                "challenge_id=ch_1&em_address=sam%2Bresy%40example.com&claim_token=cl+aim&device_type_id=3&device_token="
            ))
        #expect(request.headers.allSatisfy { !$0.name.lowercased().hasPrefix("x-resy") })
    }

    @Test(arguments: [
        #"{"mobile_claim": {"claim_token": "x"}}"#,
        #"{"challenge": {"challenge_id": "ch_1", "properties": [{"name": "em_address"}, {"name": "birthday"}]}}"#,
    ]) func whatCannotBeAnsweredSaysWhatCan(body: String) async throws {
        let error = await failure { try await confirm(.text(200, body)) }
        #expect(error?.code == .signInFailed)
        #expect(error?.hint.contains("resy-mcp login") == true)
    }
}
