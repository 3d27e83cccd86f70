/// What a list of reservations lacks.
package struct ListGaps: Sendable, Equatable {
    package enum Rest: Sendable, Equatable {
        case none
        /// Resy's own count says that there are more.
        case more
        /// The count cannot be read.
        case unclear
    }

    /// Rows that could not be read: their numbers, where they could be.
    package var unread: [Int?]
    package var rest: Rest

    package init(unread: [Int?] = [], rest: Rest = .none) {
        self.unread = unread
        self.rest = rest
    }

    package var isWhole: Bool { unread.isEmpty && rest == .none }
}
