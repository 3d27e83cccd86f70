@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct HeaderProfileTests {
    private func header(_ name: String) -> String? {
        HeaderProfile(webURL: "https://resy.com/").headers.first { $0.name.lowercased() == name }?.value
    }

    @Test func oneVersionThroughout() throws {
        let version = "\(HeaderProfile.version)"
        #expect(try #require(header("user-agent")).contains("Chrome/\(version).0.0.0 "))
        let brands = try #require(header("sec-ch-ua"))
        #expect(brands.contains("\"Chromium\";v=\"\(version)\""))
        #expect(brands.contains("\"Google Chrome\";v=\"\(version)\""))
    }

    @Test func oneSystemThroughout() throws {
        let platform = try #require(header("sec-ch-ua-platform"))
        #expect(platform == "\"Linux\"")
        #expect(try #require(header("user-agent")).contains("Linux"))
        #expect(header("sec-ch-ua-mobile") == "?0")
    }

    /// As real Chromes sent it.
    @Test(arguments: [
        (131, #""Google Chrome";v="131", "Chromium";v="131", "Not_A Brand";v="24""#),
        (120, #""Not_A Brand";v="8", "Chromium";v="120", "Google Chrome";v="120""#),
    ])
    func brandsAreSpelledAsChromeSpellsThem(_ version: Int, _ expected: String) {
        #expect(HeaderProfile.brands(of: version) == expected)
    }

    @Test(arguments: [
        ("https://resy.com", "https://resy.com"), ("https://resy.com/", "https://resy.com"),
        ("http://127.0.0.1:8080/x?y", "http://127.0.0.1:8080"),
    ])
    func comesFromTheConfiguredSite(_ url: String, _ origin: String) {
        let headers = Dictionary(uniqueKeysWithValues: HeaderProfile(webURL: url).headers.map { ($0.name, $0.value) })
        #expect(headers["Origin"] == origin)
        #expect(headers["X-Origin"] == origin)
        #expect(headers["Referer"] == origin + "/")
    }
}
