import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct FindDecodingTests {
    @Test func twoSeatingsAreTwoTables() async throws {
        let tables = try await Desk("find", "two-seatings").find()
        #expect(tables.slots.map(\.seating) == ["Bar", "Dining Room"])
        #expect(tables.slots.allSatisfy { $0.isBookable && $0.charges.main == nil })
        #expect(tables.venue.zone?.name == "America/New_York")
        #expect(tables.venue.citySlug == "new-york-ny")
    }

    @Test func tablesThatShareATokenAreOne() async throws {
        #expect(try await Desk("find", "shared-token").find().slots.count == 1)
    }

    @Test(arguments: [
        ("null-token", "Tock"), ("exclusive", "members"), ("global-dining", "Global"), ("add-on", "add-on"),
    ])
    func whatCannotBeBookedSaysWhy(fixture: String, word: String) async throws {
        let slot = try #require(try await Desk("find", fixture).find().slots.first)
        #expect(!slot.isBookable)
        #expect(slot.obstacle?.words.contains(word) == true)
    }

    @Test func afterMidnightComesLast() async throws {
        let slots = try await Desk("find", "after-midnight").find().slots
        #expect(slots.map(\.time.clock) == ["23:30", "00:30"])
        #expect(slots.last?.day.iso == "2026-11-15")
    }

    @Test(arguments: ["t-separator", "numbers-as-text"]) func otherSpellingsAreRead(fixture: String) async throws {
        let slot = try #require(try await Desk("find", fixture).find().slots.first)
        #expect(slot.time.clock == "19:30")
        #expect(slot.charges.main?.amount == (fixture == "numbers-as-text" ? 25 : nil))
    }

    @Test func theTokensTailIsTheSeating() async throws {
        #expect(try await Desk("find", "seating-with-slash").find().slots.first?.seating == "Chef's Counter / Bar")
    }

    @Test(arguments: [
        ("fee-in-template", Charge.Kind.cancellation), ("fee-nowhere", .unknown), ("empty-payment", .unknown),
        ("deposit", .deposit), ("prepaid", .prepaid),
    ])
    func feesAreNeverGuessedFree(fixture: String, kind: Charge.Kind) async throws {
        #expect(try await Desk("find", fixture).find().slots.first?.charges.main?.kind == kind)
    }

    @Test func aFixedCutOffCountsFromItsClockTime() async throws {
        // Noon of the 14th in New York.
        #expect(
            try await Desk("find", "cut-off-time").find().slots.first?.charges.main?.cutOff?.seconds == 1_794_675_600)
    }

    @Test(arguments: [
        ("no-token-at-all", "$.results.venues[0].slots[0].config.token"), ("missing-results", "$.results"),
        ("missing-slots", "$.results.venues[0].slots"), ("html", "$"),
    ])
    func whatHasChangedIsNamedByItsPath(fixture: String, path: String) async throws {
        let desk = try Desk("find", fixture)
        #expect(await apiFailure { try await desk.find() } == .schema(path: path))
    }

    @Test func oneOddSlotIsLeftOut() async throws {
        #expect(try await Desk("find", "missing-token").find().slots.map(\.seating) == ["Bar", "Dining Room"])
    }

    @Test(arguments: ["null-slots", "null-venues"]) func nullIsNone(fixture: String) async throws {
        let tables = try await Desk("find", fixture).find()
        #expect(tables.slots.isEmpty)
        #expect((tables.venue.zone != nil) == (fixture == "null-slots"))
    }

    @Test func noVenuesIsNoTables() async throws {
        #expect(try await Desk("find", "no-venues").find().slots.isEmpty)
    }

    @Test func onlyTheVenuesOwnTablesCount() async throws {
        #expect(try await Desk("find", "several-venues").find().slots.map(\.seating) == ["Dining Room"])
        #expect(try await Desk("find", "other-venue").find().slots.isEmpty)
    }

    @Test func anErrorInsideA200IsAnError() async throws {
        let desk = try Desk("find", "error-inside")
        #expect(await apiFailure { try await desk.find() } == .signedOut)
    }

    @Test func anEveningsOwnListOutweighsASearch() async throws {
        let desk = try Desk("find", "null-token")
        #expect(try await desk.find().venue.isTock)
        var venue = desk.venue
        venue.isTock = true
        let open = try Desk("find", "two-seatings")
        let tables = try await open.resy.find(venue: venue, day: open.day, party: 2)
        #expect(!tables.venue.isTock)
    }
}
