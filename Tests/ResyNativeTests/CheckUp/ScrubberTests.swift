@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct ScrubberTests {
    private static let jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
    private static let slot = "rgs://resy/1/2/2/2026-11-14/2026-11-14/19:30:00/2/Chef's Counter / Bar"

    @Test(arguments: [
        (#"{"note": "ask ann@example.org now"}"#, #"{"note":"ask person@example.com now"}"#),
        (#"{"phone_number": "+1 212 555 0199"}"#, #"{"phone_number":"+12125550100"}"#),
        (#"{"body": "Call (212) 555-0199 today"}"#, #"{"body":"Call +12125550100 today"}"#),
        (
            #"{"user": {"first_name": "Ann", "id": 5, "is_vip": true}}"#,
            #"{"user":{"first_name":"scrubbed-1","id":0,"is_vip":true}}"#
        ),
        (
            #"{"legacy_token": "abc", "b": [{"token": "abc"}, {"token": "def"}]}"#,
            #"{"legacy_token":"scrubbed-1","b":[{"token":"scrubbed-1"},{"token":"scrubbed-2"}]}"#
        ),
        (#"{"x": "\#(jwt)"}"#, #"{"x":"scrubbed-1"}"#),
        (#"{"url": "https://example.com/a?token=1"}"#, #"{"url":"https://example.com/a"}"#),
        // What the decoders and a reader of the fixture need stays.
        (
            #"{"date": "2026-11-14 19:30:00", "day": "2026-11-14", "name": "Joe's 24", "id": 99001}"#,
            #"{"date":"2026-11-14 19:30:00","day":"2026-11-14","name":"Joe's 24","id":99001}"#
        ),
        (
            #"{"token": null, "feature_recaptcha": false, "code": "USD"}"#,
            #"{"token":null,"feature_recaptcha":false,"code":"USD"}"#
        ),
    ])
    func whatIsSomebodysGoes(before: String, after: String) throws {
        var scrubber = Scrubber()
        #expect(scrubber.scrub(try JSON(parsing: Array(before.utf8))).compact == after)
    }

    @Test func aTokenIsTheSameInEveryAnswer() throws {
        var scrubber = Scrubber()
        let answers = try [#"{"token": "one"}"#, #"{"token": "two"}"#, #"{"book_token": {"value": "one"}}"#].map {
            scrubber.scrub(try JSON(parsing: Array($0.utf8))).compact
        }
        #expect(
            answers == [
                #"{"token":"scrubbed-1"}"#, #"{"token":"scrubbed-2"}"#, #"{"book_token":{"value":"scrubbed-1"}}"#,
            ])
    }

    @Test func aSlotsTokenStaysOne() throws {
        var scrubber = Scrubber()
        let answer = scrubber.scrub(["token": .string(Self.slot)])
        #expect(try answer["token"].string == Self.slot)
    }
}
