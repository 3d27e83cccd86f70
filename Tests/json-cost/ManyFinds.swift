import ResyDomain
import ResyNative

/// Many evenings at once on one connection, read into tables as they come, beside the same with their bodies thrown away.
enum ManyFinds {
    private static let finds = 30

    private final class Nowhere: BodySink {
        let bytes = Lock(0)

        func begin(_ head: HTTPHead) {}

        func receive(_ chunk: [UInt8]) -> Bool {
            bytes.withLock { $0 += chunk.count }
            return true
        }
    }

    /// Lets what is sent pass and throws away what comes.
    private struct Deaf: HTTPClient {
        let engine: CurlEngine
        let bytes: Lock<Int>

        func perform(_ request: HTTPRequest, into sink: any BodySink) async throws -> HTTPHead {
            let nowhere = Nowhere()
            let head = try await engine.perform(request, into: nowhere)
            bytes.withLock { $0 = nowhere.bytes.withLock { $0 } }
            return head
        }
    }

    static func measure(_ words: [String]) async throws {
        guard words.count == 4, let number = Int(words[2]), let day = CalendarDay(iso: words[3]) else { return }
        var options = CurlEngine.Options()
        options.caBundle = words[1]
        let engine = CurlEngine(options)
        let bytes = Lock(0)
        func call(_ http: any HTTPClient, within seconds: Double) -> ResyCall {
            ResyAPI(
                http: http, pacer: NoPause(), clock: SystemClock(), baseURL: words[0], profile: HeaderProfile().headers
            ).call(
                Access(apiKey: "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5"),
                CallContext(deadline: SystemClock().now.adding(seconds)))
        }
        var venue = Venue(id: number, name: "Large Trattoria")
        venue.zone = Zone(named: "America/New_York")
        let asked = venue
        var (ours, floor): ([Double], [Double]) = ([], [])
        var lost: [String: Int] = [:]
        // The connection that all of them share.
        _ = try await call(engine, within: 30).find(venue: asked, day: day, party: 2)
        for round in 0..<rounds + 2 {
            let (reading, deaf) = (call(engine, within: 10), call(Deaf(engine: engine, bytes: bytes), within: 10))
            var begin = ContinuousClock.now
            await withTaskGroup { group in
                for _ in 0..<finds { group.addTask { _ = try? await deaf.find(venue: asked, day: day, party: 2) } }
            }
            let least = (ContinuousClock.now - begin).milliseconds
            begin = ContinuousClock.now
            let failures = await withTaskGroup(of: String?.self) { group in
                for _ in 0..<finds {
                    group.addTask {
                        do {
                            let found = try await reading.find(venue: asked, day: day, party: 2)
                            return found.slots.isEmpty ? "no tables" : nil
                        } catch { return "\(error)" }
                    }
                }
                return await group.reduce(into: [String]()) { failures, failure in
                    if let failure { failures.append(failure) }
                }
            }
            let took = (ContinuousClock.now - begin).milliseconds
            for failure in failures { lost[failure, default: 0] += 1 }
            if round > 1 {
                floor.append(least)
                ours.append(took)
            }
        }
        engine.stop()
        let answer: JSON = [
            "floor": .number(floor.median), "ours": .number(ours.median),
            "kilobytes": .integer(bytes.withLock { $0 } / 1000),
            "lost": .object(lost.map { ($0.key, JSON.integer($0.value)) }),
        ]
        print(answer.compact)
    }
}
