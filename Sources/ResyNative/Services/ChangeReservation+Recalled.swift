internal import ResyDomain

/// What this home knows of an earlier change where Resy cannot be asked.
extension ChangeReservation {
    /// Nil where `fault` may say that nothing was changed: no earlier change of that table is in doubt.
    func recalled(_ request: ChangeRequest, because fault: ResyError) async throws -> ChangeOutcome? {
        guard !fault.tellsOutcome, let id = try? await wanted(request).id else { return nil }
        let entry: JournalEntry?
        do {
            entry = try await reception.store.change(of: id, account: reception.call.accountKey())
        } catch {
            // Whether there is one is not known.
            throw fault.tellingOutcome()
        }
        guard let entry else { return nil }
        let url = reception.links.reservations
        guard let old = try? await reception.store.reservation(id: id)?.reservation else {
            throw fault.tellingOutcome()
        }
        guard !entry.isOpen else {
            guard fault.couldNotAsk else { throw fault.tellingOutcome() }
            let target = try? ChangeTarget(request, of: old, now: reception.clock.now)
            if let target, !target.isMet(by: entry.key, seating: entry.about.seating) {
                let open = changeOpen(of: old, by: entry, notTried: target.table(insteadOf: old))
                var error = fault
                error.finding = .together([fault.finding, open.finding])
                error.advice += open.advice
                throw error.tellingOutcome()
            }
            return told(.unknown, old, entry, [.because(fault.finding), .triedBefore(url: url)])
        }
        guard fault.couldNotAsk else { return nil }
        let book = await canceller.memory()
        let new = book.memory.first { $0.reservation.id == entry.reservationID }?.reservation
        guard entry.reservationID != id, old.status != .cancelled else {
            return try done(request, old, new, entry, because: fault)
        }
        let left: ChangeRemark =
            book.cancellation(of: id) == nil ? .oldNotCancelled(fault.finding) : .oldMaybeCancelled(url: url)
        return told(.unknown, old, entry, [left], new: new)
    }

    /// The earlier change went through, and is told where it is what this call asks for.
    private func done(
        _ request: ChangeRequest, _ old: Reservation, _ new: Reservation?, _ entry: JournalEntry,
        because fault: ResyError
    ) throws -> ChangeOutcome? {
        guard let new, request.wishes.isEmpty,
            let target = try? ChangeTarget(request, of: old, now: reception.clock.now),
            target.isMet(by: entry.key, seating: entry.about.seating)
        else { return nil }
        return changedBefore(old, to: new, by: entry)
    }

    /// What Resy or the way there answered, as an error; nil for what is none, such as a call that was given up.
    func explained(_ error: any Error) -> ResyError? {
        switch error {
        case APIFailure.stopped(let stop): stop.explained(url: reception.links.reservations)
        case let failure as APIFailure: failure.explained()
        case let fault as TransportError: fault.explained()
        case let spent as BudgetSpent: spent.explained
        default: error as? ResyError
        }
    }
}
