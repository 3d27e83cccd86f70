/// What is so of Resy's Notify list.
package enum NotifyFinding: Sendable, Equatable {
    /// The restaurant takes no such request for that day.
    case notTaken(venue: String, CalendarDay, today: CalendarDay)
    /// It takes them for other days.
    case otherDays(venue: String, wanted: CalendarDay, first: CalendarDay, last: CalendarDay, today: CalendarDay)
    /// It takes them for other hours that day.
    case otherTimes(venue: String, day: CalendarDay, today: CalendarDay, [NotifyWindow])
    /// What stands where a number of the list should.
    case noNumber(String)
    case noSuchNumber(Int, there: [Notify])
    /// Resy refused it, and this one, of other hours, is on the list.
    case inTheWay(Notify, because: Finding)
    /// What Resy answered was unclear, and its list does not show it.
    case notListed(because: Finding?)
    /// It was to be taken off, and the list still has it.
    case stillListed(because: Finding?)
    /// It was sent, and the list that would tell could not be read.
    case unknown(because: Finding)
    /// What was to be done and was not: told behind why.
    case undone(NotifyDeed)
    case switchedOff
}

package enum NotifyDeed: Sendable, Equatable { case add, remove }

/// What to do about it.
package enum NotifyAdvice: Sendable, Equatable {
    case chooseDay
    case chooseTime
    /// The one in the way, by its number.
    case removeFirst(Int)
    /// The list tells the numbers.
    case nameOne
    /// Where Resy shows it.
    case lookFirst(url: String)
    case trySearch
}

/// What else to know of it.
package enum NotifyRemark: Sendable, Equatable {
    /// No table was found, and Resy can tell when one opens.
    case canBeSet(NotifyOffer)
    /// Set for these hours, which are not quite those that were wanted.
    case fitted([NotifyWindow])
    /// Some were on the list before.
    case someExisted
    /// Of several windows, one was not set.
    case partlySet(Finding)
    /// Entries that could not be read.
    case unread(Int)
}
