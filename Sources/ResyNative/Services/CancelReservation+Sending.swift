internal import ResyDomain

/// Sends a cancellation, once, and reads the list again to be sure.
extension CancelReservation {
    func send(
        _ row: ListedReservation, account: String, spending given: GivenAgreement?
    ) async throws -> CancellationOutcome {
        let reservation = row.reservation
        guard let token = row.cancelToken else { throw APIFailure.schema(path: "$.reservations[].resy_token") }
        // Before the intent: a sign-in that fails has sent nothing.
        let resy = try await call.resy()
        guard let entry = try await begin(row, account: account, given) else {
            return await underWay(row, account: account)
        }
        call.progress("cancelling the reservation")
        var (refund, failure) = await attempt(token, resy)
        if failure == .signedOut {
            // Proof that nothing was done; once more with a new sign-in, if it still costs the same.
            do {
                let fresh = try await call.renewed(after: resy.access.token)
                let listed = try await fresh.reservations(isPaced: false)
                if let again = listed.rows.first(where: { $0.reservation.id == reservation.id }),
                    let token = again.cancelToken
                {
                    guard await completed(again).chargesNow(now).costsTheSame(as: row.chargesNow(now)) else {
                        return await ended(
                            entry,
                            outcome(
                                .notCancelled, row,
                                notes: [
                                    "What cancelling costs has changed meanwhile, so nothing was cancelled. Call again to see it."
                                ]))
                    }
                    (refund, failure) = await attempt(token, fresh)
                }
            } catch let error as ResyError {
                return await ended(entry, outcome(.notCancelled, row, notes: ["\(error.message) \(error.hint)"]))
            } catch {
                // The list could not be read, nor anything sent again: it is looked at once more below.
            }
        }
        let isListed = await isStillListed(row.reservation.id, after: failure)
        var settled = settle(row, failure, isListed: isListed)
        settled.refund = settled.status == .cancelled && row.reservation.charges.mayBePaid ? refund : nil
        // Resy's word that it took it weighs more than a list for a while: until one tells, it is not sent again.
        return await ended(entry, settled, staysOpen: failure == nil)
    }

    /// Writes the intent, synced to the disk; nil where another cancellation of the table has no outcome yet.
    private func begin(_ row: ListedReservation, account: String, _ given: GivenAgreement?) async throws -> Int? {
        let held = row.reservation
        let intent = Intent(
            seating: held.seating ?? "", zone: held.venue.zone, reservationID: held.id, venueName: held.venue.name)
        guard
            case .opened(let entry) = try await store.openIntent(
                JournalKey(held, account: account), kind: .cancel, about: intent, now: clock.now)
        else { return nil }
        do {
            // Remembered wherever it was booked, so that a later call can say what became of it.
            try await store.record(held, account: account, now: clock.now)
            // After the intent, so that a call that loses the race keeps its token.
            guard let given, given.agreement.reservation == held.id else { return entry }
            guard try await agreements.spend(given) else {
                throw ResyError(
                    .badRequest, "This yes was used before; each works once.",
                    hint: "Look at my_reservations; to try again, call anew, without a confirm_token.")
            }
            return entry
        } catch {
            try? await store.close(id: entry, state: .notCancelled, reservationID: nil, now: clock.now)
            throw error
        }
    }

    func cancelled(_ row: ListedReservation, notes: [String]) -> CancellationOutcome {
        var done = outcome(.cancelled, row, notes: notes)
        done.reservation.status = .cancelled
        return done
    }

    /// Writes the end down. A fault of our own records must not hide it; an entry that stays open counts as unclear.
    private func ended(
        _ entry: Int, _ outcome: CancellationOutcome, staysOpen: Bool = false
    ) async -> CancellationOutcome {
        do {
            switch outcome.status {
            case .cancelled: try await store.markCancelled(id: outcome.reservation.id, closing: entry, now: clock.now)
            case .unknown,
                .notCancelled where staysOpen:
                try await store.close(id: entry, state: .unknown, reservationID: nil, now: clock.now)
            default: try await store.close(id: entry, state: .notCancelled, reservationID: nil, now: clock.now)
            }
            return outcome
        } catch {
            var outcome = outcome
            outcome.notes.append(
                outcome.status == .cancelled
                    ? "The cancellation could not be recorded on this computer; Resy has it."
                    : "What became of it could not be recorded on this computer, where it counts as not known.")
            return outcome
        }
    }

    /// Another call sent it, in this process or another, and its outcome is not known yet: the list may tell.
    func underWay(_ row: ListedReservation, account: String) async -> CancellationOutcome {
        if await isStillListed(row.reservation.id, after: .network(.connectionLost(sent: true))) == false {
            try? await store.markCancelled(id: row.reservation.id, now: clock.now)
            var done = cancelled(row, notes: ["An earlier call cancelled it."])
            done.isEarlier = true
            return done
        }
        return outcome(
            .unknown, row,
            notes: [
                "An earlier try to cancel this has no clear outcome yet, so nothing was sent again. Look at "
                    + "\(links.reservations) or call my_reservations; if it is still listed ten minutes after that try, it can "
                    + "be cancelled anew."
            ])
    }

    /// Sends it, once. From here on nothing may throw: an error would hide that it was sent.
    private func attempt(
        _ token: Secret, _ resy: ResyCall
    ) async -> (refund: Bool?, failure: APIFailure?) {
        do {
            return (try await resy.ending(by: call.deadline.adding(-10)).cancel(token).refund, nil)
        } catch let failure as APIFailure {
            return (nil, failure)
        } catch {
            return (nil, .network(.connectionLost(sent: true)))
        }
    }
}
