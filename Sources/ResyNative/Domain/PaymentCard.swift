/// A card that the account keeps at Resy: its number there, never the card's own.
package struct PaymentCard: Sendable, Equatable {
    package var id: Int
    /// `Visa`.
    package var brand: String?
    package var lastFour: String?
    package var isDefault: Bool

    package init(id: Int, brand: String?, lastFour: String?, isDefault: Bool) {
        self.id = id
        self.brand = brand
        self.lastFour = lastFour
        self.isDefault = isDefault
    }

    /// `Visa ending in 4242`.
    package var spoken: String {
        guard let lastFour else { return brand ?? "card on file" }
        return "\(brand ?? "Card") ending in \(lastFour)"
    }

    /// The account's default, else the first.
    package static func usual(of cards: [PaymentCard]) -> PaymentCard? {
        cards.first { $0.isDefault } ?? cards.first
    }

    /// The card that a diner's words mean: its id, its last four digits, or `Visa ending in 4242`.
    package static func named(_ text: String, of cards: [PaymentCard]) -> [PaymentCard] {
        let wanted = text.lowercased()
        let digits = String(wanted.filter { $0.isASCII && $0.isNumber })
        if let exact = cards.first(where: { String($0.id) == wanted }) { return [exact] }
        if digits.count == 4 { return cards.filter { $0.lastFour == digits } }
        return cards.filter { card in card.brand?.lowercased() == wanted }
    }
}
