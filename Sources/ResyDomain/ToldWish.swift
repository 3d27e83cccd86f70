/// One wish, as an answer tells of it.
package struct ToldWish: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        /// It goes out after the booking. `isHidden`: the restaurant's page has no such question.
        case planned(isHidden: Bool)
        /// It would overwrite what somebody else wrote.
        case asked(held: String)
        /// It goes out with the yes that another wish waits for.
        case beside
        /// Not sent yet.
        case open
        /// Sent, and not seen in the reservation yet.
        case unseen
        case ended(WishFlow.End, held: String?)
    }

    package var wish: Wish
    package var state: State
    /// Words of ours whose place it takes.
    package var replaced: String?

    package init(_ wish: Wish, _ state: State, replaced: String? = nil) {
        self.wish = wish
        self.state = state
        self.replaced = replaced
    }

    package init(_ record: WishRecord) {
        self.init(
            record.wish, record.ending.map { .ended($0, held: record.held) } ?? (record.flow.isSent ? .unseen : .open))
    }

    /// True: the reservation shows it; false: refused or not possible; nil: not known, or not yet.
    package var isSent: Bool? {
        switch state {
        case .ended(let end, _): end == .shown
        case .planned, .asked, .beside, .open, .unseen: nil
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
