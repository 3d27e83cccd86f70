import Testing
@testable import ResyDomain

@testable import ResyNative

/// Money in whatever part of the terms it stands: what is asked about, what is said, and what a cap is held against.
@Suite struct DetailsMoneyTests {

    /// An answer of terms whose parts a case replaces.
    struct Answer: Sendable, CustomTestStringConvertible {
        var fee = "null"
        var policy = #""Please cancel at least 24 hours ahead.""#
        var type = "free"
        var amounts = #""total":0"#
        var payment = ""
        var config = ""
        var confirm = "[]"

        var testDescription: String { [fee, policy, type, amounts, payment, config, confirm].joined(separator: " ") }

        var json: String {
            """
            {"book_token":{"value":"synthetic|AbC","date_expires":"2026-11-10T18:35:00Z"},
             "cancellation":{"refund":{"date_cut_off":"2026-11-14T00:30:00Z"},"fee":\(fee),"display":{"policy":[\(policy)]}},
             "config":{"type":"Dining Room","double_confirmation":\(confirm)\(config.isEmpty ? "" : "," + config)},
             "locale":{"currency":"USD"},
             "payment":{"config":{"type":"\(type)"},"amounts":{\(amounts)}\(payment.isEmpty ? "" : "," + payment)}}
            """
        }

        func terms(_ listed: Charges = [], saysPaid: Bool = false, party: Int = 2) async throws -> Terms {
            try await Desk(CannedClient(.text(200, json))).details(listed, saysPaid: saysPaid, party: party).terms
        }
    }

    // MARK: - Until when

