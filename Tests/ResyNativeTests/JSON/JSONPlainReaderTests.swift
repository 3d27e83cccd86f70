@testable import ResyDomain
import Testing

@testable import ResyNative

/// What it reads is what jansson reads, to the last bit; the rest it leaves alone.
@Suite struct JSONPlainReaderTests {
    private func plain(_ text: [UInt8]) -> JSON? { JSONPlainReader.read(text[...], at: .document) }

    private func jansson(_ text: [UInt8]) -> JSON? { try? JSON(strictly: [text[...]], at: .document, offset: 0) }

    @Test(arguments: [
        "0", "-0", "7", "-1", "12", "123456789012345", "-999999999999999", "0.5", "-0.0", "4.375", "0.1", "0.3",
        "12.345678901234", "99999999999999.9", "0.00000000000001", "1.0", " 1 ", "true", "false", "null", "\"\"",
        "\"a\"",
        "\"é’🎂\"", "{}", "[]", "[ ]", "{ }", "[1,[2,{\"a\":[]}]]", "{\"b\":1,\"a\":{\"é\":null}}",
        "\t{\n\"a\" : 1 ,\r\"b\":[ 1 , 2 ] }\n",
        #""a\n\t\"\\\/\b\f\r z""#, #""\u00e9\u4E2d\ud83c\udf70 and more""#, #"["\/","é\/"]"#,
    ])
    func readsThePlain(_ text: String) throws {
        let read = try #require(plain(Array(text.utf8)))
        #expect(read.compactBytes == jansson(Array(text.utf8))?.compactBytes)
    }

    /// As places, scores and prices come: with every digit that a `Double` has, or with an exponent.
    @Test(arguments: [
        "40.727399999999996", "-73.99940000000001", "4.7999999999999998", "1e3", "1E3", "1.5e3", "-2.5E-3", "1e+2",
        "0e0",
        "-0e0", "1e-400", "123456789012345678", "-123456789012345678", "1234567890123456", "1.234567890123456",
        "123456789012345678.5", "0.1000000000000000055511151231257827", "1.7976931348623157e308", "5e-324",
    ])
    func readsNumbersToTheLastBit(_ text: String) throws {
        let (mine, other) = (try #require(plain(Array(text.utf8))), try #require(jansson(Array(text.utf8))))
        #expect(mine.kind == other.kind)
        #expect(try mine.number.bitPattern == other.number.bitPattern)
        #expect(try mine.text == other.text)
    }

    @Test func readsWhateverADoubleIsWrittenAs() throws {
        var generator = SplitMix(state: 40_727)
        for _ in 0..<20_000 {
            let value = Double(bitPattern: generator.next())
            guard value.isFinite else { continue }
            let text = value.description
            #expect(try plain(Array(text.utf8))?.number.bitPattern == value.bitPattern, "\(text)")
        }
    }

    @Test(arguments: [
        "", " ", "-", "01", "-01", "1.", ".5", "+1", "1e", "1e+", "1.e3", "1.5e3.", "1e999", "-1e999",
        "1234567890123456789", "9223372036854775808", "0." + String(repeating: "3", count: 60), "tru", "truee", "nul",
        "True", "\"a", "\"\t\"", "\"\0\"",
        #""\ud83c 12345678""#, #""\ud83c\ud83c 1234""#, #""\udf70 12345678""#, #""\u0000 12345678""#, #""\x 12345678""#,
        #""\u12g4 12345678""#, #"{"a\n 12345678":1}"#,
        "[1,]", "[,1]", "[1 2]",
        "[1", "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":1}",
        "{\"a\":[1,{\"b\":1,\"b\":2}]}", "[1]]", "[1}",
        "1 1", "\u{FEFF}1", String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
    ])
    func leavesTheRest(_ text: String) {
        #expect(plain(Array(text.utf8)) == nil)
    }

    @Test(
        arguments: [[0x22, 0xFF, 0x22], [0x7B, 0x22, 0xC3, 0x22, 0x3A, 0x31, 0x7D], [0x22, 0xED, 0xA0, 0x80, 0x22]]
            as [[UInt8]])
    func leavesWhatIsNoText(_ text: [UInt8]) {
        #expect(plain(text) == nil)
    }

    @Test func agreesWithJanssonOnWhateverComes() {
        var generator = SplitMix(state: 20_261_129)
        var count = 0
        for _ in 0..<60_000 {
            var text = Array(Self.text(depth: 0, &generator).utf8)
            // Half of them broken.
            if Bool.random(using: &generator), let junk = "{}[],:\"\\0.e-t ".utf8.randomElement(using: &generator) {
                text.insert(junk, at: Int.random(in: 0...text.count, using: &generator))
            }
            guard let read = plain(text) else { continue }
            count += 1
            let other = jansson(text)
            guard read.compactBytes == other?.compactBytes else {
                Issue.record("\(String(decoding: text, as: UTF8.self))")
                return
            }
        }
        #expect(count > 20_000)
    }

    /// Whatever is left out is JSON, and what is wanted is what it is in all of it.
    @Test func leavesOutOnlyWhatNobodyReads() throws {
        let wanted = JSONMembers("a", "b.c", "é")
        var generator = SplitMix(state: 1961)
        var count = 0
        for _ in 0..<60_000 {
            var text = Array(
                "{\"a\":1,\"b\":\(Self.text(depth: 2, &generator)),\"d\":\(Self.text(depth: 1, &generator))}".utf8)
            if Bool.random(using: &generator), let junk = "{}[],:\"\\0.e-t ".utf8.randomElement(using: &generator) {
                text.insert(junk, at: Int.random(in: 0...text.count, using: &generator))
            }
            guard let part = parts(of: text, wanted) else { continue }
            count += 1
            let whole = try? JSON(parsing: text)
            guard let whole, part.member(0) == whole.member("a"), part.member(2) == whole.member("é"),
                part.member(1) == whole.optional("b")?.member("c")
            else {
                Issue.record("\(String(decoding: text, as: UTF8.self))")
                return
            }
        }
        #expect(count > 20_000)
    }

