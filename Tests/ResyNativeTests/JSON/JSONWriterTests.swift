import Testing

@testable import ResyNative

struct JSONWriterTests {
    /// `JSON_COMPACT | JSON_ENCODE_ANY`
    private static let oneLine = 0x220

    private static let texts = [
        "", "a", "é", "🍝", "a\0b", "\u{7F}", "\u{80}", "\u{2028}", "</script>", "\"", "\\", "\\\"", "a\"b\\c\n",
        String(decoding: UInt8(0)..<0x80, as: UTF8.self), String(repeating: "x\t", count: 5000),
    ]

    @Test func writesWhatJanssonWrites() throws {
        var values: [JSON] = Self.texts.map { .string($0) }
        values += [
            .null, true, false, 0, -1, .integer(.max), .integer(.min), .number(4.8), .number(0.1), .number(-1e300),
            .number(1e-9),
            .number(40.727399999999996), [], [[]], [1, [2, []], nil], .object([(String, JSON)]()),
        ]
        values.append(.object(Self.texts.enumerated().map { ($0.element, values[$0.offset]) }))
        values.append(.array(values))
        values.append(["a": .array(values), "b": ["c": ["d": .array([])]], "e": nil])
        for value in values { #expect(value.compactBytes == JSON.dumped(value.raw, flags: Self.oneLine)) }
        let texts = JSON.array(Self.texts.map { .string($0) })
        #expect(try JSON(parsing: texts.compactBytes) == texts)
    }
}
