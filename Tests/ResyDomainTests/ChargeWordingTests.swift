import Testing

@testable import ResyDomain

/// Whom an amount is for and whether a tax comes on top, as restaurants word it.
@Suite struct ChargeWordingTests {
    private func wording(_ line: String, of amounts: Set<Amount> = [30], party: Int = 2) -> ChargeWords.Wording {
        ChargeWords.wording(of: amounts, in: CleanText.lines(line), party: party)
    }

    @Test(arguments: [
        ("If you cancel after that, you agree to be charged a fee of $30.00 + tax per guest on the reservation.", true),
        ("A fee of $30 per guest applies.", false), ("A $30 per-person fee applies.", false),
        ("A per person charge of $30 applies.", false), ("$30/person late cancellation fee", false),
        ("$30 / guest", false), ("$30 pp", false), ("Late cancellations: $30pp + tax", true),
        ("$30.00 plus applicable taxes for each guest", true), ("Each guest is charged $30 plus tax.", true),
        ("We charge $30 a head, plus tax.", true), ("$30 per seat, before tax", true),
        ("$30 per diner (excluding taxes)", true), ("$30 per cover, taxes extra", true),
        ("$30 per guest including tax", false), ("$30 per guest, tax included.", false),
        ("$30 per guest (taxes not included)", true), ("$30 + 8.875% tax per guest", true),
        ("30 USD + VAT per person", true), ("A fee of $30 will be charged to the card on file per person.", false),
        ("$30 each if you do not come", false), ("$30.00 per guest. Tax is our pleasure.", false),
        ("$30 per party member", false), ("$30 for the reservation for each guest", false),
        ("$30 per table guest", false),
        ("$30 for the party's every guest", false), ("$30 per guest. Tax not included.", true),
        ("$30 per guest. Plus tax.", true),
        ("$30 per guest; taxes will be added.", true), ("$30 per guest, subject to sales tax", true),
        ("$30 excl. tax per guest", true),
        ("$30 tax excl. per guest", true), ("$30 ex VAT per guest", true), ("$30 + IVA por persona", true),
        ("$30 por persona, IVA no incluido", true), ("$30 pro person zzgl. MwSt.", true), ("$30 HT par personne", true),
        ("$30 hors taxes par personne", true), ("A pre-tax fee of $30 per guest", false),
        ("$30 per guest, IVA incluido", false),
        ("$50 per table on weekdays; $30 per guest plus tax on weekends.", true),
    ])
    func forAGuest(line: String, isBeforeTax: Bool) {
        #expect(wording(line) == .init(basis: .guest, isBeforeTax: isBeforeTax))
    }

    @Test(arguments: [
        ("A fee of $30 per reservation applies.", false), ("$30 per table + tax", true), ("$30 per party", false),
        ("$30 for the whole table", false), ("A $30 charge, plus taxes, per booking.", true), ("$30/table", false),
        ("$30 per group, and $10 per guest for the menu", false),
        // The words name each guest's share of it.
        ("A fee of $15 per guest applies.", false), ("$15.00 + tax per person", true),
    ])
    func forTheParty(line: String, isBeforeTax: Bool) {
        #expect(wording(line) == .init(basis: .party, isBeforeTax: isBeforeTax))
    }

    @Test(arguments: [
        ("A fee of $30 applies.", false), ("A fee of $30 + tax applies.", true),
        ("Cancel 30 hours ahead, per guest.", false),
        ("$130 per guest", false), ("$1,030 per guest", false), ("$30.50 per guest", false),
        ("$30 applies. Menus are $95 per guest.", false), ("$10 per guest for the room and $30", false),
        ("Deposits are per guest; 30 minutes.", false), ("", false), ("$20 per guest", false),
        ("$30 for a table of two", false), ("$30 per table of two", false),
    ])
    func notSaid(line: String, isBeforeTax: Bool) {
        #expect(wording(line) == .init(basis: .unknown, isBeforeTax: isBeforeTax))
    }

    /// Told twice: the dearer reading counts.
    @Test func anyWordForAGuestCounts() {
        #expect(wording("$30 per table. $30 per guest plus tax.") == .init(basis: .guest, isBeforeTax: true))
    }

    @Test func thePartyOfOneIsItsGuest() {
        #expect(wording("$30 per guest", party: 1).basis == .guest)
        #expect(wording("$15 per guest", party: 1).basis == .unknown)
    }
}
