import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct APIFailureTests {
    enum Body: String, Sendable { case json, captcha, payment, unauthorized, html, empty }

    private static let bodies: [Body: String] = [
        .json: #"{"status": 0, "message": "No."}"#, .captcha: #"{"message": "Captcha required"}"#,
        .payment: #"{"message": "This venue is not set up to accept payment methods."}"#,
        .unauthorized: #"{"message": "Unauthorized"}"#, .html: "<html>", .empty: "",
    ]

    @Test(arguments: [
        (419, Body.json, Endpoint.find, APIFailure.signedOut), (401, .html, .find, .signedOut),
        (419, .empty, .signIn, .wrongPassword), (401, .json, .signIn, .wrongPassword),
        (402, .json, .book, .payment(message: "No.")), (402, .empty, .book, .payment(message: nil)),
        (403, .html, .find, .blocked(status: 403)), (403, .empty, .signIn, .blocked(status: 403)),
        (403, .captcha, .details, .captcha), (403, .json, .details, .refused(status: 403, message: "No.")),
        (404, .json, .details, .gone(message: "No.")), (404, .html, .book, .gone(message: nil)),
        (404, .html, .details, .noSuchCall), (404, .empty, .details, .gone(message: nil)),
        (404, .json, .find, .refused(status: 404, message: "No.")),
        (404, .json, .cancel, .refused(status: 404, message: "No.")), (405, .json, .find, .noSuchCall),
        (412, .json, .book, .gone(message: "No.")), (412, .json, .cancel, .refused(status: 412, message: "No.")),
        (429, .json, .find, .rateLimited(retryAt: nil)), (500, .html, .find, .blocked(status: 500)),
        (500, .empty, .book, .blocked(status: 500)), (500, .json, .find, .server(status: 500)),
        (500, .unauthorized, .find, .signedOut), (500, .unauthorized, .signIn, .wrongPassword),
        (500, .unauthorized, .book, .server(status: 500)), (502, .html, .book, .server(status: 502)),
        (503, .json, .find, .server(status: 503)), (400, .json, .find, .refused(status: 400, message: "No.")),
        (400, .captcha, .details, .captcha), (409, .json, .user, .refused(status: 409, message: "No.")),
        (302, .empty, .book, .refused(status: 302, message: nil)),
    ])
    func aStatusMeansOneThing(status: Int, body: Body, endpoint: Endpoint, failure: APIFailure) {
        #expect(
            APIFailure(
                endpoint: endpoint, head: HTTPHead(status: status, headers: []),
                body: Array((Self.bodies[body] ?? "").utf8), now: Instant(seconds: 0)) == failure)
    }

    /// Resy's words are quoted, unless they say no more than that the table is taken.
    @Test(arguments: [
        ("You can no longer book at this restaurant.", Endpoint.book, false),
        ("Your account is no longer active", .book, false), ("Policy: party is not available", .book, false),
        ("Policy: party is not available", .details, false), ("This table is no longer available.", .book, true),
        ("Sorry, that time was just taken.", .book, true), ("The slot has already been booked", .details, true),
        ("Reservation not available", .book, true), ("Precondition Failed", .book, true),
    ])
    func takenIsWhatTheWordsSay(message: String, endpoint: Endpoint, isTaken: Bool) {
        let failure = APIFailure(
            endpoint: endpoint, head: HTTPHead(status: 412, headers: []),
            body: Array(#"{"message": "\#(message)"}"#.utf8), now: Instant(seconds: 0))
        #expect(failure == .gone(message: isTaken ? nil : message))
    }

    @Test(arguments: [
        ("This reservation can no longer be changed.", false), ("This reservation is not available.", false),
        ("That table was taken", true),
    ])
    func aRefusedChangeIsNoTakenTable(message: String, isTaken: Bool) {
        let failure = APIFailure(
            endpoint: .change, head: HTTPHead(status: 412, headers: []),
            body: Array(#"{"message": "\#(message)"}"#.utf8), now: Instant(seconds: 0))
        #expect(failure == (isTaken ? .gone(message: nil) : .refused(status: 412, message: message)))
    }

    @Test func aConflictNamesTheOther() {
        let body =
            #"{"status":412,"message":"x","specs":{"day":"2026-11-14","time_slot":"19:00:00","reservation_id":"7"},"venue":{"name":"A &amp; B"}}"#
        let failure = APIFailure(
            endpoint: .book, head: HTTPHead(status: 412, headers: []), body: Array(body.utf8), now: Instant(seconds: 0))
        guard case .conflict(let existing) = failure else { Issue.record("no conflict"); return }
        #expect(existing.spokenText == " (“A & B”, Sat Nov 14, 7:00 PM, RESY-7)")
    }

    @Test(arguments: [
        ("30", 130.0), ("0", 100), ("-5", nil), ("999999", 86_500), ("Thu, 01 Jan 1970 00:05:00 GMT", 300),
        ("soon", nil),
        ("Thu, 01 Jan 1970 00:00:05 GMT", nil),
    ])
    func retryAfterIsSecondsOrADate(header: String, moment: Double?) {
        #expect(RetryAfter.moment(header, now: Instant(seconds: 100))?.seconds == moment)
    }

    @Test(arguments: [
        (APIFailure.signedOut, true), (.gone(message: nil), true), (.payment(message: nil), true),
        (.rateLimited(retryAt: nil), true),
        (.refused(status: 400, message: nil), true), (.refused(status: 408, message: nil), false),
        (.refused(status: 302, message: nil), false), (.blocked(status: 403), false), (.server(status: 500), false),
        (.schema(path: "$"), false), (.network(.timedOut(sent: true)), false), (.network(.timedOut(sent: false)), true),
        (.network(.cannotConnect(host: "h")), true), (.network(.malformed("x")), false),
    ])
    func onlyAProofIsAProof(failure: APIFailure, proves: Bool) {
        #expect(failure.provesNothingHappened == proves)
    }

    @Test(arguments: [
        (APIFailure.signedOut, true), (.gone(message: nil), true), (.conflict(.init()), true),
        (.payment(message: nil), true),
        (.captcha, true), (.noSuchCall, true), (.refused(status: 400, message: nil), true),
        (.refused(status: 403, message: nil), true), (.refused(status: 408, message: nil), false),
        (.refused(status: 409, message: nil), false), (.refused(status: 422, message: nil), false),
        (.refused(status: 302, message: nil), false), (.rateLimited(retryAt: nil), false),
        (.blocked(status: 403), false), (.server(status: 503), false), (.schema(path: "$"), false),
        (.network(.timedOut(sent: true)), false), (.network(.timedOut(sent: false)), true),
    ])
    func onlyAKnownRefusalProvesThatNothingWasBooked(failure: APIFailure, proves: Bool) {
        #expect(failure.provesNothingWasBooked == proves)
    }

    @Test(arguments: [
        (APIFailure.signedOut, ResyError.Code.notSignedIn), (.wrongPassword, .signInFailed),
        (.blocked(status: 500), .blocked),
        (.captcha, .captcha), (.payment(message: "Card."), .paymentRequired), (.gone(message: nil), .slotGone),
        (.conflict(.init()), .conflict), (.rateLimited(retryAt: nil), .rateLimited),
        (.refused(status: 400, message: "No."), .resyError), (.noSuchCall, .schemaChanged),
        (.server(status: 500), .resyError), (.network(.timedOut(sent: true)), .network),
        (.schema(path: "$.a"), .schemaChanged),
    ])
    func wordsHaveACodeAndANextStep(failure: APIFailure, code: ResyError.Code) {
        let error = failure.explained(url: "https://resy.com/x")
        #expect(error.code == code)
        #expect(error.message.hasSuffix(".") && !error.message.contains(".."))
        #expect(!error.hint.isEmpty)
    }
}
