import Testing

@testable import ResyDomain

@Suite struct ChargeTests {
    private func charge(_ amount: Double?, _ currency: String?, _ basis: Charge.Basis) -> Charge {
        .stated(.cancellation, amount, currency, basis)
    }

    @Test(
        arguments: [
            (Charge.Basis.guest, 4, 100.0), (.unknown, 4, 100), (.party, 4, 25), (.guest, 1, 25), (.party, 1, 25),
        ] as [(Charge.Basis, Int, Amount)])
    func unlessForThePartyEachGuestCounts(basis: Charge.Basis, party: Int, amount: Amount) {
        #expect(charge(25, "USD", basis).stake(party: party) == .known(amount, currency: "USD"))
    }

    @Test(
        arguments: [
            (nil, "USD"), (25.0, nil), (25, ""), (-1, "USD"), (.nan, "USD"), (.infinity, "USD"), (1e12, "USD"),
            (0.001, "USD"),
        ] as [(Double?, String?)])
    func whatCannotBeReadIsUnknown(amount: Double?, currency: String?) {
        let stake = charge(amount, currency, .party).stake(party: 2)
        #expect(stake == .unknown)
        #expect(!stake.isWithin(1e8))
    }

    @Test func capsAreComparedInHundredths() {
        #expect(charge(0.1, "USD", .guest).stake(party: 3).isWithin(0.3))
        #expect(!charge(0.1, "USD", .guest).stake(party: 3).isWithin(0.29))
        #expect(charge(0, "USD", .guest).stake(party: 3).isWithin(0))
        #expect(!charge(25, "USD", .guest).stake(party: 2).isWithin(.nan))
    }

    /// What is not stated may not exceed a cap unasked: it counts as a quarter of the sum.
    @Test(arguments: [
        (30.0, 2, 60.0, false), (30, 2, 61, false), (30, 2, 65, false), (30, 2, 74.99, false), (30, 2, 75, true),
        (0.01, 1, 0.01, false), (0.01, 1, 0.02, true), (12.5, 4, 62.49, false), (12.5, 4, 62.5, true), (0, 2, 0, true),
    ])
    func aTaxThatIsNotStatedCountsAgainstACap(amount: Double, party: Int, cap: Double, isWithin: Bool) {
        var taxed = charge(amount, "USD", .guest)
        taxed.isBeforeTax = true
        #expect(taxed.stake(party: party).isWithin(cap) == isWithin)
    }

    @Test(
        arguments: [
            ([], .nothing), ([(20.0, "USD"), (5, "USD")], .known(50, currency: "USD")),
            ([(20, "USD"), (nil, "USD")], .unknown), ([(20, "USD"), (5, "EUR")], .unknown),
            ([(20, "USD"), (5, nil)], .unknown),
        ] as [([(Double?, String?)], Stake)])
    func chargesAddUp(charges: [(Double?, String?)], stake: Stake) {
        #expect(Charges(charges.map { charge($0.0, $0.1, .guest) }).stake(party: 2) == stake)
    }

    @Test(
        arguments: [
            (25.0, "USD", Charge.Basis.guest, "$25 late fee per guest"),
            (10_000, "JPY", .party, "¥10,000 late fee in total"),
            (33.5, "JPY", .party, "¥33.50 late fee in total"),
            (1_234_567, "KRW", .party, "1,234,567 KRW late fee in total"),
            (40, "EUR", .unknown, "€40 late fee (per guest or in total: not stated)"),
            (20, "GBP", .party, "£20 late fee in total"), (40, "CAD", .party, "CA$40 late fee in total"),
            (12.345, nil, .party, "12.35 (currency not stated) late fee in total"),
            (nil, "USD", .guest, "late fee (amount not stated)"), (50, "CHF", .party, "50 CHF late fee in total"),
        ] as [(Double?, String?, Charge.Basis, String)])
    func saysWhatItCosts(amount: Double?, currency: String?, basis: Charge.Basis, text: String) {
        #expect(charge(amount, currency, basis).text == text)
    }

    /// What Resy might send and no price is: more than any cap, and nothing that ends the program.
    @Test(arguments: [1e300, -1e300, -25, .infinity, .nan, 1e9])
    func anAbsurdAmountIsNotStated(amount: Double) {
        let absurd = charge(amount, "USD", .guest)
        #expect(absurd.amount == nil)
        #expect(absurd.text.contains("not stated"))
        #expect(!Charges([absurd]).stake(party: 2).isWithin(1e8))
        #expect(Charges([absurd]).canonicalText.contains("cancellation:?:USD"))
    }

    @Test func aStakeHasAText() {
        #expect(Stake.known(50, currency: "USD").text == "$50")
        #expect(Stake.known(60, currency: "USD", isBeforeTax: true).text == "$60 plus tax")
        #expect(Stake.unknown.text == "an amount that Resy does not state")
    }

    /// Until when all of it can be avoided: the earliest moment, where each has one.
    @Test(
        arguments: [
            ([900.0], 900), ([900, 500], 500), ([900, nil], nil), ([nil], nil), ([], nil),
        ] as [([Double?], Double?)])
    func freeUntilTheFirstOfThem(cutOffs: [Double?], until: Double?) {
        let charges = Charges(
            cutOffs.map { Charge.stated(.deposit, 5, "USD", .party, cutOff: $0.map { Instant(seconds: $0) }) })
        #expect(charges.freeUntil?.seconds == until)
    }
}
