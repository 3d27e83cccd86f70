@testable import ResyDomain
import Foundation
import Testing

@testable import ResyNative
@testable import SandboxKit

/// Tokens renewed by the refresh cookie.
@Suite(.timeLimit(.minutes(1))) struct RenewalTests {
    private func stored(_ stage: Stage) throws -> Credentials {
        try #require(try stage.resy.credentials.get(AuthManager.platform))
    }

    private func refreshCookies(_ stage: Stage) throws -> [String] {
        try stored(stage).cookies.filter { CookieLine.isRefresh($0) }.map { $0.reveal() }
    }

    /// Signed in by password half an hour ago, with a token that is over.
    private func signInOnce(_ stage: Stage, keepsPassword: Bool = true) async throws {
        _ = try await stage.store()
        await stage.clock.advance(1800)
        await stage.sandbox.expireTokens()
        guard !keepsPassword else { return }
        try await stage.resy.credentials.update(AuthManager.platform) { $0?.password = nil }
    }

    @Test func aCookieRenewsWithoutThePassword() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            let before = try stored(stage)
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 1)
            let sent = try #require(await stage.sandbox.requests(to: .authRefresh).first)
            #expect(sent.header("cookie")?.contains("production_refresh_token=") == true)
            #expect(sent.header("x-origin") == "https://resy.com")
            #expect(sent.header("authorization")?.hasPrefix("ResyAPI api_key=") == true)
            #expect(sent.authToken == nil)
            #expect(sent.body == "{}")
            let after = try stored(stage)
            #expect(after.authToken != before.authToken)
            #expect(after.password == before.password && after.email == before.email)
        }
    }

    @Test func theCookieSurvivesARestartAsItWas() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            let line = try #require(try refreshCookies(stage).first)
            let fields = line.split(separator: "\t")
            // For this host alone, over TLS, out of scripts' reach, and for ninety days.
            #expect(fields[0] == "#HttpOnly_127.0.0.1" && fields[1] == "FALSE" && fields[3] == "TRUE")
            #expect((Double(fields[4]) ?? 0) > Date().timeIntervalSince1970 + 89 * 86_400)
            let other = stage.another()
            #expect(try await stage.list(with: other).isSynced)
            #expect(await stage.count(.authRefresh) == 1)
            #expect(await stage.count(.authPassword) == 1)
            await other.finish()
        }
    }

    @Test func anAccountWithoutAPasswordStaysSignedIn() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage, keepsPassword: false)
            for _ in 1...5 {
                #expect(try await stage.list().isSynced)
                await stage.clock.advance(60)
                await stage.sandbox.expireTokens()
            }
            // None of these counts as a sign-in.
            #expect(try await stage.store().isVerified)
        }
    }

    @Test func aRefusedCookieIsForgotten() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage, keepsPassword: false)
            await stage.sandbox.set { $0.refreshSucceeds = false }
            #expect(await failure { try await stage.list() }?.code == .notSignedIn)
            #expect(try refreshCookies(stage).isEmpty)
            let error = await failure { try await stage.list() }
            #expect(error?.code == .notSignedIn)
            #expect(error?.hint.contains("resy-mcp login") == true)
            #expect(await stage.count(.authRefresh) == 1)
            // Nor does it go along with anything else.
            _ = await failure { try await stage.check() }
            let last = try #require(await stage.sandbox.requests.last)
            #expect(last.header("cookie")?.contains("production_refresh_token=") != true)
        }
    }

    /// It is the application that is refused, whatever the status looks like.
    @Test(arguments: [true, false]) func aRefusedKeyForgetsNothing(isNamed: Bool) async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            let before = try refreshCookies(stage)
            if isNamed {
                await stage.sandbox.fault(.status(419, "Invalid API key"), on: .authRefresh)
            } else {
                await stage.sandbox.set { $0.apiKey = "ADifferentPublicKeyByNow" }
            }
            let token = try stored(stage).authToken
            let error = await failure { try await stage.resy.auth.renew(after: token, stage.context) }
            #expect(error?.code == .resyError)
            #expect(error?.message.contains("RESY_API_KEY") == true && error?.hint.contains("RESY_API_KEY") == true)
            #expect(try refreshCookies(stage) == before && before.count == 1)
            #expect(await stage.count(.authPassword) == 1, "no sign-in is spent on it")
            await stage.sandbox.set { $0.apiKey = stage.settings.apiKey }
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func aRefusedKeyIsNoWrongPassword() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.apiKey = "ADifferentPublicKeyByNow" }
            let outcome = try await stage.store()
            #expect(!outcome.isVerified)
            #expect(outcome.notes.joined().contains("RESY_API_KEY"))
        }
    }

    @Test func afterARefusedCookieThePasswordBringsANewOne() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            let before = try refreshCookies(stage)
            await stage.sandbox.set { $0.refreshSucceeds = false }
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 2)
            let after = try refreshCookies(stage)
            #expect(after.count == 1 && after != before)
        }
    }

    @Test func withoutACookieThePasswordSignsIn() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            try await stage.resy.credentials.update(AuthManager.platform) { $0?.cookies = [] }
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authRefresh) == 0)
            #expect(await stage.count(.authPassword) == 2)
        }
    }

    @Test(arguments: [Fault.blockedText, .blockedPage, .status(503), .resetBefore, .wrongTypes, .missingFields])
    func whereTheRefreshComesToNothingThePasswordIsNext(fault: Fault) async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            await stage.sandbox.fault(fault, on: .authRefresh)
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authRefresh) == 1)
            #expect(await stage.count(.authPassword) == 2)
            #expect(try refreshCookies(stage).count == 1)
        }
    }

    @Test func aBlockedRefreshIsTheReasonWhereNothingElseIsLeft() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage, keepsPassword: false)
            try stage.sandbox.setConnections(.refuse)
            let token = try stored(stage).authToken
            let error = await failure { try await stage.resy.auth.renew(after: token, stage.context) }
            #expect(error?.code == .network)
            #expect(try refreshCookies(stage).count == 1)
            try stage.sandbox.setConnections(.open)
            #expect(try await stage.list().isSynced)
        }
    }

    @Test func aLimitAtTheRefreshStopsAll() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            await stage.sandbox.fault(.rateLimited(seconds: 60), on: .authRefresh)
            let token = try stored(stage).authToken
            let refused = await failure { try await stage.resy.auth.renew(after: token, stage.context) }
            #expect(refused?.code == .rateLimited)
            #expect(refused?.retryAt != nil)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func aYoungTokenIsRenewedByCookieAndByPasswordOnce() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            _ = try await stage.store()
            await stage.sandbox.expireTokens()
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authRefresh) == 1)
            await stage.sandbox.expireTokens()
            await stage.sandbox.set { $0.refreshSucceeds = false }
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 2)
            await stage.sandbox.expireTokens()
            let error = await failure { try await stage.list() }
            #expect(error?.message.contains("less than ten minutes ago") == true)
            #expect(await stage.count(.authPassword) == 2)
        }
    }

    @Test func aShortLivedTokenIsNoRefusedOne() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set {
                $0.tokenLifeSeconds = 100
                $0.refreshSucceeds = false
            }
            _ = try await stage.store()
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 1)
            await stage.clock.advance(60)
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 2)
        }
    }

    @Test func aTokenThatCannotBeRenewedWorksToItsEnd() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set {
                $0.tokenLifeSeconds = 3600
                $0.refreshSucceeds = false
            }
            _ = try await stage.store()
            try await stage.resy.credentials.update(AuthManager.platform) { $0?.password = nil }
            await stage.clock.advance(3600 - 200)
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authRefresh) == 1)
            await stage.clock.advance(300)
            let error = await failure { try await stage.list() }
            #expect(error?.code == .notSignedIn)
        }
    }

    @Test func anotherAccountsCookieIsNotTaken() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            _ = try await stage.store(email: "pat@example.com")
            let foreign = try stored(stage).cookies
            try await signInOnce(stage)
            try await stage.resy.credentials.update(AuthManager.platform) { $0?.cookies = foreign }
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authRefresh) == 1)
            #expect(await stage.count(.authPassword) == 3)
            #expect(try stored(stage).email == Stage.email)
            #expect(try refreshCookies(stage) != foreign.map { $0.reveal() })
        }
    }

    @Test func twoProcessesRenewOnce() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try await signInOnce(stage)
            let other = stage.another()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<8 {
                    group.addTask { try await stage.list(with: index.isMultiple(of: 2) ? stage.resy : other).isSynced }
                }
                for try await isSynced in group { #expect(isSynced) }
            }
            #expect(await stage.count(.authRefresh) == 1)
            #expect(await stage.count(.authPassword) == 1)
            await other.finish()
        }
    }

    /// What one process was given, the other one uses.
    @Test func aRotatedCookieReachesTheOtherProcess() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let other = stage.another()
            try await signInOnce(stage)
            #expect(try await stage.list(with: other).isSynced)
            let newest = try #require(try refreshCookies(stage).first?.split(separator: "\t").last)
            await stage.clock.advance(60)
            await stage.sandbox.expireTokens()
            #expect(try await stage.list().isSynced)
            let sent = try #require(await stage.sandbox.requests(to: .authRefresh).last?.header("cookie"))
            #expect(sent.contains(newest))
            await other.finish()
        }
    }
}
