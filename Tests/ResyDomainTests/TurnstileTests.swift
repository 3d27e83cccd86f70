import Testing

@testable import ResyDomain

@Suite struct TurnstileTests {
    private static let today = CalendarDay(daysSince1970: 20_000)
    private static let now = Instant(seconds: 20_000 * 86_400 + 43_200)
    private static let dayEnds = Instant(seconds: 20_001 * 86_400)

    private static func claim(
        pause: Double = 2, budget: Int = 20, _ change: (inout Turnstile.Claim) -> Void = { _ in }
    ) -> Turnstile.Claim {
        var claim = Turnstile.Claim(pause: pause, budget: LookingBudget(size: budget), latest: now.adding(50))
        change(&claim)
        return claim
    }

    private static func pass(_ turnstile: inout Turnstile, _ claim: Turnstile.Claim, at second: Double = 0)
        -> Turnstile.Answer
    {
        turnstile.pass(claim, now: now.adding(second), today: today, dayEnds: dayEnds)
    }

    @Test func requestsThatKeepThePauseQueue() {
        var turnstile = Turnstile()
        for number in 0..<4 {
            #expect(Self.pass(&turnstile, Self.claim()) == .go(at: Self.now.adding(2 * Double(number))))
        }
        #expect(turnstile.level?.asked == 4)
    }

    @Test func whatGoesAtOnceDoesNotJumpTheQueueOfTheNext() {
        var turnstile = Turnstile(nextTurn: Self.now.adding(10))
        #expect(Self.pass(&turnstile, Self.claim { $0.keepsPause = false }) == .go(at: Self.now))
        #expect(turnstile.nextTurn == Self.now.adding(10))
        #expect(Self.pass(&turnstile, Self.claim { $0.keepsPause = false }, at: 9) == .go(at: Self.now.adding(9)))
        #expect(turnstile.nextTurn == Self.now.adding(11))
    }

    @Test func whatIsRefusedTakesNothing() {
        let full = Turnstile(nextTurn: Self.now.adding(60))
        var turnstile = full
        #expect(Self.pass(&turnstile, Self.claim()) == .crowded(until: Self.now.adding(60)))
        #expect(turnstile == full)
        let level = LookingBudget.Level(left: 8, at: Self.now, day: Self.today, asked: 12)
        let spent = Turnstile(nextTurn: Self.now, level: level)
        turnstile = spent
        #expect(Self.pass(&turnstile, Self.claim()) == .spent(until: Self.now.adding(15)))
        #expect(turnstile == spent)
    }

    @Test func aDeedTakesFromWhatIsKeptBack() {
        let level = LookingBudget.Level(left: 1, at: Self.now, day: Self.today, asked: 500)
        var turnstile = Turnstile(level: level)
        for asked in 501...503 {
            let claim = Self.claim(pause: 0) { $0.isDeed = true }
            #expect(Self.pass(&turnstile, claim) == .go(at: Self.now))
            #expect(turnstile.level?.left == 0 && turnstile.level?.asked == asked)
        }
    }

    @Test func aSharedTurnIsNoRequestAndOneBesideNoTurn() {
        var turnstile = Turnstile()
        #expect(Self.pass(&turnstile, Self.claim { $0.isCounted = false }) == .go(at: Self.now))
        #expect(turnstile.nextTurn == Self.now.adding(2) && turnstile.level == nil)
        let beside = Self.claim {
            $0.takesTurn = false
            $0.keepsPause = false
        }
        #expect(Self.pass(&turnstile, beside) == .go(at: Self.now))
        #expect(turnstile.nextTurn == Self.now.adding(2) && turnstile.level?.asked == 1)
    }

    @Test func aClockSetBackBlocksNothing() {
        let level = LookingBudget.Level(left: 20, at: Self.now, day: Self.today, asked: 1)
        var turnstile = Turnstile(nextTurn: Self.now.adding(3), level: level)
        #expect(Self.pass(&turnstile, Self.claim(), at: -86_400) == .go(at: Self.now.adding(-86_400)))
    }

    @Test func withoutAPauseOnlyTheBudgetCounts() {
        var turnstile = Turnstile()
        for _ in 0..<12 { #expect(Self.pass(&turnstile, Self.claim(pause: 0)) == .go(at: Self.now)) }
        #expect(Self.pass(&turnstile, Self.claim(pause: 0)) == .spent(until: Self.now.adding(15)))
        #expect(Self.pass(&turnstile, Self.claim(pause: 0), at: 15) == .go(at: Self.now.adding(15)))
    }
}
