@testable import ResyDomain
import Testing

@testable import resy_mcp

@Suite struct LineSplitterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let input: String
        let lines: [String?]
    }

    /// All lines of `bytes`, cut into chunks of `size`; nil for one that is too long.
    static func lines(_ bytes: [UInt8], limit: Int, chunk size: Int) -> [String?] {
        var splitter = LineSplitter(limit: limit)
        var found: [LineSplitter.Line] = []
        var index = 0
        while index < bytes.count {
            let end = min(index + size, bytes.count)
            found += splitter.append(bytes[index..<end])
            index = end
        }
        if let last = splitter.finish() { found.append(last) }
        return found.map { line in
            if case .text(let bytes) = line { String(decoding: bytes, as: UTF8.self) } else { nil }
        }
    }

    @Test(arguments: [
        Case(testDescription: "two lines", input: "a\nb\n", lines: ["a", "b"]),
        Case(testDescription: "no newline at the end", input: "a\nb", lines: ["a", "b"]),
        Case(testDescription: "CR LF", input: "a\r\nb\r\n", lines: ["a", "b"]),
        Case(testDescription: "only one CR goes", input: "a\r\r\n", lines: ["a\r"]),
        Case(testDescription: "a CR inside stays", input: "a\rb\n", lines: ["a\rb"]),
        Case(testDescription: "blank lines", input: "\n\r\n  \t\na\n\n", lines: ["a"]),
        Case(testDescription: "other line ends of Unicode", input: "a\u{2028}b\u{85}c\n", lines: ["a\u{2028}b\u{85}c"]),
        Case(testDescription: "nothing", input: "", lines: []),
        Case(testDescription: "at the limit", input: "123456789012\n", lines: ["123456789012"]),
        Case(testDescription: "at the limit with CR", input: "123456789012\r\n", lines: ["123456789012"]),
        Case(testDescription: "over the limit, then on", input: "1234567890123\nok\n", lines: [nil, "ok"]),
        Case(testDescription: "far over the limit", input: "12345678901234567890123456\nok", lines: [nil, "ok"]),
        Case(testDescription: "over the limit at the end", input: "ok\n12345678901234567890", lines: ["ok", nil]),
    ])
    func splitsInAnyChunks(_ example: Case) {
        for size in [1, 2, 3, 5, 8, 100] {
            #expect(Self.lines(Array(example.input.utf8), limit: 12, chunk: size) == example.lines)
        }
    }
}
