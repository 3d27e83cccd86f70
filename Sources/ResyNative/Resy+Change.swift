package import ResyDomain

extension Resy {
    package func changeReservation(_ request: ChangeRequest, context: CallContext) async throws -> ChangeOutcome {
        try await explaining(.change) {
            try await ChangeReservation(reception: reception(call(context))).run(request)
        }
    }
}
