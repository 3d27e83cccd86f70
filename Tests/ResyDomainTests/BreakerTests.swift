import Testing

@testable import ResyDomain

@Suite struct BreakerTests {
    typealias Step = (at: Double, event: Breaker.Event)

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var steps: [Step]
        /// When the last stop ends, in seconds; nil where none stands.
        var until: Double?
        var trips: Int

        init(_ name: String, _ steps: [Step], until: Double?, trips: Int) {
            testDescription = name
            self.steps = steps
            self.until = until
            self.trips = trips
        }
    }

    private static func block(_ call: Breaker.Call = .read) -> Breaker.Event { .tripped(call, .blocked, retryAt: nil) }
    private static func limit(_ seconds: Double?) -> Breaker.Event {
        .tripped(.read, .rateLimited, retryAt: seconds.map { Instant(seconds: $0) })
    }
    private static func success(_ began: Double, _ call: Breaker.Call = .read) -> Breaker.Event {
        .succeeded(call, began: Instant(seconds: began))
    }

    static let cases: [Case] = [
        Case("nothing happened", [], until: nil, trips: 0),
        Case("a quarter of an hour first", [(0, block())], until: 900, trips: 1),
        Case("then an hour", [(0, block()), (901, block())], until: 901 + 3600, trips: 2),
        Case("then eight", [(0, block()), (901, block()), (5000, limit(nil))], until: 5000 + 28_800, trips: 3),
        Case(
            "and eight ever after", [(0, block()), (901, block()), (5000, block()), (40_000, block())],
            until: 40_000 + 28_800, trips: 4),
        Case("Resy's own word", [(0, limit(60))], until: 60, trips: 1),
        Case("its word outweighs the row", [(0, block()), (901, limit(961))], until: 961, trips: 2),
        Case("a day at most", [(0, limit(1e9))], until: 86_400, trips: 1),
        Case("a word about the past stops nothing", [(1000, limit(900))], until: nil, trips: 1),
        Case("several at once are one", [(0, block()), (1, block()), (2, block())], until: 900, trips: 1),
        Case("the longest wait holds", [(0, block()), (1, limit(5000))], until: 5000, trips: 1),
        Case("a shorter one does not", [(0, block()), (1, limit(30))], until: 900, trips: 1),
        Case("a success forgets all", [(0, block()), (901, block()), (5000, success(4999))], until: nil, trips: 0),
        Case(
            "after it the row begins anew", [(0, block()), (901, success(901)), (902, block())], until: 1802, trips: 1),
        Case("one that was under way does not", [(10, block()), (11, success(9))], until: 910, trips: 1),
        Case("nor one let through to settle", [(0, block()), (1, success(1, .settlingList))], until: 900, trips: 1),
        Case("a browser's block", [(0, block(.browser))], until: 900, trips: 1),
        Case(
            "a captcha after it", [(0, block(.browser)), (901, .tripped(.browser, .captcha, retryAt: nil))],
            until: 901 + 3600, trips: 2),
        Case("somebody's word ends it", [(0, block()), (1, .cleared)], until: nil, trips: 0),
    ]

    @Test(arguments: cases) func stopsAndForgets(_ example: Case) {
        var breaker = Breaker()
        var now = Instant(seconds: 0)
        for step in example.steps {
            now = Instant(seconds: step.at)
            breaker.handle(step.event, now: now)
        }
        #expect(breaker.standing(now)?.until.seconds == example.until)
        #expect(breaker.trips == example.trips)
        if let until = example.until { #expect(breaker.standing(Instant(seconds: until)) == nil) }
    }

    /// What passes a stop: by whom it was tripped, why, and who asks.
    @Test(arguments: [
        (Breaker.Call.read, Breaker.Cause.blocked, [Breaker.Call.settlingList]), (.read, .rateLimited, [.settlingList]),
        (.commitment, .blocked, [.settlingList]), (.list, .blocked, []), (.settlingList, .blocked, []),
    ]) func onlyWhatSettlesPasses(by: Breaker.Call, cause: Breaker.Cause, passing: [Breaker.Call]) {
        let stop = Breaker.Stop(cause: cause, by: by, since: Instant(seconds: 0), until: Instant(seconds: 900))
        let calls: [Breaker.Call] = [.read, .list, .settlingList, .commitment]
        let passed = calls.filter { Breaker(trips: 1, stop: stop).stops($0, now: Instant(seconds: 1)) == nil }
        #expect(passed == passing)
    }

    @Test(arguments: [
        (Breaker.Call.refresh, Breaker.Cause.blocked, [Breaker.Call.signIn]), (.refresh, .rateLimited, []),
        (.signIn, .blocked, []), (.signIn, .rateLimited, []),
    ]) func aRefusedCookieSaysNothingOfThePassword(
        by: Breaker.Call, cause: Breaker.Cause, passing: [Breaker.Call]
    ) {
        let stop = Breaker.Stop(cause: cause, by: by, since: Instant(seconds: 0), until: Instant(seconds: 900))
        let passed = [Breaker.Call.refresh, .signIn].filter {
            Breaker(trips: 1, stop: stop).stops($0, now: Instant(seconds: 1)) == nil
        }
        #expect(passed == passing)
    }

    /// Who tries beside a standing stop may find that something else is wanted by now.
    @Test func whatABrowserMetLastIsTheCause() {
        var breaker = Breaker()
        breaker.handle(Self.block(.browser), now: Instant(seconds: 0))
        breaker.handle(.tripped(.browser, .code, retryAt: nil), now: Instant(seconds: 10))
        #expect(breaker.stop?.cause == .code && breaker.stop?.until.seconds == 900)
    }

    @Test func aStopFromTheFutureIsNone() {
        let stop = Breaker.Stop(
            cause: .blocked, by: .read, since: Instant(seconds: 1e6), until: Instant(seconds: 1e6 + 900))
        #expect(Breaker(trips: 1, stop: stop).stops(.read, now: Instant(seconds: 0)) == nil)
    }
}
