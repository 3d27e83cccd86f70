import Testing

@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// Adding, listing and removing watches. The stage's day is Tuesday November 10, noon in New York.
@Suite(.timeLimit(.minutes(1))) struct KeepWatchesTests {
    @Test func whatWasAskedForIsWatched() async throws {
        try await onStage { (stage) async throws in
            let list = try await stage.watch(on: ["Fri-Sun"]) {
                ($0.earliest, $0.latest, $0.party) = ("6pm", "9pm", 4)
                ($0.seating, $0.mostFee, $0.until) = ("the bar", 100, "Saturday")
            }
            let watch = try #require(list.watches.first)
            #expect(list.status == .added && watch.venue.name == "Example Trattoria")
            #expect(watch.days.map(\.iso) == ["2026-11-13", "2026-11-14", "2026-11-15"])
            #expect(watch.hours.bounds.earliest?.clock == "18:00" && watch.hours.bounds.latest?.clock == "21:00")
            #expect(watch.seating == "the bar" && watch.mostFee == 100 && watch.until.iso == "2026-11-14")
            #expect(watch.party == 4 && watch.nextLook <= stage.now && watch.lastLook == nil)
            #expect(!list.standing.runs(stage.now) && list.remarks == [.watch(.nobodyLooks)])
            // Nobody was asked for a table.
            #expect(await stage.count(.find) == 0)
            #expect(await stage.count(.calendar) == 0)
            let shown = try await stage.watches()
            #expect(shown.watches.map(\.id) == [watch.id] && shown.watches[0].isLike(watch))
        }
    }

    @Test func theSameOnceMoreIsTheSame() async throws {
        try await onStage { (stage) async throws in
            let first = try await stage.watch().watches
            let again = try await stage.watch("Resy venue 99001")
            #expect(again.status == .exists && again.watches.map(\.id) == first.map(\.id))
            #expect(try await stage.watch { $0.party = 3 }.status == .added)
        }
    }

    @Test func theSeventhIsRefusedUntilOneGoes() async throws {
        try await onStage { (stage) async throws in
            for ahead in 1...6 { _ = try await stage.watch(on: [stage.day(ahead)]) }
            let error = await failure { try await stage.watch(on: [stage.day(7)]) }
            #expect(error?.finding == .watch(.tooMany(most: 6)) && error?.code == .badRequest)
            let left = try await stage.resy.watches(WatchRequest(.remove, id: "2"), context: stage.context)
            #expect(left.removed?.id == 2 && left.watches.map(\.id) == [1, 3, 4, 5, 6])
            // Its number is nobody else's.
            #expect(try await stage.watch(on: [stage.day(7)]).watches.first?.id == 7)
        }
    }

    @Test(arguments: ["in 31 days", "2026-12-11"]) func laterThanThirtyDaysIsRefused(date: String) async throws {
        try await onStage { (stage) async throws in
            let day = try #require(CalendarDay(iso: "2026-12-11"))
            for error in [
                await failure { try await stage.watch(on: [date]) },
                await failure { try await stage.watch { $0.until = date } },
            ] {
                #expect(error?.finding == .watch(.tooFar(day, days: 30)))
                #expect(error?.advice == [.watch(.nameNearerDay(until: day.adding(days: -1)))])
            }
            #expect(try await stage.watch(on: ["in 30 days"]).watches.first?.until == day.adding(days: -1))
            let some = try await stage.watch(on: ["Dec 10, Dec 11, Dec 12"])
            #expect(some.watches.first?.days.count == 1)
            #expect(
                some.remarks.contains(
                    .watch(.leftOut([day, day.adding(days: 1)], until: day.adding(days: -1)))))
        }
    }

    @Test(
        arguments: [
            (["yesterday"], nil), (["2026-11-01"], nil), ([], nil), (["someday"], nil), (["sat"], "yesterday"),
            (["sat"], "never"),
        ] as [([String], String?)])
    func daysThatAreNoneAreRefused(dates: [String], until: String?) async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.watch(on: dates) { $0.until = until } }
            #expect(error?.code == .badRequest)
            #expect(try await stage.watches().watches.isEmpty)
        }
    }

    @Test func aNameThatFitsSeveralIsAskedAbout() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.watch("Joe's") }
            #expect(error?.code == .venueAmbiguous && (error?.choices.count ?? 0) > 1)
        }
    }

    @Test func anHourThatMayBeEitherIsTold() async throws {
        try await onStage { (stage) async throws in
            let list = try await stage.watch { $0.earliest = "8" }
            guard case .watch(.hoursInDoubt(let doubt))? = list.remarks.first else {
                Issue.record("not told")
                return
            }
            #expect(doubt.said == "8")
            // It stays so in the database.
            #expect(try await stage.watches().watches.first?.hours.earliest == .either(doubt))
            // And the tables of the evening settle it.
            let times = try await stage.tick().report.messages.first?.tables.map(\.time.hour) ?? []
            #expect(!times.isEmpty && times.allSatisfy { $0 >= 20 || $0 < 5 })
        }
    }

    // MARK: - Earlier than one that is held

    @Test func earlierThanTheTableThatIsHeld() async throws {
        try await onStage { (stage) async throws in
            let id = try #require(try await stage.book(time: "19:00", party: 4).reservationID)
            let list = try await stage.watch(nil, on: []) { $0.earlierThan = "RESY-\(id)" }
            let watch = try #require(list.watches.first)
            #expect(watch.venue.id == 99001 && watch.days.map(\.iso) == [stage.day(3)] && watch.party == 4)
            #expect(
                watch.earlierThan
                    == Watch.HeldTable(
                        id: id, venue: watch.venue.id, day: watch.days[0], time: TimeOfDay(clock: "19:00")!))
            let tables = try #require(try await stage.tick().report.messages.first?.tables)
            #expect(!tables.isEmpty && tables.allSatisfy { $0.time.clock < "19:00" })
        }
    }

    @Test func oneBookedElsewhereIsFoundInTheList() async throws {
        try await onStage { (stage) async throws in
            let slot = stage.slot(99001, 3, 19 * 60, "Dining Room")
            let id = await stage.sandbox.world.bookElsewhere(slot, party: 2, account: Stage.email)?.id
            let list = try await stage.watch(on: [stage.day(2), stage.day(4)]) { $0.earlierThan = "\(id ?? 0)" }
            // A later evening can have no earlier table.
            #expect(list.watches.first?.days.map(\.iso) == [stage.day(2)])
            let error = await failure { try await stage.watch(on: [stage.day(4)]) { $0.earlierThan = "\(id ?? 0)" } }
            guard case .watch(.nothingEarlier)? = error?.finding else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test(arguments: [("RESY-1", ResyError.Code.reservationNotFound), ("soon", .badRequest), ("-4", .badRequest)])
    func oneThatIsNotHeldIsRefused(id: String, code: ResyError.Code) async throws {
        try await onStage { (stage) async throws in
            #expect(await failure { try await stage.watch { $0.earlierThan = id } }?.code == code)
        }
    }

    // MARK: - Which is meant

    @Test(arguments: ["9", "x", "", "1.5"]) func aWatchThatIsNotThereIsNamed(id: String) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch()
            let error = await failure {
                try await stage.resy.watches(WatchRequest(.remove, id: id), context: stage.context)
            }
            #expect(error?.code == .badRequest)
            #expect(try await stage.watches().watches.count == 1)
        }
    }
}
