package import ResyDomain

/// Whose turn it is to ask Resy.
package protocol Pacing: Sendable {
    /// Returns when a request may go; throws `ResyError` when that is past `deadline`, and `BudgetSpent` at once for one that the
    /// looking budget does not cover.
    func turn(_ turn: Turn, for purpose: Purpose, before deadline: Instant) async throws
}

/// How a request stands to those around it.
package enum Turn: Sendable {
    /// Waits until the pause after the last one is over.
    case next
    /// A step of a booking: goes at once, and the next one keeps the pause from it.
    case atOnce
    /// No request yet: the turn that several take together.
    case shared
    /// One of those: counted, and goes at once.
    case beside
}
