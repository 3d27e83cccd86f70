import Testing

@testable import ResyDomain

@Suite struct NotifyHoursTests {
    private static let day = CalendarDay(iso: "2026-11-14")!

    private static func hours(_ from: String, _ until: String, service: Int = 2, step: Int? = 30) -> NotifyHours? {
        guard let first = WireTime.local(from), let last = WireTime.local(until) else { return nil }
        return NotifyHours(service: service, from: first, until: last, step: step)
    }

    private static let dinner = hours("2026-11-14 17:00:00", "2026-11-14 22:00:00")!
    private static let lunch = hours("2026-11-14 11:30:00", "2026-11-14 15:00:00", service: 3)!

    private static func clock(_ time: String?) -> Int? {
        time.flatMap { TimeOfDay(clock: $0) }.map { Evening.minutes(of: $0) }
    }

    private static func told(_ windows: [NotifyWindow]) -> [String] {
        windows.map { "\($0.service) \($0.earliest.clock)-\($0.latest.clock)" }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var from: String?
        var until: String?
        var expected: [String]
        var testDescription: String { "\(from ?? "any") to \(until ?? "any")" }
    }

    @Test(arguments: [
        Case(from: "18:00", until: "21:00", expected: ["2 18:00-21:00"]),
        Case(from: "18:10", until: "20:50", expected: ["2 18:00-21:00"]),
        Case(from: "16:00", until: "23:30", expected: ["2 17:00-22:00"]),
        Case(from: "18:00", until: nil, expected: ["2 18:00-22:00"]),
        Case(from: nil, until: "19:00", expected: ["3 11:30-15:00", "2 17:00-19:00"]),
        Case(from: nil, until: nil, expected: ["3 11:30-15:00", "2 17:00-22:00"]),
        Case(from: "14:00", until: "18:00", expected: ["3 14:00-15:00", "2 17:00-18:00"]),
        // Only what lies between touches no service; one that ends where the wish begins does not serve it.
        Case(from: "15:00", until: "18:00", expected: ["2 17:00-18:00"]),
        Case(from: "19:00", until: "19:00", expected: ["2 19:00-19:30"]),
        Case(from: "22:00", until: "22:00", expected: ["2 21:30-22:00"]),
    ])
    func aWishIsLaidOverTheServices(wish: Case) throws {
        let windows = try [Self.lunch, Self.dinner].windows(
            on: Self.day, from: Self.clock(wish.from), until: Self.clock(wish.until))
        #expect(Self.told(windows) == wish.expected)
    }

    @Test func whatLiesOutsideIsToldWithTheHours() {
        #expect(throws: [NotifyHours].Obstacle.none) {
            try [NotifyHours]().windows(on: Self.day, from: nil, until: nil)
        }
        let later = Self.day.adding(days: 1)
        #expect(throws: [NotifyHours].Obstacle.otherDays(first: Self.day, last: Self.day)) {
            try [Self.dinner].windows(on: later, from: nil, until: nil)
        }
        #expect(throws: [NotifyHours].Obstacle.otherTimes([NotifyWindow(service: 2, opens: 1020, closes: 1320)])) {
            try [Self.dinner].windows(on: Self.day, from: 9 * 60, until: 11 * 60)
        }
    }

    /// The first and the last moment may be days apart: then they name the days, and the hours of each.
    @Test func hoursOverSeveralDaysHoldOnEachOfThem() throws {
        let hours = try #require(Self.hours("2026-11-10 17:00:00", "2026-12-10 22:00:00"))
        #expect(hours.takes(Self.day) && hours.takes(hours.last) && !hours.takes(hours.last.adding(days: 1)))
        #expect(Self.told(try [hours].windows(on: Self.day, from: nil, until: nil)) == ["2 17:00-22:00"])
    }

    @Test func anEveningEndsAfterMidnight() throws {
        let hours = try #require(Self.hours("2026-11-14 17:00:00", "2026-11-15 01:00:00"))
        #expect(hours.first == Self.day && hours.last == Self.day)
        let windows = try [hours].windows(on: Self.day, from: 23 * 60, until: nil)
        #expect(Self.told(windows) == ["2 23:00-01:00"])
    }

    @Test(arguments: [nil, 0, -5, 100_000]) func anOddStepIsTheUsualOne(step: Int?) {
        #expect(Self.hours("2026-11-14 17:00:00", "2026-11-14 22:00:00", step: step)?.step == 30)
    }

    @Test func hoursThatEndBeforeTheyBeginAreNone() {
        #expect(Self.hours("2026-11-14 17:00:00", "2026-11-12 22:00:00") == nil)
        #expect(Self.hours("2026-11-14 17:00:00", "2026-11-14 17:00:00") == nil)
    }

    @Test func anOfferIsAroundTheWantedTime() {
        let hours = [Self.dinner]
        let offer = NotifyOffer(
            hours, venue: 7, day: Self.day, party: 2, around: TimeOfDay(hour: 19, minute: 0), within: 60)
        #expect(offer?.earliest?.clock == "18:00" && offer?.latest?.clock == "20:00")
        let any = NotifyOffer(hours, venue: 7, day: Self.day, party: 2, around: nil, within: 60)
        #expect(any == NotifyOffer(venue: 7, day: Self.day, party: 2))
        #expect(NotifyOffer(hours, venue: 7, day: Self.day.adding(days: 1), party: 2, around: nil, within: 60) == nil)
    }

    @Test func anEntryCoversWhatItTellsOf() {
        let subject = NotifySubject(venue: 7, day: Self.day, party: 2)
        func entry(_ from: String, _ until: String, party: Int = 2, service: Int? = 2) -> Notify {
            Notify(
                id: 1, venue: Venue(id: 7, name: "Grill"), day: Self.day, party: party,
                earliest: TimeOfDay(clock: from),
                latest: TimeOfDay(clock: until), service: service)
        }
        let window = NotifyWindow(service: 2, opens: 18 * 60, closes: 21 * 60)
        #expect(entry("18:00", "21:00").covers(window, of: subject))
        #expect(entry("17:00", "22:00", service: nil).covers(window, of: subject))
        #expect(!entry("18:30", "21:00").covers(window, of: subject))
        #expect(!entry("18:00", "21:00", party: 4).covers(window, of: subject))
        #expect(!entry("18:00", "21:00", service: 3).covers(window, of: subject))
    }

    /// What is offered can be set: nothing for a time that no service is near.
    @Test(
        arguments: [
            ("19:00", 60, "18:00-20:00"), ("22:30", 60, "21:30-22:00"), ("23:30", 60, nil), ("09:00", 60, nil),
            (nil, 60, "any"),
        ] as [(String?, Int, String?)])
    func anOfferLiesInTheHours(time: String?, within: Int, expected: String?) {
        let offer = NotifyOffer(
            [Self.dinner, Self.lunch], venue: 7, day: Self.day, party: 2,
            around: time.flatMap { TimeOfDay(clock: $0) }, within: within)
        let told = offer.map { offer in offer.earliest.map { "\($0.clock)-\(offer.latest?.clock ?? "")" } ?? "any" }
        #expect(told == expected)
        #expect(
            NotifyOffer(
                [Self.dinner], venue: 7, day: Self.day.adding(days: 1), party: 2, around: nil, within: within) == nil)
    }
}
