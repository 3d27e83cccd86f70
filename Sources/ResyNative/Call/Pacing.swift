package import ResyDomain

/// Whose turn it is to ask Resy.
package protocol Pacing: Sendable {
    /// Returns when a request may go; throws `ResyError` when that is past `deadline`.
    func turn(isPaced: Bool, before deadline: Instant) async throws
}
