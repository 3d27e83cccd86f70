import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct DetailsDecodingTests {
    @Test func aFreeTableHasNoCharges() async throws {
        let details = try await Desk("details", "free").details()
        #expect(details.terms.isFree)
        #expect(details.terms.lines == ["Please cancel at least 24 hours ahead."])
        #expect(details.terms.cancelBy?.seconds == 1_794_616_200)
        #expect(details.cards.map(\.spoken) == ["Visa ending in 4242"])
        #expect(details.bookToken == Secret("synthetic|AbC_dEf-123|0f0f"))
    }

    @Test(arguments: [
        ("fee-for-party", Charge.Kind.cancellation, 50.0 as Amount?, Charge.Basis.unknown),
        ("fee-per-guest", .cancellation, 25, .guest),
        ("fee-without-amount", .cancellation, nil, .unknown), ("deposit", .deposit, 40, .party),
        ("prepaid", .prepaid, 370, .party), ("unknown-word", .unknown, nil, .unknown),
        ("missing-payment", .unknown, nil, .unknown), ("missing-cancellation", .unknown, nil, .unknown),
        ("double-confirmation", .unknown, nil, .unknown), ("fee-only-in-words", .unknown, nil, .unknown),
        ("money-in-an-option", .unknown, nil, .unknown), ("service-charge", .unknown, nil, .unknown),
        ("balance-to-pay", .unknown, nil, .unknown), ("fee-of-zero-with-tax", .cancellation, 5, .unknown),
    ])
    func whatItMayCostIsCharged(fixture: String, kind: Charge.Kind, amount: Amount?, basis: Charge.Basis) async throws {
        let charges = try await Desk("details", fixture).details().terms.charges
        #expect(charges.count == 1)
        #expect(charges.first?.kind == kind)
        #expect(charges.first?.amount == amount)
        #expect(charges.first?.basis == basis)
    }

    /// A card hold by any name: nothing is due now, and what it may cost is stated.
    @Test func aStatedFeeIsWhatAHoldCosts() async throws {
        let terms = try await Desk("details", "hold-with-fee").details().terms
        #expect(terms.charges.map(\.kind) == [.cancellation])
        #expect(terms.charges.main?.amount == 50)
        #expect(terms.charges.stake(party: 2) == .known(100, currency: "USD"))
    }

    @Test func partOfAnotherAmountIsNotThisOnes() async throws {
        let charges = try await Desk("details", "fee-in-a-larger-amount").details().terms.charges
        #expect(charges.allSatisfy { $0.basis == .unknown })
    }

    @Test func theListsAmountTimesThePartyIsForTheParty() async throws {
        let listed = Charge.stated(.cancellation, 25, "USD", .unknown, cutOff: nil)
        let charges = try await Desk("details", "fee-for-party").details([listed]).terms.charges
        #expect(charges.map(\.basis) == [.party])
    }

    @Test func aFeeThatOnlyTheListNamesCounts() async throws {
        let listed = Charge.stated(.deposit, 20, "USD", .unknown, cutOff: nil)
        #expect(try await Desk("details", "free").details([listed]).terms.charges.map(\.kind) == [.deposit])
    }

    @Test func zeroIsTheWordThatThereIsNone() async throws {
        #expect(try await Desk("details", "fee-of-zero").details().terms.isFree)
    }

    @Test func everyAmountIsPartOfWhatAYesIsFor() async throws {
        let terms = try await Desk("details", "money-in-an-option").details().terms
        #expect(terms.figures == ["$.payment.options[0].amounts.total 45.0"])
        var dearer = terms
        dearer.figures = ["$.payment.options[0].amounts.total 4500.0"]
        #expect(terms.canonicalText != dearer.canonicalText)
    }

    @Test func noughtsAndFieldsOfLaterDaysCostNothing() async throws {
        #expect(try await Desk("details", "free-to-the-last-field").details().terms.isFree)
    }

    @Test func anAmountThatNoFeeExplainsIsUnknown() async throws {
        let kinds = try await Desk("details", "fee-in-a-larger-amount").details().terms.charges.map(\.kind)
        #expect(kinds == [.cancellation, .unknown])
    }

    @Test func whatTheRestaurantWaivesCostsNothing() async throws {
        #expect(try await Desk("details", "comped").details().terms.isFree)
    }

    @Test func linesThatWantAYesAreKept() async throws {
        #expect(
            try await Desk("details", "double-confirmation").details().terms.doubleConfirmation == [
                "Prepaid. No refunds."
            ])
    }

    /// They are asked about, and do not make a free table one of unknown cost.
    @Test(arguments: ["double-confirmation-without-money", "confirmation-as-object"])
    func linesWithoutMoneyCostNothing(fixture: String) async throws {
        let terms = try await Desk("details", fixture).details().terms
        #expect(terms.doubleConfirmation.count == 1)
        #expect(terms.charges.isEmpty)
        #expect(!terms.isFree)
    }

    @Test func cardsMayBeMissing() async throws {
        #expect(try await Desk("details", "no-cards").details().cards.isEmpty)
        #expect(try await Desk("details", "card-without-id").details().cards.map(\.id) == [5_550_001])
    }

    @Test func withoutABookTokenItHasChanged() async throws {
        let desk = try Desk("details", "missing-book-token")
        #expect(await apiFailure { try await desk.details() } == .schema(path: "$.book_token"))
    }

    @Test func anErrorInsideA200IsAnError() async throws {
        let desk = try Desk("details", "error-inside")
        #expect(await apiFailure { try await desk.details() } == .gone(message: nil))
    }
}
