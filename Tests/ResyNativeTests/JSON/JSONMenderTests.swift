@testable import ResyDomain
import Testing

@testable import ResyNative

/// What is legal and odd: nobody who does not need it is disturbed, and who needs it learns that it is odd.
@Suite struct JSONMenderTests {
    private func read(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

    // MARK: - Nobody's

    static let odd: [[UInt8]] =
        [
            #""\ud83c""#, #""\udf82""#, #""a\ud83cb""#, #""\ud83c\ud83c\udf82""#, #""\ud83c\n""#, #""\uDBFF""#,
            #""\u0000""#,
            "18446744073709551616", "9223372036854775808", "-9223372036854775809", "1e400", "-1e400", "1E999",
            "123456789012345678901234567890.5e300", #"{"k":1,"k":2}"#, #"{"k":1,"\u006b":2}"#,
            #"{"k":{"l":1},"k":{"l":2}}"#,
            #"{"k":1,"k":1}"#, #"{"k":[1],"k":{}}"#, #"{"a\u0000b":1}"#, #"{"\ud83c":1,"\ud83d":2}"#,
            #"[{"k":1,"k":null}]"#,
            "\"tab\tand\nline\"", "\"\0\"",
            String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000),
            String(repeating: #"{"a":"#, count: 200) + "1" + String(repeating: "}", count: 200),
        ].map { Array($0.utf8) } + [
            [0x22, 0xE9, 0x22], [0x22, 0xC3, 0x28, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xFF, 0xFE, 0x22],
            [0x22, 0xC0, 0x80, 0x22], [0x22, 0xF0, 0x9F, 0x8E, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
        ]

    @Test(arguments: odd) func whatNobodyNeedsCostsNobodyElse(_ value: [UInt8]) throws {
        let text = Array(#"{"a":1,"zz":"#.utf8) + value + Array(#","b":["x",{"c":true}],"é":"\ud83c\udf82"}"#.utf8)
        for size in [1, 2, 3, 5, text.count] {
            let chunks = stride(from: 0, to: text.count, by: size).map { Array(text[$0..<min($0 + size, text.count)]) }
            let json = try JSON(chunks: chunks)
            #expect(try json["a"].integer == 1)
            #expect(try json["b"] == ["x", ["c": true]])
            #expect(try json["é"].string == "\u{1F382}")
            #expect(json.members.map(\.key) == ["a", "zz", "b", "é"])
        }
    }

    @Test(arguments: odd) func whatIsReadIsWrittenAndReadAgain(_ value: [UInt8]) throws {
        let written = try JSON(parsing: Array("[".utf8) + value + Array(",1]".utf8)).compactBytes
        #expect(try JSON(parsing: written).items[1] == 1)
    }

    // MARK: - Texts

    @Test(arguments: [
        (#""\ud800""#, "\u{FFFD}"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
        (#""\ud83d\ud83d\ude00""#, "\u{FFFD}\u{1F600}"),
        (#""\ud83d\n\ude00""#, "\u{FFFD}\n\u{FFFD}"), (#""\\\ud800x""#, "\\\u{FFFD}x"),
        (#""Birthday \ud83c""#, "Birthday \u{FFFD}"),
        (#""\uD83C\/""#, "\u{FFFD}/"), (#""\ud83c\u0041""#, "\u{FFFD}A"),
    ])
    func halfCharactersAreMendedForWordsAlone(_ text: String, _ words: String) throws {
        let json = try read("[\(text)]").items[0]
        #expect(try json.words == words)
        #expect(try json.label == words)
        #expect(throws: JSONError.wrongKind(path: "$[0]", wanted: "a string of whole characters")) { try json.string }
        #expect(throws: JSONError.self) { try json.text }
    }

    @Test(
        arguments: [([0xE9], 1), ([0xC3, 0x28], 2), ([0xED, 0xA0, 0x80], 3), ([0xF0, 0x9F, 0x8E], 1), ([0xFF], 1)]
            as [([UInt8], Int)])
    func bytesThatAreNoCharacterAreMendedForWordsAlone(_ bytes: [UInt8], _ count: Int) throws {
        let json = try JSON(parsing: Array("{\"a\":\"x".utf8) + bytes + Array("\"}".utf8))["a"]
        #expect(try json.words.unicodeScalars.count == 1 + count)
        #expect(try json.words.contains("\u{FFFD}"))
        #expect(throws: JSONError.self) { try json.string }
    }

    /// The mark says what was mended, not the character.
    @Test(arguments: [#""\ufffd""#, "\"\u{FFFD}\"", #""\u0000x""#, "\"a\tb\""]) func aTextThatIsWholeIsSound(
        _ text: String
    ) throws {
        let json = try read(#"{"odd":"\ud83c","a":\#(text)}"#)["a"]
        #expect(try json.string == json.words)
    }

    // MARK: - Numbers

    @Test(arguments: ["18446744073709551616", "-9223372036854775809", "1e400", "-1.5e999"])
    func aNumberBeyondCountingIsNoNumber(_ text: String) throws {
        let json = try read(#"{"a":\#(text)}"#)
        let value = try json["a"]
        #expect(value.kind == .beyond)
        #expect(value.isUnclear)
        #expect(throws: JSONError.self) { try value.integer }
        #expect(throws: JSONError.self) { try value.number }
        #expect(throws: JSONError.self) { try value.flag }
        #expect(throws: JSONError.self) { try value.string }
        #expect(throws: JSONError.self) { try value.words }
        #expect(throws: JSONError.self) { try value.items }
        #expect(json.compact == #"{"a":\#(text)}"#)
    }

    /// As an id it is compared, and every digit counts.
    @Test func aWholeNumberOfAnyLengthIsATextOfItsDigits() throws {
        #expect(try read("[123456789012345678901234567890]").items[0].text == "123456789012345678901234567890")
        #expect(throws: JSONError.self) { try read("[1e400]").items[0].text }
    }

    // MARK: - Keys that occur again

    @Test(arguments: [
        #"{"a":1,"a":1}"#, #"{"a":1,"b":2,"\u0061":1}"#, #"{"a":1,"a":1,"a":1}"#, #"{"zz":"\ud83c","a":1,"a":1}"#,
    ])
    func theSameAgainMeansNothing(_ text: String) throws {
        #expect(try read(text)["a"].integer == 1)
    }

    @Test(arguments: [
        #"0,"a":50"#, #"50,"a":0"#, #"1,"a":"1""#, #"1,"a":1.0"#, #"null,"a":50"#, #""x","a":"y""#, #"true,"a":false"#,
        #"[1],"a":[2]"#,
        #"1,"a":2,"a":1"#, #"{},"a":null"#, #"1e400,"a":1e401"#, #""\ud83c","a":"\ufffd""#,
    ])
    func twoThatDifferAreNeither(_ values: String) throws {
        let json = try read(#"{"b":7,"a":\#(values)}"#)
        #expect(try json["b"].integer == 7)
        let value = try #require(json.optional("a"))
        #expect(value.kind == .disputed)
        #expect(value.isUnclear)
        #expect(!value.isNull)
        #expect(value.versions.count == 2)
        for read in [{ _ = try value.integer }, { _ = try value.number }, { _ = try value.flag }] as [() throws -> Void]
        {
            #expect(throws: JSONError.self) { try read() }
        }
        for read in [
            { _ = try value.string }, { _ = try value.words }, { _ = try value.text }, { _ = try value.items },
        ]
            as [() throws -> Void]
        {
            #expect(throws: JSONError.self) { try read() }
        }
    }

    @Test func twoObjectsAreOneInWhatTheyAgreeOn() throws {
        let json = try read(#"{"a":{"x":1,"y":0,"z":{"p":5,"q":1}},"a":{"x":1,"y":50,"z":{"p":5,"q":2},"w":3}}"#)["a"]
        #expect(json.kind == .object)
        #expect(try json["x"].integer == 1)
        #expect(try json["y"].kind == .disputed)
        #expect(try json["z"]["p"].integer == 5)
        #expect(try json["z"]["q"].kind == .disputed)
        #expect(try json["w"].kind == .disputed)
        #expect(json.member("v") == nil)
        #expect(json.members.map(\.key) == ["x", "y", "z", "w"])
    }

    /// Where there may be none, what is in the other one is not known.
    @Test func anObjectOrNoneIsUnclearInAllItHolds() throws {
        let json = try read(#"{"a":null,"a":{"fee":0}}"#)["a"]
        #expect(json.kind == .disputed)
        #expect(json.member("fee")?.kind == .disputed)
        #expect(json.member("tax") == nil)
    }

    @Test func oneWholeAndOneMendedDiffer() throws {
        #expect(try read(#"{"a":{"t":"\ufffd"},"a":{"t":"\ud83c"}}"#)["a"]["t"].kind == .disputed)
        #expect(throws: JSONError.self) { try read(#"{"a":"\ud83c","a":"\ud83c"}"#)["a"].string }
    }

    @Test func ofManyVersionsThereIsAnEnd() throws {
        let many = (0..<100_000).map { "\"a\":\($0)" }.joined(separator: ",")
        let limits = JSONLimits(valuesPerTree: 200_000)
        #expect(try JSON(parsing: Array("{\(many)}".utf8), limits: limits)["a"].versions.count == 17)
        let objects = (0..<40_000).map { "\"a\":{\"k\($0)\":\($0)}" }.joined(separator: ",")
        let json = try JSON(parsing: Array("{\(objects)}".utf8), limits: limits)["a"]
        #expect(json.kind == .disputed)
        #expect(json.member("k1")?.kind == .disputed)
    }

    // MARK: - Composed

    @Test func whatIsOddStaysSoInWhatIsMadeOfIt() throws {
        let odd = try read(#"{"n":18446744073709551616,"t":"\ud83c","d":1,"d":2}"#)
        let made = try JSON.object([("a", .array([odd["n"], odd["t"]])), ("b", 1)]).setting("c", to: odd["d"])
        #expect(try made["a"].items[0].kind == .beyond)
        #expect(throws: JSONError.self) { try made["a"].items[1].string }
        #expect(try made["c"].kind == .disputed)
        #expect(made.compact == "{\"a\":[18446744073709551616,\"\u{FFFD}\"],\"b\":1,\"c\":2}")
    }

    @Test func writesVerbatimWhatItIsGiven() {
        let json: JSON = ["id": .verbatim(Array(#""\ud83c\u0061""#.utf8)), "x": 1]
        #expect(json.compact == #"{"id":"\ud83c\u0061","x":1}"#)
    }
}
