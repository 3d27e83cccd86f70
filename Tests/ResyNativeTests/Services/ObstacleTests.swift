import Testing
@testable import ResyDomain

@testable import ResyNative
@testable import SandboxKit

/// What keeps a table from being booked is told before what stands in its way: nobody gives up a good table for none.
@Suite(.timeLimit(.minutes(1))) struct ObstacleTests {
    @Test(arguments: [
        ("Captcha Club", 2, ResyError.Code.captcha), ("Tock Tavern", 2, .slotGone), ("Closed For Now", 2, .slotGone),
        ("Sold Out Supper", 2, .slotGone), ("Platinum Only", 2, .slotGone), ("Card & Hold", 40, .slotGone),
    ])
    func aTableThatCannotBeHadIsNoConflict(name: String, party: Int, code: ResyError.Code) async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.book().status == .booked)
            let error = await failure { try await stage.book(name, time: "19:30", party: party) }
            #expect(error?.code == code)
            #expect(error?.hint.contains("Cancel that one") == false)
            #expect(await failure { try await stage.book("Card & Hold", time: "19:30") }?.code == .conflict)
        }
    }

    @Test func theTableHeldAtTheSameRestaurantIsToldFirst() async throws {
        try await onStage { (stage) async throws in
            #expect(try await stage.book().status == .booked)
            let error = await failure { try await stage.book(time: "04:30") }
            #expect(error?.code == .conflict)
            #expect(error?.message.contains("RESY-900000001") == true)
            #expect(error?.message.contains("cannot be booked anyway: There is no table") == true)
            #expect(error?.hint.contains("would not give the user the other") == true)
        }
    }

    @Test(arguments: [SandboxKit.Endpoint.details, .book], ["gone", "Book token expired", ""])
    func theTableThatResyRefusedIsNoAlternative(endpoint: SandboxKit.Endpoint, said: String) async throws {
        try await onStage { (stage) async throws in
            await stage.sandbox.fault(.status(404, said), on: endpoint)
            let error = await failure { try await stage.book() }
            #expect(error?.code == .slotGone)
            let times = error?.choices.map { if case .slot(let slot, _, _, _) = $0 { slot.time.clock } else { "" } }
            #expect(times?.isEmpty == false && times?.contains("19:00") == false)
        }
    }

    @Test func whereThePartyIsTooLargeAnotherDayIsNoHelp() async throws {
        try await onStage { (stage) async throws in
            let error = await failure { try await stage.book(party: 20) }
            #expect(error?.code == .slotGone)
            #expect(error?.message.contains("It takes parties of 1 to 8 online.") == true)
            #expect(error?.hint.contains("Another day would not help") == true)
        }
    }

    @Test func whatOnlyAPersonCanBookIsLeftToOne() async throws {
        try await onStage { (stage) async throws in
            for name in ["Platinum Only", "Add-On Atelier"] {
                let error = await failure { try await stage.book(name) }
                #expect(error?.code == .slotGone)
                #expect(error?.hint.hasPrefix("Give the user the link; it can be booked on Resy's site: http") == true)
            }
        }
    }

    @Test func aMisspeltRestaurantIsAskedAboutBeforeATableIsBooked() async throws {
        try await onStage { (stage) async throws in
            for _ in 1...2 {
                let error = await failure { try await stage.book("Example Tratoria") }
                #expect(error?.code == .venueAmbiguous)
                #expect(error?.choices.count == 1)
            }
            #expect(
                try await stage.check("Example Tratoria").notes.contains(
                    "“Example Tratoria” was read as “Example Trattoria”."))
            #expect(await stage.count(.book) == 0)
            #expect(try await stage.book("example trattoria, New York").status == .booked)
        }
    }
}
