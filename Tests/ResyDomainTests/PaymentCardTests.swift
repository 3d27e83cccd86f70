import Testing

@testable import ResyDomain

@Suite struct PaymentCardTests {
    private static let cards = [
        PaymentCard(id: 5_550_001, brand: "Visa", lastFour: "4242", isDefault: true),
        PaymentCard(id: 5_550_002, brand: "American Express", lastFour: "0005", isDefault: false),
        PaymentCard(id: 5_550_003, brand: "Mastercard", lastFour: "4444", isDefault: false),
    ]

    @Test(arguments: [
        ("visa", 5_550_001), ("4242", 5_550_001), ("Visa ending in 4242", 5_550_001), ("amex", 5_550_002),
        ("American Express", 5_550_002), ("mc", 5_550_003), ("master_card", 5_550_003), ("5550003", 5_550_003),
    ])
    func itIsNamedAsADinerOrResyWould(text: String, id: Int) {
        #expect(PaymentCard.named(text, of: Self.cards).map(\.id) == [id])
    }

    @Test(arguments: ["", "discover", "1111", "gold"]) func noOtherIsMeant(text: String) {
        #expect(PaymentCard.named(text, of: Self.cards).isEmpty)
    }
}
