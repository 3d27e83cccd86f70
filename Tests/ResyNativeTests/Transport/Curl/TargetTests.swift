@testable import ResyDomain
import Testing

@testable import ResyNative

@Suite struct TargetTests {
    @Test(arguments: [
        "http://localhost:1/x", "http://127.0.0.1", "http://127.9.9.9/", "http://[::1]:80/", "http://127.1/",
    ])
    func plainHTTPIsForThisMachine(_ url: String) throws {
        #expect(try Target(url).isLoopback)
    }

    @Test func domainsHoldWhatIsBelowThem() throws {
        let target = try Target("https://API.Resy.com/3")
        #expect(target.host == "api.resy.com")
        #expect(target.isWithin(["resy.com"]))
        #expect(target.isWithin(["api.resy.com"]))
        #expect(!target.isWithin(["y.com", "esy.com", "widgets.resy.com"]))
        #expect(try !Target("https://notresy.com").isWithin(["resy.com"]))
    }
}
