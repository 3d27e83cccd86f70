import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct PacerTests {
    private let folder: TempFolder

    init() throws { folder = try TempFolder() }

    private func pacer(_ clock: StageClock, pause: ClosedRange<Double> = 1...3, budget: Int = 0) -> Pacer {
        Pacer(
            store: Store(home: folder.home), clock: clock, pause: pause, budget: LookingBudget(size: budget),
            host: "api.resy.com")
    }

    @Test func requestsOfAllProcessesKeepApart() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let (one, other) = (pacer(clock), pacer(clock))
        let deadline = clock.now.adding(50)
        try await one.turn(.next, for: .look, before: deadline)
        #expect(clock.slept == 0)
        for (turn, pacer) in [other, one, other].enumerated() {
            try await pacer.turn(.next, for: .look, before: deadline)
            #expect((Double(turn + 1) * 0.9...Double(turn + 1) * 3.1).contains(clock.slept))
        }
    }

    @Test func aStepInsideABookingGoesAtOnceAndMovesTheNextTurn() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 2...2)
        let deadline = clock.now.adding(50)
        try await pacer.turn(.next, for: .look, before: deadline)
        try await pacer.turn(.atOnce, for: .look, before: deadline)
        try await pacer.turn(.atOnce, for: .look, before: deadline)
        #expect(clock.slept == 0)
        try await pacer.turn(.next, for: .look, before: deadline)
        // A pause after the last of them, not one more for each.
        #expect((1.9...2.1).contains(clock.slept))
    }

    @Test func aTurnBeyondTheDeadlineIsSaidAtOnce() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 30...30)
        try await pacer.turn(.next, for: .look, before: clock.now.adding(50))
        let error = await #expect(throws: ResyError.self) {
            try await pacer.turn(.next, for: .look, before: clock.now.adding(20))
        }
        #expect(error?.code == .rateLimited)
        #expect(clock.slept == 0)
    }

    @Test func zeroSwitchesItOff() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 0...0)
        for _ in 0..<5 { try await pacer.turn(.next, for: .look, before: clock.now) }
        #expect(clock.slept == 0)
    }

    @Test func aRequestGoesAtOnceWhereNothingRanWithinThePause() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 2...2)
        for _ in 0..<5 { try await pacer.turn(.atOnce, for: .deed, before: clock.now.adding(50)) }
        await clock.advance(2)
        try await pacer.turn(.next, for: .look, before: clock.now.adding(50))
        #expect(clock.slept == 0)
    }

    // MARK: - The budget

    @Test func aSearchGoesOutWithoutPausesAndEndsWithTheBudget() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let (one, other) = (pacer(clock, budget: 20), pacer(clock, budget: 20))
        for pacer in [one, other, one, other, one, other] {
            for _ in 0..<2 { try await pacer.turn(.next, for: .search, before: clock.now.adding(50)) }
        }
        let spent = await #expect(throws: BudgetSpent.self) {
            try await one.turn(.next, for: .search, before: clock.now.adding(50))
        }
        #expect(clock.slept == 0)
        #expect((10...15).contains(try #require(spent).until.seconds - clock.now.seconds))
    }

    @Test func aSearchMovesTheTurnOfTheOthersOn() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 3...3, budget: 20)
        for _ in 0..<4 { try await pacer.turn(.next, for: .search, before: clock.now.adding(50)) }
        try await pacer.turn(.next, for: .look, before: clock.now.adding(50))
        #expect((1...3).contains(clock.slept))
    }

    @Test func withoutABudgetASearchKeepsThePause() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 3...3)
        for _ in 0..<3 { try await pacer.turn(.next, for: .search, before: clock.now.adding(50)) }
        #expect((4...6).contains(clock.slept))
    }

    @Test func aDeedNeverWaitsForTheBudget() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 0...0, budget: 2)
        for _ in 0..<40 { try await pacer.turn(.beside, for: .deed, before: clock.now.adding(50)) }
        #expect(clock.slept == 0)
    }

    /// How long a look waits is its call's to say.
    @Test func aLookIsToldAtOnceToo() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 0...0, budget: 1)
        try await pacer.turn(.next, for: .look, before: clock.now.adding(50))
        let spent = await #expect(throws: BudgetSpent.self) {
            try await pacer.turn(.next, for: .look, before: clock.now.adding(50))
        }
        #expect((10...15).contains((spent?.until.seconds ?? 0) - clock.now.seconds))
        #expect(spent?.isOfDay == false)
        #expect(clock.slept == 0)
        await clock.advance(15.1)
        try await pacer.turn(.next, for: .look, before: clock.now.adding(50))
    }

    /// A turn that several share is none of the requests.
    @Test func whatSharesATurnIsCountedOnceEach() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 0...0, budget: 4)
        try await pacer.turn(.shared, for: .search, before: clock.now.adding(50))
        for _ in 0..<2 { try await pacer.turn(.beside, for: .search, before: clock.now.adding(50)) }
        await #expect(throws: BudgetSpent.self) {
            try await pacer.turn(.beside, for: .search, before: clock.now.adding(50))
        }
    }
}
