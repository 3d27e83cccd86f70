import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What the browser's part gives and costs; the browser itself is scripted.
@Suite(.timeLimit(.minutes(1))) struct BrowserFallbackTests {
    private static let refused = ResyError(
        .captcha, .signIn(.captchaWanted), advice: [.signIn(.finishInWindow(also: nil))])

    private func browser(_ stage: Stage, _ change: @escaping @Sendable (inout SignedIn) -> Void = { _ in })
        -> ScriptedBrowser
    {
        ScriptedBrowser { _, context in
            context.progress(.startingBrowser)
            let token = await stage.sandbox.signIn(Stage.email) ?? ""
            var signedIn = SignedIn(token: Secret(token), cards: [], paymentMethodID: nil)
            change(&signedIn)
            return signedIn
        }
    }

    private func using(
        _ browser: ScriptedBrowser, _ stage: Stage, _ change: (inout Settings) -> Void = { _ in },
        _ play: (Resy) async throws -> Void
    ) async throws {
        var settings = stage.settings
        change(&settings)
        let resy = Resy(settings: settings, clock: stage.clock, browser: browser)
        let result: Result<Void, any Error>
        do { result = .success(try await play(resy)) } catch { result = .failure(error) }
        await resy.finish()
        try result.get()
    }

    private func stored(_ stage: Stage) throws -> Credentials {
        try #require(try stage.resy.credentials.get(AuthManager.platform))
    }

    @Test(arguments: [Fault.blockedText, .blockedPage, .status(403, "captcha required")])
    func whereProgramsAreTurnedAwayTheBrowserSignsIn(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.fault(fault, on: .authPassword)
            let browser = browser(stage)
            try await using(browser, stage) { (resy) async throws in
                #expect(try await stage.list(with: resy).isSynced)
            }
            #expect(browser.requests.map(\.email) == [Stage.email])
            #expect(browser.requests.first?.password == Secret(Stage.password))
            #expect(browser.requests.first?.isHeaded == false)
        }
    }

    @Test(arguments: [ResyError.Code.network, .schemaChanged])
    func aBrowserThatDoesNotGetThroughLeavesItABlock(code: ResyError.Code) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.fault(.blockedPage, on: .authPassword)
            let browser = ScriptedBrowser { _, _ in
                throw ResyError(code, .browser(.error(.unreachable("net::ERR_FAILED"))), advice: [.browser(.checkWay)])
            }
            try await using(browser, stage) { (resy) async throws in
                #expect(try await stage.list(with: resy).isSynced == false)
                let stored = try await resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context)
                #expect(stored.obstacle == .signInBlocked)
                #expect(!stored.isVerified)
            }
        }
    }

    @Test func soItDoesWhereTheAPIWantsAProofBesideThePassword() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.site.verificationCode = true }
            let browser = browser(stage)
            try await using(browser, stage) { (resy) async throws in
                #expect(try await stage.list(with: resy).isSynced)
            }
            #expect(browser.requests.count == 1)
        }
    }

    @Test(arguments: [Fault.status(419, "Unauthorized"), .rateLimited(seconds: 60), .status(503), .resetBefore])
    func otherwiseNoBrowserOpens(fault: Fault) async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.fault(fault, on: .authPassword)
            let browser = browser(stage)
            try await using(browser, stage) { (resy) async throws in
                _ = try? await resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context)
            }
            #expect(browser.requests.isEmpty)
        }
    }

    @Test func keyAndCookiesOfTheBrowserAreKept() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.block = .authText }
            let line = "#HttpOnly_127.0.0.1\tFALSE\t/\tTRUE\t0\tproduction_refresh_token\tfrom-the-browser"
            let foreign = ".evil.example\tTRUE\t/\tFALSE\t0\tx\ty"
            let browser = browser(stage) {
                $0.apiKey = "AnotherPublicKey123"
                $0.cookies = [Secret(line), Secret(foreign)]
            }
            try await using(browser, stage) { (resy) async throws in
                let outcome = try await resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context)
                #expect(outcome.isVerified)
            }
            #expect(try stored(stage).apiKey == "AnotherPublicKey123")
            #expect(try stored(stage).cookies.map { $0.reveal() } == [line])
            #expect(try stored(stage).password == Secret(Stage.password))
            // The next process says who it is with that key.
            let next = stage.another()
            _ = await failure { try await stage.list(with: next) }
            let last = try #require(await stage.sandbox.requests.last)
            #expect(last.header("authorization") == "ResyAPI api_key=\"AnotherPublicKey123\"")
            await next.finish()
        }
    }

    @Test func aKeyThatTheUserChoseStays() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.block = .authText }
            let browser = browser(stage) { $0.apiKey = "AnotherPublicKey123" }
            try await using(browser, stage, { $0.apiKeyIsChosen = true }) { (resy) async throws in
                _ = try await resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context)
            }
            #expect(try stored(stage).apiKey == nil)
        }
    }

    @Test(arguments: ["short", "quo\"ted key", "new\nline-key", String(repeating: "k", count: 500)])
    func aKeyThatCannotBeOneIsNotLearned(key: String) async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let browser = browser(stage) { $0.apiKey = key }
            try await using(browser, stage) { (resy) async throws in
                _ = try await resy.signIn(
                    throughBrowser: BrowserLogin(email: Stage.email, password: nil), context: stage.context)
            }
            #expect(try stored(stage).apiKey == nil)
        }
    }

    @Test func theBrowsersFailureIsTheError() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.block = .authText }
            let browser = ScriptedBrowser { _, _ in throw Self.refused }
            try await using(browser, stage) { (resy) async throws in
                #expect(await failure { try await resy.auth.renew(after: nil, stage.context) } == nil)
                let token = try stored(stage).authToken
                #expect(await failure { try await resy.auth.renew(after: token, stage.context) } == Self.refused)
            }
        }
    }

    /// API and browser are one try; the fourth is not made.
    @Test func bothCountOnce() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.block = .authText }
            let browser = ScriptedBrowser { _, _ in throw Self.refused }
            try await using(browser, stage) { (resy) async throws in
                let login = BrowserLogin(email: Stage.email, password: Secret(Stage.password))
                for _ in 1...2 {
                    _ = try await resy.storeCredentials(
                        email: Stage.email, password: Secret(Stage.password), context: stage.context)
                }
                #expect(
                    await failure { try await resy.signIn(throughBrowser: login, context: stage.context) }
                        == Self.refused)
                #expect(
                    await failure { try await resy.signIn(throughBrowser: login, context: stage.context) }?.code
                        == .rateLimited)
            }
            #expect(browser.requests.count == 3)
        }
    }

    @Test func inAWindowThePersonSaysWhoItIs() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let browser = browser(stage)
            try await using(browser, stage) { (resy) async throws in
                let outcome = try await resy.signIn(
                    throughBrowser: BrowserLogin(email: nil, password: nil, isHeaded: true), context: stage.context)
                #expect(outcome.email == Stage.email && outcome.card == "Visa ending in 4242")
                // Another account than the one that was filled in: its password does not come along.
                let other = try await resy.signIn(
                    throughBrowser: BrowserLogin(
                        email: "pat@example.com", password: Secret("pat's"), isHeaded: true), context: stage.context)
                #expect(other.email == Stage.email)
            }
            let named = ScriptedBrowser { _, _ in
                SignedIn(
                    token: Secret(await stage.sandbox.signIn(Stage.email) ?? ""), cards: [], paymentMethodID: nil,
                    email: Stage.email)
            }
            try await using(named, stage) { (resy) async throws in
                let outcome = try await resy.signIn(
                    throughBrowser: BrowserLogin(
                        email: "pat@example.com", password: Secret("pat's"), isHeaded: true), context: stage.context)
                #expect(outcome.email == Stage.email)
            }
            #expect(try stored(stage).email == Stage.email)
            #expect(try stored(stage).password == nil)
        }
    }

    // MARK: - Who waits

    /// Two calls wait for one browser: the first that is cancelled leaves it open, the second closes it.
    @Test func theBrowserClosesWithTheLastWhoWaits() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.block = .authText }
            let (opened, closed, forever) = (Gate(), Gate(), Gate())
            let browser = ScriptedBrowser { _, context in
                context.progress(.startingBrowser)
                opened.open()
                await withTaskCancellationHandler {
                    await forever.wait()
                } onCancel: {
                    closed.open()
                    forever.open()
                }
                throw CancellationError()
            }
            try await using(browser, stage) { (resy) async throws in
                let (first, second) = (Lock<[Step]>([]), Lock<[Step]>([]))
                func call(_ heard: Lock<[Step]>) -> Task<Void, any Error> {
                    Task {
                        let context = CallContext(
                            deadline: stage.now.adding(50), progress: { step in heard.withLock { $0.append(step) } })
                        _ = try await resy.reservations(includingPast: false, context: context)
                    }
                }
                let one = call(first)
                await opened.wait()
                let two = call(second)
                while !second.withLock({ $0.contains(.startingBrowser) }) { await Task.yield() }
                one.cancel()
                await #expect(throws: CancellationError.self) { try await one.value }
                #expect(browser.requests.count == 1)
                two.cancel()
                await #expect(throws: CancellationError.self) { try await two.value }
                await closed.wait()
                #expect(first.withLock { $0.contains(.startingBrowser) })
            }
        }
    }

    @Test func leavingClosesTheBrowserFirst() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.block = .authText }
            let (opened, forever, isClosed) = (Gate(), Gate(), Lock(false))
            let browser = ScriptedBrowser { _, _ in
                opened.open()
                await withTaskCancellationHandler {
                    await forever.wait()
                } onCancel: {
                    forever.open()
                }
                isClosed.withLock { $0 = true }
                throw CancellationError()
            }
            let resy = Resy(settings: stage.settings, clock: stage.clock, browser: browser)
            let call = Task { try await stage.list(with: resy) }
            await opened.wait()
            await resy.finish()
            #expect(isClosed.withLock { $0 })
            _ = try? await call.value
        }
    }
}
