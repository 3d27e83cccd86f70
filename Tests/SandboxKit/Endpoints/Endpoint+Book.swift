import Foundation

extension World {
    func book(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        let form = request.form
        guard let token = form["book_token"], !token.isEmpty else { return .missing("book_token") }
        guard let ticket = tickets[token], ticket.account == account.id, ticket.expires > now, !ticket.isUsed,
            let venue = venue(ticket.slot.venue)
        else { return .failure(switches.unknownBookTokenStatus, "Invalid book token") }
        if account.state == .paymentForbidden { return .failure(403, "This account may not book.") }
        var card: Int?
        if let text = form["struct_payment_method"] {
            guard let method = JSONValue(parsing: text), case .int(let id)? = method["id"] else {
                return .invalid([("struct_payment_method", "invalid")])
            }
            card = id == 0 ? nil : id
        }
        if let reply = refusePayment(ticket, venue, account, card: card) { return reply }
        if let fault = activeFault(.slotVanishes) {
            takeAway(ticket.slot)
            if let status = fault.value { return .failure(status, "Reservation not available") }
        }
        guard let day = Day(ticket.slot.day) else { return .failure(404, "Invalid book token") }
        if let other = conflict(with: venue.clock.instant(day, ticket.slot.minutes), of: account.id) {
            guard switches.replaceReplaces, form["replace"] == "1" else { return conflictReply(other) }
            drop(other)
        }
        let offers = slots.offers(venue, day: day, party: ticket.party, now: now, account: account.id)
        guard let offer = offers.first(where: { $0.key == ticket.slot }) else {
            return .failure(412, "Precondition Failed")
        }
        if isActive(.pretend) {
            return Reply(switches.bookStatus, ["resy_token": "rr://pretended", "reservation_id": 1])
        }
        tickets[token]?.isUsed = true
        let reservation = commit(ticket, start: offer.start, card: card)
        if isActive(.conflictAfterCommit) { return conflictReply(reservation) }
        return Reply(
            switches.bookStatus,
            [
                "resy_token": .string(newResyToken(for: reservation.id)), "reservation_id": .int(reservation.id),
                "venue_opt_in": false,
            ])
    }

    private func refusePayment(_ ticket: BookTicket, _ venue: Venue, _ account: Account, card: Int?) -> Reply? {
        if ticket.terms.needsCard {
            if !venue.takesCards { return .failure(403, "This venue is not set up to accept payment methods.") }
            if card == nil { return .failure(402, "Payment Required") }
        }
        if let card, !account.cards.contains(where: { $0.id == card }) { return .failure(402, "Payment Required") }
        return nil
    }

    /// `id`: the number that it keeps; else it gets a new one.
    func commit(_ ticket: BookTicket, start: Date, card: Int?, as id: Int? = nil) -> Reservation {
        slots.take(ticket.slot)
        if id == nil { lastReservationID += 1 }
        let reservation = Reservation(
            id: id ?? lastReservationID, account: ticket.account, slot: ticket.slot, party: ticket.party,
            terms: ticket.terms,
            card: card, when: start, bookedAt: now, visibleAt: now.addingTimeInterval(switches.listLagSeconds))
        reservations.append(reservation)
        return reservation
    }

    /// Books a table behind everybody's back, as the website or another client would. Nil if there is no such table.
    @discardableResult
    package func bookElsewhere(_ slot: SlotKey, party: Int, account email: String) -> Reservation? {
        guard let account = accounts.first(where: { $0.email == email }), let venue = venue(slot.venue),
            let seating = venue.seatings.first(where: { $0.name == slot.seating }), let day = Day(slot.day)
        else { return nil }
        let ticket = BookTicket(slot: slot, party: party, account: account.id, terms: seating.terms, expires: now)
        return commit(ticket, start: venue.clock.instant(day, slot.minutes), card: account.defaultCard)
    }

    private func conflict(with start: Date, of account: Int) -> Reservation? {
        reservations.first {
            $0.account == account && !$0.isCancelled
                && abs($0.when.timeIntervalSince(start)) <= Double(switches.conflictMinutes * 60)
        }
    }

    func conflictReply(_ other: Reservation) -> Reply {
        Reply(
            412,
            [
                "status": 412, "message": "You already have a reservation at this time.",
                "specs": [
                    "day": .string(dayText(of: other)), "time_slot": .string(clockText(other.slot.minutes)),
                    "reservation_id": .int(other.id),
                ],
                "venue": ["id": .int(other.slot.venue), "name": .text(venue(other.slot.venue)?.name)],
            ])
    }

    /// After a change the list tells what was before, for a while.
    func isListed(_ reservation: Reservation) -> Bool {
        let until = reservation.cancelledAt?.addingTimeInterval(switches.cancelLagSeconds) ?? .distantFuture
        return reservation.visibleAt <= now && now < until
    }

    func drop(_ reservation: Reservation, listedUntil: Date? = nil) {
        guard let place = reservations.firstIndex(where: { $0.id == reservation.id && !$0.isCancelled }) else { return }
        reservations[place].cancelledAt = listedUntil?.addingTimeInterval(-switches.cancelLagSeconds) ?? now
        slots.giveBack(reservation.slot)
    }

    /// Somebody changes its time on Resy's own site.
    func move(_ id: Int, to minutes: Int) {
        guard let place = reservations.firstIndex(where: { $0.id == id }) else { return }
        reservations[place].slot.minutes = minutes
    }

    func markNoShow(_ id: Int) {
        guard let place = reservations.firstIndex(where: { $0.id == id }) else { return }
        reservations[place].isNoShow = true
    }

    /// The day a reservation is filed under; tables after midnight are the switch's choice.
    func dayText(of reservation: Reservation) -> String {
        guard switches.lateDayIsStartDay, let day = Day(reservation.slot.day) else { return reservation.slot.day }
        return day.adding(reservation.slot.minutes / 1440).description
    }

    /// What names a reservation to the cancel endpoint.
    func newResyToken(for id: Int) -> String {
        if switches.resyTokens == .stable, let known = resyTokens.first(where: { $0.value == id }) { return known.key }
        if switches.resyTokens == .onlyNewest { resyTokens = resyTokens.filter { $0.value != id } }
        let token = "rr://\(Opaque.text(120))"
        resyTokens[token] = id
        return token
    }
}
