@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct JSONStreamTests {
    private static let find = """
        {"results":{"meta":{"n":2},"venues":[
          {"venue":{"name":"Caf\\u00e9 [1]"},"slots":[{"config":{"token":"é,]}"}},{"config":{"token":"b"}}]},
          {"venue":{"name":"B"},"slots":[]},{"r\\u0065st":1,"sl\\u006fts":[{"config":{}}]}]}}
        """

    private final class Log: Sendable {
        let lines = Lock<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private func stream(_ path: String, _ log: Log, limits: JSONLimits = JSONLimits()) -> JSONStream {
        JSONStream(
            limits: limits,
            arrays: [
                .init(of: path) { (element, _) throws(JSONError) in log.add("\(element.path) \(element.compact)") }
            ])
    }

    private func feed(_ text: String, to stream: JSONStream, size: Int) {
        let bytes = Array(text.utf8)
        stream.begin(HTTPHead(status: 200, headers: []))
        for start in stride(from: 0, to: bytes.count, by: size) {
            guard stream.receive(Array(bytes[start..<min(start + size, bytes.count)])) else { return }
        }
    }

    @Test func handsOutElementsAndKeepsTheRestWhateverTheChunks() throws {
        for size in 1...JSONStreamTests.find.utf8.count {
            let log = Log()
            let stream = stream("$.results.venues[].slots[]", log)
            feed(JSONStreamTests.find, to: stream, size: size)
            let rest = try stream.finish()
            #expect(
                log.lines.withLock { $0 } == [
                    #"$.results.venues[0].slots[0] {"config":{"token":"é,]}"}}"#,
                    #"$.results.venues[0].slots[1] {"config":{"token":"b"}}"#,
                    #"$.results.venues[2].slots[0] {"config":{}}"#,
                ])
            #expect(try rest["results"]["venues"].items[0]["venue"]["name"].string == "Café [1]")
            #expect(try rest["results"]["venues"].items[0]["slots"] == [])
        }
    }

    /// Elements are read where they lie, or piece by piece: both count the same and refuse the same.
    @Test(arguments: [1, 7, 100, 4096])
    func limitsHoldWhateverTheChunks(size: Int) {
        let text = #"{"hits":[\#(Array(repeating: #"{"a":[1,2,{"b":"c"}]}"#, count: 20).joined(separator: ","))]}"#
        // 20 elements of 6 values each, the list and the whole.
        for (limits, isRead) in [
            (JSONLimits(values: 122), true), (JSONLimits(values: 121), false), (JSONLimits(valuesPerTree: 6), true),
            (JSONLimits(valuesPerTree: 5), false), (JSONLimits(bytes: text.utf8.count), true),
            (JSONLimits(bytes: text.utf8.count - 1), false),
        ] {
            let log = Log()
            let stream = stream("$.hits[]", log, limits: limits)
            feed(text, to: stream, size: size)
            #expect(((try? stream.finish()) != nil) == isRead, "\(limits), chunks of \(size)")
            if isRead { #expect(log.lines.withLock { $0.count } == 20) }
        }
    }

    @Test(arguments: [1, 3, 64, 1000])
    func readsNoMoreThanIsWanted(size: Int) throws {
        let found = Lock<[String]>([])
        let stream = JSONStream(
            arrays: [
                .init(of: "$[]", rows: JSONMembers("id", "at.lat")) { (row, _) throws(JSONError) in
                    let place = try row.member(0)?.text ?? "-"
                    let latitude = try row.member(1)?.number ?? 0
                    found.withLock { $0.append("\(row.path(of: 1)) \(place) \(latitude)") }
                }
            ])
        feed(
            #"[{"shape":"{\"a\":[1]}","id":1,"at":{"lat":40.5,"x":1e400}},{"id":"b\u00e9","at":{"lat":1}}]"#,
            to: stream, size: size)
        #expect(try stream.finish() == [])
        #expect(found.withLock { $0 } == ["$[0].at.lat 1 40.5", "$[1].at.lat bé 1.0"])
    }

    @Test func anElementComesWithItsLastByte() {
        let log = Log()
        let stream = stream("$.hits[]", log)
        stream.begin(HTTPHead(status: 200, headers: []))
        _ = stream.receive(Array(#"{"hits":[{"a":1}"#.utf8))
        #expect(log.lines.withLock { $0.count } == 0)
        _ = stream.receive(Array(",".utf8))
        #expect(log.lines.withLock { $0.count } == 1)
    }

    @Test func aHandlersErrorNamesTheWholePathAndEndsTheTransfer() {
        let stream = JSONStream(arrays: [
            .init(of: "$.results.venues[].slots[]") { (slot, _) throws(JSONError) in
                _ = try slot["config"]["token"].string
            }
        ])
        stream.begin(HTTPHead(status: 200, headers: []))
        #expect(!stream.receive(Array(JSONStreamTests.find.utf8)))
        #expect(throws: JSONError.missing(path: "$.results.venues[2].slots[0].config.token")) { try stream.finish() }
    }

    @Test(arguments: [
        #"{"hits":[1,2"#, #"{"hits":[1,2]"#, #"{"hits":[1,2}"#, #"{"hits":[1 2]}"#, #"{"hits":[1,]}"#,
        #"{"hits":["a":1]}"#, #"{"hits":[1],"hits":[2]}"#, #"{"hits":[1]}}"#,
        #"{"hits":[1]} {"hits":[2]}"#, #"{"hits":[nul]}"#, #"{"hits" [1]}"#, #"{"hits":[1"x"]}"#, #"{"hits":[:1]}"#,
        #"{"hits":["\q"]}"#, #"{"hits":["\u00"]}"#, #"{[1]:2}"#, "", "{",
    ])
    func refusesWhateverTheChunks(_ text: String) {
        for size in 1...max(1, text.utf8.count) {
            let stream = stream("$.hits[]", Log())
            feed(text, to: stream, size: size)
            #expect(throws: JSONError.self) { try stream.finish() }
        }
    }

    /// Whatever border of two chunks cuts the escape or the bytes in two.
    @Test(arguments: [
        ("a\\ud83cb", "a\u{FFFD}b"), ("\\ud83c\\udf82", "\u{1F382}"), ("\\udf82\\ud83c", "\u{FFFD}\u{FFFD}"),
        ("\\u0000", "\0"),
    ])
    func mendsTextsAcrossChunks(_ text: String, _ mended: String) throws {
        let body = #"{"hits":[{"n":"\#(text)"},{"n":"b"}],"rest":"\#(text)"}"#
        for size in 1...body.utf8.count {
            let log = Lock<[String]>([])
            let stream = JSONStream(arrays: [
                .init(of: "$.hits[]") { (hit, _) throws(JSONError) in
                    let words = try hit["n"].words
                    log.withLock { $0.append(words) }
                }
            ])
            feed(body, to: stream, size: size)
            #expect(try stream.finish()["rest"].words == mended)
            #expect(log.withLock { $0 } == [mended, "b"])
        }
    }

    @Test func mendsBytesThatAreNoUTF8AcrossChunks() throws {
        let body = Array(#"{"n":"Caf"#.utf8) + [0xE9] + Array(#" ok","m":"#.utf8) + [0x22, 0xF0, 0x9F, 0x22, 0x7D]
        for size in 1...body.count {
            let stream = JSONStream()
            stream.begin(HTTPHead(status: 200, headers: []))
            for start in stride(from: 0, to: body.count, by: size) {
                #expect(stream.receive(Array(body[start..<min(start + size, body.count)])))
            }
            let rest = try stream.finish()
            #expect(try rest["n"].words == "Caf\u{FFFD} ok")
            #expect(throws: JSONError.self) { try rest["m"].string }
        }
    }

    /// Rows of the first are gone when the second one comes.
    @Test(arguments: [
        (#"{"hits":[1],"hits":[1]}"#, "$.hits[]", "$.hits"), (#"{"a":{"hits":[]},"a":{}}"#, "$.a.hits[]", "$.a"),
        (#"{"a":[{"b":[1],"\u0062":[2]}]}"#, "$.a[].b[]", "$.a[].b"),
        (#"{"hits":null,"hits":[1]}"#, "$.hits[]", "$.hits"),
    ])
    func aListThatIsThereTwiceIsNone(_ text: String, _ array: String, _ path: String) {
        for size in 1...text.utf8.count {
            let stream = stream(array, Log())
            feed(text, to: stream, size: size)
            #expect(throws: JSONError.wrongKind(path: path, wanted: "one value, not two")) { try stream.finish() }
        }
    }

    @Test func whatIsTooDeepIsLeftOutWhateverTheChunks() throws {
        let deep = String(repeating: #"{"x":["}]\"","#, count: 50) + "1" + String(repeating: "]}", count: 50)
        let text = #"{"hits":[{"n":1,"d":\#(deep)},{"n":2}],"d":\#(deep),"e":3}"#
        for size in [1, 2, 3, 7, 64, text.utf8.count] {
            let log = Log()
            let stream = stream("$.hits[]", log)
            feed(text, to: stream, size: size)
            let rest = try stream.finish()
            #expect(try rest["e"].integer == 3)
            #expect(try rest["d"].kind == .object)
            #expect(log.lines.withLock { $0.count } == 2)
        }
    }

    @Test func aLimitOnATreeCountsEachElementAlone() throws {
        let limits = JSONLimits(valuesPerTree: 3)
        let log = Log()
        let good = stream("$[]", log, limits: limits)
        feed("[[1,2],[3,4],[5,6]]", to: good, size: 4)
        #expect(try good.finish() == [])
        #expect(log.lines.withLock { $0.count } == 3)
        let bad = stream("$[]", log, limits: limits)
        feed("[[1,2,3]]", to: bad, size: 4)
        #expect(throws: JSONError.tooLarge(reason: "more than 3 values in one piece of JSON")) { try bad.finish() }
    }

    @Test func anErrorAnswerIsKeptRawAndCut() {
        let stream = stream("$[]", Log())
        stream.begin(HTTPHead(status: 502, headers: []))
        for _ in 0..<10 { #expect(stream.receive(Array(repeating: 0x3C, count: 10_000))) }
        #expect(stream.errorBody.count == 64 << 10)
        #expect(stream.head?.status == 502)
    }

    @Test func aHostileTextStopsEarly() {
        let stream = stream("$.hits[]", Log(), limits: JSONLimits(valuesPerTree: 1000))
        stream.begin(HTTPHead(status: 200, headers: []))
        #expect(!stream.receive(Array(("{\"x\":[" + String(repeating: "{},", count: 2000)).utf8)))
        #expect(!stream.receive([0x5D]))
    }
}
