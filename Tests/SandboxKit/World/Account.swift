package import Foundation

/// A diner with an account.
package struct Account: Sendable, Codable, Equatable {
    package enum State: String, Sendable, Codable { case active, deactivated, paymentForbidden }

    package var id: Int
    package var email: String
    package var password: String
    package var firstName = "Sam"
    package var lastName = "Example"
    package var phone = "+12125550100"
    package var cards: [Card]
    package var defaultCard: Int?
    package var state = State.active
    package var smsCode = "123456"
    /// A new phone must name the account's e-mail after the code.
    package var challengesPhone = true
    package var favorites: [Int] = []

    package init(id: Int, email: String, password: String, cards: [Card]) {
        self.id = id
        self.email = email
        self.password = password
        self.cards = cards
        defaultCard = cards.first { $0.isDefault }?.id
    }
}

/// A card on file.
package struct Card: Sendable, Codable, Equatable {
    package var id: Int
    package var display: String
    package var type: String
    package var isDefault: Bool

    package init(id: Int, display: String, type: String, isDefault: Bool = false) {
        self.id = id
        self.display = display
        self.type = type
        self.isDefault = isDefault
    }

    package static let visa = Card(id: 5_550_001, display: "4242", type: "visa", isDefault: true)
    package static let amex = Card(id: 5_550_002, display: "0005", type: "amex")
}

/// A wish to be told when a table comes up.
package struct NotifyRequest: Sendable, Codable, Equatable {
    package var id: Int
    package var account: Int
    package var venue: Int
    package var day: String
    package var party: Int
    package var start: String
    package var end: String
    package var service: Int
    /// Lists show it from then on.
    package var visibleAt = Date.distantPast
    /// Lists show it until then.
    package var removedAt: Date?
}

/// An access token that was handed out.
struct AccessToken: Sendable {
    var account: Int
    var expires: Date
}
