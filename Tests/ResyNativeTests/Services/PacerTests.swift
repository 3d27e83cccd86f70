import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct PacerTests {
    private let folder: TempFolder

    init() throws { folder = try TempFolder() }

    private func pacer(_ clock: StageClock, pause: ClosedRange<Double> = 1...3) -> Pacer {
        Pacer(store: Store(home: folder.home), clock: clock, pause: pause, host: "api.resy.com")
    }

    @Test func requestsOfAllProcessesKeepApart() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let (one, other) = (pacer(clock), pacer(clock))
        let deadline = clock.now.adding(50)
        try await one.turn(isPaced: true, before: deadline)
        #expect(clock.slept == 0)
        for (turn, pacer) in [other, one, other].enumerated() {
            try await pacer.turn(isPaced: true, before: deadline)
            #expect((Double(turn + 1) * 0.9...Double(turn + 1) * 3.1).contains(clock.slept))
        }
    }

    @Test func aStepInsideABookingGoesAtOnceAndMovesTheNextTurn() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 2...2)
        let deadline = clock.now.adding(50)
        try await pacer.turn(isPaced: true, before: deadline)
        try await pacer.turn(isPaced: false, before: deadline)
        try await pacer.turn(isPaced: false, before: deadline)
        #expect(clock.slept == 0)
        try await pacer.turn(isPaced: true, before: deadline)
        #expect((5.5...6.1).contains(clock.slept))
    }

    @Test func aTurnBeyondTheDeadlineIsSaidAtOnce() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 30...30)
        try await pacer.turn(isPaced: true, before: clock.now.adding(50))
        let error = await #expect(throws: ResyError.self) {
            try await pacer.turn(isPaced: true, before: clock.now.adding(20))
        }
        #expect(error?.code == .rateLimited)
        #expect(clock.slept == 0)
    }

    @Test func zeroSwitchesItOff() async throws {
        let clock = StageClock(start: 1_800_000_000)
        let pacer = pacer(clock, pause: 0...0)
        for _ in 0..<5 { try await pacer.turn(isPaced: true, before: clock.now) }
        #expect(clock.slept == 0)
    }
}
