/// What keeps a reservation from being cancelled.
package enum CancellationFinding: Sendable, Equatable {
    case badNumber(String)
    case otherVenue(id: Int, at: String, wanted: String)
    /// It is not on the day that was said.
    case otherDay(NamedTable, said: String)
    case notFound(WantedReservation)
    /// A row that could not be read may be the one.
    case unreadableMaybe(WantedReservation, ListGaps)
    case several(WantedReservation, Int)
    case notListedYet(NamedTable)
    /// `more`: others of which the same holds.
    case maybeNeverBooked(WantedReservation, NamedTable, more: Int)
    /// A change of it, to that table, has no outcome yet.
    case changeOpen(NamedTable, to: NamedTable)
    /// What this home knows of those that may be meant, while Resy is not asked.
    case notAsked([Known])

    package struct Known: Sendable, Equatable {
        package enum What: Sendable, Equatable {
            case cancelled
            case cancelling(CancellationSoFar)
            case held(Deadline)
        }

        package var table: NamedTable
        package var what: What

        package init(table: NamedTable, what: What) {
            self.table = table
            self.what = what
        }
    }
}
