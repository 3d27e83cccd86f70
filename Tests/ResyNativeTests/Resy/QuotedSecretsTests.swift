import Testing
@testable import ResyDomain

@testable import ResyNative

/// A server may say back what it was sent; its words are quoted to people, and secrets in them are not.
struct QuotedSecretsTests {
    private static func said(_ body: String, status: Int = 400, known: [String] = []) -> String {
        let redactor = Redactor()
        for value in known { redactor.register(Secret(value)) }
        let failure = APIFailure(
            endpoint: .book, head: HTTPHead(status: status, headers: []), body: Array(body.utf8), redactor: redactor,
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

    /// A validator names by what was sent whatever it does not know.
    @Test func aFieldsNameIsQuotedNoSoonerThanItsReason() {
        let token = "eyJhbGciOiJFUzI1NiJ9.eyJleHAiOjE4MDAwMDAwMDB9.c2lnbmF0dXJlLXNpZ25hdHVyZQ"
        let said = Self.said(
            #"{"message":"m","data":{"PLANTEDpassw0rd!":"x","\#(token)":"y","a\u202eb\u001b[31m":"z"}}"#,
            known: ["PLANTEDpassw0rd!"])
        #expect(said.contains("m; ***: x; ***: y; ab: z"))
    }

    @Test func aFieldsNameHasALength() {
        let name = String(repeating: "name ", count: 100)
        #expect(Self.said(#"{"data":{"\#(name)":"reason"}}"#).contains("…: reason"))
    }

    static let unseen = [
        #"\u200b"#, #"\u202e"#, #"\u00ad"#, #"\udb40\udc41"#, #"\u034f"#, #"\u0000"#, #"\u001b[0m"#, "<b></b>",
    ]

    /// Cleaning puts together again what was parted by something that nobody sees.
    @Test(arguments: unseen) func aSecretIsKnownBehindWhatIsNotSeen(_ parting: String) {
        let parted = "PLANTED\(parting)passw0rd!"
        for body in [#"{"message":"\#(parted)"}"#, #"{"data":{"a":"\#(parted)"}}"#, #"{"data":{"\#(parted)":"a"}}"#] {
            let said = Self.said(body, known: ["PLANTEDpassw0rd!"])
            #expect(!said.contains("passw0rd"), "\(said)")
        }
    }

    @Test func aSecretIsKnownWhereTheTextIsCut() {
        let padding = String(repeating: "x ", count: 145)
        let said = Self.said(#"{"message":"\#(padding)PLANTED\u200bpassw0rd!"}"#, known: ["PLANTEDpassw0rd!"])
        #expect(!said.contains("PLANTED"), "\(said)")
    }

    @Test func anotherTablesNameIsQuotedAlike() {
        let said = Self.said(
            #"{"specs":{"reservation_id":7},"venue":{"name":"At PLANTED\u200bpassw0rd!"}}"#, status: 412,
            known: ["PLANTEDpassw0rd!"])
        #expect(said.contains("At ***") && said.contains("RESY-7"), "\(said)")
    }

    /// What cannot be read is named by its place, and the place by what the answer calls it.
    @Test func aPlaceInAnAnswerHidesWhatIsKnown() async {
        let answer = #"{"reservations":[],"venues":{"990017770001":{"location":{"time_zone":"Nowhere/Land"}}}}"#
        let desk = Desk(CannedClient(.text(200, answer)))
        desk.resy.redactor.register(Secret("990017770001"))
        let failure = await apiFailure { try await desk.resy.reservations() }
        #expect(failure == .schema(path: "$.venues.***.location.time_zone"))
    }
}
