import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct CookieLineTests {
    private func credentials(_ line: String) -> Credentials { Credentials(cookies: [Secret(line)]) }

    @Test(arguments: [
        ("#HttpOnly_.resy.com\tTRUE\t/\tTRUE\t2000000000\tproduction_refresh_token\tx", true),
        ("#HttpOnly_api.resy.com\tFALSE\t/\tTRUE\t0\tproduction_refresh_token\tx", true),
        (".RESY.com\ttrue\t/\tTRUE\t2000000000\tproduction_refresh_token\tx", true),
        // Another's, one that is over, another host's, one without a value, and no cookie at all.
        ("#HttpOnly_.resy.com\tTRUE\t/\tTRUE\t2000000000\ttoken_v2\tx", false),
        ("#HttpOnly_.resy.com\tTRUE\t/\tTRUE\t1000\tproduction_refresh_token\tx", false),
        ("resy.com\tFALSE\t/\tTRUE\t2000000000\tproduction_refresh_token\tx", false),
        (".notresy.com\tTRUE\t/\tTRUE\t2000000000\tproduction_refresh_token\tx", false),
        (".resy.com\tTRUE\t/\tTRUE\t2000000000\tproduction_refresh_token\t", false),
        ("production_refresh_token=x", false),
    ]) func knowsARefreshCookie(line: String, isOne: Bool) {
        let now = Instant(seconds: 1_800_000_000)
        #expect(credentials(line).hasRefreshCookie(for: "https://api.resy.com", now: now) == isOne)
        #expect(!credentials(line).hasRefreshCookie(for: "http://127.0.0.1:9", now: now))
    }

    /// The jar is libcurl's: what it drops for us is for it to show.
    @Test func anEndedOneLeavesTheJar() async throws {
        let line = "#HttpOnly_.resy.com\tTRUE\t/\tTRUE\t0\tproduction_refresh_token\tsecret"
        let other = ".resy.com\tTRUE\t/\tFALSE\t0\tother\tkept"
        try await CurlEngine.withTest(cookieHosts: ["resy.com"]) { engine in
            engine.importCookies([Secret(line), Secret(other)])
            #expect(await engine.cookies().map { $0.reveal() }.sorted() == [line, other].sorted())
            engine.importCookies([try #require(CookieLine(Secret(line))).ended])
            let left = await engine.cookies().filter { !CookieLine.isEnded($0) }
            #expect(left.map { $0.reveal() } == [other])
        }
    }

    @Test func theNewerOfTwoStays() async throws {
        let name = "#HttpOnly_.resy.com\tTRUE\t/\tTRUE\t0\tproduction_refresh_token\t"
        let (old, new) = (name + "old", name + "new")
        try await CurlEngine.withTest(cookieHosts: ["resy.com"]) { engine in
            engine.importCookies([Secret(old)])
            engine.importCookies([Secret(new)])
            #expect(await engine.cookies().map { $0.reveal() } == [new])
        }
    }
}
