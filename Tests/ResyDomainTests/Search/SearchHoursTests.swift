import Testing

@testable import ResyDomain

@Suite struct SearchHoursTests {
    /// Dinner from five to half past ten, and brunch from ten to two.
    private static let dinner = Array(stride(from: 17 * 60, through: 22 * 60 + 30, by: 15))
    private static let brunch = Array(stride(from: 10 * 60, through: 14 * 60, by: 30))

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var earliest: String?
        var preferred: String?
        var latest: String?
        var tables = SearchHoursTests.dinner
        let fits: [String]
        let fitsNot: [String]
        var readings: [String] = []
    }

    @Test(arguments: [
        Case(testDescription: "no wish", fits: ["09:00", "23:30"], fitsNot: []),
        Case(
            testDescription: "an hour around", preferred: "20:00", fits: ["19:00", "21:00"],
            fitsNot: ["18:59", "21:01"]),
        Case(
            testDescription: "one side said", earliest: "7:30pm", preferred: "8pm", fits: ["19:30", "21:00"],
            fitsNot: ["19:15", "21:15"]),
        Case(
            testDescription: "both said", earliest: "6pm", preferred: "8pm", latest: "10pm", fits: ["18:00", "22:00"],
            fitsNot: ["17:45", "22:15"]),
        Case(
            testDescription: "past midnight belongs to the evening", earliest: "10pm", latest: "1am",
            fits: ["22:00", "00:30"], fitsNot: ["21:00", "01:15", "13:00"]),
        Case(
            testDescription: "the tables settle a doubt", preferred: "8", fits: ["20:00"], fitsNot: ["08:00"],
            readings: ["8 read as 8:00 PM"]),
        Case(
            testDescription: "both where both are served", preferred: "11:30", tables: dinner + brunch,
            fits: ["11:30", "23:00"], fitsNot: ["20:00"],
            readings: ["11:30 may be 11:30 AM or 11:30 PM"]),
        Case(
            testDescription: "what stands beside it settles it before any table does", earliest: "8pm", latest: "1",
            fits: ["20:00", "00:45"], fitsNot: ["13:00"], readings: ["1 read as 1:00 AM"]),
        Case(
            testDescription: "two in doubt", earliest: "6", latest: "9", fits: ["18:00", "21:00"],
            fitsNot: ["17:45", "21:15", "08:00"], readings: ["6 read as 6:00 PM", "9 read as 9:00 PM"]),
    ])
    func admits(_ example: Case) throws {
        func wish(_ text: String?) throws -> TimeWish? { try text.map { try TimeText.parse($0) } }
        var hours = try SearchHours(
            preferred: try wish(example.preferred), earliest: try wish(example.earliest),
            latest: try wish(example.latest))
        hours.settle(on: example.tables)
        func minutes(_ clock: String) throws -> Int { Evening.minutes(of: try #require(TimeOfDay(clock: clock))) }
        #expect(try example.fits.filter { !hours.admit(try minutes($0)) } == [])
        #expect(try example.fitsNot.filter { hours.admit(try minutes($0)) } == [])
        #expect(hours.readings.count == example.readings.count)
        for (told, wanted) in zip(hours.readings, example.readings) where wanted.contains("read as") {
            #expect(told.words == wanted)
        }
    }

    @Test func theEarliestIsNotAfterTheLatest() throws {
        #expect(throws: SearchHours.Reversed.self) {
            try SearchHours(earliest: try TimeText.parse("9pm"), latest: try TimeText.parse("7pm"))
        }
        _ = try SearchHours(earliest: try TimeText.parse("9pm"), latest: try TimeText.parse("9pm"))
    }

    @Test func aTimeThatStaysInDoubtIsBoth() throws {
        var hours = try SearchHours(preferred: try TimeText.parse("11:30"))
        hours.settle(on: Self.dinner + Self.brunch)
        #expect(hours.preferredTime == nil && hours.eitherTime?.said == "11:30")
        #expect(hours.gap(to: 11 * 60) == 30 && hours.gap(to: 23 * 60) == 30)
    }

    @Test func saysWhatItDoesNotUnderstand() {
        let search = TableSearch(dates: ["today"], preferredTime: "soonish dinner", earliest: "7pm")
        #expect(throws: ResyError.self) {
            try SearchHours.read(search, part: nil, in: nil, now: Instant(seconds: 0))
        }
    }

    private func read(
        _ preferred: String? = nil, _ earliest: String? = nil, _ latest: String? = nil, part: DayPart? = nil,
        said: [TimeWish] = []
    ) throws -> SearchHours {
        let search = TableSearch(
            words: "x", dates: ["friday"], preferredTime: preferred, earliest: earliest, latest: latest)
        return try SearchHours.read(search, part: part, said: said, in: nil, now: Instant(seconds: 0))
    }

    /// From noon to 2 is no night, and from 11:30 to 1 is lunch even where a bar is open at night.
    @Test(arguments: [
        ("noon", "2", "12:00 14:00"), ("11:30", "1", "11:30 13:00"), ("7", "9", "19:00 21:00"),
        ("12", "2", "12:00 14:00"), ("6", "10pm", "18:00 22:00"), ("9", "midnight", "21:00 00:00"),
        ("after 7", "before 9", "19:00 21:00"), ("8pm", "1", "20:00 01:00"),
    ])
    func oneEndFollowsTheOther(earliest: String, latest: String, window: String) throws {
        var hours = try read(nil, earliest, latest)
        hours.settle(on: Self.brunch + Self.dinner + [1380, 1440, 1470])
        #expect("\(hours.earliestTime?.clock ?? "-") \(hours.latestTime?.clock ?? "-")" == window)
    }

    @Test func bothHalvesStayWhereBothAreServed() throws {
        var hours = try read(nil, "7", "9")
        hours.settle(on: [420, 450, 1140, 1200])
        #expect(hours.earliestTime == nil && hours.admit(450) && hours.admit(1200) && !hours.admit(900))
        var night = try read(nil, "10", "1")
        night.settle(on: [1320, 1380, 1440])
        #expect(night.earliestTime?.clock == "22:00" && night.latestTime?.clock == "01:00")
    }

    @Test(arguments: [
        ("after 9:30pm", "21:30 -"), ("7-9pm", "19:00 21:00"), ("noon to 2", "12:00 14:00"), ("before 7pm", "- 19:00"),
        ("lunch", "11:00 15:00"), ("dinner", "17:00 -"), ("between 7 and 9", "19:00 21:00"),
        ("after 9:30pm ET", "21:30 -"),
    ])
    func hoursMayStandForAPreferredTime(words: String, window: String) throws {
        var hours = try read(words)
        hours.settle(on: Self.dinner + Self.brunch)
        #expect("\(hours.earliestTime?.clock ?? "-") \(hours.latestTime?.clock ?? "-")" == window)
        #expect(hours.preferred == nil)
    }

    @Test func hoursStandInOnePlace() throws {
        #expect(try read(nil, "after 9:30pm").earliestTime?.clock == "21:30")
        for (preferred, earliest) in [("7-9pm", "6pm"), (nil, "noon to 2"), (nil, "before 8pm")] as [(String?, String)]
        {
            let error = #expect(throws: ResyError.self) { try read(preferred, earliest) }
            #expect(error?.advice == [.time(.sayHours)])
        }
        #expect(throws: ResyError.self) { try read("dinner", part: .lunch) }
        #expect(try read("dinner", part: .night).earliestTime?.clock == "17:00")
    }

    @Test func aPartOfTheDayIsItsHours() throws {
        let lunch = try read(part: .lunch)
        #expect(lunch.earliestTime?.clock == "11:00" && lunch.latestTime?.clock == "15:00")
        #expect(lunch.readings == [.part(.lunch, from: lunch.earliestTime!, until: lunch.latestTime)])
        let night = try read(part: .night)
        #expect(night.earliestTime?.clock == "17:00" && night.latestTime == nil && night.admit(1500))
        #expect(try read("1pm", part: .lunch).earliestTime == nil)
    }

    @Test func timesBesideTheDaysMustAgree() throws {
        let (eight, nine) = (TimeWish.at(TimeOfDay(clock: "20:00")!), TimeWish.at(TimeOfDay(clock: "21:00")!))
        #expect(try read("8", said: [eight]).preferredTime?.clock == "20:00")
        #expect(throws: ResyError.self) { try read("9pm", said: [eight]) }
        #expect(throws: ResyError.self) { try read(said: [eight, nine]) }
    }

    @Test func fromMidnightToMidnightIsAWholeDay() throws {
        let hours = try read(nil, "00:00", "23:59")
        #expect(hours.admit(9 * 60) && hours.admit(23 * 60))
    }

    @Test func aReadingThatLiesBehindIsNotMeant() throws {
        var hours = try read("9:30")
        hours.dropPast(at: TimeOfDay(clock: "10:40")!)
        #expect(hours.preferredTime?.clock == "21:30")
        #expect(hours.readings == [.time(said: "9:30", as: TimeOfDay(clock: "21:30")!)])
    }
}
