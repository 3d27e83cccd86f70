import Testing

@testable import SandboxKit

@Suite(.timeLimit(.minutes(2)), .enabled(if: Visitor.hasReact)) struct SitePagesTests {
    @Test func saysWhichPackagesAreMissing() {
        let error = #expect(throws: SitePages.Missing.self) { try SitePages(react: "/nowhere") }
        #expect(
            error?.description == "/nowhere/react/umd/react.production.min.js is missing; the simulated site needs "
                + "Debian's packages node-react and node-react-dom")
    }

    @Test func everyPathIsAPageThatKnowsItsAPI() async throws {
        try await withSite { sandbox in
            for path in ["/", "/cities/new-york-ny", "/account/reservations"] {
                let page = try await Visitor.named(sandbox).open(path)
                #expect(page.status == 200)
                #expect(page.settings?["api"] == "https://api.resy.com")
                #expect(page.settings?["key"] == "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5")
            }
            #expect(try await Visitor.plain(sandbox).open("/").settings?["api"] == .string(sandbox.baseURL))
            #expect(await sandbox.visits.map(\.path) == ["/", "/cities/new-york-ny", "/account/reservations", "/"])
            #expect(await sandbox.requests.isEmpty)
        }
    }

    @Test func whatThePageNamesIsServed() async throws {
        try await withSite { sandbox in
            let visitor = Visitor.plain(sandbox)
            let page = try await visitor.open("/").text
            let names = page.matches(of: #/(?:src|href)="(/[^"]+)"/#).map { String($0.1) }
            let modules = ["/static/api.js", "/static/auth.js", "/static/markups.js", "/static/parts.js", "/sw.js"]
            #expect(names.count == 4)
            for name in names + modules { #expect(try await visitor.open(name).status == 200, "\(name)") }
            #expect(try await visitor.open("/static/none.js").status == 404)
            #expect(try await visitor.open("/favicon.ico").status == 404)
        }
    }

    @Test func switchesReachThePage() async throws {
        try await withSite { sandbox in
            await sandbox.set { $0.site.markup = .v3 }
            await sandbox.set { $0.site.captcha = .hcaptcha }
            let settings = try #require(try await Visitor.named(sandbox).open("/").settings)
            #expect(settings["switches"]?["markup"] == "v3")
            #expect(settings["switches"]?["captcha"] == "hcaptcha")
            #expect(settings["captcha"] == "https://captcha.example.test/widget")
        }
    }

    @Test func blockedAndEmptyPagesSayNothing() async throws {
        try await withSite { sandbox in
            let visitor = Visitor.named(sandbox)
            await sandbox.set { $0.site.blockedPage = true }
            let blocked = try await visitor.open("/")
            #expect(blocked.status == 403)
            #expect(blocked.text.contains("Incapsula incident ID: 1146"))
            #expect(!blocked.text.contains("script"))
            await sandbox.set {
                $0.site.blockedPage = false
                $0.site.emptyPage = true
            }
            let empty = try await visitor.open("/")
            #expect(empty.status == 200)
            #expect(!empty.text.contains("script"))
        }
    }

    @Test func onlyHeadlessBrowsersAreRefused() async throws {
        try await withSite { sandbox in
            await sandbox.set { $0.site.refusesHeadless = true }
            let visitor = Visitor.named(sandbox)
            let agent = ("User-Agent", "Mozilla/5.0 HeadlessChrome/156.0.0.0")
            let refused = try await visitor.open("/", headers: [agent])
            #expect(refused.status == 403)
            let served = try await visitor.open("/")
            #expect(served.status == 200)
        }
    }

    @Test func aSlowPageComesLate() async throws {
        try await withSite { sandbox in
            await sandbox.set { $0.site.htmlDelayMilliseconds = 300 }
            let page = try await Visitor.named(sandbox).open("/")
            #expect(page.seconds >= 0.3)
        }
    }

    @Test func theControlSurfaceSetsTheSitesSwitches() async throws {
        let world = World()
        let reply = try await world.control(
            "switches", ["block": "authProgramsPage", "site": ["markup": "v2", "alerts": true]])
        #expect(reply.json?["site"]?["markup"] == "v2")
        _ = try await world.control("switches", ["site": ["phoneOnly": true]])
        let switches = await world.switches
        #expect(switches.block == .authProgramsPage)
        #expect(switches.site.markup == .v2)
        #expect(switches.site.alerts && switches.site.phoneOnly)
        await #expect(throws: ControlFailure.self) {
            try await world.control("switches", ["site": ["marcup": "v2"]])
        }
    }
}
