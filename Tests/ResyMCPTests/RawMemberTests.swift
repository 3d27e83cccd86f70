@testable import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

@Suite struct RawMemberTests {
    @Test(
        arguments: [
            (#"{"id":7}"#, "7"), (" { \"id\" :\t7\r\n} ", "7"), (#"{"a":{"id":1},"id":"x"}"#, #""x""#),
            (#"{"a":"}","id":7}"#, "7"),
            (#"{"a":"\"","id":7}"#, "7"), (#"{"a":"\\","id":7}"#, "7"), (#"{"i\u0064":[1, 2]}"#, "[1, 2]"),
            (#"{"id":7,"x":"#, "7"),
            (#"{"id":7,7,"id":8}"#, "7"), (#"{"x":]"#, nil), (#"{"id":{"a":1} ,"b":2}"#, #"{"a":1}"#),
            (#"{"id":1,"id":1}"#, "1"),
            (#"{"id":1,"id":2}"#, nil), (#"{"id":1,"id":1.0}"#, nil), (#"{"id":7"#, nil), (#"["id",7]"#, nil),
            ("", nil), ("{", nil), (#"{"id"}"#, nil),
            (#"{"x":1]"id":7}"#, nil), (#"{"id":}"#, ""), ("\u{FEFF}{\"id\":7}", "7"),
        ] as [(String, String?)])
    func findsTheBytesOfAMember(_ text: String, _ value: String?) {
        let found = RawMember.find("id", in: Array(text.utf8)[...])
        #expect(found.map { String(decoding: $0, as: UTF8.self) } == value)
    }
}
