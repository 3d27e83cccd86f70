import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct ProofWantedTests {
    static let wanted = [
        #"{"challenge":{"challenge_id":"ch_1"}}"#, #"{"mobile_claim":{"claim_token":"x"}}"#,
        #"{"mfa_required":true,"mfa_token":"x"}"#, #"{"mfa_required":1}"#, #"{"mfa_token":"opaque"}"#,
        #"{"id":7,"requires_mfa":"true"}"#, #"{"error":"mfa_required"}"#, #"{"status":"MFA_REQUIRED"}"#,
        #"{"data":{"two_factor":true}}"#, #"{"user":{"id":7,"otp_required":true}}"#,
        #"{"message":"Enter the verification code we sent to you"}"#, #"{"next_step":"verification code"}"#,
        #"{"verification_methods":["sms","email"]}"#,
    ]
    static let unwanted = [
        #"{}"#, #"{"id":7,"em_address":"sam@example.com"}"#, #"{"mfa_required":false}"#, #"{"mfa_required":0}"#,
        #"{"mfa_token":null}"#, #"{"mfa_token":""}"#, #"{"verification_methods":[]}"#,
        #"{"token":"abcdefghijklmnop","mfa_enabled":true}"#, #"{"message":"Unauthorized"}"#, #"{"adoption":true}"#,
        #"{"status":419,"message":"Unauthorized"}"#, #"{"challenge":null}"#,
    ]

    @Test(arguments: wanted) func isToldFromItsNames(_ answer: String) throws {
        let body = Array(answer.utf8)
        #expect(ProofWanted.isWanted(by: try JSON(parsing: body)))
        // What the page was answered, in a browser.
        guard case .challenge = SignInTraffic.judge(status: 200, body: body, now: Instant(seconds: 0)) else {
            Issue.record("the page's own answer is not read so")
            return
        }
        let refusal = APIFailure(
            endpoint: .signIn, head: HTTPHead(status: 403, headers: []), body: body, now: Instant(seconds: 0))
        #expect(refusal == .codeWanted)
    }

    @Test(arguments: unwanted) func isNotSeenWhereThereIsNone(_ answer: String) throws {
        #expect(!ProofWanted.isWanted(by: try JSON(parsing: Array(answer.utf8))))
    }

    @Test func aLimitStaysALimit() {
        let failure = APIFailure(
            endpoint: .signIn, head: HTTPHead(status: 429, headers: []), body: Array(#"{"error":"mfa"}"#.utf8),
            now: Instant(seconds: 0))
        #expect(failure == .rateLimited(retryAt: nil))
    }

    @Test func aRefusalElsewhereIsNoWishForACode() {
        let failure = APIFailure(
            endpoint: .user, head: HTTPHead(status: 419, headers: []), body: Array(#"{"mfa_required":true}"#.utf8),
            now: Instant(seconds: 0))
        #expect(failure == .signedOut)
    }
}
