import Foundation
import Testing

@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What a tick asks of Resy, and what it tells. The stage's day is Tuesday November 10, noon in New York.
@Suite(.timeLimit(.minutes(1))) struct TickWatchesTests {
    @Test func aNewTableIsToldOnce() async throws {
        try await onStage { (stage) async throws in
            await stage.sellOut()
            _ = try await stage.watch { ($0.earliest, $0.latest) = ("19:00", "19:15") }
            let empty = try await stage.tick()
            #expect(empty.report.looked == 1 && empty.lines == [])
            // The calendar says it: no table is asked for.
            #expect(await stage.count(.calendar) == 1)
            #expect(await stage.count(.find) == 0)
            await stage.reopen()
            await stage.laterOn()
            let news = try await stage.tick()
            #expect(news.lines.count == 1 && news.report.messages.first?.tables.count == 2)
            #expect(news.lines[0].contains("Example Trattoria, New York: 2 new tables for 2"))
            #expect(news.lines[0].contains("resy-mcp book 'Resy venue 99001' 2026-11-13 7pm"))
            await stage.laterOn()
            #expect(try await stage.tick().lines == [])
            #expect(await stage.count(.find) == 2)
            // Gone, and there again.
            await stage.sellOut()
            await stage.laterOn()
            #expect(try await stage.tick().lines == [])
            await stage.reopen()
            await stage.laterOn()
            #expect(try await stage.tick().lines.count == 1)
            #expect(try await stage.watches().watches.first?.found == 4)
            #expect(await stage.sandbox.reservations.isEmpty)
        }
    }

    private func manyRooms(_ stage: Stage) async {
        await stage.sandbox.changeVenue(99001) { venue in
            guard let usual = venue.seatings.first else { return }
            for number in 1...30 {
                var room = usual
                (room.name, room.template) = ("Room \(number)", usual.template + 1000 + number)
                venue.seatings.append(room)
            }
        }
    }

    /// A message has room for twelve lines: the rest is told by the next ticks, without another look.
    @Test func whatAMessageHasNoRoomForComesWithTheNextTick() async throws {
        try await onStage { (stage) async throws in
            await manyRooms(stage)
            _ = try await stage.watch()
            let first = try await stage.tick()
            let all = try #require(first.report.messages.first)
            #expect(all.parts.count > 1)
            var lines = first.lines
            #expect(lines.count == 1 && lines[0].contains("more, with the next tick"))
            for _ in 1..<all.parts.count {
                let next = try await stage.tick()
                #expect(next.report.requests == 0 && next.lines.count == 1)
                lines += next.lines
            }
            #expect(lines.last?.contains("more, with") == false)
            let told = lines.compactMap { $0.firstMatch(of: /: (\d+) new table/).flatMap { Int($0.1) } }
            #expect(told.reduce(0, +) == all.tables.count)
            #expect(try await stage.tick().lines == [])
            #expect(try await stage.watches().watches.first?.found == all.tables.count)
            await stage.laterOn()
            #expect(try await stage.tick().lines == [])
        }
    }

    /// A look between two messages tells of what is there now.
    @Test func whatIsGoneBeforeItWasToldIsNotTold() async throws {
        try await onStage { (stage) async throws in
            await manyRooms(stage)
            _ = try await stage.watch()
            let all = try #require(try await stage.tick().report.messages.first)
            await stage.laterOn()
            let rest = try #require(try await stage.tick().report.messages.first)
            #expect(rest.tables.count == all.tables.count - all.parts[0].tables.count)
            #expect(try await stage.watches().watches.first?.found == all.tables.count)
            await stage.sellOut()
            await stage.laterOn()
            #expect(try await stage.tick().lines == [])
        }
    }

    /// The account's token is not even read: looking needs none.
    @Test func nothingOfTheAccountIsSent() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch()
            let before = await stage.sandbox.requests.count
            _ = try await stage.tick(with: stage.another())
            for request in await stage.sandbox.requests.dropFirst(before) {
                #expect(request.header("X-Resy-Auth-Token") == nil && request.header("Cookie") == nil)
                #expect([.calendar, .find].contains(request.endpoint))
            }
            #expect(await stage.sandbox.requests.count > before)
        }
    }

    @Test func noWatchIsLookedForMoreOftenThanEveryTenMinutes() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch(on: [stage.day(1)])
            #expect(try await stage.tick().report.looked == 1)
            await stage.clock.advance(590)
            #expect(try await stage.tick().report.looked == 0)
            await stage.clock.advance(140)
            #expect(try await stage.tick().report.looked == 1)
        }
    }

    // MARK: - How much

    @Test func atMostSixRequestsATickAndTheRestTheNextTime() async throws {
        try await onStage { (stage) async throws in
            let days = (2..<12).map { stage.day($0) }
            _ = try await stage.watch(on: days) { ($0.earliest, $0.latest) = ("19:00", "19:00") }
            let before = await stage.sandbox.requests.count
            let first = try await stage.tick()
            #expect(first.report.requests == 6)
            #expect(await stage.sandbox.requests.count - before == 6)
            let seen = Set(await stage.sandbox.requests(to: .find).compactMap { $0.json?["day"]?.string })
            await stage.clock.advance(800)
            let second = try await stage.tick()
            #expect(second.report.requests == 6)
            let all = await stage.sandbox.requests(to: .find).compactMap { $0.json?["day"]?.string }
            // Those that waited longest, not the first ones once more.
            #expect(seen.isDisjoint(with: all.dropFirst(seen.count)))
            #expect(Set(all).count == all.count)
        }
    }

    @Test func watchesTakeTurns() async throws {
        try await onStage { (stage) async throws in
            for name in ["Example Trattoria", "Card & Hold", "Semma", "Don Angie"] {
                _ = try await stage.watch(name, on: [stage.day(1)])
            }
            var looked: Set<Int> = []
            for _ in 0..<2 {
                _ = try await stage.tick()
                looked.formUnion(try await stage.watches().watches.filter { $0.lastLook != nil }.map(\.id))
                await stage.clock.advance(300)
            }
            #expect(looked.count == 4)
        }
    }

    @Test func aHundredRequestsADayOverAllProcesses() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch(on: [stage.day(3)])
            let host = stage.settings.apiHost
            for _ in 0..<99 { #expect(try await stage.resy.store.claimTickRequest(host: host, now: stage.now)) }
            let before = await stage.sandbox.requests.count
            let report = try await stage.tick(with: stage.another()).report
            #expect(report.requests == 1)
            #expect(await stage.sandbox.requests.count - before == 1)
            #expect(try await stage.resy.store.tickState(host: host, now: stage.now).count.left == 0)
            await stage.clock.advance(86_400)
            #expect(try await stage.tick().report.requests > 0)
        }
    }

    /// What is kept back for deeds is not there for a watch.
    @Test func aTickTakesNothingThatIsKeptBack() async throws {
        try await onStage(settings: { $0.budget = 20 }) { (stage) async throws in
            _ = try await stage.watch()
            for ahead in 4..<16 {
                _ = try? await stage.resy.store.claim(
                    Turnstile.Claim(
                        pause: 0, budget: LookingBudget(size: 20), latest: stage.now.adding(60 + Double(ahead))),
                    host: stage.settings.apiHost, now: stage.now)
            }
            let before = await stage.sandbox.requests.count
            let report = try await stage.tick().report
            #expect(report.isSpent && report.requests == 0)
            #expect(await stage.sandbox.requests.count == before)
            // Not forgotten: it is due as before.
            await stage.clock.advance(120)
            #expect(try await stage.tick().report.looked == 1)
        }
    }

    @Test func withoutABudgetTicksHaveTheirOwn() async throws {
        try await onStage(settings: { $0.budget = 0 }) { (stage) async throws in
            _ = try await stage.watch(on: (2..<12).map { stage.day($0) })
            #expect(try await stage.tick().report.requests == 6)
        }
    }

    // MARK: - Limits and blocks

    @Test(arguments: [429, 403]) func aLimitOrBlockPausesTicksAloneForADay(status: Int) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch()
            await stage.sandbox.fault(status == 429 ? .status(429) : .blockedPage, on: .calendar)
            let report = try await stage.tick().report
            #expect(report.pause?.cause == (status == 429 ? .rateLimited : .blocked))
            #expect(report.fault == nil)
            // The diner asks as before.
            #expect(try await !stage.check().slots.isEmpty)
            let before = await stage.count(.calendar)
            await stage.clock.advance(86_000)
            let again = try await stage.tick().report
            #expect(again.pause != nil && again.requests == 0)
            #expect(await stage.count(.calendar) == before)
            let list = try await stage.watches()
            #expect(list.standing.pause == report.pause && list.remarks.contains(.watch(.paused(report.pause!))))
            await stage.clock.advance(500)
            #expect(try await stage.tick().report.looked == 1)
            #expect(try await stage.watches().standing.pause == nil)
        }
    }

    @Test func theDinersOwnStopKeepsTicksAway() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch()
            await stage.sandbox.fault(.status(429), on: .find)
            _ = await failure { try await stage.check("Resy venue 99001") }
            let before = await stage.sandbox.requests.count
            let report = try await stage.tick().report
            #expect(report.stop?.cause == .rateLimited && report.pause == nil && report.requests == 0)
            #expect(await stage.sandbox.requests.count == before)
            await stage.clock.advance(901)
            #expect(try await stage.tick().report.looked == 1)
        }
    }

    @Test func aFaultOfOneDoesNotCostTheOthers() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch()
            _ = try await stage.watch("Semma")
            await stage.sandbox.fault(.status(500), on: .calendar)
            let report = try await stage.tick().report
            #expect(report.looked == 1 && report.fault != nil)
            // It is tried again no sooner than the others.
            let next = try await stage.watches().watches.map(\.nextLook)
            #expect(next.allSatisfy { $0.seconds - stage.now.seconds > 500 })
        }
    }

    @Test func sinceWhenLooksFailIsKept() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch()
            let start = stage.now
            for isCalendar in [true, false] {
                if isCalendar {
                    await stage.sandbox.fault(.status(500), on: .calendar)
                } else {
                    await stage.sandbox.fault(.status(500), on: .find)
                }
                _ = try await stage.tick()
                let watch = try await stage.watches().watches.first
                #expect(watch?.lastLook == nil && watch?.failing?.cause == .fault)
                #expect((watch?.failing?.since.seconds ?? 0) - start.seconds < 60)
                await stage.laterOn()
            }
            #expect(try await stage.tick().report.looked == 1)
            #expect(try await stage.watches().watches.first?.failing == nil)
        }
    }

    @Test func withoutANetworkOneRequestIsTried() async throws {
        try await onStage { (stage) async throws in
            for name in ["Example Trattoria", "Semma"] { _ = try await stage.watch(name) }
            let lost = stage.another { $0.apiURL = "http://127.0.0.1:9" }
            // Another host's count and stops, and the same watches.
            let report = try await stage.tick(with: lost).report
            #expect(report.requests == 1 && report.fault?.code == .network)
        }
    }

    // MARK: - Two at once, killed in between

    @Test func twoAtOnceAreOne() async throws {
        try await onStage { (stage) async throws in
            await stage.sellOut()
            _ = try await stage.watch()
            let lock = try FileLock.attempt(stage.home + "/watch.lock")
            let report = try await stage.tick().report
            #expect(report.isBeside && report.requests == 0)
            lock?.release()
            #expect(try await stage.tick().report.looked == 1)
        }
    }

    /// The row is there before it is sent: whoever comes next sends it, and nobody a third time.
    @Test func whatWasFoundAndNotSentIsSentByTheNext() async throws {
        try await onStage { (stage) async throws in
            let watch = try #require(try await stage.watch().watches.first)
            let store = stage.resy.store
            let table = WatchMessage.Table(
                evening: watch.days[0], day: watch.days[0], time: TimeOfDay(clock: "19:00")!, seating: "Bar",
                charges: [], isBookable: true)
            try await store.settle(
                Store.WatchLook(
                    watch: watch.id, present: [watch.days[0]: []],
                    message: WatchMessage(venue: watch.venue, party: 2, tables: [table], seenAt: stage.now),
                    nextLook: stage.now.adding(9000)), now: stage.now)
            let waiting = try #require(try await store.waitingMessages(now: stage.now).first)
            // Killed while it was being sent.
            try await store.note(.begun, of: waiting.id, at: .line)
            #expect(try await stage.tick().lines.count == 1)
            #expect(try await store.waitingMessages(now: stage.now).isEmpty)
        }
    }

    @Test func whatWasBegunTwiceIsLeft() async throws {
        try await onStage { (stage) async throws in
            let watch = try #require(try await stage.watch().watches.first)
            let store = stage.resy.store
            _ = try await stage.tick()
            try await store.settle(
                Store.WatchLook(
                    watch: watch.id, present: [:],
                    message: WatchMessage(
                        venue: watch.venue, party: 2,
                        tables: [
                            WatchMessage.Table(
                                evening: watch.days[0], day: watch.days[0], time: TimeOfDay(clock: "19:00")!,
                                seating: "Bar", charges: [], isBookable: true)
                        ], seenAt: stage.now), nextLook: stage.now.adding(9000)), now: stage.now)
            let waiting = try #require(try await store.waitingMessages(now: stage.now).first)
            try await store.note(.begunAgain, of: waiting.id, at: .line)
            #expect(try await stage.tick().lines == [])
            #expect(try await store.waitingMessages(now: stage.now).isEmpty)
        }
    }

    // MARK: - Its end

    @Test func aWatchEndsAfterItsLastEvening() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.watch(on: [stage.day(1)])
            await stage.clock.advance(3 * 86_400)
            let before = await stage.sandbox.requests.count
            #expect(try await stage.tick().report.looked == 0)
            #expect(await stage.sandbox.requests.count == before)
            #expect(try await stage.watches().watches.isEmpty)
        }
    }

    /// The night of November 1 has an hour more: its tables are told by the restaurant's clock.
    @Test func onTheDayClocksGoBackTimesAreTheRestaurants() async throws {
        try await onStage { (stage) async throws in
            // Ten days before.
            stage.clock.skew(-19 * 86_400)
            await stage.sandbox.setNow(.init(timeIntervalSince1970: stage.now.seconds))
            _ = try await stage.watch(on: ["2026-11-01"]) { ($0.earliest, $0.latest) = ("19:00", "19:00") }
            let lines = try await stage.tick().lines
            #expect(lines.count == 1 && lines[0].contains("Sun Nov 1, 7:00 PM"))
        }
    }
}
