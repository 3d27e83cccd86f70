import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What one browser met, kept from the next: a browser that is turned away each time is not started each time.
@Suite(.timeLimit(.minutes(1))) struct BrowserStopsTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var cause: Breaker.Cause
        var code: ResyError.Code
        /// How the API turns the password away.
        var fault: Fault
        /// What the second answer tells to do.
        var ways: [String]
    }

    static let cases: [Case] = [
        Case(
            testDescription: "a block", cause: .blocked, code: .signInBlocked, fault: .blockedPage,
            ways: ["resy-mcp login --headed", "resy-mcp doctor --resume"]),
        Case(
            testDescription: "a captcha", cause: .captcha, code: .captcha, fault: .status(403, "captcha required"),
            ways: ["resy-mcp login --headed", "resy-mcp doctor --resume"]),
        Case(
            testDescription: "a captcha behind a block", cause: .captcha, code: .captcha, fault: .blockedText,
            ways: ["resy-mcp login --headed"]),
        Case(
            testDescription: "a code", cause: .code, code: .captcha, fault: .blockedText,
            ways: ["resy-mcp login --headed", "resy-mcp login --phone NUMBER"]),
    ]

    private static let noStart = ResyError(
        .signInBlocked, .browser(.error(.didNotStart(.mute, path: "/usr/bin/chromium"))))
    /// What the browser says of it.
    private static let seen = Finding.signIn(.browserTurnedAway(status: 403))

    private func turnedAway(_ example: Case) -> ScriptedBrowser {
        ScriptedBrowser { _, _ in
            throw BrowserTurnedAway(example.cause, ResyError(example.code, Self.seen, advice: [.signIn(.tryFromHome)]))
        }
    }

    /// Signed in by password once, with a token that is over and no cookie.
    private func play(
        _ browser: ScriptedBrowser, _ act: (Stage, Resy) async throws -> Void
    ) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            let resy = Resy(settings: stage.settings, clock: stage.clock, browser: browser)
            let result: Result<Void, any Error>
            do { result = .success(try await act(stage, resy)) } catch { result = .failure(error) }
            await resy.finish()
            try result.get()
        }
    }

    private func renew(_ resy: Resy, _ stage: Stage) async -> ResyError? {
        await failure {
            try await resy.auth.renew(
                after: try resy.credentials.get(AuthManager.platform)?.authToken, stage.context)
        }
    }

    @Test(arguments: cases) func theSecondCallIsAnsweredAtOnce(_ example: Case) async throws {
        let browser = turnedAway(example)
        try await play(browser) { (stage, resy) async throws in
            await stage.sandbox.fault(example.fault, on: .authPassword, times: 9)
            #expect(await renew(resy, stage)?.message.contains(ResyError(.captcha, Self.seen).message) == true)
            // As often as the lock-out guard would have stopped it, and by another process too.
            let other = Resy(settings: stage.settings, clock: stage.clock, browser: browser)
            for resy in [resy, other, resy, other] {
                let error = await renew(resy, stage)
                #expect(error?.code == example.code)
                #expect(error?.retryAt.map { $0.seconds - stage.now.seconds > 890 } == true)
                for way in example.ways { #expect(error?.hint.contains(way) == true) }
            }
            await other.finish()
            #expect(browser.requests.count == 1)
            #expect(await stage.count(.authPassword) == 1)
            let tries = try await resy.store.signIns(
                account: AccountKey.of(email: Stage.email), since: stage.now.adding(-900))
            #expect(tries == 1, "what is not tried is not counted")
            // The list is what is remembered, and says what to do.
            let list = try await stage.list(with: resy)
            #expect(list.notes.joined().contains("resy-mcp login --headed"))
        }
    }

    @Test func theWaitGrowsUntilSomebodyIsSignedIn() async throws {
        let browser = turnedAway(Self.cases[0])
        try await play(browser) { (stage, resy) async throws in
            for (count, pause) in Breaker.pauses.enumerated() {
                await stage.sandbox.fault(.blockedPage, on: .authPassword)
                _ = await renew(resy, stage)
                #expect(browser.requests.count == count + 1)
                await stage.clock.advance(pause - 10)
                _ = await renew(resy, stage)
                #expect(browser.requests.count == count + 1)
                await stage.clock.advance(11)
            }
            #expect(await renew(resy, stage) == nil)
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.refreshSucceeds = false }
            await stage.clock.advance(1000)
            await stage.sandbox.fault(.blockedPage, on: .authPassword)
            _ = await renew(resy, stage)
            await stage.clock.advance(901)
            _ = await renew(resy, stage)
            #expect(browser.requests.count == Breaker.pauses.count + 1, "the row began anew, and the API let it in")
        }
    }

    @Test(arguments: cases) func aPersonsOwnSignInTriesAtOnce(_ example: Case) async throws {
        let browser = turnedAway(example)
        try await play(browser) { (stage, resy) async throws in
            await stage.sandbox.fault(example.fault, on: .authPassword, times: 9)
            _ = await renew(resy, stage)
            let password = Secret(Stage.password)
            // The tool that a model calls is told at once.
            let tool = try await resy.storeCredentials(email: Stage.email, password: password, context: stage.context)
            #expect(!tool.isVerified && tool.obstacle == example.code)
            #expect(browser.requests.count == 1)
            let login = try await resy.storeCredentials(
                email: Stage.email, password: password, isByHand: true, context: stage.context)
            #expect(!login.isVerified && login.obstacle == example.code)
            #expect(browser.requests.count == 2)
        }
    }

    @Test func aWindowOpensWhateverTheLastBrowserMet() async throws {
        let isHelped = Lock(false)
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.block = .authText }
            let browser = ScriptedBrowser { login, _ in
                guard login.isHeaded else {
                    throw BrowserTurnedAway(.captcha, ResyError(.captcha, Self.seen))
                }
                isHelped.withLock { $0 = true }
                return SignedIn(
                    token: Secret(await stage.sandbox.signIn(Stage.email) ?? ""), cards: [], paymentMethodID: nil)
            }
            let resy = Resy(settings: stage.settings, clock: stage.clock, browser: browser)
            _ = await renew(resy, stage)
            let login = BrowserLogin(email: Stage.email, password: Secret(Stage.password), isHeaded: true)
            #expect(try await resy.signIn(throughBrowser: login, context: stage.context).isVerified)
            #expect(isHelped.withLock { $0 })
            // What it was kept for is over.
            #expect(try await resy.store.breaker(.browser, host: stage.settings.apiHost) == Breaker())
            await resy.finish()
        }
    }

    @Test func aBrowserThatWasAskedForSaysNothingOfTheAPI() async throws {
        let browser = turnedAway(Self.cases[1])
        try await play(browser) { (stage, resy) async throws in
            let login = BrowserLogin(email: Stage.email, password: Secret(Stage.password))
            let error = await failure { try await resy.signIn(throughBrowser: login, context: stage.context) }
            #expect(error?.message == ResyError(.captcha, Self.seen).message)
            #expect(await renew(resy, stage) == nil)
        }
    }

    @Test func resumingEndsTheWait() async throws {
        let browser = turnedAway(Self.cases[0])
        try await play(browser) { (stage, resy) async throws in
            await stage.sandbox.fault(.blockedPage, on: .authPassword)
            _ = await renew(resy, stage)
            #expect(Set(try await resy.resume().keys) == [.signIn, .browser])
            #expect(await renew(resy, stage) == nil)
        }
    }

    /// Not as an answer that is not understood, and not again with each call: each would send one.
    @Test func aCodeThatTheAPIWantsIsToldAndAskedForOnce() async throws {
        let browser = ScriptedBrowser { _, _ in throw Self.noStart }
        try await play(browser) { stage, resy in
            await stage.sandbox.set { $0.mfaRequired = true }
            let first = await renew(resy, stage)
            #expect(first?.code == .captcha && first?.message.contains("verification code") == true)
            let second = await renew(resy, stage)
            #expect(second?.code == .captcha && second?.message.contains("verification code") == true)
            for error in [first, second] {
                for way in ["resy-mcp login --headed", "--phone NUMBER"] {
                    #expect(error?.hint.contains(way) == true)
                }
            }
            #expect(browser.requests.count == 1)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    /// A browser that could not start has learned nothing.
    @Test func aBrowserThatDidNotGetThereIsTriedAgain() async throws {
        let browser = ScriptedBrowser { _, _ in throw Self.noStart }
        try await play(browser) { (stage, resy) async throws in
            await stage.sandbox.fault(.blockedPage, on: .authPassword)
            for _ in 1...2 { _ = await renew(resy, stage) }
            #expect(browser.requests.count == 2)
        }
    }
}
