/// What is so of watches.
package enum WatchFinding: Sendable, Equatable {
    case tooMany(most: Int)
    /// The day that was asked for is later than a watch lasts.
    case tooFar(CalendarDay, days: Int)
    case noSuchWatch(id: String)
    case noWatch
    case noDays
    /// No number of a reservation.
    case noConfirmation(String)
    case noSuchReservation(String)
    /// No evening that was asked for is before the one that is held.
    case nothingEarlier(CalendarDay, TimeOfDay)
    case sinkFailed(WatchSink, WatchSinkFault)
    /// Only reading is allowed here.
    case switchedOff
    /// A file of that name is not this program's.
    case foreignFile(path: String)
    /// A path that a unit's file cannot hold.
    case unwritablePath(String)
    case timerFailed
}

/// What to do about them.
package enum WatchAdvice: Sendable, Equatable {
    case removeOne
    case nameNearerDay(until: CalendarDay)
    case listThem
    case giveID
    case giveDays
    case giveConfirmation
    case nextTickTries
    case mendProgram(path: String)
    case moveFile(path: String)
    case lookAtTimer(unit: String)
}

/// What else to know of watches.
package enum WatchRemark: Sendable, Equatable {
    /// Nothing calls the ticks: nobody looks.
    case nobodyLooks
    case paused(WatchPause)
    /// Days that were asked for and are later than a watch lasts.
    case leftOut([CalendarDay], until: CalendarDay)
    /// How an hour that may be morning or evening is read.
    case hoursInDoubt(DoubtfulTime)
}
