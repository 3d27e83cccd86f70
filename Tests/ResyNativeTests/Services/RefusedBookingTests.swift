import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// "Nothing was booked" is said only of an answer that proves it.
@Suite(.timeLimit(.minutes(1))) struct RefusedBookingTests {
    @Test(arguments: [0, -1, -900_000_001]) func aNumberThatIsNoneIsLookedUp(number: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.createdWithID(number), on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func aNumberThatIsNoneAndAListThatLagsLeaveItUnknown() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            await stage.sandbox.fault(.createdWithID(0), on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            #expect(outcome.reservationID == nil)
            await stage.clock.advance(61)
            #expect(try await stage.book().reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// The list is read although Resy is otherwise left alone after some of these; a refusal may be the second answer to
    /// a request that was delivered twice.
    @Test(arguments: [429, 409, 422, 500, 503, 400, 402, 403, 404, 410, 412])
    func anErrorAfterTheDeedIsFoundInTheList(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.statusAfterCommit(status), on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test(arguments: [429, 409, 503]) func anErrorThatProvesNothingIsUnknown(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            await stage.sandbox.fault(.statusAfterCommit(status), on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            let said = outcome.notes.joined(separator: " ")
            #expect(said.contains(status == 429 ? "fewer requests" : "HTTP \(status)"))
            #expect(!said.contains("Nothing was booked"))
            await stage.clock.advance(901)
            #expect(try await stage.book().reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    @Test func whyThereIsNoTableIsSaid() async throws {
        try await onStage { (stage) async throws in
            let closed = await failure { try await stage.book("Closed For Now") }
            #expect(closed?.code == .slotGone)
            #expect(closed?.message.contains("The restaurant is closed until Mon Nov 30.") == true)
            #expect(closed?.choices.isEmpty == true)
            for isEmpty in [true, false] {
                await stage.sandbox.changeVenue(99021) { $0.isSoldOut = isEmpty }
                let tock = await failure { try await stage.book("Tock Tavern") }
                #expect(tock?.code == .slotGone)
                #expect(tock?.hint.contains("/venues/tock-tavern") == true)
                #expect(tock?.message.contains("Tock") == true)
            }
        }
    }

    @Test(arguments: [400, 402, 403, 404, 412]) func aRefusalSaysThatNothingWasBooked(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(status, "No."), on: .book)
            let error = await failure { try await stage.book() }
            #expect(error?.message.contains("Nothing was booked") == true)
            #expect(await stage.count(.reservations) == 2)
            // Another table is free to go at once.
            #expect(try await stage.book(time: "19:15").status == .booked)
        }
    }

    /// Resy names the table in the way, and it is this one: the list lags, so it takes more than a glance.
    @Test func aConflictWithItselfIsABooking() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 5 }
            await stage.sandbox.fault(.conflictAfterCommit, on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .booked)
            #expect(outcome.reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Until a list tells whose it is, it is neither "booked" nor "nothing was booked".
    @Test func aConflictWithItselfThatNoListShowsStaysOpen() async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            await stage.sandbox.fault(.conflictAfterCommit, on: .book)
            let outcome = try await stage.book()
            #expect(outcome.status == .unknown)
            #expect(outcome.notes.first?.contains("already holds a table there at that time") == true)
            #expect(outcome.notes.first?.contains("RESY-900000001") == true)
            let cancelling = await failure { try await stage.cancel(id: "RESY-900000001") }
            #expect(cancelling?.message.contains("not known yet whether an earlier try booked it") == true)
            await stage.clock.advance(61)
            #expect(try await stage.book().reservationID == 900_000_001)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// Of another seating or for another party: booked by telephone while this one was on its way.
    @Test(arguments: [("Patio", 2), ("Dining Room", 4)])
    func aTableBookedElsewhereMeanwhileIsNoBookingOfThisOne(seating: String, party: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99001) {
                $0.seatings.append(Seating("Patio", template: 2_750_009, times: [1140]))
            }
            await stage.sandbox.set { $0.listLagSeconds = 2 }
            let held = await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, seating), party: party, account: Stage.email)
            let id = try #require(held?.id)
            let error = await failure { try await stage.book { $0.seating = "Dining Room" } }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("(RESY-\(id)). Nothing was booked.") == true, "\(error?.message ?? "")")
            #expect(await stage.count(.book) == 1)
            let row = try #require(try await stage.list().reservations.first)
            #expect(row.source == .elsewhere && row.seating == seating)
            // It stands in the way, and nothing else does.
            #expect(try await stage.cancel(id: "RESY-\(id)").status == .cancelled)
            #expect(try await stage.book { $0.seating = "Dining Room" }.status == .booked)
        }
    }

    /// Nor where the list is late, or no answer came: its own fee and seating are told, and that it is from elsewhere.
    @Test(arguments: [nil, Fault.resetBefore]) func aTableOfAnotherSeatingIsNotTakenForThisOne(fault: Fault?)
        async throws
    {
        try await onStage { (stage) async throws in
            await stage.sandbox.changeVenue(99001) {
                $0.seatings.append(Seating("Patio", template: 2_750_009, times: [1140]))
            }
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            await stage.sandbox.world.bookElsewhere(
                stage.slot(99001, 3, 1140, "Patio"), party: 2, account: Stage.email)
            if let fault { await stage.sandbox.fault(fault, on: .book) }
            #expect(try await stage.book { $0.seating = "Dining Room" }.status == .unknown)
            await stage.clock.advance(61)
            let row = try #require(try await stage.list().reservations.first)
            #expect(row.source == .elsewhere && row.seating == "Patio")
            await stage.clock.advance(600)
            #expect(try await stage.list().notes.isEmpty)
            #expect(await failure { try await stage.book { $0.seating = "Dining Room" } }?.code == .conflict)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// 201 around a refused sign-in: nothing is sent for it a second time.
    @Test(arguments: [401, 419]) func aContradictionIsUnclear(status: Int) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.set { $0.listLagSeconds = 60 }
            await stage.sandbox.fault(.createdRefusal(status), on: .book)
            #expect(try await stage.book().status == .unknown)
            #expect(await stage.count(.book) == 1)
        }
    }

    /// The same status means many things; Resy's own words are not told as "taken".
    @Test(arguments: [
        (
            "A payment method is required to book this table.", ResyError.Code.paymentRequired,
            "payment method is required"
        ),
        ("You already have a reservation at this time.", .conflict, "already has a reservation"),
        ("Captcha token invalid", .captcha, "captcha"),
        ("Please verify your phone number.", .slotGone, "verify your phone"),
        ("Reservation not available", .slotGone, "was just taken"),
    ])
    func whatResySaysIsTold(said: String, code: ResyError.Code, told: String) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(412, said), on: .book)
            let error = await failure { try await stage.book() }
            #expect(error?.code == code)
            #expect(error?.message.contains(told) == true)
            #expect(error?.message.contains("Nothing was booked") == true)
        }
    }
}
