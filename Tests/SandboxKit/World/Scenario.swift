/// Where a world starts.
package struct Scenario: Sendable {
    package var venues: [Venue]
    package var accounts: [Account]
    package var switches: Switches
    /// Answers that were recorded elsewhere, given in place of this world's own.
    package var recorded: [Endpoint: JSONValue] = [:]

    package init(venues: [Venue], accounts: [Account], switches: Switches = Switches()) {
        self.venues = venues
        self.accounts = accounts
        self.switches = switches
    }

    /// The whole cast; Sam with a Visa card, Pat without any, Alex with two of which the second is the default.
    package static let standard = Scenario(venues: VenueCast.all, accounts: [.sam, .pat, .alex])
}

extension Account {
    package static let sam = Account(
        id: 7_000_001, email: "sam@example.com", password: "correct horse battery", cards: [.visa])

    package static let pat = named("Pat", id: 7_000_002, email: "pat@example.com", phone: "+12125550101", cards: [])

    package static let alex = named(
        "Alex", id: 7_000_003, email: "alex@example.com", phone: "+12125550102",
        cards: [
            Card(id: 5_550_003, display: "1881", type: "visa"),
            Card(id: 5_550_004, display: "4444", type: "mastercard", isDefault: true),
        ])

    private static func named(_ name: String, id: Int, email: String, phone: String, cards: [Card]) -> Account {
        var account = Account(id: id, email: email, password: "correct horse battery", cards: cards)
        account.firstName = name
        account.phone = phone
        return account
    }
}
