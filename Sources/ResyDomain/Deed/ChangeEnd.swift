/// What a change came to, by what is known of its two tables.
package enum ChangeEnd: Sendable, Equatable {
    case changed
    /// The new one is held, and the old one stands, or may.
    case bothHeld
    case notChanged
    case neitherHeld
    case unknown

    package static func of(new: Standing, old: Standing) -> ChangeEnd {
        switch (Hold(new), Hold(old)) {
        case (.yes, .no): .changed
        case (.yes, _): .bothHeld
        case (.no, .yes): .notChanged
        case (.no, .no): .neitherHeld
        case (.perhaps, _), (.no, .perhaps): .unknown
        }
    }

    private enum Hold {
        case yes, perhaps, no

        init(_ standing: Standing) {
            self =
                switch standing {
                case .held, .remembered, .justBooked, .begun: .yes
                case .maybeBooked, .cancelling, .maybeCancelled, .missing: .perhaps
                case .none, .cancelled: .no
                }
        }
    }
}
