import ResyDomain
import ResyNative

/// What it costs that an odd value in an answer costs nobody else's: a busy evening's tables, read by the strict parser
/// alone and by the reader that mends, in turns of one run.
@main struct JSONCost {
    private static let tables = 140
    private static let rounds = 400

    private struct Kind {
        let name: String
        let answer: [UInt8]
        let mends: Bool
        var times: [Double] = []
    }

    static func main() {
        let (sound, one, each) = (answer { _ in false }, answer { $0 == tables / 2 }, answer { _ in true })
        var kinds = [
            Kind(
                name: "find, \(tables) tables, \(sound.count / 1024) KB, by the strict parser", answer: sound,
                mends: false),
            Kind(name: "  the same by the reader that mends", answer: sound, mends: true),
            Kind(name: "  one text with half a character", answer: one, mends: true),
            Kind(name: "  one in each table", answer: each, mends: true),
        ]
        for _ in 0..<rounds {
            for index in kinds.indices { kinds[index].times.append(time(kinds[index])) }
        }
        let floor = median(kinds[0].times)
        for kind in kinds {
            let name = kind.name + String(repeating: " ", count: max(1, 58 - kind.name.count))
            print("\(name) \(hundredths(median(kind.times))) ms  \(hundredths(median(kind.times) / floor)) times")
        }
    }

    private static func time(_ kind: Kind) -> Double {
        let clock = ContinuousClock()
        let begin = clock.now
        let read = Lock(0)
        let stream = JSONStream(
            arrays: [
                .init(of: "$.results.venues[].slots[]") { (slot, _) throws(JSONError) in
                    _ = try slot["config"]["token"].string
                    read.withLock { $0 += 1 }
                }
            ], mends: kind.mends)
        stream.begin(HTTPHead(status: 200, headers: []))
        for start in stride(from: 0, to: kind.answer.count, by: 16_384) {
            _ = stream.receive(Array(kind.answer[start..<min(start + 16_384, kind.answer.count)]))
        }
        guard (try? stream.finish()) != nil, read.withLock({ $0 }) == tables else { preconditionFailure("it is read") }
        let elapsed = clock.now - begin
        return Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3
    }

    private static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

    private static func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }

    /// As Resy writes it, with all the fields that nobody reads.
    private static func answer(isOdd: (Int) -> Bool) -> [UInt8] {
        let slots = (0..<tables).map { number in
            let time = "\(17 + number / 40):\(10 + number % 4 * 15):00"
            return """
                {"availability":{"id":3},"config":{"id":\(31_000_000 + number),"type":"Dining Room","is_visible":false,
                "token":"rgs://resy/99001/2750001/2/2026-11-14/2026-11-14/\(time)/2/Dining Room"},"market":{"date":{"booking":null}},
                "date":{"start":"2026-11-14 \(time)","end":"2026-11-14 23:00:00"},"diet":null,"display_config":{"color":{"background":"2E6D81",
                "font":"2E6D81"}},"exclusive":{"id":0,"is_eligible":true},"floorplan_id":null,"gda":{"id":null},"id":null,
                "is_global_dining_access":false,"level":{"max":{"value":99},"min":{"value":1}},"lock":null,"meta":{"size":{"assumed":2},
                "type":{"id":2}},"note":"\(isOdd(number) ? "\\ud83c" : "ok")","payment":{"cancellation_fee":null,"deposit_fee":null,
                "is_paid":false,"payment_structure":1,"secs_cancel_cut_off":86400,"secs_change_cut_off":86400,"service_charge":"0.00",
                "service_charge_options":[],"time_cancel_cut_off":null,"venue_share":null},"pos":{},"pacing":{"beyond":false},
                "quantity":\(number % 5),"score":{"total":4.375},"shift":{"day":"2026-11-14","id":4770001,"service":{"type":{"id":2}}},
                "size":{"max":4,"min":2},"status":{"id":1},"table":{"id":[\(number),\(number + 1)]},"template":{"id":2750001},"time":{"turn":{
                "actual":3,"estimated":0}}}
                """
        }
        return Array(
            #"{"query":{},"results":{"venues":[{"venue":{"id":{"resy":99001},"name":"Example Trattoria"},"slots":[\#(slots.joined(separator: ","))]}]}}"#
                .utf8)
    }
}
