import Foundation

extension World {
    /// Resy's own change of a reservation: one request that takes the new table and gives back the old one.
    func change(_ request: RecordedRequest) -> Reply {
        guard let account = signedInAccount(request) else { return .unauthorized }
        let form = request.form
        guard let token = form["resy_token"], !token.isEmpty else { return .missing("resy_token") }
        guard let id = resyTokens[token],
            let old = reservations.last(where: { $0.id == id && $0.account == account.id && !$0.isCancelled })
        else { return .unauthorized }
        guard let text = form["book_token"], !text.isEmpty else { return .missing("book_token") }
        guard let ticket = tickets[text], ticket.account == account.id, ticket.expires > now, !ticket.isUsed,
            let venue = venue(ticket.slot.venue), let day = Day(ticket.slot.day)
        else { return .failure(404, "Reservation not available") }
        if switches.changes == .cancelsFirst {
            drop(old)
            return .failure(500, "Something went wrong")
        }
        guard now < changeCutOff(of: old) else { return .failure(412, "This reservation can no longer be changed.") }
        if let fault = activeFault(.slotVanishes) {
            takeAway(ticket.slot); return .failure(fault.value ?? 412, "Taken")
        }
        guard
            let offer = slots.offers(venue, day: day, party: ticket.party, now: now, account: account.id)
                .first(where: { $0.key == ticket.slot })
        else { return .failure(412, "Precondition Failed") }
        if switches.changes == .ignoresToken, switches.changeConflicts { return conflictReply(old) }
        if isActive(.pretend) { return Reply(201, ["resy_token": "rr://pretended", "reservation_id": .int(id)]) }
        tickets[text]?.isUsed = true
        let card = form["struct_payment_method"].flatMap { JSONValue(parsing: $0)?["id"]?.int }
        let new = commit(ticket, start: offer.start, card: card, as: switches.changes == .keepsID ? id : nil)
        if switches.changes == .keepsID { tellWords(of: old, to: new) }
        if switches.changes != .ignoresToken {
            drop(old, listedUntil: switches.changes == .keepsID ? new.visibleAt : nil)
        }
        return Reply(
            201,
            [
                "resy_token": .string(newResyToken(for: new.id)), "reservation_id": .int(new.id), "venue_opt_in": false,
            ])
    }

    func changeCutOff(of reservation: Reservation) -> Date {
        switches.changeCutOffHours.map { reservation.when.addingTimeInterval(-$0 * 3600) } ?? reservation.cutOff
    }
}
