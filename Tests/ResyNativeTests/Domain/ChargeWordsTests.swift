import Testing

@testable import ResyNative

@Suite struct ChargeWordsTests {
    @Test(arguments: [
        "A fee of $25 per guest is charged for late changes.", "No-show: 25 € per person", "Deposit: EUR 1,000",
        "Late cancellation: 50 dollars", "£10pp cancellation charge", "Cancel later and CA$ 20.50 is kept.",
    ])
    func aCharge(line: String) {
        #expect(ChargeWords.namesACharge(line))
    }

    @Test(arguments: [
        "", "Please cancel at least 24 hours ahead.", "The menu is $95 per person.", "There is no fee ($0).",
        "Cancel 24 hours ahead, before 7 pm.", "Charges of $0.00 apply.", "Coffee at $5.00", "€ fee",
        "Cancel by 2026-11-14; tables of 8 call us.",
    ])
    func none(line: String) {
        #expect(!ChargeWords.namesACharge(line))
    }
}
