/// What a diner asks for, in the words it was asked in; each service reads them and says what it did not understand.

package struct AvailabilityRequest: Sendable {
    package var restaurant: String
    package var date: String
    package var party: Int
    package var preferredTime: String?
    package var flexibility: Int
    package var location: String?
    package var seating: String?
    /// Read the exact terms too; needs a sign-in.
    package var wantsTerms: Bool

    package init(
        restaurant: String, date: String, party: Int = 2, preferredTime: String? = nil, flexibility: Int = 60,
        location: String? = nil, seating: String? = nil, wantsTerms: Bool = false
    ) {
        self.wantsTerms = wantsTerms
        self.restaurant = restaurant
        self.date = date
        self.party = party
        self.preferredTime = preferredTime
        self.flexibility = flexibility
        self.location = location
        self.seating = seating
    }
}

package struct BookingRequest: Sendable {
    package var restaurant: String
    package var date: String
    package var time: String
    package var party: Int
    package var specialRequests: String?
    package var occasion: Occasion?
    package var seating: String?
    package var location: String?
    /// A card's id or its last four digits; nil takes the account's default.
    package var paymentMethod: String?
    package var confirmToken: String?
    package var allowOverlap: Bool

    package init(
        restaurant: String, date: String, time: String, party: Int = 2, specialRequests: String? = nil,
        seating: String? = nil, location: String? = nil, paymentMethod: String? = nil, confirmToken: String? = nil,
        allowOverlap: Bool = false, occasion: Occasion? = nil
    ) {
        self.occasion = occasion
        self.restaurant = restaurant
        self.date = date
        self.time = time
        self.party = party
        self.specialRequests = specialRequests
        self.seating = seating
        self.location = location
        self.paymentMethod = paymentMethod
        self.confirmToken = confirmToken
        self.allowOverlap = allowOverlap
    }

    /// What the restaurant is to be told.
    package var wishes: [Wish] { Wish.all(words: specialRequests, occasion: occasion) }
}

package struct CancellationRequest: Sendable {
    package var restaurant: String?
    package var confirmationID: String?
    /// Narrows a name, or all of them.
    package var date: String?
    package var confirmToken: String?

    package init(
        restaurant: String? = nil, confirmationID: String? = nil, date: String? = nil, confirmToken: String? = nil
    ) {
        self.date = date
        self.restaurant = restaurant
        self.confirmationID = confirmationID
        self.confirmToken = confirmToken
    }
}

/// What is to be different of a table that is held; nil stays as it is.
package struct ChangeRequest: Sendable {
    package var confirmationID: String
    package var date: String?
    package var time: String?
    package var party: Int?
    package var seating: String?
    package var specialRequests: String?
    package var occasion: Occasion?
    package var confirmToken: String?

    package init(
        confirmationID: String, date: String? = nil, time: String? = nil, party: Int? = nil, seating: String? = nil,
        specialRequests: String? = nil, occasion: Occasion? = nil, confirmToken: String? = nil
    ) {
        self.confirmationID = confirmationID
        (self.date, self.time, self.party, self.seating) = (date, time, party, seating)
        (self.specialRequests, self.occasion, self.confirmToken) = (specialRequests, occasion, confirmToken)
    }
}
