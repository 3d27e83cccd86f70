import Testing

@testable import ResyDomain

@Suite struct StringSearchingTests {
    @Test(arguments: [
        ("a\r\nb", "\n", true), ("Caf\u{301}e", "Caf", true), ("", "", true), ("abc", "", true), ("", "a", false),
        ("aaab", "aab", true), ("abc", "abcd", false), ("ab", "b", true), ("日本酒", "本", true), ("日本酒", "木", false),
    ])
    func finds(text: String, part: String, isThere: Bool) {
        #expect(text.contains(part) == isThere)
        #expect(("<" + text + ">").dropFirst().dropLast().contains(part) == isThere)
    }

    @Test func tellsWhere() throws {
        let text = "https://resy.com/cities/new-york-ny"
        let mark = try #require(text.firstRange(of: "/cities/"))
        #expect(text[mark.upperBound...] == "new-york-ny")
        #expect(text.firstRange(of: "") == text.startIndex..<text.startIndex)
        #expect(text[mark.upperBound...].firstRange(of: "/cities/") == nil)
    }

    @Test(arguments: [
        ("it's", "'", "'\\''", "it'\\''s"), ("a,b,c", ",", "", "abc"), ("aaa", "aa", "b", "ba"),
        ("abc", "", "x", "abc"),
        ("", "a", "b", ""), ("x y ", " ", "\u{A0}", "x\u{A0}y\u{A0}"),
    ])
    func replaces(text: String, part: String, other: String, result: String) {
        #expect(text.replacing(part, with: other) == result)
    }
}
