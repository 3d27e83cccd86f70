import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct AuthManagerTests {
    // MARK: - Storing

    @Test func aPasswordThatResyTakesIsStoredVerified() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let outcome = try await stage.store(email: " sam@example.com ")
            #expect(outcome.isVerified)
            #expect(outcome.email == Stage.email)
            #expect(outcome.card == "Visa ending in 4242")
            let stored = try #require(try stage.resy.credentials.get(AuthManager.platform))
            #expect(stored.isVerified && stored.authToken != nil && stored.paymentMethodID == 5_550_001)
            #expect(stored.tokenExpiresAt != nil && stored.tokenObtainedAt != nil)
            let sent = try #require(await stage.sandbox.requests(to: .authPassword).first)
            #expect(sent.mediaType == "application/x-www-form-urlencoded")
            #expect(sent.form == ["email": Stage.email, "password": Stage.password])
            #expect(sent.authToken == nil)
        }
    }

    @Test func aRefusedPasswordChangesNothing() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let error = await failure { try await stage.store(password: "wrong") }
            #expect(error?.code == .signInFailed)
            #expect(try stage.resy.credentials.get(AuthManager.platform) == nil)
            _ = try await stage.store()
            let before = try #require(try stage.resy.credentials.get(AuthManager.platform)?.authToken)
            _ = await failure { try await stage.store(password: "wrong") }
            let after = try #require(try stage.resy.credentials.get(AuthManager.platform))
            #expect(after.authToken == before)
            #expect(after.password == Secret(Stage.password))
        }
    }

    /// Mistyped, right, mistyped: that was no reason to keep anybody out.
    @Test func aRightPasswordEndsTheCountOfWrongOnes() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            for password in ["wrong", Stage.password, "wrong", "wrong", "wrong"] {
                let error = await failure { _ = try await stage.store(password: password) }
                #expect(error?.code == (password == Stage.password ? nil : .signInFailed))
            }
            let error = await failure { try await stage.store() }
            #expect(error?.code == .rateLimited)
            #expect(error?.message.hasPrefix("3 sign-ins in a row did not succeed") == true)
            #expect(await stage.sandbox.requests(to: .authPassword).count == 5)
        }
    }

    @Test(arguments: [400, 401, 404, 409, 422]) func anyRefusalChangesNothing(status: Int) async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.fault(.status(status, "Account deactivated"), on: .authPassword)
            let error = await failure { try await stage.store() }
            #expect(error?.code == .signInFailed)
            #expect(try stage.resy.credentials.get(AuthManager.platform) == nil)
        }
    }

    @Test func aLongPasswordThatIsRefusedIsExplained() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let error = await failure { try await stage.store(password: String(repeating: "x", count: 30)) }
            #expect(error?.message.contains("25 characters") == true)
        }
    }

    @Test(arguments: [Switches.Block.authText, .authPage]) func aBlockStoresUnverified(block: Switches.Block)
        async throws
    {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.block = block }
            let outcome = try await stage.store()
            #expect(!outcome.isVerified)
            #expect(outcome.card == nil)
            #expect(try stage.resy.credentials.get(AuthManager.platform)?.isVerified == false)
            await stage.sandbox.set { $0.block = .none }
            // Not before the wait is over.
            #expect(try await !stage.list().isSynced)
            await stage.clock.advance(901)
            #expect(try await stage.list().isSynced)
            #expect(try stage.resy.credentials.get(AuthManager.platform)?.isVerified == true)
        }
    }

    @Test func aDeadNetworkStoresUnverified() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            try stage.sandbox.setConnections(.refuse)
            let outcome = try await stage.store()
            #expect(!outcome.isVerified)
            #expect(outcome.notes.first?.contains("stored unverified") == true)
        }
    }

    @Test func anotherAccountInheritsNothing() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.store()
            let outcome = try await stage.store(email: "pat@example.com")
            #expect(outcome.isVerified)
            #expect(outcome.card == nil)
            let stored = try #require(try stage.resy.credentials.get(AuthManager.platform))
            #expect(stored.email == "pat@example.com")
            #expect(stored.paymentMethodID == nil)
        }
    }

    @Test func whatIsNoAddressIsRefusedUnasked() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            #expect(await failure { try await stage.store(email: "sam") }?.code == .badRequest)
            #expect(await failure { try await stage.store(password: "") }?.code == .badRequest)
            #expect(await stage.sandbox.requests.isEmpty)
        }
    }

    // MARK: - Tokens

    @Test func aTokenThatEndsSoonIsRenewedFirst() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.tokenLifeSeconds = 3600 }
            _ = try await stage.store()
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 1)
            await stage.clock.advance(3600 - 200)
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authRefresh) == 1)
            #expect(await stage.sandbox.requests(to: .reservations).allSatisfy { $0.status == 200 })
        }
    }

    @Test func anOpaqueTokenIsProvedOnce() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.opaqueTokens = true }
            try await stage.signIn()
            _ = try await stage.list()
            _ = try await stage.list()
            #expect(await stage.count(.user) == 1)
            await stage.sandbox.expireTokens()
            await stage.clock.advance(400)
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.user) == 2)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func aDeactivatedUserPageDoesNotStopATokenThatWorks() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.opaqueTokens = true }
            try await stage.signIn()
            await stage.sandbox.fault(.accountGone, on: .user)
            #expect(try await stage.list().isSynced)
        }
    }

    @Test func aYoungTokenThatIsRefusedIsRenewedOnce() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.refreshSucceeds = false }
            _ = try await stage.store()
            await stage.sandbox.expireTokens()
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 2)
            await stage.sandbox.expireTokens()
            let error = await failure { try await stage.list() }
            #expect(error?.code == .signInFailed)
            #expect(error?.message.contains("less than ten minutes ago") == true)
            #expect(await stage.count(.authPassword) == 2)
        }
    }

    @Test func aTokenFromTheFutureIsNotYoung() async throws {
        try await onStage { (stage) async throws in
            try await stage.signIn(obtained: -86_400)
            await stage.sandbox.expireTokens()
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func aTokenWithoutAPasswordSaysSoWhenItEnds() async throws {
        try await onStage { (stage) async throws in
            try await stage.resy.credentials.update(AuthManager.platform) { $0?.password = nil }
            await stage.sandbox.expireTokens()
            let error = await failure { try await stage.list() }
            #expect(error?.code == .notSignedIn)
            #expect(error?.message.contains("run out") == true)
        }
    }

    @Test func theSettingsSignInWhereNothingIsStored() async throws {
        try await onStage(
            signedIn: false,
            settings: {
                $0.email = Stage.email
                $0.password = Secret(Stage.password)
            }
        ) { (stage) async throws in
            #expect(try await stage.list().isSynced)
            #expect(try await stage.list().isSynced)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test(arguments: [-86_400.0, 86_400.0]) func aWrongClockCostsNoSignIn(seconds: Double) async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.tokenLifeSeconds = 4 * 3600 }
            stage.clock.skew(seconds)
            _ = try await stage.store()
            #expect(try await stage.list().isSynced)
            let other = stage.another()
            #expect(try await stage.list(with: other).isSynced)
            #expect(await stage.count(.authPassword) == 1)
            // It still ends by Resy's clock.
            await stage.clock.advance(4 * 3600 - 100)
            #expect(try await stage.list().isSynced)
            #expect(await stage.sandbox.requests(to: .reservations).allSatisfy { $0.status == 200 })
            #expect(await stage.count(.authRefresh) == 1)
            await other.finish()
        }
    }

    // MARK: - One at a time

    @Test func tenCallsAtOnceSignInOnce() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<10 { group.addTask { try await stage.list().isSynced } }
                for try await isSynced in group { #expect(isSynced) }
            }
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func twoProcessesSignInOnce() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.expireTokens()
            let other = stage.another()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<10 {
                    group.addTask { try await stage.list(with: index.isMultiple(of: 2) ? stage.resy : other).isSynced }
                }
                for try await isSynced in group { #expect(isSynced) }
            }
            #expect(await stage.count(.authPassword) == 1)
            await other.finish()
        }
    }

    @Test func theFourthSignInInAQuarterHourIsNotTried() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let other = stage.another()
            _ = await failure { try await stage.store(password: "wrong 1") }
            _ = await failure {
                try await other.storeCredentials(
                    email: Stage.email, password: Secret("wrong 2"), context: stage.context)
            }
            _ = await failure { try await stage.store(password: "wrong 3") }
            let error = await failure {
                try await other.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context)
            }
            #expect(error?.code == .rateLimited)
            #expect(error?.hint.contains("minutes") == true)
            #expect(error?.retryAt != nil)
            #expect(try stage.resy.credentials.get(AuthManager.platform) == nil)
            #expect(await stage.count(.authPassword) == 3)
            // Another account is another matter, and so is a quarter of an hour later.
            #expect(try await stage.store(email: "pat@example.com").isVerified)
            await stage.clock.advance(901)
            #expect(try await stage.store().isVerified)
            await other.finish()
        }
    }

    @Test func signingOutForgetsAll() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.resy.auth.signOut()
            #expect(try stage.resy.credentials.get(AuthManager.platform) == nil)
            #expect(await failure { try await stage.list() }?.code == .notSignedIn)
        }
    }

    @Test(arguments: [
        ("eyJhIjoxfQ.eyJleHAiOjE3OTUwMDAwMDB9.sig", 1_795_000_000.0), ("opaque", nil), ("a.b", nil), ("a.!!.c", nil),
        ("a.e30.c", nil),
    ]) func expiryIsReadFromTheTokenItself(token: String, seconds: Double?) {
        #expect(TokenExpiry.read(Secret(token))?.seconds == seconds)
    }
}
