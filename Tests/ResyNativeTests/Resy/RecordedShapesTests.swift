import Testing
@testable import ResyDomain

@testable import ResyNative

/// What recorded answers of Resy settle; `Fixtures/recorded/README.md` says where each is from.
@Suite struct RecordedShapesTests {
    private func find(_ name: String, party: Int = 2, token: String? = "user-token") async throws -> [Slot] {
        let desk = try Desk("recorded", name)
        let access = Access(apiKey: "key", token: token.map { Secret($0) })
        return try await desk.resy(access).find(venue: desk.venue, day: desk.day, party: party).slots
    }

    private func reservation(_ name: String) async throws -> ListedReservation {
        let desk = try Desk("recorded", name)
        return try #require(try await desk.resy.reservations().rows.first)
    }

    // MARK: - The list of tables

    @Test(arguments: [
        ("find-paid-flag-beside-late-fee", 25.0 as Amount, 50.0 as Amount), ("find-fee-of-zero-beside-paid", 25, 50),
        ("find-clock-cut-off", 10, 20),
    ])
    func aPaidFlagBesideALateFeeIsALateFee(name: String, amount: Amount, atStake: Amount) async throws {
        let slot = try #require(try await find(name).first)
        #expect(slot.charges.map(\.kind) == [.cancellation])
        #expect(slot.charges.first?.amount == amount)
        #expect(slot.charges.stake(party: 2) == .known(atStake, currency: "USD"))
        #expect(slot.saysPaid)
    }

    @Test func aFeeOfZeroIsNone() async throws {
        #expect(try await find("find-fee-of-zero-beside-paid").last?.charges.isEmpty == true)
    }

    @Test(arguments: [
        ("find-paid-flag-beside-late-fee", "2026-11-13T00:30:00Z"),
        ("find-fee-of-zero-beside-paid", "2026-11-14T00:30:00Z"),
        ("find-clock-cut-off", "2026-11-13T17:00:00Z"),
    ])
    func untilWhenItIsFree(name: String, moment: String) async throws {
        #expect(try await find(name).first?.charges.freeUntil == WireTime.instant(moment))
    }

    @Test(
        arguments: [
            (2, nil, Stake.nothing), (4, nil, .nothing), (5, 5, .known(250, currency: "USD")),
            (6, 5, .known(300, currency: "USD")),
        ] as [(Int, Int?, Stake)])
    func aLargePartyPaysItsOwnFee(party: Int, size: Int?, stake: Stake) async throws {
        let slot = try #require(try await find("find-large-party-template", party: party).first)
        #expect(slot.charges.stake(party: party) == stake)
        #expect(slot.charges.first?.about == size.map { .largeParty(from: $0) })
        #expect(slot.charges.first?.text.contains("5 or more") == (size == nil ? nil : true))
    }

    /// Resy says it of the account that asks.
    @Test(arguments: [("user-token", true), (nil, false)])
    func aGlobalDiningTableMayBeOpenToTheAccount(token: String?, isOpen: Bool) async throws {
        let slots = try await find("find-global-dining-open", token: token)
        #expect(slots.map(\.isBookable) == [isOpen, false])
        #expect(slots[0].obstacle?.words.contains("may be open to the user's account") == (isOpen ? nil : true))
        #expect(slots[1].obstacle?.words == "only for American Express card holders (Global Dining Access)")
    }

    // MARK: - Terms

    @Test func aFeePerGuestBeforeTax() async throws {
        let terms = try await Desk("recorded", "details-late-fee-plus-tax").details(saysPaid: true).terms
        let until = WireTime.instant("2026-11-14T00:30:00Z")
        #expect(
            terms.charges == [
                Charge(.cancellation, 30, "USD", .guest, isBeforeTax: true, cutOff: until, from: .terms)
            ])
        #expect(terms.cancelBy == until)
        #expect(terms.charges.text == "$30 late fee per guest, plus tax")
    }

    /// The list of tables names it too: one charge, with the words' basis and tax.
    @Test func theListsLateFeeIsTheSameOne() async throws {
        let listed = Charges([.stated(.cancellation, 30, "USD", .unknown)])
        let terms = try await Desk("recorded", "details-late-fee-plus-tax").details(listed, saysPaid: true).terms
        #expect(terms.charges.stake(party: 2) == .known(60, currency: "USD", isBeforeTax: true))
        #expect(terms.disagreements.isEmpty)
    }

    @Test(arguments: [(60.0, false), (61, false), (65, false), (75, true)])
    func noCapIsExceededUnasked(cap: Double, goesAhead: Bool) async throws {
        let terms = try await Desk("recorded", "details-late-fee-plus-tax").details(saysPaid: true).terms
        let consent = ConsentPolicy(mode: .never, largestFee: cap).decide(Offer(terms, party: 2, isAgreed: false))
        #expect(consent == (goesAhead ? .goAhead : .refuse))
    }

    @Test func aFreeTableWithNullLists() async throws {
        #expect(try await Desk("recorded", "details-free-with-null-lists").details().terms.isFree)
    }

    @Test func theVenuesCurrencyCountsWithoutALocale() async throws {
        let terms = try await Desk("recorded", "details-without-locale").details().terms
        #expect(terms.charges.stake(party: 2) == .known(50, currency: "USD"))
    }

    // MARK: - The list of reservations

    @Test func aFeeObjectOfNullsIsNoFee() async throws {
        let row = try await reservation("reservations-fee-object-of-nulls")
        #expect(row.reservation.charges.isEmpty)
        let late = try #require(WireTime.instant("2026-11-14T12:00:00Z"))
        #expect(row.chargesNow(late).isEmpty)
    }

    @Test func theVenuesNumberMayStandBeside() async throws {
        let row = try await reservation("reservations-venue-beside")
        #expect(row.reservation.venue.name == "Example Trattoria")
        #expect(row.reservation.charges.map(\.kind) == [.cancellation])
        #expect(row.reservation.charges.first?.amount == 10)
    }

    @Test func aMomentWithoutAZoneIsUTC() async throws {
        let held = try await reservation("reservations-when-without-zone").reservation
        #expect(held.day.iso == "2026-11-14" && held.isDaySure)
        #expect(held.evening.iso == "2026-11-13")
    }

    // MARK: - Deeds

    @Test(arguments: ["cancel-refund-in-transaction", "cancel-refund-beside"])
    func aRefundIsReadWhereverItStands(name: String) async throws {
        let desk = try Desk("recorded", name)
        #expect(try await desk.resy.cancel(Secret("rr://synthetic")).refund == true)
    }

    @Test(arguments: [
        (
            "error-unknown-reservation", 404,
            APIFailure.refused(status: 404, message: "The reservation could not be found.")
        )
    ])
    func anErrorIsReadWithItsTitleAndCode(name: String, status: Int, failure: APIFailure) async throws {
        let desk = try Desk("recorded", name, status: status)
        #expect(await apiFailure { try await desk.resy.cancel(Secret("rr://x")) } == failure)
    }

    // MARK: - What doctor --live compares

    @Test(arguments: [
        "find-paid-flag-beside-late-fee", "find-clock-cut-off", "find-large-party-template", "find-global-dining-open",
    ])
    func noRecordedShapeIsADrift(name: String) throws {
        let answer = try JSON(parsing: try Fixture.bytes("recorded", name))
        let drifted = WireComparison.compare(answer, Assumption.table(of: .find)).filter { $0.verdict == .drifted }
        #expect(drifted.isEmpty, "\(drifted.map(\.path))")
    }
}
