import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// After a look the terms of a table are asked for beside the tables; they count only where it still stands there unchanged.
@Suite(.timeLimit(.minutes(1))) struct TermsAheadTests {
    @Test func theTermsOfATableThatWasShownDoNotWaitForTheTables() async throws {
        try await onStage { (stage) async throws in
            let engine = CurlEngine(CurlEngine.Options())
            let http = TermsFirst(engine: engine)
            let table = BookTable(reception: stage.reception(through: http), places: nil)
            var request = BookingRequest(restaurant: "Card & Hold", date: stage.day(3), time: "19:00")
            let waiting = try await table.run(request)
            #expect(waiting.status == .needsConfirmation)
            request.confirmToken = waiting.confirmToken
            // From here on the tables come after the terms, or not at all.
            http.isHolding.withLock { $0 = true }
            #expect(try await table.run(request).status == .booked)
            #expect(await stage.count(.details) == 2)
            #expect(await stage.count(.find) == 2)
            engine.stop()
        }
    }

    @Test func aBookingAfterALookAsksNoMoreThanOneWithout() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check(time: "19:00")
            #expect(try await stage.book().status == .booked)
            let asked = [await stage.count(.find), await stage.count(.details), await stage.count(.book)]
            #expect(asked == [2, 1, 1])
        }
    }

    @Test func aTableThatIsGoneSinceIsNotBooked() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check(time: "19:00")
            await stage.sandbox.changeVenue(99001) { venue in
                for index in venue.seatings.indices { venue.seatings[index].times.removeAll { $0 == 1140 } }
            }
            let error = await failure { try await stage.book() }
            #expect(error?.code == .slotGone)
            #expect(error?.choices.isEmpty == false)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// As if somebody else took it between the answers of the same moment.
    @Test(arguments: [404, 412]) func aTableThatIsListedAndGoneIsTold(status: Int) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check(time: "19:00")
            await stage.sandbox.set { $0.staleSlotStatus = status }
            // Twice: where the first comes before the tables, it is asked once more.
            await stage.sandbox.fault(.status(status, "Reservation not available"), on: .details, times: 2)
            #expect(await failure { try await stage.book() }?.code == .slotGone)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// The list of tables has another price by now: what was read with the old one does not count.
    @Test func aTableThatChangedSinceHasItsTermsReadAnew() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check(time: "19:00")
            await stage.sandbox.changeVenue(99001) { venue in
                for index in venue.seatings.indices { venue.seatings[index].terms = .cardHold(40) }
            }
            let waiting = try await stage.book()
            #expect(waiting.status == .needsConfirmation)
            #expect(waiting.slot.charges.main?.amount?.hundredths == 4000)
            #expect(await stage.count(.details) == 2)
        }
    }

    @Test(arguments: [Fault.tokenExpires, .status(419, "Unauthorized")])
    func aRefusedSignInIsRenewed(fault: Fault) async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check(time: "19:00")
            await stage.sandbox.fault(fault, on: .details)
            #expect(try await stage.book().status == .booked)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Told as ever, and not asked a second time.
    @Test func aLimitIsTold() async throws {
        try await onStage { (stage) async throws in
            _ = try await stage.check(time: "19:00")
            await stage.sandbox.fault(.rateLimited(seconds: 60), on: .details)
            #expect(await failure { try await stage.book() }?.code == .rateLimited)
            #expect(await stage.count(.details) == 1)
            #expect(await stage.count(.book) == 0)
        }
    }

    /// Refused before the tables came, which list it all the same: they are newer.
    @Test(arguments: [404, 412, 500]) func aRefusalBeforeTheTablesIsAskedAbout(status: Int) async throws {
        try await onStage { (stage) async throws in
            let engine = CurlEngine(CurlEngine.Options())
            let http = TermsFirst(engine: engine)
            let table = BookTable(reception: stage.reception(through: http), places: nil)
            var request = BookingRequest(restaurant: "Example Trattoria", date: stage.day(3), time: "19:10")
            #expect(await failure { try await table.run(request) }?.code == .slotGone)
            request.time = "19:00"
            http.isHolding.withLock { $0 = true }
            await stage.sandbox.fault(.status(status, "Reservation not available"), on: .details)
            #expect(try await table.run(request).status == .booked)
            #expect(await stage.count(.details) == 2)
            engine.stop()
        }
    }

    private static let slot = Slot(
        token: "rgs://resy/1", day: CalendarDay(daysSince1970: 20_000), time: TimeOfDay(minutesAfterMidnight: 1140),
        seating: "Bar", obstacle: nil, charges: [])

    /// The list takes its time: what the table cost when all were asked is not what it costs.
    @Test func anAnswerThatHasGrownOldIsNone() async throws {
        let clock = StageClock(start: 0)
        let venue = Venue(id: 1, name: "Example Trattoria")
        let ahead = TermsAhead(Self.slot, ListedPrice(Self.slot, at: venue), clock: clock) {
            throw APIFailure.server(status: 500)
        }
        await #expect(throws: APIFailure.server(status: 500)) { try await ahead.details(of: Self.slot, at: venue) }
        #expect(!ahead.stands(among: [Self.slot]))
        await clock.advance(3)
        #expect(try await ahead.details(of: Self.slot, at: venue) == nil)
    }

    /// Of a table that is not listed any more, or of a call that was given up.
    @Test func aRequestThatNobodyWaitsForEnds() async {
        let ended = Gate()
        var ahead: TermsAhead? = TermsAhead(Self.slot, ListedPrice(), clock: SystemClock()) {
            await withTaskCancellationHandler {
                await ended.wait()
            } onCancel: {
                ended.open()
            }
            throw CancellationError()
        }
        #expect(ahead?.stands(among: [Self.slot]) == true)
        ahead = nil
        await ended.wait()
    }

    @Test func whatWasShownLongAgoIsNoHint() {
        let memory = LookMemory()
        let key = LookMemory.Asked(path: "/4/find", body: [], isSignedIn: true)
        memory.keep(1, for: key, at: Instant(seconds: 0))
        let seen = [59.0, 61, 599, 601].map { seconds in
            [LookMemory.shelfLife, LookMemory.hintLife].map { life in
                memory.recall(key, as: Int.self, now: Instant(seconds: seconds), within: life) != nil
            }
        }
        #expect(seen == [[true, true], [false, true], [false, true], [false, false]])
    }
}
