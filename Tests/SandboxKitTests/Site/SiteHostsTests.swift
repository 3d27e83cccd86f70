import Testing

@testable import SandboxKit

@Suite struct SiteHostsTests {
    private let hosts = SiteHosts(apiPort: 4000, webPort: 5000)

    struct Case: CustomTestStringConvertible, Sendable {
        let host: String
        let path: String
        let place: SiteHosts.Place
        var testDescription: String { host + path }

        init(_ host: String, _ path: String, _ place: SiteHosts.Place) {
            self.host = host
            self.path = path
            self.place = place
        }
    }

    @Test(arguments: [
        Case("resy.com", "/", .page), Case("resy.com", "/3/venue", .page),
        Case("www.resy.com", "/cities/new-york-ny", .page), Case("api.resy.com", "/", .api),
        Case("api.resy.com", "/3/venue", .api), Case("captcha.example.test", "/widget", .captcha),
        Case("127.0.0.1:5000", "/account/reservations", .page), Case("localhost:5000", "/3/venue", .page),
        Case("127.0.0.1:4000", "/3/venue", .api), Case("localhost:4000", "/4/find", .api),
        Case("localhost:4000", "/", .page), Case("127.0.0.1:9443", "/v1/places:searchText", .api),
        Case("localhost:5000", "/widget", .captcha),
    ])
    func aHostAndAPathAreOnePlace(_ example: Case) {
        #expect(hosts.place(host: example.host, path: example.path) == example.place)
    }

    @Test func thePageFindsTheAPIWhereItsVisitorCan() {
        #expect(hosts.apiURL(for: "resy.com", secure: true) == "https://api.resy.com")
        #expect(hosts.apiURL(for: "127.0.0.1:5000", secure: false) == "http://127.0.0.1:4000")
        #expect(hosts.apiURL(for: "localhost:5000", secure: false) == "http://localhost:4000")
        #expect(hosts.apiURL(for: "localhost:4000", secure: false) == "http://localhost:4000")
        #expect(hosts.apiURL(for: "localhost:9443", secure: true) == "https://localhost:9443")
    }

    @Test func theChallengeIsOfAnotherSite() {
        #expect(hosts.captchaURL(for: "resy.com", secure: true) == "https://captcha.example.test/widget")
        #expect(hosts.captchaURL(for: "127.0.0.1:5000", secure: false) == "http://localhost:5000/widget")
        #expect(hosts.captchaURL(for: "localhost:9443", secure: true) == "https://127.0.0.1:9443/widget")
    }

    @Test func onlyTheSiteMayReadAnswers() {
        #expect(hosts.allows(origin: "https://resy.com"))
        #expect(hosts.allows(origin: "http://localhost:5000"))
        #expect(!hosts.allows(origin: "http://resy.com"))
        #expect(!hosts.allows(origin: "https://api.resy.com"))
        #expect(!hosts.allows(origin: "http://127.0.0.1:4001"))
    }
}
