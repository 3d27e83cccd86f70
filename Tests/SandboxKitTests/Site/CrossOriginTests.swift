import Testing

@testable import SandboxKit

@Suite(.timeLimit(.minutes(2)), .enabled(if: Visitor.hasReact)) struct CrossOriginTests {
    private func preflight(_ visitor: Visitor, _ headers: String) async throws -> RawAnswer {
        try await visitor.call(
            "OPTIONS", "/3/auth/password",
            headers: [
                ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", headers),
            ])
    }

    @Test func aPreflightLetsTheSiteInWithItsCookies() async throws {
        try await withSite { sandbox in
            for visitor in [Visitor.named(sandbox), .plain(sandbox)] {
                let answer = try await preflight(
                    visitor, "authorization,x-origin,x-resy-auth-token,x-resy-universal-auth,x-sandbox-page")
                #expect(answer.status == 204)
                #expect(answer.head?["Access-Control-Allow-Origin"] == visitor.origin)
                #expect(answer.head?["Access-Control-Allow-Credentials"] == "true")
                #expect(answer.head?["Access-Control-Allow-Headers"]?.contains("x-resy-auth-token") == true)
            }
            #expect(await sandbox.requests.isEmpty)
            #expect(await sandbox.visits.map(\.method) == ["OPTIONS", "OPTIONS"])
        }
    }

    @Test func aPreflightKeepsOthersAndUnknownHeadersOut() async throws {
        try await withSite { sandbox in
            var visitor = Visitor.named(sandbox)
            let unknown = try await preflight(visitor, "x-my-own")
            #expect(unknown.head?["Access-Control-Allow-Origin"] == nil)
            visitor.origin = "https://example.com"
            let other = try await preflight(visitor, "authorization")
            #expect(other.head?["Access-Control-Allow-Origin"] == nil)
        }
    }

    @Test func theSiteMayReadAnswersAndRefusalsButNoBlocks() async throws {
        try await withSite { sandbox in
            let visitor = Visitor.named(sandbox)
            let answer = try await visitor.logIn()
            #expect(answer.status == 200)
            #expect(answer.head?["Access-Control-Allow-Origin"] == "https://resy.com")
            let wrong = try await visitor.logIn(password: "wrong")
            #expect(wrong.status == 419)
            #expect(wrong.head?["Access-Control-Allow-Origin"] == "https://resy.com")
            await sandbox.set { $0.block = .authPage }
            let blocked = try await visitor.logIn()
            #expect(blocked.status == 403)
            #expect(blocked.head?["Access-Control-Allow-Origin"] == nil)
        }
    }

    @Test func aRefreshWithoutTheCookieIsRefusedUnread() async throws {
        try await withSite { sandbox in
            let answer = try await Visitor.named(sandbox).call("POST", "/3/auth/refresh")
            #expect(answer.status == 419)
            #expect(answer.head?["Access-Control-Allow-Origin"] == nil)
        }
    }

    @Test func theCookieOfALoginRefreshes() async throws {
        try await withSite { sandbox in
            for visitor in [Visitor.named(sandbox), .plain(sandbox)] {
                let cookie = try #require(try await visitor.logIn().head?["Set-Cookie"])
                #expect(cookie.contains("; HttpOnly"))
                #expect(cookie.contains("; Secure; SameSite=None") == visitor.isNamed)
                #expect(cookie.contains("Secure") == visitor.isNamed)
                let pair = String(cookie.prefix { $0 != ";" })
                let answer = try await visitor.call("POST", "/3/auth/refresh", headers: [("Cookie", pair)])
                #expect(answer.status == 200)
                #expect(answer.json?["token"]?.string?.isEmpty == false)
                #expect(answer.head?["Access-Control-Allow-Origin"] == visitor.origin)
            }
        }
    }
}
