import Testing

@testable import ResyNative

/// A server may say back what it was sent; its words are quoted to people, and secrets in them are not.
struct QuotedSecretsTests {
    private static func said(_ body: String, known: [String] = []) -> String {
        let redactor = Redactor()
        for value in known { redactor.register(Secret(value)) }
        let failure = APIFailure(
            endpoint: .book, head: HTTPHead(status: 400, headers: []), body: Array(body.utf8), redactor: redactor,
            now: Instant(seconds: 0))
        let error = failure.explained()
        return error.message + error.hint
    }

    @Test(arguments: ["hunter2", "a b", "pässwörd", "x"]) func aPasswordAmongTheFieldsIsNamedAndNotQuoted(
        password: String
    ) {
        let said = Self.said(
            #"{"message":"Invalid data received.","data":{"password":"\#(password) !","party_size":"missing"}}"#)
        #expect(said.contains("password refused"))
        #expect(!said.contains("\(password) !"))
        #expect(said.contains("party_size: missing"))
    }

    @Test func whatWasSentIsNotQuotedFromASentence() {
        let said = Self.said(
            #"{"message":"Unknown token book-token-of-mine for PLANTEDpassw0rd!"}"#,
            known: ["book-token-of-mine", "PLANTEDpassw0rd!"])
        #expect(said.contains("Unknown token"))
        #expect(!said.contains("book-token-of-mine") && !said.contains("PLANTEDpassw0rd"))
    }

    @Test func aTokenIsKnownByItsLooks() {
        let token = "eyJhbGciOiJFUzI1NiJ9.eyJleHAiOjE4MDAwMDAwMDB9.c2lnbmF0dXJlLXNpZ25hdHVyZQ"
        #expect(!Self.said(#"{"message":"bad \#(token)"}"#).contains("eyJhbGci"))
    }
}
