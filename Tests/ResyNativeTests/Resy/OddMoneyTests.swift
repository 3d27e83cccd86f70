import Testing
@testable import ResyDomain

@testable import ResyNative

/// An amount that is there twice, or beyond counting, is unknown: above any cap, and never free.
@Suite struct OddMoneyTests {
    // MARK: - The list of tables

    private static func find(payment: String, template: String = #"{"id":1}"#, templates: String = "{}") -> String {
        """
        {"results":{"venues":[{"venue":{"id":{"resy":99001},"currency":{"code":"USD"},"location":{"time_zone":"EST5EDT"}},
        "templates":\(templates),"slots":[{"config":{"token":"rgs://resy/99001/1/2/2026-11-14/2026-11-14/19:30:00/2/Bar"},
        "date":{"start":"2026-11-14 19:30:00"},"template":\(template)\(payment)}]}]}}
        """
    }

    private static let free = #","payment":{"is_paid":false,"cancellation_fee":null}"#
    private static let fee = #"{"1":{"is_paid":false,"cancellation_fee":50}}"#

    @Test(arguments: [
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":0,"cancellation_fee":50}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":50,"cancellation_fee":0}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":null,"cancellation_fee":50}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":0,"cancellation_f\u0065e":50}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":1e400}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":-1e400}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":18446744073709551616}"#),
        find(payment: #","payment":{"is_paid":false,"deposit_fee":0,"deposit_fee":10}"#),
        find(payment: #","payment":{"is_paid":false,"deposit_fee":1e999}"#),
        find(payment: #","payment":{"is_paid":false,"is_paid":true}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":"\ud800"}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":"5\ud800"}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":true}"#),
        find(payment: #","payment":{"is_paid":false,"cancellation_fee":{}}"#),
        find(payment: #","payment":{"is_paid":false,"deposit_fee":"abc"}"#),
        find(payment: #","payment":{"is_paid":"\ud800","cancellation_fee":null}"#),
        find(payment: #","payment":{"is_paid":{}}"#),
        find(payment: free, templates: #"{"1":{"cancellation_fee":"\ud800"}}"#),
        find(payment: free + #","payment":{"is_paid":false,"cancellation_fee":50}"#),
        find(payment: free + #","payment":null"#), find(payment: free + #","payment":{}"#),
        find(payment: free, template: #"{"id":1,"id":2}"#, templates: fee),
        find(payment: free, template: #"{"id":1},"template":null"#, templates: fee),
        find(payment: free, template: #"{"id":"\ud83c"}"#, templates: fee),
        find(payment: free, templates: fee + #","templates":null"#),
        find(payment: free, templates: fee + #","templates":{}"#),
        find(payment: free, templates: #"{"1":{"cancellation_fee":0,"cancellation_fee":50}}"#),
        find(payment: free, templates: #"{"1":{"cancellation_fee":0},"1":{"cancellation_fee":50}}"#),
        find(payment: free, templates: #"{"1":null,"1":{"cancellation_fee":50}}"#),
    ])
    func aTableIsNotFree(_ answer: String) async throws {
        let slot = try #require(try await Desk(CannedClient(.text(200, answer))).find().slots.first)
        #expect(slot.charges.map(\.kind) == [.unknown])
        #expect(slot.charges.stake(party: 2) == .unknown)
        // Terms that are free do not take it back.
        let terms = try await Answer().terms(slot.charges)
        #expect(!terms.isFree)
        #expect(terms.charges.stake(party: 2) == .unknown)
    }

    /// Where the list says nothing of money, the terms' word is enough.
    @Test(arguments: [#""#, #","payment":null"#, #","payment":{}"#])
    func whatTheListDoesNotSayTheTermsDo(payment: String) async throws {
        let answer = Self.find(payment: payment)
        let slot = try #require(try await Desk(CannedClient(.text(200, answer))).find().slots.first)
        #expect(slot.charges.map(\.kind) == [.unknown])
        #expect(try await Answer().terms(slot.charges).isFree)
    }

    @Test(
        arguments: [
            (find(payment: free), nil), (find(payment: free + free), nil),
            (find(payment: #","payment":{"is_paid":false,"cancellation_fee":25,"cancellation_fee":25}"#), 25),
            (find(payment: #","payment":{"cancellation_fee":25,"zz":1},"payment":{"cancellation_fee":25,"zz":2}"#), 25),
            (find(payment: free, templates: fee + #","templates":"# + fee), 50),
            (
                find(
                    payment: free, template: #"{"id":18446744073709551616}"#,
                    templates: #"{"18446744073709551616":{"cancellation_fee":50}}"#), 50
            ),
        ] as [(String, Double?)])
    func theSameAgainChangesNoPrice(_ answer: String, _ amount: Double?) async throws {
        let slot = try #require(try await Desk(CannedClient(.text(200, answer))).find().slots.first)
        #expect(slot.charges.first?.amount?.value == amount)
        #expect(slot.charges.isEmpty == (amount == nil))
    }

    // MARK: - The terms

    typealias Answer = DetailsMoneyTests.Answer

    @Test(arguments: [
        Answer(fee: #"{"amount":0,"amount":50}"#), Answer(fee: #"{"amount":50,"amount":0}"#),
        Answer(fee: #"0,"fee":50"#),
        Answer(fee: #"null,"fee":{"amount":50}"#), Answer(fee: #"{"amount":0},"fee":{"amount":50}"#),
        Answer(fee: #"{"amount":1e400}"#), Answer(fee: "1e400"), Answer(fee: "18446744073709551616"),
        Answer(fee: #"{"amount":0,"tax":1e400}"#), Answer(fee: #"{"amount":0,"tax":0,"tax":5}"#),
        Answer(fee: #"{"amount":0,"service_fee":1e400}"#), Answer(fee: #"{"amount":"$0","amount":"$5\ud83c"}"#),
        Answer(amounts: #""total":0,"total":50"#), Answer(amounts: #""total":1e400"#),
        Answer(amounts: #""total":18446744073709551616"#), Answer(amounts: #""total":0,"tax":0,"tax":5"#),
        Answer(amounts: #""total":0,"tax":1e400"#), Answer(amounts: #""total":0,"resy_fee":0,"resy_fee":{"amount":9}"#),
        Answer(amounts: #""total":"abc""#), Answer(amounts: #""total":"1,250.00""#), Answer(amounts: #""total":true"#),
        Answer(amounts: #""total":{}"#),
        Answer(amounts: #""total":0,"service_charge":{"amount":"\ud800","value":"0%"}"#),
        Answer(amounts: #""total":0,"service_charge":"\ud800""#), Answer(amounts: #""total":0,"resy_fee":"$5\ud8000""#),
        Answer(payment: #""options":"\ud800""#), Answer(payment: #""options":1e400"#),
        Answer(payment: #""options":[{"amounts":{"total":"\ud800"}}]"#),
        Answer(payment: #""display":{"buy":{"value":"$\ud80050"}}"#),
        Answer(amounts: #""total":0},"amounts":{"total":40"#),
        Answer(amounts: #""total":0},"amounts":null,"x":{"y":1"#),
        Answer(type: #"free","type":"prepaid"#),
        Answer(payment: #""x":1},"payment":{"config":{"type":"free"},"amounts":{"total":40}"#),
        Answer(payment: #""x":1},"payment":null,"x":{"y":1"#),
        Answer(config: #""is_add_on_required":false,"is_add_on_required":true"#),
        Answer(config: #""add_ons":[{"price":30,"required":false,"required":true}]"#),
        Answer(config: #""add_ons":null,"add_ons":[{"price":30,"required":true}]"#),
        Answer(policy: #""Cancel freely."],"policy":["Late cancellations are charged $50 per guest.""#),
    ])
    func noYesIsGivenForIt(_ answer: Answer) async throws {
        let terms = try await answer.terms()
        #expect(!terms.isFree)
        #expect(terms.charges.stake(party: 2) == .unknown)
    }

    @Test(
        arguments: [
            "resy_fee", "reservation_charge", "service_fee", "price_per_unit", "subtotal", "tax", "surcharge",
            "add_ons",
        ], [#""\ud800""#, #""5\ud800""#, "true", #""abc""#, #"{"zz":1}"#, #"["\ud800"]"#])
    func anAmountThatCannotBeReadIsNotNothing(name: String, value: String) async throws {
        let terms = try await Answer(amounts: #""total":0,"\#(name)":\#(value)"#).terms()
        #expect(!terms.isFree)
        #expect(terms.charges.stake(party: 2) == .unknown)
    }

    @Test(arguments: ["1e400", "[1e400]", "true", "18446744073709551616", #"[{"x":1e400}]"#, #"{"is_wanted":true}"#])
    func aConfirmationThatCannotBeReadWantsAYes(_ value: String) async throws {
        let terms = try await Answer(confirm: value).terms()
        #expect(!terms.isFree)
        #expect(!terms.doubleConfirmation.isEmpty)
    }

    @Test(arguments: [
        Answer(amounts: #""total":"0.00","resy_fee":"Free","tax":"","add_ons":{},"items":[],"surcharge":false"#),
        Answer(amounts: #""total":"$0.00","tax_type":"none","is_tax_included":true,"fee_label":"Fee""#),
        Answer(payment: #""display":{"balance":{"value":"","modifier":""},"buy":{"value":"RESERVE","action":"NOW"}}"#),
        Answer(payment: #""display":{"buy":{"value":"$0"}},"options":[]"#), Answer(payment: #""options":{}"#),
    ])
    func wordsForNothingAreNothing(_ answer: Answer) async throws {
        #expect(try await answer.terms().isFree)
    }

    @Test(arguments: [
        Answer(), Answer(amounts: #""total":0,"total":0"#), Answer(fee: #"{"amount":0},"fee":{"amount":0}"#),
        Answer(payment: #""comp":true,"zz":1e400"#), Answer(amounts: #""total":0,"zz":1,"zz":2"#),
    ])
    func theSameAgainIsFreeAsBefore(_ answer: Answer) async throws {
        #expect(try await answer.terms().isFree)
    }

    // MARK: - The list of reservations

    @Test(arguments: [
        #""cancellation":{"fee":{"amount":0,"amount":50}}"#, #""cancellation":{"fee":0,"fee":50}"#,
        #""cancellation":{"fee":null},"cancellation":{"fee":{"amount":50}}"#,
        #""cancellation":null,"cancellation":{"fee":50}"#,
        #""cancellation":{"fee":{"amount":1e400}}"#, #""cancellation":{"fee":18446744073709551616}"#,
        #""cancellation":{"fee":null},"price":0,"price":50"#, #""cancellation":{"fee":null},"price":1e400"#,
        #""payment":{"invoice":{"total":0,"total":50}}"#, #""payment":null,"payment":{"invoice":{"total":50}}"#,
    ])
    func toCancelIsNotFree(_ parts: String) async throws {
        let row =
            #"{"reservation_id":1,"day":"2026-11-14","time_slot":"19:30:00","num_seats":2,"venue":{"id":1},\#(parts)}"#
        let desk = Desk(CannedClient(.text(200, #"{"reservations":[\#(row)],"metadata":{"total":1}}"#)))
        let held = try #require(try await desk.resy.reservations().rows.first).reservation
        #expect(held.charges.stake(party: 2) == .unknown)
    }
}
