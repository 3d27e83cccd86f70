import Testing

@testable import ResyNative

@Suite struct ChargeWordsTests {
    @Test(arguments: [
        ("A fee of $25 per guest is charged for late changes.", [25.0]), ("No-show: 25 € per person", [25]),
        ("Deposit: EUR 1,000", [1000]), ("Late cancellation: 50 dollars", [50]), ("£10pp cancellation charge", [10]),
        ("Cancel later and CA$ 20.50 is kept.", [20.5]), ("12,50 € par personne", [12.5]), ("＄５０ fee", [50]),
        ("50 kr no-show fee", [50]), ("Rs. 500 per guest", [500]), ("25 bucks a head if you bail", [25]),
        ("$25 per guest, $500 for the room.", [25, 500]),
        ("Cancel by 2026-11-14; tables of 8 call us.", []), ("There is no fee ($0).", []), ("€ fee", []),
    ])
    func amounts(line: String, found: [Double]) {
        #expect(ChargeWords.amounts(in: line) == found)
    }

    @Test(arguments: [
        "The menu is $95 per person.", "A deposit is required to confirm.", "Cancellation fee applies within 24 hours.",
        "No-show fee: 20.00", "Your card will be charged the full amount.", "20% of the bill will be charged.",
        "Deposits are forfeited.", "Prepayment is non-refundable", "non-refundable", "This booking is not refundable.",
        "Your credit card is held to guarantee", "A credit card is required to hold the table.",
        "You won't be charged unless you do not come.",
        "We do not seat incomplete parties. A cancellation fee applies.",
    ])
    func money(line: String) {
        #expect(ChargeWords.speakOfMoney(line))
    }

    @Test(arguments: [
        "", "Please cancel at least 24 hours ahead.", "There is no fee ($0).", "Cancel 24 hours ahead, before 7 pm.",
        "Charges of $0.00 apply.", "Cancel by 2026-11-14; tables of 8 call us.", "Coffee is on us.",
        "While you won't be charged if you need to cancel, we ask that you do so at least 24 hours in advance.",
        "You won’t be charged.", "Free of charge.", "No credit card is required.", "Gift cards are welcome.",
        "We cannot guarantee a certain table.", "We hold your table for 15 minutes.", "We do not ask for a prepayment.",
        "Cancel without a fee until Friday.",
    ])
    func politeness(line: String) {
        #expect(!ChargeWords.speakOfMoney(line))
    }
}
