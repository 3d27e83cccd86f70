import SandboxKit
import Testing

@testable import ResyDomain

@testable import ResyNative

/// The weeks of one restaurant. The stage's day is Tuesday November 10, noon in New York.
@Suite(.timeLimit(.minutes(1))) struct ReadOpenDaysTests {
    private static func days(
        _ stage: Stage, _ name: String = "Semma", within seconds: Double = 50,
        _ change: (inout OpenDaysRequest) -> Void = { _ in }, steps: @escaping @Sendable (Step) -> Void = { _ in }
    ) async throws -> OpenDays {
        var request = OpenDaysRequest(restaurant: name)
        change(&request)
        return try await stage.resy.openDays(
            request, context: CallContext(deadline: stage.clock.now.adding(seconds), progress: steps))
    }

    private static func told(_ facts: [ReleaseFact], _ zone: Zone?) -> [String] {
        facts.map { fact in
            let moment = fact.opensAt.flatMap { zone?.iso8601($0) } ?? "-"
            return "\(fact.source.rawValue) \(fact.daysAhead) \(fact.time?.clock ?? "-") \(fact.forDay.iso) \(moment)"
        }
    }

    /// "When can I get into Semma this month, and when do the next days open?"
    @Test func whenCanIGetIntoSemmaThisMonth() async throws {
        try await onStage { (stage) async throws in
            let found = try await Self.days(stage) { $0.to = "Nov 30" }
            #expect(found.venue.name == "Semma")
            #expect(found.publishedUntil?.iso == "2026-11-25")
            #expect(found.days.first?.day.iso == "2026-11-10" && found.days.last?.day.iso == "2026-11-25")
            #expect(found.days.count == 16)
            let open = found.days.filter { $0.status == .open }
            #expect(!open.isEmpty && found.days.contains { $0.status == .closed })
            #expect(open.prefix(3).allSatisfy { $0.slots?.isEmpty == false })
            #expect(open.dropFirst(3).allSatisfy { $0.slots == nil })
            #expect(found.days.filter { $0.status != .open }.allSatisfy { $0.slots == nil })
            #expect(found.end == nil)
            #expect(
                Self.told(found.release, found.venue.zone) == [
                    "need_to_know 15 09:00 2026-11-26 2026-11-11T09:00:00-05:00", "config 14 - 2026-11-26 -",
                    "calendar 15 - 2026-11-26 -",
                ])
            // Search, page, calendar, config and three days.
            #expect(await stage.count(.calendar) == 1)
            #expect(await stage.count(.find) == 3)
            #expect(await stage.count(.config) == 1)
        }
    }

    @Test func aWantedTimeShowsTheNearestOfTenDays() async throws {
        try await onStage { (stage) async throws in
            let found = try await Self.days(stage, "Example Trattoria") { $0.preferredTime = "7pm" }
            let looked = found.days.filter { $0.slots != nil }
            #expect(looked.count == 10)
            #expect(await stage.count(.find) == 10)
            #expect(found.end == .finds(10))
            #expect(found.preferredTime?.clock == "19:00")
            for day in looked {
                let gaps = (day.slots ?? []).map { abs($0.minutes(intoEvening: day.day) - 19 * 60) }
                #expect(gaps == gaps.sorted())
                #expect(gaps.allSatisfy { $0 <= 60 } || gaps.count <= 3)
            }
        }
    }

    /// `8` is the evening in a house that serves dinner.
    @Test func aTimeInDoubtIsSettledByTheTables() async throws {
        try await onStage { (stage) async throws in
            let found = try await Self.days(stage, "Example Trattoria") {
                ($0.preferredTime, $0.to) = ("8", "Nov 13")
            }
            #expect(found.preferredTime?.clock == "20:00" && found.eitherTime == nil)
            #expect(found.readings.count == 1)
        }
    }

    @Test func theSecondLookWithinAMinuteAsksForNoTables() async throws {
        try await onStage { (stage) async throws in
            _ = try await Self.days(stage)
            await stage.clock.advance(20)
            let again = try await Self.days(stage)
            #expect(await stage.count(.find) == 3)
            #expect((19...50).contains(try #require(again.age)))
            await stage.clock.advance(60)
            #expect(try await Self.days(stage).age == nil)
            #expect(await stage.count(.find) == 6)
        }
    }

    // MARK: - Which days

    @Test func aDayThatIsNotPublishedIsTheOneWhoseReleaseIsTold() async throws {
        try await onStage { (stage) async throws in
            let found = try await Self.days(stage) { ($0.from, $0.to) = ("Dec 24", "Dec 31") }
            #expect(found.days.isEmpty)
            #expect(found.release.first?.forDay.iso == "2026-12-24")
            #expect(
                found.release.first?.opensAt.flatMap { found.venue.zone?.iso8601($0) }
                    == "2026-12-09T09:00:00-05:00")
        }
    }

    @Test func moreThanHalfAYearIsCutAndSaid() async throws {
        try await onStage { (stage) async throws in
            let found = try await Self.days(stage) { $0.to = "2027-11-09" }
            let last = try #require(CalendarDay(iso: "2027-05-08"))
            #expect(found.remarks == [.search(.lookedUntil(last, most: 180))])
            let asked = try #require(await stage.sandbox.requests(to: .calendar).last)
            #expect(asked.query["end_date"] == last.iso)
        }
    }

    @Test(
        arguments: [("Nov 20", "Nov 12"), ("someday", nil), (nil, "2026-11-01"), ("2026-02-31", nil)]
            as [(String?, String?)])
    func daysThatAreNoneAreRefused(from: String?, to: String?) async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await Self.days(stage) { ($0.from, $0.to) = (from, to) } }
            #expect(error?.code == .badRequest)
            #expect(await stage.count(.calendar) == 0)
        }
    }

    @Test func aNameThatFitsSeveralAsksWhich() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await Self.days(stage, "Joe's") }
            #expect(error?.code == .venueAmbiguous)
            #expect((error?.choices.count ?? 0) > 1)
        }
    }

    // MARK: - What fails

    @Test func withoutTheCalendarThereIsNoAnswer() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(500), on: .calendar, times: 9)
            #expect(await failure { try await Self.days(stage) } != nil)
        }
    }

    @Test func withoutItsTablesADayStandsWithoutTimesAndThatIsSaid() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(429), on: .find, times: 9)
            let found = try await Self.days(stage)
            #expect(found.days.contains { $0.status == .open })
            #expect(found.days.allSatisfy { $0.slots == nil })
            guard case .failed(_, let until) = found.end else {
                Issue.record("\(String(describing: found.end))")
                return
            }
            #expect(until != nil)
            // It stops at the first.
            #expect(await stage.count(.find) <= 2)
        }
    }

    @Test func withoutTheSettingsTheOtherSourcesStand() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(404), on: .config, times: 9)
            #expect(try await Self.days(stage).release.map(\.source) == [.needToKnow, .calendar])
        }
    }

    @Test func theBudgetEndsTheTablesAndNotTheDays() async throws {
        try await onStage(settings: { $0.budget = 10 }) { (stage) async throws in
            // Five of ten for looks: search, page, calendar, then two of settings and tables.
            let found = try await Self.days(stage, "Example Trattoria") { $0.preferredTime = "7pm" }
            guard case .budget(let until) = found.end else {
                Issue.record("\(String(describing: found.end))")
                return
            }
            #expect((0...16).contains(until.seconds - stage.clock.now.seconds))
            #expect(stage.clock.slept == 0)
            #expect(!found.days.isEmpty)
            let requests = await stage.sandbox.requests(to: .find).count + stage.count(.config)
            #expect(requests == 2)
        }
    }

    /// Nothing can be told without the calendar, so it waits where the tables would not.
    @Test func theCalendarWaitsForItsRequest() async throws {
        try await onStage(settings: { $0.budget = 4 }) { (stage) async throws in
            let found = try await Self.days(stage)
            #expect(!found.days.isEmpty)
            #expect((5...16).contains(stage.clock.slept))
        }
    }

    @Test func progressTellsHowFarItIs() async throws {
        try await onStage { (stage) async throws in
            let steps = Lock<[Step]>([])
            _ = try await Self.days(stage, steps: { step in steps.withLock { $0.append(step) } })
            #expect(steps.withLock { $0 }.contains(.searching(done: 3, of: 3)))
        }
    }

    // MARK: - When days open

    /// Words, what `/2/config` says and what the calendar ends with, none, one or all.
    @Test(arguments: [
        ("Silent Orchard", ["calendar 20 - 2026-12-01 -"]),
        (
            "Tamarisk",
            [
                "need_to_know 21 10:00 2026-12-02 2026-11-11T10:00:00-05:00", "config 20 - 2026-12-02 -",
                "calendar 21 - 2026-12-02 -",
            ]
        ),
    ])
    func sourcesStandSideBySide(name: String, expected: [String]) async throws {
        try await onStage { (stage) async throws in
            let found = try await Self.days(stage, name) { $0.to = "Nov 12" }
            #expect(Self.told(found.release, found.venue.zone) == expected)
        }
    }

    /// What an older program remembered of a restaurant had not its words.
    @Test func wordsThatWereNotKeptAreReadOnce() async throws {
        try await onStage { (stage) async throws in
            var venue = try await Self.days(stage) { $0.to = "Nov 10" }.venue
            venue.needToKnow = nil
            try await stage.resy.store.renewVenue(venue)
            let pages = await stage.count(.venue)
            for _ in 0..<2 {
                #expect(try await Self.days(stage) { $0.to = "Nov 10" }.release.first?.source == .needToKnow)
            }
            #expect(await stage.count(.venue) == pages + 1)
        }
    }

    @Test func aDayThatIsNotPublishedTellsWhenItOpens() async throws {
        try await onStage { (stage) async throws in
            let answer = try await stage.check("Semma", date: "2026-12-01")
            #expect(
                Self.told(answer.release, answer.venue.zone) == [
                    "need_to_know 15 09:00 2026-12-01 2026-11-16T09:00:00-05:00", "config 14 - 2026-12-01 -",
                    "calendar 15 - 2026-12-01 -",
                ])
            #expect(try await stage.check("Semma", date: "2026-11-20").release.isEmpty)
        }
    }

    @Test func withoutTheSettingsTheDayIsAnsweredAllTheSame() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(500), on: .config, times: 9)
            let answer = try await stage.check("Semma", date: "2026-12-01")
            #expect(answer.release.map(\.source) == [.needToKnow, .calendar])
        }
    }

    @Test func tablesOnTockAreNotLookedAt() async throws {
        try await onStage { (stage) async throws in
            let found = try await Self.days(stage, "Tock Tavern")
            #expect(found.days.allSatisfy { $0.slots == nil })
            #expect(await stage.count(.find) == 0)
            guard case .evening(.absence(.onTock))? = found.remarks.first else {
                Issue.record("\(found.remarks)")
                return
            }
        }
    }
}
