@testable import ResyDomain
@testable import ResyNative

/// Bodies of answers, each through the whole of `ResyCall`: stream, splitter, decoder, failure.
enum AnswerTargets {
    static let all: [Target] = [
        target("find") { try await !$0.find(venue: venue, day: day, party: 2).slots.isEmpty },
        target("details") {
            _ = try await $0.details(slotToken: "t", day: day, party: 2, listed: ListedPrice())
            return true
        },
        target("book") { try await $0.book(Secret("token"), cardID: 1).reservationID != nil },
        target("cancel") { try await $0.cancel(Secret("token")).refund != nil },
        target("reservations") { try await !$0.reservations().rows.isEmpty },
        target("venue") {
            _ = try await $0.venue(slug: "a", citySlug: "b")
            return true
        },
        target("search") { try await !$0.searchVenues("Example Trattoria").isEmpty },
        target("calendar") {
            try await !$0.calendar(venue: 1, party: 2, from: day, to: day.adding(days: 30)).days
                .isEmpty
        },
        target("config") { try await $0.leadDays(venue: 1) != nil },
        target("user") {
            _ = try await $0.user()
            return true
        },
        target("signin") {
            _ = try await $0.authenticate(email: "a@b.c", password: Secret("p"))
            return true
        },
        Target(name: "places") { bytes in
            let places = PlacesAPI(
                http: Canned(bytes), store: Store(home: Home("/dev/null/none")), clock: Noon(),
                baseURL: "https://places.googleapis.com", key: Secret("k"))
            let found = OwnThread.result {
                try await places.search("Example Trattoria", location: nil, before: context.deadline)
            }
            return found?.isEmpty == false
        },
    ]

    static let day = CalendarDay(daysSince1970: 20_771)
    private static let venue = Venue(id: 99001, name: "Example Trattoria")
    private static let access = Access(apiKey: "key", token: Secret("user-token"))
    private static let context = CallContext(deadline: Noon().now.adding(50))

    /// `asks` answers whether it was told anything: an answer that may lack everything counts for nothing.
    private static func target(_ name: String, _ asks: @escaping @Sendable (ResyCall) async throws -> Bool) -> Target {
        Target(name: name) { bytes in
            // Each eighth comes with an error's status: those have a reader of their own.
            let status = bytes.count % 8 == 7 ? [400, 403, 412, 419, 429, 500][bytes.count / 8 % 6] : 200
            let api = ResyAPI(
                http: Canned(bytes, status: status), pacer: Unpaced(), clock: Noon(), baseURL: "https://api.resy.com",
                profile: [])
            return OwnThread.result { try await asks(api.call(access, context)) } ?? false
        }
    }

    private struct Unpaced: Pacing {
        func turn(_ turn: Turn, for purpose: Purpose, before deadline: Instant) async throws {}
    }
}

/// One answer for every request, in two pieces.
struct Canned: HTTPClient {
    let status: Int
    let bytes: [UInt8]

    init(_ bytes: [UInt8], status: Int = 200) {
        self.bytes = bytes
        self.status = status
    }

    func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
        let head = HTTPHead(status: status, headers: [("Retry-After", "30")])
        sink.begin(head)
        for piece in [bytes.prefix(bytes.count / 3), bytes.dropFirst(bytes.count / 3)] where !piece.isEmpty {
            guard sink.receive(Array(piece)) else { throw TransportError.refusedBySink }
        }
        return head
    }
}

/// It is always noon of 2026-11-10 in New York.
struct Noon: WallClock {
    var now: Instant { Instant(seconds: 1_794_330_000) }
    func sleep(seconds: Double) async throws {}
}
