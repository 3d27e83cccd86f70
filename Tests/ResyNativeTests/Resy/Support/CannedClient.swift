import Foundation
@testable import ResyDomain

@testable import ResyNative

/// Answers from a list, in odd pieces, and keeps what it was asked.
final class CannedClient: HTTPClient {
    enum Answer: Sendable {
        case body(Int, [UInt8], headers: [(name: String, value: String)])
        case fault(TransportError)

        static func text(_ status: Int, _ text: String = "", type: String = "application/json") -> Answer {
            .body(status, Array(text.utf8), headers: [("Content-Type", type)])
        }
    }

    private struct State {
        var answers: [Answer]
        var requests: [HTTPRequest] = []
    }

    private let state: Lock<State>

    init(_ answers: Answer...) { state = Lock(State(answers: answers)) }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    /// The last answer is given again and again.
    func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }
        switch answer {
        case .fault(let fault): throw fault
        case .body(let status, let bytes, let headers):
            let head = HTTPHead(status: status, headers: headers)
            sink.begin(head)
            var rest = bytes[...]
            var length = 1
            while !rest.isEmpty {
                guard sink.receive(Array(rest.prefix(length))) else { throw TransportError.refusedBySink }
                rest = rest.dropFirst(length)
                length = length % 37 + 6
            }
            return head
        }
    }
}

/// A recorded answer, named for the one fact it holds.
enum Fixture {
    static func bytes(_ endpoint: String, _ name: String) throws -> [UInt8] {
        let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures/\(endpoint)")
        guard let url else { throw CocoaError(.fileNoSuchFile) }
        return Array(try Data(contentsOf: url))
    }
}

/// The API before canned answers, at noon of 2026-11-10 in New York.
struct Desk: Sendable {
    let client: CannedClient
    let api: ResyAPI
    let context: CallContext
    let access = Access(apiKey: "key", token: Secret("user-token"))
    let venue = ResyDomain.Venue(id: 99001, name: "Example Trattoria")
    let day = CalendarDay(daysSince1970: Int(Stage.start / 86_400) + 4)

    private struct Unpaced: Pacing {
        func turn(_ turn: Turn, for purpose: Purpose, before deadline: Instant) async throws {}
    }

    init(_ client: CannedClient) {
        let clock = StageClock(start: Stage.start)
        self.client = client
        context = CallContext(deadline: clock.now.adding(50))
        api = ResyAPI(
            http: client, pacer: Unpaced(), clock: clock, baseURL: "https://api.resy.com",
            profile: HeaderProfile(webURL: "https://resy.com").headers)
    }

    init(_ endpoint: String, _ fixture: String, status: Int = 200) throws {
        self.init(CannedClient(.body(status, try Fixture.bytes(endpoint, fixture), headers: [])))
    }

    var resy: ResyCall { resy(access) }

    /// Of somebody else, or of nobody.
    func resy(_ access: Access) -> ResyCall { api.call(access, context) }

    func find() async throws -> Tables { try await resy.find(venue: venue, day: day, party: 2) }

    func details(_ listed: Charges = [], saysPaid: Bool = false, party: Int = 2) async throws -> SlotDetails {
        try await resy.details(
            slotToken: "rgs://resy/1/2/2/2026-11-14/2026-11-14/19:30:00/2/Dining Room", day: day, party: party,
            listed: ListedPrice(charges: listed, saysPaid: saysPaid, currency: "USD"))
    }

    func book(card: Int? = nil) async throws -> Booked {
        try await resy.book(Secret("synthetic|AbC+/="), cardID: card)
    }
}

/// The failure that a call ends with.
func apiFailure<R>(of work: () async throws -> R) async -> APIFailure? {
    do {
        _ = try await work()
        return nil
    } catch {
        return error as? APIFailure
    }
}
