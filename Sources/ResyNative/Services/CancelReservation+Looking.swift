internal import ResyDomain

/// What the answer to a cancellation and the account's list say together.
extension CancelReservation {
    /// Seconds before each look at the list; more where Resy has said that it took the cancellation, or that it does not
    /// find the reservation, for then a list that still has it is most likely late.
    private static let pauses: [Double] = [0, 1.5, 3, 4]
    private static let longPauses = pauses + [6, 8]

    /// What the answer and the list say together.
    func settle(
        _ row: ListedReservation, _ failure: APIFailure?, isListed: Bool?
    ) -> CancellationOutcome {
        switch isListed {
        case false?: return cancelled(row, notes: [])
        case true?: return stillThere(row, failure)
        case nil:
            if let failure, failure.provesNothingWasCancelled { return stillThere(row, failure) }
            let said = failure == nil ? "Resy took the cancellation" : "The cancellation was sent"
            return outcome(
                .unknown, row,
                notes: [
                    "\(said), but the list that would prove it could not be read. Look at \(links.reservations) before anything else."
                ])
        }
    }

    private func stillThere(_ row: ListedReservation, _ failure: APIFailure?) -> CancellationOutcome {
        switch failure {
        case nil:
            return outcome(
                .notCancelled, row,
                notes: [
                    "Resy accepted the cancellation but still lists the reservation. Look at \(links.reservations)."
                ])
        case let failure? where failure.provesNothingHappened:
            let reason = failure.explained(url: links.reservations)
            var hint = reason.hint
            if case .refused = failure {
                hint = "Ask the restaurant whether it can be cancelled, or look at \(links.reservations)."
            }
            return outcome(.notCancelled, row, notes: ["\(reason.message) \(hint)"])
        default:
            return outcome(
                .unknown, row,
                notes: [
                    "The cancellation was sent and no clear answer came; the reservation is still listed. Look at "
                        + "\(links.reservations) in a few minutes before trying again."
                ])
        }
    }

    /// Nil where the list could not be read. Looks a few times: the list was seen to lag. Where Resy has not said that it
    /// took the cancellation, one list without the table is no proof, and two are.
    func isStillListed(_ id: Int, after failure: APIFailure?) async -> Bool? {
        let isTaken = failure == nil
        let isLikelyGone =
            switch failure {
            case nil, .refused(404, _), .refused(410, _), .gone: true
            default: false
            }
        var answer: Bool?
        var absences = 0
        for pause in isLikelyGone ? Self.longPauses : Self.pauses {
            guard call.secondsLeft > pause + 1 else { break }
            do {
                try await clock.sleep(seconds: pause)
                let list = try await rows(isPaced: false, settles: true)
                let isListed = list.rows.contains { $0.reservation.id == id && $0.reservation.status == .confirmed }
                absences = !isListed && list.isWhole ? absences + 1 : 0
                if absences == (isTaken ? 1 : 2) { return false }
                if isListed { answer = true }
            } catch is APIFailure {
                continue
            } catch {
                return answer
            }
        }
        return answer
    }
}
