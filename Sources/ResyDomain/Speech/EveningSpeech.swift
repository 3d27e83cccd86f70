/// What else to know of the tables of an evening.
package enum EveningRemark: Sendable, Equatable {
    /// No table has the seating that was wished for.
    case noSuchSeating(String, there: [String])
    case wantsCaptcha
    case sizes(PartySizes)
    case absence(Absence)
    case closed
    /// Tables are shown up to that day only.
    case notPublished(after: CalendarDay, today: CalendarDay)
    case otherDaysUnread(Finding)
    case chosen(SeatingChoice)
}
