import CJansson
import ResyDomain
import ResyNative

/// An evening's answer into tables, as a call reads it, beside jansson's tree of the same bytes and nothing else.
enum Decoding {
    /// Some 100 KB.
    private static let tables = 92

    /// Answers at once, in the pieces that a connection brings.
    private struct Canned: HTTPClient {
        let pieces: [[UInt8]]

        func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
            let head = HTTPHead(status: 200, headers: [])
            sink.begin(head)
            for piece in pieces { _ = sink.receive(piece) }
            return head
        }
    }

    static func measure() async throws {
        let answer = SlotAnswer.make(tables)
        let pieces = stride(from: 0, to: answer.count, by: 16_384).map {
            Array(answer[$0..<min($0 + 16_384, answer.count)])
        }
        let resy = ResyAPI(
            http: Canned(pieces: pieces), pacer: NoPause(), clock: SystemClock(), baseURL: "https://127.0.0.1",
            profile: [])
        let call = resy.call(Access(apiKey: "none"), CallContext(deadline: SystemClock().now.adding(3600)))
        var venue = Venue(id: 99001, name: "Example Trattoria")
        venue.zone = Zone(named: "America/New_York")
        guard let day = CalendarDay(iso: "2036-11-14") else { return }
        var (ours, floor): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            var begin = ContinuousClock.now
            let tree = answer.withUnsafeBytes { bytes in
                json_loadb(bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, 0, nil)
            }
            floor.append((ContinuousClock.now - begin).milliseconds)
            resy_json_decref(tree)
            begin = ContinuousClock.now
            let found = try await call.find(venue: venue, day: day, party: 2)
            ours.append((ContinuousClock.now - begin).milliseconds)
            precondition(tree != nil && found.slots.count == tables, "both have read it")
        }
        print(#"{"floor":\#(floor.median),"ours":\#(ours.median),"kilobytes":\#(answer.count / 1000)}"#)
    }
}
