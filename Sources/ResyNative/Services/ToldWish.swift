/// One wish, as an answer tells of it.
package struct ToldWish: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        /// It goes out after the booking. `isHidden`: the restaurant's page has no such question.
        case planned(isHidden: Bool)
        /// It would overwrite what somebody else wrote.
        case asked(held: String)
        /// Not known yet.
        case open
        case ended(WishFlow.End, held: String?)
    }

    package var wish: Wish
    package var state: State

    package init(_ wish: Wish, _ state: State) {
        self.wish = wish
        self.state = state
    }

    init(_ record: WishRecord) {
        self.init(record.wish, record.ending.map { .ended($0, held: record.held) } ?? .open)
    }

    /// True: the reservation shows it; false: refused or not possible; nil: not known, or not yet.
    package var isSent: Bool? {
        switch state {
        case .ended(let end, _): end == .shown
        case .planned, .asked, .open: nil
        }
    }
}

extension [ToldWish] {
    /// Of all together; nil where there is none.
    package var areSent: Bool? {
        if contains(where: { $0.isSent == false }) { return false }
        return isEmpty || contains { $0.isSent == nil } ? nil : true
    }
}

/// The wishes of a listed table that have not reached the restaurant.
package struct UndeliveredWishes: Sendable, Equatable {
    /// `RESY-900000123`.
    package var confirmationID: String
    package var wishes: [ToldWish]

    package init(confirmationID: String, wishes: [ToldWish]) {
        self.confirmationID = confirmationID
        self.wishes = wishes
    }
}
