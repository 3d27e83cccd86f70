import Testing

@testable import ResyDomain

@Suite struct ReleaseVersionTests {
    @Test(arguments: [
        "1.2", "1.2.3.4", "1.2.x", "", "v", "1.5.0-rc.1", "1..3", "-1.2.3", "9999999.0.0", "1.2.\u{0663}",
    ])
    func isNoRelease(text: String) { #expect(ReleaseVersion(text) == nil) }

    @Test(arguments: [("0.1.0", "v0.1.1"), ("0.9.9", "0.10.0"), ("0.99.99", " v1.0.0 "), ("1.2.3", "1.2.10")])
    func isOlder(one: String, other: String) throws {
        let (one, other) = (try #require(ReleaseVersion(one)), try #require(ReleaseVersion(other)))
        #expect(one < other && !(other < one))
    }

    @Test func aTagIsTheVersion() { #expect(ReleaseVersion("v1.4.0") == ReleaseVersion("1.4.0")) }
}