    /// Of two moments the earlier one, for from then on cancelling costs.
    @Test(arguments: [
        (#"{"amount":50,"date_cut_off":"2026-11-12T00:30:00Z"}"#, 1_794_443_400),
        (#"{"amount":50,"date_cut_off":"2026-11-15T00:30:00Z"}"#, 1_794_702_600), ("null", 1_794_616_200),
    ])
    func itIsFreeUntilTheFeeApplies(fee: String, seconds: Double) async throws {
        let terms = try await Answer(fee: fee).terms()
        #expect(terms.cancelBy?.seconds == seconds)
    }

    // MARK: - Said

    @Test(arguments: [
        (Answer(payment: #""options":[{"amounts":{"total":40}}]"#), "$40 beside a total of $0"),
        (Answer(amounts: #""total":0,"service_charge":{"amount":12,"value":"20%"}"#), "$12 beside a total of $0"),
        (Answer(amounts: #""total":0,"resy_fee":3,"tax":9"#), "$9 beside a total of $0"),
        (Answer(payment: #""display":{"buy":{"value":"$100.00"}}"#), "$100 beside a total of $0"),
        (Answer(payment: #""display":{"balance":{"value":"$100"}}"#), "$100 beside a total of $0"),
        (
            Answer(amounts: #""total":40"#, payment: #""options":[{"amounts":{"total":400}}]"#),
            "$400 beside a total of $40"
        ),
        (Answer(policy: #""Late cancellations are charged $50 per guest.""#), "charged $50 per guest"),
        (Answer(amounts: #""total":0,"service_charge":{"amount":0,"value":"20%"}"#), "service charge of “20%”"),
        (Answer(config: #""add_ons":[{"name":"Wine","price":30,"required":true}]"#), "$30"),
        (Answer(fee: #"{"amount":25,"service_fee":9}"#), "$9 beside the late fee"),
    ])
    func whatNoTotalExplainsIsNamedToAPerson(answer: Answer, words: String) async throws {
        let terms = try await answer.terms()
        #expect(terms.charges.contains { $0.text.contains(words) })
        #expect(Question(asking: terms).message.contains(words))
        #expect(terms.charges.stake(party: 2) == .unknown)
        #expect(!terms.isFree)
    }

    @Test(arguments: [
        "25", #""25""#, #""$25.00""#, #"{"amount":null,"display":{"amount":"$25.00"}}"#,
        #"{"display":{"amount":"$25.00"}}"#, #"{"amount":"$25"}"#, #"[{"amount":25}]"#,
        #"{"amount":20,"tax":5,"applies":true}"#, #"{"amount":20,"display":{"amount":"$25.00"}}"#,
        #"{"amount":20,"tax":5,"display":{"amount":"$20.00"}}"#,
    ])
    func aFeeIsReadInWhateverShape(fee: String) async throws {
        let charges = try await Answer(fee: fee).terms().charges
        #expect(charges.map(\.kind) == [.cancellation])
        #expect(charges.first?.amount == 25)
    }

    @Test(arguments: [
        #""25,00""#, #"{"amount":"1,000"}"#, #"{"amount":25,"tax":"1,5"}"#,
        #"{"amount":25,"display":{"amount":"25,0,0"}}"#,
        #"{"amount":-25}"#, #"{"amount":null,"tax":5}"#, "true", "[]", #"{"amount":1e300}"#,
    ])
    func whatCannotBeReadIsAboveAnyCap(fee: String) async throws {
        let terms = try await Answer(fee: fee).terms()
        #expect(terms.charges.contains { $0.kind == .cancellation && $0.amount == nil })
        #expect(terms.charges.stake(party: 2) == .unknown)
    }

    /// A text has room for one charge where it says what a table costs; the rest is said beside it.
    @Test(arguments: [
        (
            Answer(amounts: #""total":40"#, payment: #""options":[{"amounts":{"total":400}}]"#),
            "Resy names $400"
        ),
        (Answer(fee: #"{"amount":25}"#, amounts: #""total":40"#), "$25 late fee"),
        (
            Answer(fee: #"{"amount":25,"display":{"amount":"$75.00"}}"#),
            "as $25 and as $75. The higher one is assumed"
        ),
    ])
    func whatIsBesideTheMainChargeIsToldToo(answer: Answer, words: String) async throws {
        let terms = try await answer.terms()
        let isDisagreement = terms.disagreements.contains { $0.text.contains(words) }
        #expect(isDisagreement || terms.charges.toldForTwo.allSatisfy { $0.contains(words) })
    }

    @Test func lessThanACentIsNotNothing() async throws {
        let charges = try await Answer(amounts: #""total":1e-9"#).terms().charges
        #expect(charges.map(\.text) == ["prepaid (amount not stated)"])
    }

    // MARK: - Capped

    @Test(
        arguments: [
            (Answer(fee: #"{"amount":25,"tax":5}"#), 60),
            (Answer(fee: #"{"amount":25,"display":{"amount":"$75.00"}}"#), 150),
            (Answer(fee: #"{"amount":25,"tax":5}"#, policy: #""A fee of $25 per guest applies.""#), 60),
            (Answer(fee: #"{"amount":25}"#, policy: #""A fee of $50 per guest applies.""#), nil),
            (Answer(fee: #"{"amount":25}"#, config: #""add_ons":[{"price":30,"required":true}]"#), nil),
            (Answer(amounts: #""total":40"#, payment: #""options":[{"amounts":{"total":400}}]"#), nil),
            (Answer(amounts: #""total":40"#, payment: #""options":[{"amounts":{"total":80}}]"#), nil),
            (Answer(amounts: #""total":40,"tax":4,"price_per_unit":18,"subtotal":36"#), 40),
            (Answer(amounts: #""total":1e-9"#), nil),
        ] as [(Answer, Double?)])
    func theDearerWordCounts(answer: Answer, most: Double?) async throws {
        let stake = try await answer.terms().charges.stake(party: 2)
        #expect(stake == most.map { .known(Amount($0)!, currency: "USD") } ?? .unknown)
    }

    @Test(arguments: [
        (100.0, "USD", Stake.known(200, currency: "USD")), (20, "USD", .known(50, currency: "USD")),
        (100, "EUR", .unknown),
    ])
    func aDearerFeeOfTheListCounts(listed: Double, currency: String, stake: Stake) async throws {
        let slotFee = Charge.stated(.cancellation, listed, currency, .unknown, cutOff: nil)
        let terms = try await Answer(fee: #"{"amount":25}"#).terms([slotFee])
        #expect(terms.charges.stake(party: 2) == stake)
        // Both are shown.
        guard listed > 25, currency == "USD" else { return }
        #expect(terms.disagreements.map(\.text).contains { $0.contains("$100") && $0.contains("$25") })
    }

    @Test func theListsAmountForThePartyIsNoDearerOne() async throws {
        let slotFee = Charge.stated(.cancellation, 50, "USD", .unknown, cutOff: nil)
        let answer = Answer(fee: #"{"amount":25}"#, policy: #""A fee of $25 per guest applies.""#)
        #expect(try await answer.terms([slotFee]).charges.stake(party: 2) == .known(50, currency: "USD"))
    }

    // MARK: - A table that the list calls paid

    /// The list's `is_paid` is a late fee, unless the table's own terms charge something at booking: then they win.
    @Test(
        arguments: [
            (Answer(), [Charge.Kind.cancellation], 50), (Answer(fee: #"{"amount":25}"#), [.cancellation], 50),
            (Answer(fee: #"{"amount":25}"#, type: ""), [.cancellation], 50),
            (Answer(type: "paid", amounts: #""total":50"#), [.prepaid], 50),
            (Answer(type: "deposit", amounts: #""total":80"#), [.deposit], 80),
            (Answer(amounts: #""total":0,"reservation_charge":50"#), [.prepaid], 50),
            (Answer(amounts: #""total":0,"price_per_unit":25"#), [.prepaid], 50),
            (Answer(amounts: #""total":0,"price_per_seat":40"#), [.prepaid], 80),
            (Answer(payment: #""options":[{"amounts":{"total":0}},{"amounts":{"total":50}}]"#), [.prepaid], 50),
            (Answer(fee: #"{"amount":25}"#, type: "paid", amounts: #""total":50"#), [.prepaid, .cancellation], 100),
            (Answer(type: "hold"), [.unknown, .cancellation], nil),
        ] as [(Answer, [Charge.Kind], Amount?)])
    func theTermsWinOverThePaidFlag(answer: Answer, kinds: [Charge.Kind], atStake: Amount?) async throws {
        let listed = Charges([.stated(.cancellation, 25, "USD", .unknown)])
        let charges = try await answer.terms(listed, saysPaid: true).charges
        #expect(charges.map(\.kind) == kinds)
        #expect(charges.stake(party: 2).amount == atStake)
    }

    /// Without the flag it is a fee beside the bill, and both count.
    @Test func aListedFeeBesideABillCounts() async throws {
        let listed = Charges([.stated(.cancellation, 25, "USD", .unknown)])
        let charges = try await Answer(type: "paid", amounts: #""total":50"#).terms(listed).charges
        #expect(charges.stake(party: 2) == .known(100, currency: "USD"))
    }

    // MARK: - Before tax

    @Test(
        arguments: [
            (Answer(fee: #"{"amount":30,"tax":null}"#, policy: #""$30 + tax per guest.""#), 60, true),
            (Answer(fee: #"{"amount":30,"tax":3}"#, policy: #""$30 + tax per guest.""#), 66, false),
            (Answer(fee: #"{"amount":30,"tax":0}"#, policy: #""$30 + tax per guest.""#), 60, true),
            (Answer(fee: #"{"amount":60}"#, policy: #""$30 + tax per guest.""#), 60, true),
            (
                Answer(fee: #"{"amount":60,"display":{"amount":"$60.00"}}"#, policy: #""$30 + tax per guest.""#), 60,
                true
            ),
            (Answer(fee: #"{"amount":30,"display":{"amount":"$30.00 + tax"}}"#), 60, true),
            (
                Answer(policy: #""$30 + tax per guest, paid now.""#, type: "paid", amounts: #""total":60,"tax":0"#), 60,
                true
            ),
            (
                Answer(policy: #""$30 + tax per guest, paid now.""#, type: "paid", amounts: #""total":66,"tax":6"#), 66,
                false
            ),
        ] as [(Answer, Amount, Bool)])
    func aTaxThatIsNotStatedComesOnTop(answer: Answer, atStake: Amount, isBeforeTax: Bool) async throws {
        #expect(
            try await answer.terms().charges.stake(party: 2)
                == .known(atStake, currency: "USD", isBeforeTax: isBeforeTax))
    }

    // MARK: - Asked or not

    @Test(arguments: [
        Answer(config: #""add_ons":[{"price":30,"is_required":1}]"#),
        Answer(config: #""add_ons":{"groups":[{"required":true,"choices":[]}]}"#),
        Answer(config: #""is_add_on_required":true"#), Answer(payment: #""is_add_on_required":true"#),
        Answer(config: #""service_charge_options":[{"amount":10}]"#),
        Answer(config: #""service_charge_options":[{"value":"18%"}]"#),
        Answer(amounts: #""total":0,"service_charge":"20%""#),
        Answer(policy: #""Prepayment is non-refundable""#), Answer(policy: #""Non-refundable.""#),
        Answer(policy: #""Your credit card is held to guarantee""#), Answer(policy: #""Rs. 500 per guest""#),
    ])
    func moneyOfAnUnknownAmountIsAskedAbout(answer: Answer) async throws {
        let terms = try await answer.terms()
        #expect(!terms.isFree)
        #expect(terms.charges.stake(party: 2) == .unknown)
    }

    @Test(arguments: [
        Answer(), Answer(config: #""add_ons":null,"menu_items":[],"service_charge_options":[],"is_event":false"#),
        Answer(config: #""menu_items":[{"name":"Menu","price":95}]"#), Answer(config: #""is_event":true"#),
        Answer(config: #""add_ons":[{"name":"Wine","price":30,"required":false}],"is_add_on_required":false"#),
        Answer(amounts: #""total":0,"service_charge":{"amount":0,"value":"0%"}"#),
        Answer(amounts: #""total":0,"service_charge":{"amount":0,"value":"20%"}"#, payment: #""comp":true"#),
        Answer(fee: "0"), Answer(fee: #"{"amount":0,"tax":0,"display":{"amount":"$0.00"}}"#),
    ])
    func anOrdinaryTableStaysFree(answer: Answer) async throws {
        #expect(try await answer.terms().isFree)
    }

    // MARK: - Agreed to

    @Test func aYesIsForTheKindOfPayment() async throws {
        let held = try await Answer(type: "hold").terms()
        let prepaid = try await Answer(type: "prepay").terms()
        #expect(held.canonicalText != prepaid.canonicalText)
        #expect(try await Answer(type: "hold").terms().canonicalText == held.canonicalText)
    }
}
