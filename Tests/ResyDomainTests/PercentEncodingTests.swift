import Testing

@testable import ResyDomain

@Suite struct PercentEncodingTests {
    @Test(arguments: [
        ("", "", ""), ("abc-._~XYZ019", "abc-._~XYZ019", "abc-._%7EXYZ019"), ("a b", "a%20b", "a+b"),
        ("a+b&c=d", "a%2Bb%26c%3Dd", "a%2Bb%26c%3Dd"), ("é/ñ", "%C3%A9%2F%C3%B1", "%C3%A9%2F%C3%B1"),
        ("%20*", "%2520%2A", "%2520*"), ("\n\u{0}", "%0A%00", "%0A%00"), ("🍝", "%F0%9F%8D%9D", "%F0%9F%8D%9D"),
        ("{\"id\":123}", "%7B%22id%22%3A123%7D", "%7B%22id%22%3A123%7D"),
    ])
    func encodesForItsPlace(text: String, query: String, form: String) {
        #expect(PercentEncoding.query(text) == query)
        #expect(PercentEncoding.form(text) == form)
    }

    @Test func aSlotTokenIsOneValue() {
        let token = "rgs://resy/9/8/2/2026-11-14/2026-11-14/19:30:00/2/Dining Room"
        let encoded = "rgs%3A%2F%2Fresy%2F9%2F8%2F2%2F2026-11-14%2F2026-11-14%2F19%3A30%3A00%2F2%2FDining%20Room"
        #expect(PercentEncoding.query(token) == encoded)
    }

    @Test func pairsKeepTheirOrder() {
        #expect(PercentEncoding.form([("b", "x y"), ("a", "1&2")]) == "b=x+y&a=1%262")
        #expect(PercentEncoding.query([("b", "x y"), ("a&", "1")]) == "b=x%20y&a%26=1")
    }
}
