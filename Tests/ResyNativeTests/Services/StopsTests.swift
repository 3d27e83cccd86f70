import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import resy_mcp
@testable import SandboxKit

/// Limits and blocks, kept over the processes of one home.
@Suite(.timeLimit(.minutes(1))) struct StopsTests {
    @Test(arguments: [
        (Fault.rateLimited(seconds: 60), ResyError.Code.rateLimited, 60.0), (.blockedText, .blocked, 900),
        (.blockedPage, .blocked, 900),
    ]) func afterALimitOrABlockNobodyAsks(fault: Fault, code: ResyError.Code, wait: Double) async throws {
        try await onStage { (stage) async throws in
            let other = stage.another()
            await stage.sandbox.fault(fault, on: .find)
            #expect(await failure { try await stage.check() }?.code == code)
            let asked = await stage.sandbox.requests.count
            for resy in [stage.resy, other] {
                let error = await failure { try await stage.book(with: resy) }
                #expect(error?.code == code)
                #expect(error?.message.contains("Next try") == true)
                let left = try #require(error?.retryAt).seconds - stage.now.seconds
                #expect(left > wait - 30 && left <= wait)
                #expect(try await !stage.list(with: resy).isSynced)
            }
            #expect(await stage.sandbox.requests.count == asked)
            await stage.clock.advance(wait + 1)
            #expect(try await stage.book(with: other).status == .booked)
            #expect(try await stage.list().isSynced)
            await other.finish()
        }
    }

    /// Who was turned away is told the time that the next one is told, however long the stop is by now.
    @Test(arguments: [Fault.blockedText, .blockedPage, .rateLimited(seconds: 120), .status(429, "Too many")])
    func theFirstAnswerKnowsUntilWhen(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            for _ in 1...2 {
                await stage.sandbox.fault(fault, on: .find)
                let first = try #require(await failure { try await stage.check() })
                let second = try #require(await failure { try await stage.check() })
                let until = try #require(second.retryAt)
                #expect(first.retryAt == until)
                #expect(!first.hint.contains("hour"))
                // Before it is known when that is said.
                #expect(!first.hint.contains("minute"))
                if first.code == .blocked {
                    let hint = Voice.model.at(stage.now).hint(first)
                    #expect(hint.contains(" minutes. Until then"))
                }
                await stage.clock.advance(until.seconds - stage.now.seconds + 1)
            }
        }
    }

    @Test func eachStopInARowIsLongerUntilASuccess() async throws {
        try await onStage { (stage) async throws in
            for pause in Breaker.pauses {
                await stage.sandbox.fault(.blockedText, on: .find)
                #expect(await failure { try await stage.check() }?.code == .blocked)
                // One second before its end nothing goes out yet.
                await stage.clock.advance(pause - 5)
                let asked = await stage.sandbox.requests.count
                #expect(await failure { try await stage.check() }?.code == .blocked)
                #expect(await stage.sandbox.requests.count == asked)
                await stage.clock.advance(6)
            }
        }
    }

    @Test func aStopOnSignInsLeavesTheRestAlone() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.blockedText, on: .authPassword)
            #expect(try await !stage.store().isVerified)
            #expect(try await stage.list().isSynced)
            #expect(try await stage.book().status == .booked)
            #expect(try await !stage.store().isVerified)
            #expect(await stage.count(.authPassword) == 1)
        }
    }

    @Test func whileSignInsAreBlockedTheBrowserIsAskedAtOnce() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let browser = ScriptedBrowser { _, _ in
                SignedIn(token: Secret(await stage.sandbox.signIn() ?? ""), cards: [], paymentMethodID: nil)
            }
            let resy = Resy(settings: stage.settings, clock: stage.clock, browser: browser)
            await stage.sandbox.fault(.blockedText, on: .authPassword)
            for count in 1...2 {
                let outcome = try await resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context)
                #expect(outcome.isVerified)
                #expect(browser.requests.count == count)
            }
            #expect(await stage.count(.authPassword) == 1)
            await resy.finish()
        }
    }

    @Test func aLimitOnSignInsStopsTheBrowserAndCostsNoTry() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            let browser = ScriptedBrowser { _, _ in throw ResyError(.captcha, .signIn(.captchaWanted)) }
            let resy = Resy(settings: stage.settings, clock: stage.clock, browser: browser)
            await stage.sandbox.fault(.rateLimited(seconds: 300), on: .authPassword)
            let login = BrowserLogin(email: Stage.email, password: Secret(Stage.password))
            for _ in 1...4 {
                let outcome = try await resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context)
                #expect(!outcome.isVerified && outcome.obstacle == .rateLimited)
                let error = await failure { try await resy.signIn(throughBrowser: login, context: stage.context) }
                #expect(error?.code == .rateLimited && error?.message.contains("Next try") == true)
            }
            #expect(browser.requests.isEmpty)
            #expect(await stage.count(.authPassword) == 1)
            await stage.clock.advance(301)
            #expect(
                try await resy.storeCredentials(
                    email: Stage.email, password: Secret(Stage.password), context: stage.context
                ).isVerified)
            await resy.finish()
        }
    }

    @Test func aLimitOnCodesStopsNoOtherWay() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            await stage.sandbox.set { $0.smsIsThrottled = true }
            let number = try #require(PhoneNumber("+12125550100"))
            let error = await failure { try await stage.resy.sendCode(to: number, context: stage.context) }
            #expect(error?.code == .rateLimited)
            #expect(try await stage.store().isVerified)
        }
    }

    // MARK: - What was sent

    @Test(arguments: [Fault.blockedText, .blockedPage]) func anUnclearBookingIsStillSettled(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(fault, on: .book)
            #expect(try await stage.book().status == .unknown)
            // The list before it, and then as often as a booking looks.
            #expect(await stage.count(.reservations) == 1 + 4)
            // What is known of it is told although nobody is let through meanwhile, and nothing sends a person to book it.
            #expect(try await stage.book().status == .unknown)
            let error = await failure { try await stage.book("Example Trattoria", 4) }
            #expect(error?.code == .blocked)
            #expect(error?.url?.contains("date=") == true)
            #expect(await stage.count(.book) == 1)
            #expect(await stage.count(.reservations) == 1 + 4)
        }
    }

    @Test func whatIsBookedIsToldAlthoughNobodyAsks() async throws {
        try await onStage { (stage) async throws in
            let booked = try await stage.book()
            await stage.sandbox.fault(.rateLimited(seconds: 60), on: .find)
            _ = try? await stage.check()
            for _ in 1...2 { #expect(try await stage.book().reservationID == booked.reservationID) }
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aListThatIsRefusedIsNotAskedAgain() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.blockedText, on: .book)
            await stage.sandbox.fault(.rateLimited(seconds: 60), on: .reservations, times: 9, after: 1)
            #expect(try await stage.book().status == .unknown)
            #expect(await stage.count(.reservations) == 2)
        }
    }

    @Test func whoMustCancelIsToldWhereAndByWhen() async throws {
        try await onStage { (stage) async throws in
            let booked = try await stage.book("Example Trattoria", 5)
            let id = "RESY-\(booked.reservationID ?? 0)"
            await stage.sandbox.fault(.blockedText, on: .find)
            _ = await failure { try await stage.check() }
            let asked = await stage.sandbox.requests.count
            for error in [
                await failure { try await stage.cancel("Example Trattoria") },
                await failure { try await stage.cancel(id: id) },
            ] {
                #expect(error?.code == .blocked)
                #expect(error?.message.contains("Nothing was cancelled.") == true)
                #expect(error?.message.contains(id) == true)
                #expect(error?.url == "https://resy.com/account/reservations-and-notify")
            }
            #expect(await stage.sandbox.requests.count == asked)
        }
    }

    // MARK: - Ending it by hand

    @Test func resumingEndsEveryStop() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.blockedText, on: .find)
            _ = await failure { try await stage.check() }
            let other = stage.another()
            #expect(Array(try await other.resume().keys) == [.calls])
            #expect(try await stage.check().slots.isEmpty == false)
            #expect(try await other.resume().isEmpty)
            await other.finish()
        }
    }

    @Test func resumingMakesNoHome() async throws {
        try await onStage(signedIn: false) { (stage) async throws in
            #expect(try await stage.resy.resume().isEmpty)
            #expect(!FileManager.default.fileExists(atPath: stage.home))
        }
    }
}
