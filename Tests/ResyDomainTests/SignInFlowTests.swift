import Testing

@testable import ResyDomain

@Suite struct SignInFlowTests {
    typealias Flow = SignInFlow

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var purpose: Flow.Purpose
        var events: [Flow.Event]
        /// What is tried, and the end.
        var actions: [Flow.Action]

        init(_ name: String, _ purpose: Flow.Purpose, _ events: [Flow.Event], _ actions: [Flow.Action]) {
            testDescription = name
            self.purpose = purpose
            self.events = events
            self.actions = actions
        }
    }

    private static func means(cookie: Bool = false, password: Bool = true, young: Bool = false) -> Flow.Purpose {
        .renew(Flow.Means(hasRefreshCookie: cookie, hasPassword: password, isTokenYoung: young))
    }

    static let cases: [Case] = [
        // Renewing without a cookie.
        Case("password", means(), [.granted, .gotToken], [.claim, .askAPI, .finish(.signedIn)]),
        Case("wrong password ends it", means(), [.granted, .failed(.refused)], [.claim, .askAPI, .finish(.failed)]),
        Case(
            "blocked password, browser", means(), [.granted, .failed(.blocked), .gotToken],
            [.claim, .askAPI, .askBrowser, .finish(.signedIn)]),
        Case(
            "captcha, browser", means(), [.granted, .failed(.captcha), .gotToken],
            [.claim, .askAPI, .askBrowser, .finish(.signedIn)]),
        Case(
            "the browser's failure is the reason", means(), [.granted, .failed(.blocked), .failed(.noAnswer)],
            [.claim, .askAPI, .askBrowser, .finish(.failed)]),
        Case(
            "a blocked browser is not asked twice", means(), [.granted, .failed(.blocked), .failed(.blocked)],
            [.claim, .askAPI, .askBrowser, .finish(.failed)]),
        Case("429 ends it", means(), [.granted, .failed(.rateLimited)], [.claim, .askAPI, .finish(.failed)]),
        Case("no network ends it", means(), [.granted, .failed(.noAnswer)], [.claim, .askAPI, .finish(.failed)]),
        Case("lock-out guard", means(), [.tooMany], [.claim, .finish(.tooMany)]),
        Case("nothing at all", means(password: false), [], [.finish(.nothingToSignInWith)]),
        Case("a young token", means(young: true), [], [.finish(.youngToken)]),
        Case("young, no password", means(password: false, young: true), [], [.finish(.nothingToSignInWith)]),
        // With a cookie.
        Case("cookie", means(cookie: true), [.gotToken], [.refresh, .finish(.signedIn)]),
        Case(
            "cookie alone", means(cookie: true, password: false), [.gotToken], [.refresh, .finish(.signedIn)]),
        Case(
            "cookie for a young token", means(cookie: true, young: true), [.gotToken], [.refresh, .finish(.signedIn)]),
        Case(
            "refused cookie, password", means(cookie: true),
            [.failed(.refused), .cookieForgotten, .granted, .gotToken],
            [.refresh, .forgetCookie, .claim, .askAPI, .finish(.signedIn)]),
        Case(
            "refused cookie, nothing else", means(cookie: true, password: false),
            [.failed(.refused), .cookieForgotten],
            [.refresh, .forgetCookie, .finish(.nothingToSignInWith)]),
        Case(
            "refused cookie, young token", means(cookie: true, young: true), [.failed(.refused), .cookieForgotten],
            [.refresh, .forgetCookie, .finish(.youngToken)]),
        Case(
            "refused cookie, too many sign-ins", means(cookie: true),
            [.failed(.refused), .cookieForgotten, .tooMany], [.refresh, .forgetCookie, .claim, .finish(.tooMany)]),
        Case(
            "blocked refresh keeps the cookie", means(cookie: true), [.failed(.blocked), .granted, .gotToken],
            [.refresh, .claim, .askAPI, .finish(.signedIn)]),
        Case(
            "captcha at the refresh", means(cookie: true), [.failed(.captcha), .granted, .gotToken],
            [.refresh, .claim, .askAPI, .finish(.signedIn)]),
        Case(
            "no answer to the refresh", means(cookie: true), [.failed(.noAnswer), .granted, .gotToken],
            [.refresh, .claim, .askAPI, .finish(.signedIn)]),
        Case(
            "no answer and no password: the reason is the answer's",
            means(cookie: true, password: false), [.failed(.noAnswer)], [.refresh, .finish(.failed)]),
        Case(
            "no answer and a young token", means(cookie: true, young: true), [.failed(.blocked)],
            [.refresh, .finish(.failed)]),
        Case("429 at the refresh", means(cookie: true), [.failed(.rateLimited)], [.refresh, .finish(.failed)]),
        Case(
            "a refused key keeps the cookie and the password", means(cookie: true), [.failed(.wrongKey)],
            [.refresh, .finish(.failed)]),
        Case(
            "a refused key at the password", means(), [.granted, .failed(.wrongKey)],
            [.claim, .askAPI, .finish(.failed)]),
        Case(
            "all three", means(cookie: true),
            [.failed(.blocked), .granted, .failed(.blocked), .gotToken],
            [.refresh, .claim, .askAPI, .askBrowser, .finish(.signedIn)]),
        // Somebody gave a password, or asks for a browser.
        Case("proving", .prove, [.granted, .gotToken], [.claim, .askAPI, .finish(.signedIn)]),
        Case("proving a wrong one", .prove, [.granted, .failed(.refused)], [.claim, .askAPI, .finish(.failed)]),
        Case(
            "proving behind a block", .prove, [.granted, .failed(.blocked), .gotToken],
            [.claim, .askAPI, .askBrowser, .finish(.signedIn)]),
        Case("proving too often", .prove, [.tooMany], [.claim, .finish(.tooMany)]),
        Case("browser", .browse, [.granted, .gotToken], [.claim, .askBrowser, .finish(.signedIn)]),
        Case("browser in vain", .browse, [.granted, .failed(.refused)], [.claim, .askBrowser, .finish(.failed)]),
        Case("browser too often", .browse, [.tooMany], [.claim, .finish(.tooMany)]),
        Case("a person's window", .browseUncounted, [.gotToken], [.askBrowser, .finish(.signedIn)]),
        Case("a limit that is known costs no try", means(), [.failed(.rateLimited)], [.claim, .finish(.failed)]),
        // What cannot be.
        Case("an event out of place", means(), [.cookieForgotten], [.claim, .finish(.failed)]),
        Case(
            "nothing after the end", .prove, [.tooMany, .granted], [.claim, .finish(.tooMany), .finish(.failed)]),
    ]

    @Test(arguments: cases) func tries(_ example: Case) {
        var flow = Flow(example.purpose)
        var actions = [flow.start()]
        for event in example.events { actions.append(flow.handle(event)) }
        #expect(actions == example.actions)
    }

    /// Whatever comes, a password goes out once at most, and never without the guard's word.
    @Test func noPathAsksTwice() {
        let events: [Flow.Event] =
            [.gotToken, .cookieForgotten, .granted, .tooMany] + Flow.Failure.allCases.map { .failed($0) }
        let starts: [Flow.Purpose] = [true, false].flatMap { cookie in
            [true, false].map { Self.means(cookie: cookie, young: $0) }
        }
        func follow(_ flow: Flow, _ taken: [Flow.Action]) {
            if case .finish = taken.last { return }
            #expect(taken.count < 8)
            guard taken.count < 8 else { return }
            for event in events {
                var next = flow
                let action = next.handle(event)
                let all = taken + [action]
                for once in [Flow.Action.refresh, .askAPI, .askBrowser, .claim] {
                    #expect(all.filter { $0 == once }.count <= 1)
                }
                if action == .askAPI || action == .askBrowser { #expect(taken.contains(.claim)) }
                follow(next, all)
            }
        }
        for purpose in starts + [.prove, .browse] {
            var flow = Flow(purpose)
            let first = flow.start()
            follow(flow, [first])
        }
    }
}
