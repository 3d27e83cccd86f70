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
        #"{"hits":["a":1]}"#, #"{"hits":[{"a":1,"a":2}]}"#, #"{"hits":[1],"hits":[2]}"#, #"{"hits":[1]}}"#,
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

    @Test func refusesInvalidUTF8InAnElement() {
        let stream = stream("$[]", Log())
        stream.begin(HTTPHead(status: 200, headers: []))
        #expect(!stream.receive([0x5B, 0x22, 0xC3, 0x22, 0x5D]))
        #expect(throws: JSONError.syntax(reason: "not UTF-8", offset: 2)) { try stream.finish() }
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
