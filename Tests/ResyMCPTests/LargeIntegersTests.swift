import Testing

@testable import resy_mcp

@Suite struct LargeIntegersTests {
    @Test(arguments: [
        (#"{"a":9223372036854775807}"#, #"{"a":9223372036854775807}"#),
        (#"{"a":9223372036854775808}"#, #"{"a":9223372036854775808e0}"#),
        (#"[-9223372036854775808,-9223372036854775809]"#, #"[-9223372036854775808,-9223372036854775809e0]"#),
        (#"["9223372036854775808","\"9223372036854775808"]"#, #"["9223372036854775808","\"9223372036854775808"]"#),
        (#"[9223372036854775808.5,1e400]"#, #"[9223372036854775808.5,1e400]"#),
        (#""an open string \"#, #""an open string \"#),
    ])
    func onlyNumbersBeyond64BitsChange(text: String, expected: String) {
        #expect(String(decoding: LargeIntegers.asReals(Array(text.utf8)), as: UTF8.self) == expected)
    }
}
