internal import ResyDomain

/// What an answer to the booking is worth, and what the account's list says of it.
extension Booking {
    func meaning(of failure: APIFailure) -> BookingFlow.Answer {
        switch failure {
        case .signedOut: .signedOut
        case .stopped: .notSent
        case .network(let fault) where fault.provesNothingWasSent: .notSent
        case .conflict(let other) where isThisTable(other): .heldAlready
        default: failure.provesNothingWasBooked ? .refused : .unclear
        }
    }

    /// The table in the way is this very one, and no list had it before.
    func isThisTable(_ other: APIFailure.Existing) -> Bool {
        guard let id = other.reservationID, let name = other.venueName, other.day == slot.day, other.time == slot.time
        else { return false }
        return FoldedName(name) == FoldedName(plan.venue.name) && plan.held?.contains { $0.id == id } == false
    }

    func readList(
        _ machine: inout BookingFlow, _ progress: inout Progress, after pause: Double
    ) async -> BookingFlow.Action {
        guard call.secondsLeft > pause + 1 else { return machine.handle(.outOfTime) }
        call.progress("looking whether the table is booked")
        do {
            try await service.clock.sleep(seconds: pause)
            let list = try await call.withAccess { resy in
                try await resy.reservations(isPaced: false, settles: true)
            }
            progress.listFailed = false
            let before = Set(plan.held?.map { $0.id } ?? [])
            let new = list.reservations.filter { !before.contains($0.id) }
            if let other = new.first(where: { isHeldInstead($0, progress) }) {
                progress.heldInstead = other
                return machine.handle(.refusalListed)
            }
            let mine = new.first { plan.key.isHeld(by: $0) }
            guard mine != nil || list.isWhole else {
                progress.listFailed = true
                return machine.handle(.listUnreadable)
            }
            return machine.handle(.listRead(reservationID: mine?.id))
        } catch {
            progress.listFailed = true
            return machine.handle(.listUnreadable)
        }
    }

    /// After a refusal: the table of another seating, or of another party, that Resy refused this one for. It was booked
    /// elsewhere in the meantime.
    private func isHeldInstead(_ row: Reservation, _ progress: Progress) -> Bool {
        guard let failure = progress.failure as? APIFailure, failure.provesNothingWasBooked else { return false }
        if plan.key.isHeld(by: row) { return row.isOfAnotherSeating(than: slot.seating) }
        guard case .conflict(let other) = failure, let id = other.reservationID else { return false }
        return row.id == id && row.isTaken
    }
}
