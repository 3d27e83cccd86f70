@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct HandEditedJSONTests {
    static let entry: JSON = ["command": "/r"]

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var before: String
        var after: String
    }

    @Test(arguments: [
        Case(
            testDescription: "nothing yet", before: "{}\n",
            after: "{\n  \"s\": {\n    \"k\": {\n      \"command\": \"/r\"\n    }\n  }\n}\n"),
        Case(
            testDescription: "four spaces, beside others", before: "{\n    \"s\": {\n        \"a\": 1\n    }\n}",
            after:
                "{\n    \"s\": {\n        \"a\": 1,\n        \"k\": {\n            \"command\": \"/r\"\n        }\n    }\n}"
        ),
        Case(
            testDescription: "tabs and Windows line ends", before: "{\r\n\t\"s\": {\r\n\t\t\"a\": 1\r\n\t}\r\n}\r\n",
            after:
                "{\r\n\t\"s\": {\r\n\t\t\"a\": 1,\r\n\t\t\"k\": {\r\n\t\t\t\"command\": \"/r\"\r\n\t\t}\r\n\t}\r\n}\r\n"
        ),
        Case(
            testDescription: "one line", before: #"{"a":1,"s":{"b":2}}"#,
            after: #"{"a":1,"s":{"b":2,"k":{"command":"/r"}}}"#),
        Case(
            testDescription: "one line without the section", before: #"{"a":1}"#,
            after: #"{"a":1,"s":{"k":{"command":"/r"}}}"#),
        Case(
            testDescription: "one line with an empty section", before: #"{"s":{},"a":1}"#,
            after: #"{"s":{"k":{"command":"/r"}},"a":1}"#),
        Case(
            testDescription: "a trailing comma and comments",
            before: "{\n  // mine\n  \"s\": {\n    \"a\": 1, // first\n    /* end */\n  },\n}",
            after:
                "{\n  // mine\n  \"s\": {\n    \"a\": 1, // first\n    /* end */\n    \"k\": {\n      \"command\": \"/r\"\n    },\n  },\n}"
        ),
        Case(
            testDescription: "a comment behind the last one", before: "{\n  \"s\": {\n    \"a\": 1 // only\n  }\n}",
            after: "{\n  \"s\": {\n    \"a\": 1, // only\n    \"k\": {\n      \"command\": \"/r\"\n    }\n  }\n}"),
        Case(
            testDescription: "an older entry", before: "{\n  \"s\": {\n    \"k\": 0, \"a\": 1\n  }\n}",
            after: "{\n  \"s\": {\n    \"k\": {\n      \"command\": \"/r\"\n    }, \"a\": 1\n  }\n}"),
        Case(
            testDescription: "long digits and escapes",
            before: "{\n  \"n\": 123456789012345678901234567890.10e+400,\n  \"t\": \"\\u00e9\\/\"\n}",
            after:
                "{\n  \"n\": 123456789012345678901234567890.10e+400,\n  \"t\": \"\\u00e9\\/\",\n  \"s\": {\n    \"k\": {\n      \"command\": \"/r\"\n    }\n  }\n}"
        ),
    ])
    func addsWithoutTouchingTheRest(example: Case) throws {
        let text = try HandEditedJSON(Array(example.before.utf8)).setting("s", "k", to: Self.entry)
        #expect(String(decoding: text, as: UTF8.self) == example.after)
    }

    @Test(arguments: [
        Case(testDescription: "alone", before: "{\n  \"s\": {\n    \"k\": 1\n  }\n}", after: "{\n  \"s\": {}\n}"),
        Case(
            testDescription: "first", before: "{\"s\": {\n  \"k\": 1,\n  \"a\": 2\n}}",
            after: "{\"s\": {\n  \"a\": 2\n}}"),
        Case(
            testDescription: "last", before: "{\"s\": {\n  \"a\": 2,\n  \"k\": 1\n}}",
            after: "{\"s\": {\n  \"a\": 2\n}}"),
        Case(
            testDescription: "last with a trailing comma", before: "{\"s\": {\n  \"a\": 2,\n  \"k\": 1,\n}}",
            after: "{\"s\": {\n  \"a\": 2,\n}}"),
        Case(
            testDescription: "one line", before: #"{"s":{"a":2,"k":{"x":[1]},"b":3}}"#, after: #"{"s":{"a":2,"b":3}}"#),
        Case(
            testDescription: "comments stay", before: "{\"s\": {\n  \"a\": 2, // two\n  \"k\": 1 // ours\n}}",
            after: "{\"s\": {\n  \"a\": 2 // two // ours\n}}"),
    ])
    func removesWithoutTouchingTheRest(example: Case) throws {
        let text = try HandEditedJSON(Array(example.before.utf8)).removing("s", "k", andSection: false)
        #expect(String(decoding: text, as: UTF8.self) == example.after)
    }

    @Test func aSectionThatBecomesEmptyMayGoToo() throws {
        let text = try HandEditedJSON(Array("{\n  \"a\": 1,\n  \"s\": {\"k\": 1}\n}".utf8)).removing(
            "s", "k", andSection: true)
        #expect(String(decoding: text, as: UTF8.self) == "{\n  \"a\": 1\n}")
    }

    /// Taking the entry out would pull the next one into the comment before it.
    @Test func whatCannotBeChangedSafelyIsRefused() throws {
        let text = "{\"s\": {\n  // ours\n  \"k\": 1, \"b\": 2\n}}"
        #expect(throws: JSONError.self) {
            try HandEditedJSON(Array(text.utf8)).removing("s", "k", andSection: false)
        }
    }

    @Test(arguments: [
        "", "{", "[1 2]", #"{"a" 1}"#, #"{a: 1}"#, "{} x", "{/* }", #"{"a":01}"#, #"{"a":1.}"#,
        #"{"a":tru}"#,
        #"{"a":"\x"}"#, "{\"a\":\"\n\"}", #"{"a":1 "b":2}"#, #"{,}"#, String(repeating: "[", count: 100),
    ])
    func isRefused(text: String) {
        #expect(throws: JSONError.self) { try HandEditedJSON(Array(text.utf8)) }
    }

    /// Bytes of others that are odd, and legal enough for the app whose file it is.
    @Test(arguments: [
        Array(#""\ud83c""#.utf8), Array(#""a \udf82 b""#.utf8),
        Array(#""\u0000""#.utf8), Array("1e400".utf8), Array("18446744073709551616".utf8),
        Array(#"{"x":1,"x":2}"#.utf8), Array(#"{"\ud83c":1,"\ud83d":2}"#.utf8), Array(#"{"s":1,"s":2}"#.utf8),
        Array((String(repeating: "[", count: 100) + "/* ] */\"]\"" + String(repeating: "]", count: 100)).utf8),
    ])
    func whatIsOddStaysAsItIs(_ odd: [UInt8]) throws {
        let (head, tail) = (Array(#"{"t": "#.utf8) + odd + Array(#", "s": {"a": "#.utf8) + odd, Array("}}".utf8))
        let entry = Array(#","k":{"command":"/r"}"#.utf8)
        let text = try HandEditedJSON(head + tail).setting("s", "k", to: Self.entry)
        #expect(text == head + entry + tail)
        #expect(try HandEditedJSON(text).removing("s", "k", andSection: false) == head + tail)
    }

    /// In a text, in a comment, and as Windows calls Unicode.
    @Test(arguments: [
        Array("{\"a\": \"".utf8) + [0xE9] + Array("\"}".utf8),
        Array("{\"a\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
        Array("// ".utf8) + [0xE9] + Array("\n{}".utf8), [0xFF, 0xFE, 0x7B, 0, 0x7D, 0],
    ])
    func whatIsNoUTF8IsRefused(_ bytes: [UInt8]) {
        #expect(throws: JSONError.syntax(reason: "it is not UTF-8", offset: 4)) {
            try HandEditedJSON(Array("{}\n\n".utf8) + bytes)
        }
    }

    /// One of two is what the app reads, and nobody can say which.
    @Test(arguments: [#"{"s":{},"s":{"a":1}}"#, #"{"s":{"k":1,"k":2}}"#, #"{"s":{"k":1,"\u006b":1}}"#])
    func aPlaceThatIsThereTwiceIsNotChanged(text: String) throws {
        let document = try HandEditedJSON(Array(text.utf8))
        #expect(throws: JSONError.self) { try document.setting("s", "k", to: Self.entry) }
        #expect(throws: JSONError.self) { try document.removing("s", "k", andSection: false) }
    }

    @Test(arguments: [#"[]"#, #"{"s":[]}"#, #"{"s":null}"#])
    func aSectionThatIsNoObjectIsLeftAlone(text: String) {
        #expect(throws: JSONError.self) { try HandEditedJSON(Array(text.utf8)).setting("s", "k", to: Self.entry) }
    }
}
