@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct HandEditedTOMLTests {
    static func leaves(_ text: String) throws -> [HandEditedTOML.Leaf] {
        try HandEditedTOML(Array(text.utf8)).leaves(below: [])
    }

    struct Text: CustomTestStringConvertible, Sendable {
        var written: String
        var meant: String
        var testDescription: String { written }
    }

    @Test(arguments: [
        Text(written: #""""#, meant: ""), Text(written: "''", meant: ""), Text(written: #"'a\b'"#, meant: #"a\b"#),
        Text(written: #""a\"\\\b\t\n\f\r""#, meant: "a\"\\\u{8}\t\n\u{C}\r"),
        Text(written: #""\u00e9\U0001F37D""#, meant: "é🍽"), Text(written: "\"# no comment\"", meant: "# no comment"),
        Text(written: "\"\"\"\na\nb\"\"\"", meant: "a\nb"), Text(written: "\"\"\"a\\\n\n   b\"\"\"", meant: "ab"),
        Text(written: "'''\r\na\r\nb'''", meant: "a\nb"),
        Text(written: "\"\"\"\"\"two\"\"\"\"\"", meant: "\"\"two\"\""),
        Text(written: "'''it''s'''", meant: "it''s"), Text(written: "''''quoted'''''", meant: "'quoted''"),
        Text(written: "\"\"\"a\\  \r\n  b\"\"\"", meant: "ab"),
    ])
    func textsAreRead(_ example: Text) throws {
        #expect(try Self.leaves("a = \(example.written)\n").map(\.value.text) == [example.meant])
    }

    @Test func keysAreReadInAllTheirForms() throws {
        let text =
            "a . \"b.c\" . 'd' = 1\n[ x . y ]\n1-2_3 = { e.f = 2, g = {} }\n[[z]]\nq = 1\n[[z]]\nq = 1\n[z.w]\nq=2"
        #expect(
            try Self.leaves(text).map(\.path) == [
                ["a", "b.c", "d"], ["x", "y", "1-2_3", "e", "f"], ["x", "y", "1-2_3", "g"], ["z", "q"], ["z", "q"],
                ["z", "w", "q"],
            ])
    }

    @Test func everyByteBelongsToAStatement() throws {
        let text = "# a\n\n  [t] # b\r\nx = [\n 1, # c\n 2\n]\ny = \"\"\"\nz = 1\n\"\"\"\n\n"
        let file = try HandEditedTOML(Array(text.utf8))
        #expect(file.statements.map { file.text($0.range) }.joined() == text)
        #expect(file.statements.compactMap(\.pair).map(\.keys) == [["x"], ["y"]])
    }

    @Test(arguments: [
        "a = 1", "a = +1_000", "a = -0", "a = 0xFf_0", "a = 0o7", "a = 0b1_0", "a = 1.5", "a = -1e6", "a = 6.6e-34",
        "a = inf", "a = -nan", "a = true", "a = 1979-05-27", "a = 07:32:00.5", "a = 1979-05-27T07:32:00Z",
        "a = 1979-05-27 07:32:00-07:00", "a = [ ]", "a = [1, [2,], 'x',]", "a = [\n#c\n1\n,\n]", "a = { }",
        "a = {b = 1, 'c d' = {e.f = 2}}", "a.b = 1\na.c = 2", "[a.b]\n[a]", "[a]\nb.c = 1\n[a.b.d]", "[a]\n\n[b] #x",
        "[[a]]\n[[a]]\n[a.b]", "# only", "", "a = 9223372036854775808", "\u{FEFF}a = 1",
    ])
    func whatIsValidIsTaken(text: String) throws {
        _ = try HandEditedTOML(Array(text.utf8))
    }

    @Test(arguments: [
        "a", "a =", "= 1", "a = 1 b = 2", "a = 01", "a = 1_", "a = 1__0", "a = .5", "a = 5.", "a = 1e", "a = 0X1",
        "a = +0x1", "a = True", "a = 2023-02-29", "a = 25:00:00", "a = 'x", "a = \"x", "a = \"\\x\"", "a = \"\\ud800\"",
        "a = \"\"\"x\"\"", "a = '''x''", "a = [1 2]", "a = [1", "a = [,]", "a = {b = 1,}", "a = {b = 1\n}", "a = {b 1}",
        "[a", "[a]]", "[[a]", "[ [a]]", "[]", "[a] b = 1", "a = 1\na = 2", "a = 1\na.b = 2", "a.b = 1\n[a]",
        "[a]\n[a]", "[a]\n[[a]]", "[[a]]\n[a]", "a = []\n[[a]]", "a = {}\n[a.b]", "a = {b = 1, b = 2}",
        "a = {b = {c = 1}, b.d = 2}", "[a.b.c]\n[a]\nb.c.d = 1", "a = \"x\u{1}\"", "# \u{7F}", "a = 1\r",
        "\"\"\"a\"\"\" = 1",
        "a = \"x\ny\"", "é = 1",
    ])
    func whatIsNotIsRefused(text: String) {
        #expect(throws: ServerListFault.self) { try HandEditedTOML(Array(text.utf8)) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: ServerListFault.syntax(reason: "it is not UTF-8", offset: 0)) {
            try HandEditedTOML([0x61, 0x3D, 0x22, 0xFF, 0x22])
        }
    }

    @Test func whatIsNestedForEverIsRefused() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: ServerListFault.tooDeep) { try HandEditedTOML(Array("a = \(deep)".utf8)) }
        let keys = String(repeating: "a.", count: 100_000)
        for text in ["[\(keys)a]", "[[\(keys)a]]", "\(keys)a = 1", "a = {\(keys)a = 1}"] {
            #expect(throws: ServerListFault.tooDeep) { try HandEditedTOML(Array(text.utf8)) }
        }
        let tables = String(repeating: "{a = ", count: 100_000)
        #expect(throws: ServerListFault.tooDeep) { try HandEditedTOML(Array("a = \(tables)".utf8)) }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let words = ["plain", "it's \"so\"", "back\\slash", "tab\tnew\nline\r", "\u{1}\u{7F}", "é🍽", ""]
        let text = "a = " + TOMLText.value(.array(words.map { .string($0) }))
        guard case .array(let items)? = try Self.leaves(text).first?.value.content else {
            Issue.record("\(text)")
            return
        }
        #expect(items.map(\.text) == words)
        #expect(TOMLText.keys(["a-b_1", "a b", ""]) == #"a-b_1."a b"."""#)
    }
}
