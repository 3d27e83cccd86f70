extension CancelReservation {
    /// While Resy is not asked, a deadline may pass: where to cancel by hand, and by when, as far as this home knows.
    func barred(_ wanted: Wanted, by stop: Breaker.Stop) async -> ResyError {
        var error = stop.explained(url: links.reservations)
        error.message += " Nothing was cancelled."
        let account = (try? await auth.accountKey()) ?? ""
        let local = (try? await store.localReservations(account: account, since: .earliest(at: now))) ?? []
        let meant = local.map(\.reservation).filter { $0.status == .confirmed && wanted.mayMean($0) }
        guard !meant.isEmpty else { return error }
        error.message += meant.map { " " + deadline(of: $0) }.joined()
        return error
    }

    private func deadline(of reservation: Reservation) -> String {
        let table =
            "\(reservation.venue.name), \(reservation.day.spoken) at \(reservation.time.spoken) "
            + "(\(reservation.confirmationID))"
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
        case .name(let name): NameRelation.between(FoldedName(name), reservation.venue) != nil
        }
    }
}
