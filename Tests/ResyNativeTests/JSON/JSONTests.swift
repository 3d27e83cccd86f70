@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct JSONTests {
    @Test func writesWhatItRead() throws {
        let text = #"{"b":1,"a":[true,null,"é",2.5]}"#
        #expect(try JSON(parsing: Array(text.utf8)).compact == text)
    }

    @Test func aChildOutlivesItsDocument() throws {
        let child = try JSON(parsing: Array(#"{"a":{"b":"c"}}"#.utf8))["a"]
        #expect(try child["b"].string == "c")
    }

    @Test func errorsNameTheWholePath() throws {
        let json = try JSON(parsing: Array(#"{"a":[{"b":{}}]}"#.utf8))
        #expect(throws: JSONError.missing(path: "$.a[0].b.c")) { try json["a"].items[0]["b"]["c"] }
        #expect(throws: JSONError.wrongKind(path: "$.a[0].b", wanted: "a string")) {
            try json["a"].items[0]["b"].string
        }
    }

    @Test func aKeyWithANulIsAnotherKey() {
        let json = JSON.object([("a\0b", 1)])
        #expect(json.member("a") == nil)
        #expect(json.member("a\0b") == 1)
        #expect(json.members.map(\.key) == ["a\0b"])
    }

    @Test func settingLeavesTheOriginalAlone() {
        let json: JSON = ["a": 1, "b": 2]
        #expect(json.setting("a", to: 3) == ["a": 3, "b": 2])
        #expect(json.setting("a", to: 3).compact == #"{"a":3,"b":2}"#)
        #expect(json == ["a": 1, "b": 2])
    }

    @Test(arguments: ["0x10", "inf", "nan", "", " 1", "1,5"])
    func aStringThatIsNoDecimalIsNoNumber(_ text: String) {
        #expect(throws: JSONError.wrongKind(path: "$", wanted: "a number")) { try JSON.string(text).number }
        #expect(throws: JSONError.wrongKind(path: "$", wanted: "an integer")) { try JSON.string(text).integer }
    }

    @Test func readsChunksOfAnySize() throws {
        let text = Array(#"{"name":"Café \u00e9\ud83d\ude00","list":[1,-2.5e3,"x\"y"],"n":null}"#.utf8)
        let whole = try JSON(parsing: text)
        for size in 1...text.count {
            let chunks = stride(from: 0, to: text.count, by: size).map { Array(text[$0..<min($0 + size, text.count)]) }
            #expect(try JSON(chunks: chunks) == whole)
        }
    }

    @Test func aStringLongerThanTheParsersBufferStaysWhole() throws {
        let long = String(repeating: "é", count: 5000)
        let bytes = Array("[\"\(long)\"]".utf8)
        #expect(try JSON(chunks: [Array(bytes[..<3001]), Array(bytes[3001...])]).items[0].string == long)
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let reason: String

        init(_ text: String, _ reason: String) {
            self.init(text, bytes: Array(text.utf8), reason)
        }

        init(_ name: String, bytes: [UInt8], _ reason: String) {
            testDescription = name
            self.bytes = bytes
            self.reason = reason
        }
    }

    @Test(arguments: [
        Refused("", "it ends too early"),
        Refused("  ", "it ends too early"),
        Refused("{\"a\":1", "it ends too early"),
        Refused("{\"a\":\"b", "it ends too early"),
        Refused("[1] [2]", "something follows its end"),
        Refused("[1]x", "something follows its end"),
        Refused("[1}", "brackets that do not match"),
        Refused("<html>", "not JSON"),
        Refused("no UTF-8 outside texts", bytes: [UInt8(ascii: "["), 0xE9, UInt8(ascii: "]")], "not JSON"),
        Refused(#"{"a":"\ud83c"#, "it ends too early"),
        Refused(#"{"a":"\ud83c""#, "it ends too early"),
        Refused(#"["\ud83c"}"#, "brackets that do not match"),
        Refused(#"["\ud83c" 1]"#, "not JSON"),
        Refused(#"["\ud83c\q"]"#, "not JSON"),
        Refused(#"["\ud83c", 01]"#, "not JSON"),
        Refused(#"{"a":1e400,}"#, "not JSON"),
        Refused(#"[1e999.5]"#, "not JSON"),
        Refused(#"[-]"#, "not JSON"),
        Refused(#"{"a":1,"a":2} x"#, "something follows its end"),
        Refused("half a byte order mark", bytes: [0xEF, 0xBB] + Array("[]".utf8), "not UTF-8"),
        Refused("a raw NUL", bytes: [UInt8(ascii: "["), 0, UInt8(ascii: "]")], "not JSON"),
    ])
    func refuses(_ example: Refused) {
        let error = #expect(throws: JSONError.self) { try JSON(parsing: example.bytes) }
        guard case .syntax(let reason, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason == example.reason)
    }

    @Test func skipsAByteOrderMark() throws {
        #expect(try JSON(chunks: [[0xEF], [0xBB, 0xBF, 0x5B], [0x5D]]) == [])
    }

    @Test(arguments: [
        (JSONLimits(bytes: 4), "[1,2]"), (JSONLimits(values: 2), "[1,2]"), (JSONLimits(valuesPerTree: 2), "[1,2]"),
    ])
    func refusesMoreThanTheLimits(_ limits: JSONLimits, _ text: String) throws {
        #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8), limits: limits) }
        #expect(throws: Never.self) { try JSON(parsing: Array("[1]".utf8), limits: limits) }
    }
}
