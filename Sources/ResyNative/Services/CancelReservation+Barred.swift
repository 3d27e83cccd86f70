internal import ResyDomain

/// What this home knows of a reservation that Resy's list does not show, or while the list cannot be had.
extension CancelReservation {
    /// What this home knows of the one that is meant: it was cancelled before, or a cancellation has no outcome yet.
    func recalled(
        _ wanted: Wanted, because failure: APIFailure
    ) async -> CancellationOutcome? {
        if let gone = await alreadyCancelled(wanted, isListRead: false) { return gone }
        guard let held = await beingCancelled(wanted),
            let entry = try? await store.openCancellation(of: held.id)
        else { return nil }
        let reason = failure.explained(url: links.reservations).message
        return outcome(
            .unknown, ListedReservation(reservation: held),
            notes: [
                "Of an earlier call \(entry.cancellationSoFar(clock.now)). Nothing was sent now.", reason,
                "Look at \(links.reservations). If it is still there: \(deadline(of: held, "it"))",
            ])
    }

    func alreadyCancelled(_ wanted: Wanted, isListRead: Bool) async -> CancellationOutcome? {
        guard case .number(let id, _) = wanted, let local = try? await store.reservation(id: id),
            local.reservation.status == .cancelled
        else { return nil }
        var done = CancellationOutcome(
            status: .cancelled, reservation: local.reservation, refund: nil, confirmToken: nil, confirmBefore: nil,
            notes: [
                isListRead
                    ? "It was cancelled before; Resy's list no longer has it."
                    : "It was cancelled before, as recorded here; Resy's list could not be read just now."
            ])
        done.isEarlier = true
        return done
    }

    /// The one that is meant, where a try to cancel it has no outcome yet; nil where several may be meant.
    func beingCancelled(_ wanted: Wanted) async -> Reservation? {
        let standing = await remembered(wanted).filter { $0.status == .confirmed }
        guard standing.count == 1, (try? await store.openCancellation(of: standing[0].id)) != nil else { return nil }
        return standing[0]
    }

    /// Tables that may be meant, of which a try to cancel them has no outcome yet.
    func openCancellations(_ wanted: Wanted) async -> [Reservation] {
        var open: [Reservation] = []
        for held in await remembered(wanted) where held.status == .confirmed {
            if (try? await store.openCancellation(of: held.id)) != nil { open.append(held) }
        }
        return open
    }

    /// While Resy is not asked, a deadline may pass: where to cancel by hand, and by when, as far as this home knows.
    func barred(_ wanted: Wanted, by stop: Breaker.Stop) async -> ResyError {
        var error = stop.explained(url: links.reservations)
        var sentences: [String] = []
        var isClear = true
        for held in await remembered(wanted) {
            let table =
                "\(held.venue.name), \(held.day.spoken) at \(held.time.spoken) (\(held.confirmationID))"
            if held.status == .cancelled {
                isClear = false
                sentences.append("\(table) was cancelled before.")
            } else if let entry = try? await store.openCancellation(of: held.id) {
                isClear = false
                sentences.append("Of \(table) \(entry.cancellationSoFar(clock.now)).")
            } else if held.status == .confirmed {
                sentences.append(deadline(of: held, table))
            }
        }
        sentences.insert(isClear ? "Nothing was cancelled." : "This call cancelled nothing.", at: 0)
        error.message += " " + sentences.joined(separator: " ")
        return error.tellingOutcome()
    }

    /// Tables still to come that may be meant, cancelled ones too.
    private func remembered(_ wanted: Wanted) async -> [Reservation] {
        let account = (try? await call.accountKey()) ?? ""
        let today = CalendarDay.earliest(at: now)
        let latest = (try? await store.localReservations(account: account, latest: 200)) ?? []
        return latest.map(\.reservation).filter { $0.day >= today && wanted.mayMean($0) }
    }

    private func deadline(of reservation: Reservation, _ table: String) -> String {
        guard let cancelBy = reservation.cancelBy, let zone = reservation.venue.zone else {
            return "By when \(table) can be cancelled is not known here."
        }
        let (day, time) = zone.local(cancelBy)
        return now < cancelBy
            ? "Cancel \(table) by hand before \(day.spoken), \(time.spoken), the restaurant's time."
            : "The time to cancel \(table) without a fee has passed."
    }
}

extension CancelReservation.Wanted {
    func mayMean(_ reservation: Reservation) -> Bool {
        switch self {
        case .number(let id, _): reservation.id == id
        case .name(let name): VenueReference(name).relation(to: reservation.venue) != nil
        }
    }
}
