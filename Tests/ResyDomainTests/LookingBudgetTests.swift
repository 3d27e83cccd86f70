import Testing

@testable import ResyDomain

@Suite struct LookingBudgetTests {
    private static let today = CalendarDay(daysSince1970: 20_000)
    private static let now = Instant(seconds: 20_000 * 86_400 + 43_200)
    private static let dayEnds = Instant(seconds: 20_001 * 86_400)

    struct Bucket: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var size = 20
        var left = 5.0
        /// Since it was counted; negative: the clock was set back.
        var seconds = 0.0
        /// Days since it was counted.
        var days = 0
        var asked = 40
        /// What is there now.
        let expected: (left: Double, asked: Int)
    }

    @Test(arguments: [
        Bucket(testDescription: "at once", expected: (5, 40)),
        Bucket(testDescription: "one is back", seconds: 15, expected: (6, 40)),
        Bucket(testDescription: "a part of one", seconds: 3, expected: (5.2, 40)),
        Bucket(testDescription: "never over the rim", seconds: 3600, expected: (20, 40)),
        Bucket(testDescription: "clock set back", seconds: -5000, expected: (5, 40)),
        Bucket(testDescription: "the next day", seconds: 15, days: 1, expected: (6, 0)),
        Bucket(testDescription: "after a month", seconds: 1e6, days: 30, expected: (20, 0)),
        Bucket(testDescription: "clock set back by a day", seconds: -86_400, days: -1, expected: (5, 40)),
        Bucket(testDescription: "a larger bucket wrote it", size: 4, left: 19, expected: (4, 40)),
        Bucket(testDescription: "a smaller bucket wrote it", size: 40, left: 4, seconds: 30, expected: (6, 40)),
        Bucket(testDescription: "a broken row", left: -3, seconds: 15, expected: (1, 40)),
    ])
    func fillsAgain(_ bucket: Bucket) {
        let known = LookingBudget.Level(
            left: bucket.left, at: Self.now.adding(-bucket.seconds), day: Self.today.adding(days: -bucket.days),
            asked: bucket.asked)
        let level = LookingBudget(size: bucket.size).level(known, now: Self.now, today: Self.today)
        #expect(abs(level.left - bucket.expected.left) < 1e-6)
        #expect(level.asked == bucket.expected.asked)
        #expect(level.at == Self.now && level.day == Self.today)
    }

    @Test func isFullBeforeTheFirstRequest() {
        let level = LookingBudget(size: 20).level(nil, now: Self.now, today: Self.today)
        #expect(level == LookingBudget.Level(left: 20, at: Self.now, day: Self.today, asked: 0))
    }

    @Test(arguments: [(20, 8.0, 300), (100, 8, 1500), (16, 8, 240), (15, 7, 225), (8, 4, 120), (2, 1, 30), (1, 0, 15)])
    func keepsBackForDeedsNeverMoreThanHalf(size: Int, keptBack: Double, day: Int) {
        #expect(LookingBudget(size: size).keptBack == keptBack)
        #expect(LookingBudget(size: size).mostADay == day)
    }

    struct Look: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var size = 20
        let left: Double
        var asked = 0
        /// Seconds from now.
        let expected: Double
    }

    @Test(arguments: [
        Look(testDescription: "full", left: 20, expected: 0),
        Look(testDescription: "the last one that is not kept back", left: 9, expected: 0),
        Look(testDescription: "by rounding", left: 9 - 1e-9, expected: 0),
        Look(testDescription: "half of one is missing", left: 8.5, expected: 7.5),
        Look(testDescription: "one is missing", left: 8, expected: 15),
        Look(testDescription: "deeds took all", left: 0, expected: 135),
        Look(testDescription: "a bucket of one", size: 1, left: 0, expected: 15),
        Look(testDescription: "no bucket", size: 0, left: 0, asked: 9999, expected: 0),
        Look(testDescription: "the last of the day", left: 20, asked: 299, expected: 0),
        Look(testDescription: "the day is over", left: 20, asked: 300, expected: 43_200),
    ])
    func aLookGoesWhenThereIsEnough(_ look: Look) {
        let level = LookingBudget.Level(left: look.left, at: Self.now, day: Self.today, asked: look.asked)
        let next = LookingBudget(size: look.size).nextLook(level, dayEnds: Self.dayEnds)
        #expect(abs(next.seconds - Self.now.seconds - look.expected) < 1e-3)
    }

    @Test func deedsAreCountedAndNeverGoBelowNothing() {
        let budget = LookingBudget(size: 20)
        var level = budget.level(nil, now: Self.now, today: Self.today)
        for _ in 0..<25 { level = budget.counting(level) }
        #expect(level.left == 0 && level.asked == 25)
    }
}
