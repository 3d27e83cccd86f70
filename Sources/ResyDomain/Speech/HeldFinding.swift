/// What the account holds, or may hold, that keeps another table from being booked.
package indirect enum HeldFinding: Sendable, Equatable {
    case listUnread(Finding)
    case listNotWhole
    /// `anyway`: why the one asked for could not be had either.
    case held(NamedTable, Evening.Part, anyway: Finding?)
    case maybeHeld(NamedTable, Evening.Part, CancellationSoFar, anyway: Finding?)
    case bookingUnderWay(NamedTable, Evening.Part)
    case maybeBooked(NamedTable, Evening.Part)
    /// Somebody is being asked about that evening, in another call.
    case questionOpen(evening: CalendarDay)
    case bookedWithOtherSeating(String, id: Int?, wanted: String)
    /// Resy refused it for that one.
    case refusedFor(NamedTable)
}
