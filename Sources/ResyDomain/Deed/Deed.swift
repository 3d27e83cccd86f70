/// What is sent once, and what a yes is for.
package enum Deed: String, Sendable { case book, cancel, change }

extension Deed {
    /// It is done to a table that the list shows, so that the list tells at once whether it is there to be done at all; one that is
    /// gone from a list is no proof by itself.
    package var isOfListedTable: Bool {
        switch self {
        // A changed table shows itself by what is new in the list.
        case .book, .change: false
        case .cancel: true
        }
    }

    /// What the journal says of one that did nothing.
    package var undone: JournalEntry.State {
        switch self {
        case .book, .change: .notBooked
        case .cancel: .notCancelled
        }
    }

    package var asking: Step {
        switch self {
        case .book: .askingToBook
        case .cancel: .askingToCancel
        case .change: .askingToChange
        }
    }

    package var sending: Step {
        switch self {
        case .book: .booking
        case .cancel: .cancelling
        case .change: .changing
        }
    }

    package var looking: Step {
        switch self {
        case .book: .lookingForBooking
        case .cancel, .change: .readingList
        }
    }

    /// After a yes that was used before.
    package var again: DeedAdvice {
        switch self {
        case .book: .bookAnew
        case .cancel, .change: .tryAnew
        }
    }
}
