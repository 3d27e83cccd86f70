@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct ResyHostsTests {
    private let hosts = ResyHosts(webURL: "https://resy.com", apiURL: "https://api.resy.com")

    @Test(arguments: [
        "https://resy.com/", "https://www.resy.com/login", "https://API.resy.com/3/auth", "https://a.b.resy.com",
    ]) func areTheSitesAndTheAPIs(url: String) { #expect(hosts.have(url)) }

    @Test(arguments: [
        "", "about:blank", "https://notresy.com/", "https://resy.com.evil.example/", "https://evil.example/resy.com",
        "https://resy.com@evil.example/", "data:text/html,resy.com", "https://evil.example/?https://resy.com",
    ]) func areNobodyElses(url: String) { #expect(!hosts.have(url)) }

    @Test func noAddressIsNoHost() { #expect(!ResyHosts(webURL: "", apiURL: "").have("https://resy.com")) }
}