    @Test(arguments: [
        #"{"x":{"y":[1,{"z":"\u12"}]},"a":1}"#, #"{"x":"\q 123456","a":1}"#, #"{"x":01,"a":1}"#, #"{"x":tru,"a":1}"#,
        #"{"a":1,"a":2}"#, #"{"x":1 "a":1}"#, #"{"x":[1,],"a":1}"#, #"{"b":{"c":1},"b":{}}"#,
        #"{"b":{"c":1,"c":1}}"#, #"["a"]"#, #"{"\u0061":1}"#,
    ])
    func leavesToOthersWhatIsNotPlain(_ text: String) {
        #expect(parts(of: Array(text.utf8), JSONMembers("a", "b.c")).map { $0.object(["a", "b.c"]) } == nil)
    }

    @Test(arguments: [
        // Odd, and nobody reads it.
        (#"{"x":1e999,"x":"\ud83c","a":1}"#, #"{"a":1}"#), (#"{"b":{"x":1,"x":1}}"#, "{}"),
        (#"{"b":{"c":[{"d":1}],"e":2},"x":-0.5e-3}"#, #"{"b.c":[{"d":1}]}"#), (#"{"b":7,"c":8}"#, "{}"),
        (#"{"b":{"x":"a\"}{"}}"#, "{}"), (#"{"b":["c"],"a":null}"#, #"{"a":null}"#),
    ])
    func readsWhatIsWanted(_ text: String, _ part: String) {
        let row = parts(of: Array(text.utf8), JSONMembers("a", "b.c"))
        #expect(row?.object(["a", "b.c"]).compact == part)
    }

    /// An element that was read as a whole, odd as it may be, has the same in the same places.
    @Test(arguments: [
        #"{"a":1,"b":{"c":[2]}}"#, #"{"a":1,"a":2,"b":{"c":3},"b":{"c":3,"d":4}}"#, #"{"a":"\ud83c","b":7}"#, "[]", "7",
    ])
    func aWholeElementGivesTheSame(_ text: String) throws {
        let whole = try JSON(parsing: Array(text.utf8))
        let row = JSONRow(whole, JSONMembers("a", "b.c"))
        #expect(row.member(0) == whole.member("a"))
        #expect(row.member(0)?.kind == whole.member("a")?.kind)
        #expect(row.member(1) == whole.optional("b")?.member("c"))
        #expect(row.path(of: 1) == "$.b.c" && (row.member(1)?.path ?? "$.b.c") == "$.b.c")
        #expect(row.unplaced(0)?.isNull != true)
    }

    @Test func anErrorOfARowNamesItsPlace() throws {
        let row = try #require(parts(of: Array(#"{"b":{"c":[1]},"a":null}"#.utf8), JSONMembers("a", "b.c")))
        func text(_ number: Int) throws(JSONError) -> String? {
            try row.read(number) { (value) throws(JSONError) in try value.string }
        }
        #expect(throws: JSONError.wrongKind(path: "$.b.c", wanted: "a string")) { try text(1) }
        #expect(try text(0) == nil)
        #expect(row.has(0) && row.has(1) && row.unplaced(0) == nil)
    }

    private func parts(of text: [UInt8], _ wanted: JSONMembers) -> JSONRow? {
        text.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return JSONRow?.none }
            var reader = JSONPlainReader(from: start, to: start + bytes.count)
            guard let row = reader.row(at: .document, wanted) else { return JSONRow?.none }
            reader.skipBlanks()
            guard reader.isAtEnd else { return JSONRow?.none }
            return row
        }
    }

    @Test func numbersAreRoundedAsTheirTextIs() {
        var generator = SplitMix(state: 7)
        for _ in 0..<100_000 {
            let digits = String(UInt64.random(in: 0..<1_000_000_000_000_000, using: &generator))
            let place = Int.random(in: 1..<max(2, digits.count), using: &generator)
            let text = "\(digits.prefix(place)).\(digits.dropFirst(place).isEmpty ? "0" : digits.dropFirst(place))"
            guard let read = plain(Array(text.utf8)) else { continue }
            guard (try? read.number) == Double(text) else {
                Issue.record("\(text)")
                return
            }
        }
    }

    private static func text(depth: Int, _ generator: inout SplitMix) -> String {
        let scalars = [
            "0", "-3", "4.375", "12.50", "1e2", "true", "null", "\"\"", "\"a b\"", "\"é\"", "\"\\n\"",
            "99999999999999999",
        ]
        switch Int.random(in: 0..<(depth > 4 ? 2 : 4), using: &generator) {
        case 0, 1: return scalars.randomElement(using: &generator) ?? ""
        case 2:
            let items = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in text(depth: depth + 1, &generator) }
            return "[\(items.joined(separator: ", "))]"
        default:
            let members = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
                "\"\(["a", "b", "c", "é", "long key"].randomElement(using: &generator) ?? "")\":"
                    + text(depth: depth + 1, &generator)
            }
            return "{\(members.joined(separator: ","))}"
        }
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}

extension JSONRow {
    /// What is there, under these names.
    func object(_ names: [String]) -> JSON {
        .object(names.enumerated().compactMap { number, name in member(number).map { (name, $0) } })
    }
}
