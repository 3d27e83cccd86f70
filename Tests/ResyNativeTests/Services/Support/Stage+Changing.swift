@testable import ResyDomain
@testable import ResyNative
@testable import SandboxKit

extension Stage {
    /// A table at the hall of free ones at seven, which is to be changed.
    func booked(_ name: String = "Example Trattoria", _ ahead: Int = 3) async throws -> String {
        "RESY-\(try await book(name, ahead) { _ in }.reservationID ?? 0)"
    }

    func change(
        _ id: String, time: String? = nil, on date: String? = nil, party: Int? = nil, token: String? = nil,
        with other: Resy? = nil, asking: CallContext.Asking? = nil, answered: AnsweredQuestion? = nil,
        _ change: (inout ChangeRequest) -> Void = { _ in }
    ) async throws -> ChangeOutcome {
        var request = ChangeRequest(confirmationID: id, date: date, time: time, party: party, confirmToken: token)
        change(&request)
        return try await (other ?? resy).changeReservation(
            request,
            context: CallContext(deadline: clock.now.adding(Stage.patience), asking: asking, answered: answered))
    }

    /// Twice: what it is, and the yes.
    func changeAgreed(
        _ id: String, time: String? = nil, on date: String? = nil, party: Int? = nil,
        _ change: (inout ChangeRequest) -> Void = { _ in }
    ) async throws -> ChangeOutcome {
        let waiting = try await self.change(id, time: time, on: date, party: party, change)
        guard waiting.status == .needsConfirmation else { return waiting }
        return try await self.change(id, time: time, on: date, party: party, token: waiting.confirmToken, change)
    }

    /// `13 20:00 2`, as they are held at Resy.
    var heldThere: [String] {
        get async {
            await sandbox.reservations.map { one in
                let minutes = one.slot.minutes
                return
                    "\(one.slot.day.suffix(2)) \(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60) \(one.party)"
            }.sorted()
        }
    }
}
