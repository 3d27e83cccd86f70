import Testing

@testable import ResyDomain

@Suite struct WatchScheduleTests {
    static let zone = Zone(named: "America/New_York")!
    static let day = CalendarDay(iso: "2026-11-14")!

    static func watch(
        _ days: [CalendarDay] = [day], id: Int = 1, until: CalendarDay? = nil,
        _ change: (inout Watch) -> Void = { _ in }
    ) -> Watch {
        var venue = Venue(id: 5, name: "Carbone")
        venue.zone = zone
        var watch = Watch(
            id: id, venue: venue, days: days, party: 2, hours: WatchedHours(), seating: nil, mostFee: nil,
            until: until ?? days[days.count - 1], earlierThan: nil, createdAt: Instant(seconds: 0))
        change(&watch)
        return watch
    }

    static func at(_ day: CalendarDay, _ hour: Int, _ minute: Int = 0) -> Instant {
        zone.instant(day, TimeOfDay(minutesAfterMidnight: hour * 60 + minute))
    }

    static let plenty = TickCount.Share(left: 100, watches: 6, cost: 2, seconds: 80_000)

    // MARK: - How often

    @Test(arguments: [
        (0, 600.0), (1, 600), (2, 900), (3, 900), (4, 1800), (7, 1800), (8, 3600), (14, 3600), (15, 7200), (30, 7200),
    ])
    func theFurtherTheMoreSeldom(ahead: Int, pause: Double) {
        let now = Self.at(Self.day.adding(days: -ahead), 12)
        for chance in [0, 0.5, 1, 7, -3] {
            let next = WatchSchedule.next(
                after: now, for: Self.watch(), isWhole: true, share: Self.plenty, chance: chance)
            let waited = next.seconds - now.seconds
            #expect((pause...pause * 1.2 + 0.001).contains(waited), "\(ahead) \(chance)")
        }
    }

    /// The nearest of its days that is still to come decides.
    @Test func daysThatAreOverDoNotCount() {
        let watch = Self.watch([Self.day, Self.day.adding(days: 10)])
        let now = Self.at(Self.day.adding(days: 1), 12)
        let next = WatchSchedule.next(after: now, for: watch, isWhole: true, share: Self.plenty, chance: 0)
        #expect(next.seconds - now.seconds == 3600)
    }

    @Test func whatWasNotReachedIsDueAsSoonAsMayBe() {
        let now = Self.at(Self.day.adding(days: -20), 12)
        let next = WatchSchedule.next(after: now, for: Self.watch(), isWhole: false, share: Self.plenty, chance: 0)
        #expect(next.seconds - now.seconds == 600)
    }

    /// The rest of the day's requests lasts until the day ends.
    @Test(arguments: [(60, 600.0), (59, 1465), (10, 8640), (1, 86_400), (0, 86_400)])
    func fewRequestsAreSpread(left: Int, pause: Double) {
        let now = Self.at(Self.day, 0)
        let share = TickCount.Share(left: left, watches: 1, cost: 1, seconds: 86_400)
        let next = WatchSchedule.next(after: now, for: Self.watch(), isWhole: true, share: share, chance: 0)
        #expect(abs(next.seconds - now.seconds - pause) < 1)
    }

    @Test func manyWatchesShareWhatIsLeft() {
        let one = TickCount.Share(left: 20, watches: 1, cost: 2, seconds: 7200)
        let six = TickCount.Share(left: 20, watches: 6, cost: 2, seconds: 7200)
        #expect(one.pause(reserve: 60) == 720 && six.pause(reserve: 60) == 4320)
    }

    // MARK: - Which

    @Test func whoWaitsLongestComesFirst() {
        let now = Self.at(Self.day.adding(days: -1), 12)
        let all = [(1, 0.0), (2, -60), (3, 60), (4, -60)].map { id, delay in
            Self.watch(id: id) { $0.nextLook = now.adding(delay) }
        }
        #expect(WatchSchedule.due(all, now: now).map(\.id) == [2, 4, 1])
    }

    // MARK: - Its end

    /// An evening ends after midnight, by the restaurant's clock; `until` may end it sooner.
    @Test(
        arguments: [
            (0, 23, nil, false), (1, 4, nil, false), (1, 5, nil, true), (0, 12, -1, true), (-1, 12, -1, false),
            (-2, 12, -1, false), (-30, 12, nil, false), (40, 0, nil, true),
        ] as [(Int, Int, Int?, Bool)])
    func endsAfterItsLastEvening(offset: Int, hour: Int, until: Int?, isOver: Bool) {
        let watch = Self.watch(until: until.map { Self.day.adding(days: $0) })
        #expect(WatchSchedule.isOver(watch, now: Self.at(Self.day.adding(days: offset), hour)) == isOver)
    }

    /// The night in which clocks go back is one evening, an hour longer.
    @Test func anHourMoreInAutumnIsNoDayMore() {
        let night = CalendarDay(iso: "2026-10-31")!
        let watch = Self.watch([night])
        let five = Self.at(night.adding(days: 1), 5)
        #expect(five.seconds - Self.at(night, 5).seconds == 25 * 3600)
        #expect(!WatchSchedule.isOver(watch, now: five.adding(-1)) && WatchSchedule.isOver(watch, now: five))
    }

    // MARK: - Counting

    @Test func aDayEndsItsCount() {
        let count = TickCount(day: Self.day, asked: 99)
        #expect(count.on(Self.day).left == 1)
        #expect(count.on(Self.day.adding(days: 1)) == TickCount(day: Self.day.adding(days: 1), asked: 0))
        // A clock that was set back gives nothing back.
        #expect(count.on(Self.day.adding(days: -1)).asked == 99)
    }

    @Test(arguments: [(nil, 86_400.0), (3600, 86_400), (100_000, 100_000), (9e9, 259_200)] as [(Double?, Double)])
    func aPauseLastsADay(asked: Double?, length: Double) {
        let now = Instant(seconds: 1000)
        let pause = WatchPause(.blocked, now: now, retryAt: asked.map { now.adding($0) })
        #expect(pause.until.seconds - now.seconds == length)
        #expect(pause.stands(now) && pause.stands(pause.until.adding(-1)) && !pause.stands(pause.until))
        // Written before the clock was set back.
        #expect(!pause.stands(now.adding(-90)))
    }

    // MARK: - Deliveries

    @Test func nothingIsBegunAThirdTime() {
        #expect(WatchDelivery.waiting.beginning == .begun)
        #expect(WatchDelivery.begun.beginning == .begunAgain)
        #expect(WatchDelivery.begunAgain.beginning == nil && WatchDelivery.done.beginning == nil)
    }
}
