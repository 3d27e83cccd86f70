import Testing

@testable import ResyNative

@Suite struct FeeStakeTests {
    private func fee(_ amount: Double?, _ currency: String?, _ basis: Fee.Basis) -> Fee {
        Fee(kind: .cancellation, amount: amount, currency: currency, basis: basis, cutOff: nil, text: "")
    }

    @Test(arguments: [
        (Fee.Basis.guest, 4, 100.0), (.unknown, 4, 100), (.party, 4, 25), (.guest, 1, 25), (.party, 1, 25),
    ])
    func unlessForThePartyEachGuestCounts(basis: Fee.Basis, party: Int, amount: Double) {
        #expect(fee(25, "USD", basis).atStake(party: party) == .known(amount, currency: "USD"))
    }

    @Test(
        arguments: [
            (nil, "USD"), (25.0, nil), (25, ""), (-1, "USD"), (.nan, "USD"), (.infinity, "USD"), (1e12, "USD"),
        ] as [(Double?, String?)])
    func whatCannotBeReadIsUnknown(amount: Double?, currency: String?) {
        let stake = fee(amount, currency, .party).atStake(party: 2)
        #expect(stake == .unknown)
        #expect(!stake.isWithin(1e8))
    }

    @Test func capsAreComparedInCents() {
        #expect(fee(0.1, "USD", .guest).atStake(party: 3).isWithin(0.3))
        #expect(!fee(0.1, "USD", .guest).atStake(party: 3).isWithin(0.29))
        #expect(fee(0, "USD", .guest).atStake(party: 3).isWithin(0))
        #expect(!fee(25, "USD", .guest).atStake(party: 2).isWithin(.nan))
    }

    @Test(
        arguments: [
            (25.0, "USD", Fee.Basis.guest, "$25.00 per guest"), (10_000, "JPY", .party, "JPY 10000 for the party"),
            (33.5, "JPY", .party, "JPY 33.50 for the party"),
            (40, "EUR", .unknown, "EUR 40.00"),
            (50, "USD", .party, "$50.00 for the party"), (12.345, nil, .unknown, "12.35"), (nil, "USD", .guest, nil),
            (1234.5, "USD", .unknown, "$1234.50"),
        ] as [(Double?, String?, Fee.Basis, String?)])
    func saysWhatItCosts(amount: Double?, currency: String?, basis: Fee.Basis, text: String?) {
        #expect(fee(amount, currency, basis).amountText == text)
    }

    /// What Resy might send and no price is: more than any cap, and nothing that ends the program.
    @Test(arguments: [1e300, -1e300, -25, .infinity, .nan, 1e9])
    func anAbsurdAmountIsNotStated(amount: Double) {
        let absurd = Fee.worded(.cancellation, amount, "USD", .guest, cutOff: nil)
        #expect(absurd.amount == nil)
        #expect(absurd.text.contains("does not state"))
        let terms = Terms(
            charges: [fee(amount, "USD", .guest)], cancelBy: nil, lines: [], doubleConfirmation: [], currency: "USD")
        #expect(!terms.stake(party: 2).isWithin(1e8))
        #expect(terms.canonicalText.contains("cancellation:?:USD"))
    }

    @Test func aStakeHasAText() {
        #expect(Fee.Stake.known(50, currency: "USD").text == "$50.00")
        #expect(Fee.Stake.unknown.text == "an amount that Resy does not state")
    }
}
