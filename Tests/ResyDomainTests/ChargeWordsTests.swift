import Testing

@testable import ResyDomain

@Suite struct ChargeWordsTests {
    /// Beside nothing that is known.
    private func speaksOfMoney(_ line: String) -> Bool { Charges().unexplained([line], party: 2) != nil }

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
        // What is denied for a time is not denied for the rest of it.
        "You won't be charged if you cancel before Dec 18, after that a fee applies.",
        "There's no fee to book, but a no-show fee of fifty dollars applies.",
        "No charge today but late cancellations are subject to a fee.",
        "No cancellation fee up to 24 hours before and a fee of full menu price thereafter.",
        "No fee before Dec 18, a fee after.", "Your card will only be charged if you don't show up.",
        "A cancellation fee will not be charged if you cancel before Fri, Dec. 18 at 7:00pm.",
        "Cancel without a fee until Friday.", "Cancel 24 hours ahead to avoid a cancellation fee.",
        "Cards will be debited for no-shows.", "We take a card imprint; no-shows will be penalised.",
        "Late cancellations: 25 per person.", "Late cancellation: 20 per head.", "Cancellation policy: 20pp",
        "After that 50% of the menu price is due.", "Refunds are not given within 48 hours.",
        "Cancellations within 24 hours lose the ticket price.", "キャンセル料として5,000円", "This is a ticketed event.",
        "We do not charge for cancellation, except within 2 hours.",
    ])
    func money(line: String) {
        #expect(speaksOfMoney(line))
    }

    @Test(arguments: [
        "", "Please cancel at least 24 hours ahead.", "There is no fee ($0).", "Cancel 24 hours ahead, before 7 pm.",
        "Charges of $0.00 apply.", "Cancel by 2026-11-14; tables of 8 call us.", "Coffee is on us.",
        "While you won't be charged if you need to cancel, we ask that you do so at least 24 hours in advance.",
        "You won’t be charged.", "Free of charge.", "No credit card is required.", "Gift cards are welcome.",
        "We cannot guarantee a certain table.", "We hold your table for 15 minutes.", "We do not ask for a prepayment.",
        "Please call us if you are running late.", "Parties of 8 or more, please call.", "Free parking after 6 pm.",
    ])
    func politeness(line: String) {
        #expect(!speaksOfMoney(line))
    }

    // MARK: - Beside what is known

    private static let late = Charge.stated(.cancellation, 30, "USD", .guest)
    private static let paid = Charge.stated(.prepaid, 50, "USD", .party)

    /// A fee of $30 per guest explains the sentences that tell of it, and nothing else.
    @Test(arguments: [
        "A cancellation fee will not be charged if you cancel before Sat, Sep. 26 at 12:00pm.",
        "If you cancel after that, you agree to be charged a fee of $30.00 + tax per guest on the reservation.",
        "Any waiver of the fee is at the sole discretion of the restaurant.", "A fee of $60 applies for the party.",
        "A credit card is required to hold the table.",
        "Late cancellations are charged $20 within 48 hours, $30 within 24.",
        "No deposit is required.", "The menu is $25 per person.", "Your card will not be charged now.",
    ])
    func aFeeExplainsItsOwnWords(line: String) {
        #expect(Charges([Self.late]).unexplained([line], party: 2) == nil)
    }

    @Test(arguments: [
        "A non-refundable deposit of $20 per guest is charged at booking.",
        "A deposit of $30 per guest is charged at booking.", "A $5 booking fee is charged now.",
        "A deposit is charged at booking.", "This is a ticketed, prepaid event.",
        "No-shows will be charged the full price of the menu.",
        "No-show: 100% of the estimated bill is charged to your card.", "No-shows are charged an additional fee.",
        "You will be charged $20 today.", "Your card will be charged for the menu today.",
        "A fee of $30 plus 20% service charge applies.", "A fee of $30 + 20% gratuity per guest is charged.",
        "A fee of $30 plus a processing fee applies.", "A fee of $30 plus a $5 processing fee applies.",
        "A fee of $30 plus $10 tax per guest applies.", "A fee of $30 plus 30% tax applies.",
        "A fee of $30 plus tax and a 20% administrative fee applies.", "No-shows are charged $75 per guest.",
    ])
    func aFeeExplainsNoOtherMoney(line: String) {
        #expect(Charges([Self.late]).unexplained([line], party: 2) != nil)
    }

    @Test(arguments: [
        ("$25 per guest is paid in full now. No refunds within 72 hours of the meal.", true),
        ("A deposit of $25 per guest is charged now and applied to your bill.", true),
        ("It is refunded if you cancel at least 48 hours ahead.", true), ("You pay $50 when you book.", true),
        ("A credit card is required.", true), ("Late cancellations cost $20 per guest in fees.", false),
        ("No-shows are charged the full menu.", false), ("A $5 booking fee is added.", false),
    ])
    func whatIsPaidExplainsItsOwnWords(line: String, isExplained: Bool) {
        #expect((Charges([Self.paid]).unexplained([line], party: 2) == nil) == isExplained)
    }

    @Test(arguments: [
        ("The deposit of $25 per guest is non-refundable.", true), ("Tickets are non-refundable.", true),
        ("Prepaid. No refunds.", true), ("No refunds within 72 hours of the meal.", false),
        ("Non-refundable after Friday.", false), ("It is refunded if you cancel in time.", false),
    ])
    func whatNeverComesBack(line: String, isForGood: Bool) {
        #expect(MoneySentence.all(in: [line]).contains(where: \.deniesRefund) == isForGood)
    }

    @Test(arguments: [
        ("A fee of £30 per guest.", "USD", true), ("A fee of €30.", "USD", true), ("A fee of $30.", "USD", false),
        ("A fee of $30.", "CAD", false), ("A fee of 30 EUR.", "EUR", false), ("30 USD per guest", "EUR", true),
        ("A fee of £25.", "USD", false), ("A fee of 30.", "USD", false), ("¥30", "JPY", false),
    ])
    func aSignMayContradictTheCurrency(line: String, currency: String, isOther: Bool) {
        #expect(ChargeWords.contradict(currency, for: [30], in: [line]) == isOther)
    }
}
