import Testing

@testable import ResyDomain

@testable import ResyNative
import SandboxKit

/// What calls take of the looking budget.
@Suite(.timeLimit(.minutes(1))) struct LookingBudgetCallTests {
    private static func asked(_ stage: Stage) -> Int {
        Store.turnstile(at: Home(stage.home).database, host: stage.settings.apiHost)?.level?.asked ?? 0
    }

    @Test func aLookWaitsForItsRequestsAndGoesOn() async throws {
        try await onStage(settings: { $0.budget = 1 }) { (stage) async throws in
            let answer = try await stage.check("Resy venue 99001")
            #expect(!answer.slots.isEmpty)
            #expect((5...16).contains(stage.clock.slept))
        }
    }

    @Test func aLookThatWouldWaitTooLongSaysWhenTheNextIs() async throws {
        try await onStage(settings: { $0.budget = 1 }) { (stage) async throws in
            _ = try await stage.check("Resy venue 99001")
            let request = AvailabilityRequest(restaurant: "Resy venue 99001", date: stage.day(4))
            let short = CallContext(deadline: stage.clock.now.adding(12))
            let error = await failure { try await stage.resy.checkAvailability(request, context: short) }
            #expect(error?.code == .rateLimited)
            #expect(error?.finding == .program(.lookedEnough(.now)))
            #expect((1...15).contains((error?.retryAt?.seconds ?? 0) - stage.clock.now.seconds))
        }
    }

    /// A refill of the bucket in all, however many requests a look would need.
    @Test func aLookWaitsNoLongerThanOneRefill() async throws {
        try await onStage(settings: { $0.budget = 1 }) { (stage) async throws in
            let steps = Lock<[Step]>([])
            let context = CallContext(deadline: stage.clock.now.adding(50)) { step in
                steps.withLock { $0.append(step) }
            }
            // Its search, its page and its tables: one is there, and one is waited for.
            let request = AvailabilityRequest(restaurant: "Example Trattoria", date: stage.day(4))
            let error = await failure { try await stage.resy.checkAvailability(request, context: context) }
            #expect(error?.code == .rateLimited && error?.finding == .program(.lookedEnough(.now)))
            #expect(error?.tellsWait == true)
            #expect((5...16).contains(stage.clock.slept))
            // It is not silent meanwhile.
            #expect(steps.withLock { $0 }.contains { if case .waitingForBudget = $0 { true } else { false } })
            // The next call goes on from what was found.
            await stage.clock.advance(15)
            _ = try await stage.resy.checkAvailability(request, context: stage.context)
        }
    }

    @Test func theDaysNumberIsNotWaitedFor() async throws {
        try await onStage(settings: { $0.budget = 1 }) { (stage) async throws in
            for _ in 0..<15 {
                _ = try? await stage.check("Resy venue 99001")
                await stage.clock.advance(30)
            }
            let slept = stage.clock.slept
            let error = await failure { try await stage.check("Resy venue 99001") }
            #expect(error?.finding == .program(.lookedEnough(.today)))
            #expect(((error?.retryAt?.seconds ?? 0) - stage.clock.now.seconds) > 60)
            #expect(stage.clock.slept == slept)
        }
    }

    /// Tables that were read are told, whatever is left to look for other days.
    @Test func otherDaysThatWouldTakeTooLongAreLeftOut() async throws {
        try await onStage(settings: { $0.budget = 1 }) { (stage) async throws in
            for _ in 0..<2 {
                _ = try? await stage.check("Sold Out Supper")
                await stage.clock.advance(15)
            }
            _ = try await stage.check("Sold Out Supper")
            // The tables are waited for, and the calendar would be a second wait.
            let answer = try await stage.check("Sold Out Supper")
            #expect(answer.slots.isEmpty)
            #expect(answer.remarks.contains(.evening(.otherDaysUnread(.program(.lookedEnough(.now))))))
        }
    }

    /// With nothing left, and no time to wait for more.
    @Test func deedsAndListsGoThroughAndAreCounted() async throws {
        try await onStage(settings: { $0.budget = 2 }) { (stage) async throws in
            for ahead in 3..<6 { _ = try await stage.check("Resy venue 99001", ahead) }
            let (slept, before) = (stage.clock.slept, Self.asked(stage))
            let booked = try await stage.book("Resy venue 99001")
            #expect(booked.status == .booked)
            #expect(try await stage.list().isSynced)
            let number = try #require(booked.reservationID)
            _ = try await stage.cancel(id: "RESY-\(number)")
            #expect(stage.clock.slept == slept)
            #expect(Self.asked(stage) >= before + 6)
        }
    }

    /// A sign-in that waited for the budget would keep a booking waiting.
    @Test func aRenewalInsideALookIsADeed() async throws {
        try await onStage(signedIn: false, settings: { $0.budget = 2 }) { (stage) async throws in
            _ = try await stage.check("Resy venue 99001")
            let slept = stage.clock.slept
            _ = try await stage.store()
            #expect(stage.clock.slept == slept)
        }
    }

    @Test func aRepeatAfterAPassingFailureIsCounted() async throws {
        try await onStage(settings: { $0.budget = 20 }) { (stage) async throws in
            _ = try await stage.check("Resy venue 99001")
            let before = Self.asked(stage)
            await stage.sandbox.fault(.status(502), on: .find)
            _ = try await stage.check("Resy venue 99001", 4)
            #expect(Self.asked(stage) == before + 2)
        }
    }

    @Test func whatIsLeftIsToldByTheDoctorWithTheLastLimit() async throws {
        try await onStage(settings: { $0.budget = 20 }) { (stage) async throws in
            _ = try await stage.check("Resy venue 99001")
            await stage.sandbox.fault(.status(429), on: .find)
            _ = await failure { try await stage.check("Resy venue 99001", 4) }
            let lines = Lock<[CheckUp.Line]>([])
            await stage.resy.checkUp(program: "t") { line in lines.withLock { $0.append(line) } }
            let found = lines.withLock { $0 }
            guard case .checkUp(.asked(let requests)) = found.first(where: { $0.what == .requests })?.result,
                case .checkUp(.lastStop(let stop)) = found.first(where: { $0.what == .lastLimit })?.result
            else {
                Issue.record("no such lines")
                return
            }
            #expect(requests.today == 3 && requests.left == 17 && requests.nextLook == nil)
            #expect(stop?.cause == .rateLimited && stop?.by == .read)
            // It is told after the wait is over, too.
            await stage.clock.advance(901)
            _ = try await stage.check("Resy venue 99001", 4)
            let home = Home(stage.home).database
            #expect(Store.lastStop(at: home, host: stage.settings.apiHost)?.since == stop?.since)
            #expect(Store.breakers(at: home, host: stage.settings.apiHost)[.calls]?.stop == nil)
        }
    }
}
