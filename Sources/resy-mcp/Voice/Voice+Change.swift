internal import ResyDomain
internal import ResyNative

/// A table that takes the place of another.
extension Voice {
    func text(_ finding: ChangeFinding) -> String {
        switch finding {
        case .nothingSaid: "It is not said what is to be different."
        case .cancelledBefore(let table): "\(numbered(table)) was cancelled before."
        case .beingCancelled(let table, let sofar): "\(numbered(table)): \(text(sofar))."
        case .changeOpen(let table, let new, let wanted):
            "It is not known yet whether an earlier try changed \(numbered(table)) to \(when(new)). "
                + (wanted.map { "The change to \(when($0)) was not tried." } ?? "What is asked for now was not tried.")
                + " Nothing was changed."
        case .changedBefore(let old, let new):
            "\(numbered(old)) was changed before: \(numbered(new)) took its place."
        case .venueUnknown(let table): "Resy's list does not say which restaurant \(numbered(table)) is at."
        }
    }

    func text(_ remark: ChangeRemark) -> String {
        switch remark {
        case .nothingToChange: "It is so already. Nothing was sent."
        case .otherSeating(let old, let new):
            "\(CleanText.quoted(old, to: 40)) is not free then; the new table would be \(CleanText.quoted(new, to: 40))."
        case .saidNo: "\(either("The user was asked and said no.", "You said no.")) Nothing was changed."
        case .overLimit(let stake, let limit): overLimit(stake, limit, .change)
        case .because(let finding): text(finding)
        case .oldStays(let url):
            "Resy no longer allows the old table to be changed or cancelled, so no new one was booked. Ask the restaurant, or "
                + "look at \(url)."
        case .otherWay:
            "Resy does not offer a change in one step: the new table would be booked first, then the old one cancelled."
        case .changedBefore: "An earlier try did it; nothing was sent again."
        case .triedBefore(let url):
            "An earlier try to change it has no clear outcome yet; nothing was sent again. Look at \(url) or \(lookAtList). "
                + oldAloneIsNotChanged
        case .underWayElsewhere:
            "This table is being changed from this computer already; nothing was sent again. "
                + either("Call my_reservations. ", "Run `resy-mcp list`. ") + oldAloneIsNotChanged
        case .unknown(let answer, let isListUnread, let url):
            "\(text(answer))\(isListUnread ? ", and its list could not be read" : ""). The change won't be sent again. Look at "
                + "\(url) or \(lookAtList). \(oldAloneIsNotChanged)"
        case .oldLeft: "Resy booked the new table and left the old one."
        case .oldNotCancelled(let reason):
            joined(["The new table is booked, and the old one was not cancelled.", reason.map { text($0) } ?? ""])
        case .oldMaybeCancelled(let url):
            "The new table is booked; the old one's cancellation was sent and is not proved. Look at \(url) or \(lookAtList). "
                + "If the list still shows the old one after 10 minutes, it was not cancelled."
        case .oldKept: "The new table is booked, and the old one was left."
        case .notRecorded: "What was done could not be recorded on this computer; Resy has it."
        case .wishesGoAlong: "What the restaurant was told of the old table goes along."
        }
    }

    // MARK: - A question before a yes

    /// `Fri Dec 4, 8:00 PM, 2 people`
    func brief(_ held: Reservation) -> String { "\(when(held)), \(people(held.party))" }

    private func when(_ held: Reservation) -> String {
        Evening.spoken(held.day, held.time, of: held.evening, from: now.map { held.venue.today($0) })
    }

    func text(_ way: ChangeWay) -> String {
        switch way {
        case .resyChange: "It is done by Resy's own change; the list is read after it."
        case .bookThenCancel: "The new table is booked first, then the old one is cancelled; that can't be undone."
        }
    }

    /// ` ($50 at stake, $20 lost)`, for a box to tick.
    func cost(_ asked: ChangeQuestion) -> String {
        let party = asked.new.table.party
        guard let outlay = outlay(asked.new.terms?.charges, party: party),
            let lost = asked.old.cost.stake(party: asked.old.held.party).stated
        else { return " (cost not stated)" }
        var parts: [String]
        switch outlay {
        case .nothing: parts = []
        case .now(let sum): parts = ["\(sum) paid now"]
        case .later(let sum): parts = ["\(sum) at stake"]
        case .both(let now, let later): parts = ["\(now) paid now", "\(later) at stake"]
        }
        if lost.amount?.isZero == false { parts.append("\(text(lost)) lost") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }

    /// `Leaving the old one: free to cancel until Thu 7 PM.`
    func leaving(_ asked: CancellationQuestion) -> String { "The old one: \(lowercasedFirst(costNow(asked)))" }

    private func lowercasedFirst(_ text: String) -> String { "\(text.prefix(1).lowercased())\(text.dropFirst())" }

    /// Which of two tables that are held costs less to leave, and until when.
    func leavingEither(_ outcome: ChangeOutcome, _ now: Instant) -> String {
        guard let new = outcome.new else { return "" }
        return joined([outcome.old, new].map { held in "\(held.confirmationID): \(wayOut(of: held, now))." })
    }

    /// `, free to cancel until Fri 7 PM`; empty where that is not known, or what was paid comes back.
    func freeUntil(_ held: Reservation, _ now: Instant) -> String {
        guard let until = held.charges.freeUntil ?? held.cancelBy, until > now, held.charges.only(\.isPaid).isEmpty,
            let moment = moment(until, in: held.venue.zone, now: now)
        else { return "" }
        return ", free to cancel until \(moment)"
    }

    private func wayOut(of held: Reservation, _ now: Instant) -> String {
        wholeCost(held.charges, party: held.party, until: held.cancelBy, in: held.venue.zone, now: now)
    }
}
