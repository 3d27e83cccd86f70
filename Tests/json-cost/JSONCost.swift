import ResyDomain
import ResyNative

/// What reading answers costs. Without a word: that an odd value costs nobody else's, a busy evening's tables read by the
/// strict parser alone and by the reader that mends, in turns of one run. For the table of `scripts/bench`, each as a line of
/// JSON: `decode`, `cities`, `finds URL CACERT VENUE DAY`.
@main struct JSONCost {
    static func main() async throws {
        let words = CommandLine.arguments.dropFirst()
        switch words.first {
        case nil: OddValues.measure()
        case "decode": try await Decoding.measure()
        case "cities": try CityList.measure()
        case "finds": try await ManyFinds.measure(Array(words.dropFirst()))
        default: print("json-cost [decode | cities | finds URL CACERT VENUE DAY]")
        }
    }
}

enum OddValues {
    private static let tables = 140
    private static let rounds = 400

    private struct Kind {
        let name: String
        let answer: [UInt8]
        let mends: Bool
        var times: [Double] = []
    }

    static func measure() {
        let (sound, one, each) = (
            SlotAnswer.make(tables), SlotAnswer.make(tables) { $0 == tables / 2 },
            SlotAnswer.make(tables) { _ in true }
        )
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
        let floor = kinds[0].times.median
        for kind in kinds {
            let name = kind.name + String(repeating: " ", count: max(1, 58 - kind.name.count))
            print("\(name) \(hundredths(kind.times.median)) ms  \(hundredths(kind.times.median / floor)) times")
        }
    }

    private static func time(_ kind: Kind) -> Double {
        let begin = ContinuousClock.now
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
        return (ContinuousClock.now - begin).milliseconds
    }

    private static func hundredths(_ value: Double) -> String {
        let whole = Int((value * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}
