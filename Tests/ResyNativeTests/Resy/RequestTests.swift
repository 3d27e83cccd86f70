import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct RequestTests {
    private func text(_ request: HTTPRequest) -> String { String(decoding: request.body ?? [], as: UTF8.self) }
    private func header(_ name: String, _ request: HTTPRequest) -> [String] {
        request.headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    @Test func everyRequestLooksLikeTheSitesOwn() async throws {
        let desk = try Desk("find", "two-seatings")
        _ = try await desk.find()
        let request = try #require(desk.client.requests.first)
        #expect(request.method == .post)
        #expect(request.url == "https://api.resy.com/4/find")
        #expect(header("authorization", request) == ["ResyAPI api_key=\"key\""])
        #expect(header("x-resy-auth-token", request) == ["user-token"])
        #expect(header("x-resy-universal-auth", request) == ["user-token"])
        #expect(header("user-agent", request).first?.hasPrefix("Mozilla/5.0") == true)
        #expect(header("origin", request) == ["https://resy.com"])
        #expect(header("x-origin", request) == ["https://resy.com"])
        #expect(header("referer", request) == ["https://resy.com/"])
        #expect(header("content-type", request) == ["application/json"])
        #expect(
            try JSON(parsing: request.body ?? [])
                == ["lat": 0, "long": 0, "day": "2026-11-14", "party_size": 2, "venue_id": 99001])
        #expect(!request.mustNotRepeat)
    }

    @Test func withoutAnAccountNoTokenGoesOut() async throws {
        let desk = try Desk("find", "two-seatings")
        _ = try await desk.resy(Access(apiKey: "key")).find(venue: desk.venue, day: desk.day, party: 2)
        let request = try #require(desk.client.requests.first)
        #expect(request.headers.allSatisfy { !$0.name.lowercased().hasPrefix("x-resy") })
    }

    @Test func theOtherMethodIsTriedOnlyWhereTheFirstIsRefused() async throws {
        let details = String(decoding: try Fixture.bytes("details", "free"), as: UTF8.self)
        let desk = Desk(CannedClient(.text(405, "{}"), .text(200, details)))
        _ = try await desk.details()
        #expect(desk.client.requests.map(\.method) == [.post, .get])
        let url = try #require(desk.client.requests.last?.url)
        #expect(url.contains("19%3A30%3A00%2F2%2FDining%20Room"))
        #expect(url.hasPrefix("https://api.resy.com/3/details?commit=1&config_id=rgs%3A%2F%2F"))
        let blocked = Desk(CannedClient(.text(500, "Internal Server Error", type: "text/plain")))
        _ = await apiFailure { try await blocked.details() }
        #expect(blocked.client.requests.count == 1)
    }

    @Test func aBookingIsAFormSentOnce() async throws {
        let desk = try Desk("book", "created", status: 201)
        #expect(try await desk.book(card: 123).reservationID == 900_000_123)
        let request = try #require(desk.client.requests.first)
        #expect(request.method == .post && request.url == "https://api.resy.com/3/book" && request.mustNotRepeat)
        #expect(header("content-type", request) == ["application/x-www-form-urlencoded"])
        #expect(
            text(request) == "book_token=synthetic%7CAbC%2B%2F%3D&struct_payment_method=%7B%22id%22%3A123%7D"
                + "&source_id=resy.com-venue-details&venue_marketing_opt_in=0")
    }

    @Test func aCancellationIsAFormSentOnce() async throws {
        let desk = try Desk("cancel", "refunded")
        #expect(try await desk.resy.cancel(Secret("rr://a+b")).refund == true)
        let request = try #require(desk.client.requests.first)
        #expect(request.url == "https://api.resy.com/3/cancel" && request.mustNotRepeat)
        #expect(text(request) == "resy_token=rr%3A%2F%2Fa%2Bb")
    }

    @Test func aSignInIsAFormSentOnce() async throws {
        let desk = try Desk("signin", "plain")
        _ = try await desk.resy(Access(apiKey: "key")).authenticate(
            email: "a+b@x.com", password: Secret("p&q="))
        let request = try #require(desk.client.requests.first)
        #expect(text(request) == "email=a%2Bb%40x.com&password=p%26q%3D")
        #expect(request.url == "https://api.resy.com/3/auth/password")
        #expect(request.mustNotRepeat)
    }

    private static let passing: [CannedClient.Answer] = [
        .text(502, "<html>"), .text(503), .text(504), .fault(.connectionLost(sent: true)),
    ]

    @Test(arguments: passing.indices) func aReadIsRepeatedOnce(index: Int) async throws {
        let found = String(decoding: try Fixture.bytes("find", "two-seatings"), as: UTF8.self)
        let desk = Desk(CannedClient(Self.passing[index], .text(200, found)))
        #expect(try await desk.find().slots.count == 2)
        let again = Desk(CannedClient(Self.passing[index]))
        #expect(await apiFailure { try await again.find() } != nil)
        #expect(again.client.requests.count == 2)
    }

    @Test(arguments: passing.indices) func aCommitmentIsNeverRepeated(index: Int) async throws {
        let desk = Desk(CannedClient(Self.passing[index]))
        let failure = await apiFailure { try await desk.book() }
        #expect(failure?.provesNothingHappened == false)
        #expect(await apiFailure { try await desk.resy.cancel(Secret("x")) } == failure)
        #expect(desk.client.requests.count == 2)
    }

    @Test(arguments: [TransportError.timedOut(sent: true), .cannotConnect(host: "h"), .tls(host: "h", reason: "r")])
    func otherFaultsAreNotRepeated(fault: TransportError) async throws {
        let desk = Desk(CannedClient(.fault(fault)))
        #expect(await apiFailure { try await desk.find() } == .network(fault))
        #expect(desk.client.requests.count == 1)
    }

    @Test(arguments: ["id-as-text", "without-id"]) func aBookingIsReadHoweverLittleItSays(fixture: String) async throws
    {
        let booked = try await Desk("book", fixture, status: 200).book()
        #expect(booked.reservationID == (fixture == "id-as-text" ? 900_000_123 : nil))
        #expect(try await Desk(CannedClient(.text(201))).book().reservationID == nil)
    }

    @Test func noSecretIsInAnyURL() async throws {
        let desk = try Desk("book", "created", status: 201)
        _ = try await desk.book(card: 123)
        _ = try await desk.resy.cancel(Secret("rr://secret"))
        for request in desk.client.requests {
            for secret in ["user-token", "synthetic", "secret", "key"] { #expect(!request.url.contains(secret)) }
        }
    }
}
