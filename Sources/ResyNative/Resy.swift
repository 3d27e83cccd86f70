/// The use cases, for whoever drives them: a tool of the server, or a person's command line.
package protocol Concierge: Sendable {
    func storeCredentials(email: String, password: Secret, context: CallContext) async throws -> SignInOutcome
    func checkAvailability(_ request: AvailabilityRequest, context: CallContext) async throws -> Availability
    func makeReservation(_ request: BookingRequest, context: CallContext) async throws -> BookingOutcome
    func cancelReservation(_ request: CancellationRequest, context: CallContext) async throws -> CancellationOutcome
    func reservations(includingPast: Bool, context: CallContext) async throws -> ReservationList
}
