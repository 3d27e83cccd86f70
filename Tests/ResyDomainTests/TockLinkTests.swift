import Testing

@testable import ResyDomain

@Suite struct TockLinkTests {
    @Test(
        arguments: [
            ("https://www.exploretock.com/tock-tavern", "https://www.exploretock.com/tock-tavern"),
            ("https://exploretock.com/a/b_c?tock=1#top", "https://exploretock.com/a/b_c"),
            ("https://www.exploretock.com", "https://www.exploretock.com"),
            ("http://www.exploretock.com/a", nil), ("https://exploretock.com.evil.example/a", nil),
            ("https://exploretock.com@evil.example/a", nil), ("https://evil.example/exploretock.com/", nil),
            ("https://exploretock.com/a b", nil), ("https://exploretock.com/\u{202E}a", nil), ("", nil), (nil, nil),
            ("https://exploretock.com/" + String(repeating: "a", count: 200), nil),
        ] as [(String?, String?)])
    func leadsToTockOrNowhere(text: String?, link: String?) {
        #expect(TockLink.checked(text) == link)
    }
}
