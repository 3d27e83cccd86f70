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
    /// The account holds these that evening, as this home knows; Resy was not asked.
    case held([NamedTable])
    /// A booking of this one that evening has no outcome yet.
    case maybeHeld(NamedTable)
    /// More seatings fit than are read at once.
    case termsLeftOut(seatings: [String])
    /// The exact terms of that seating could not be read.
    case termsUnread(seating: String, because: Finding)
}
