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

    /// A brand as it is spoken, from Resy's word for it or a diner's.
    package static func brand(_ word: String) -> String {
        switch word.lowercased() {
        case "visa": "Visa"
        case "mastercard", "master_card", "mc": "Mastercard"
        case "amex", "american_express", "american express": "American Express"
        case "discover": "Discover"
        default: word.prefix(1).uppercased() + word.dropFirst()
        }
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
        let brand = brand(wanted)
        return cards.filter { $0.brand?.lowercased() == brand.lowercased() }
    }
}
