internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: CancellationFinding) -> String {
        switch finding {
        case .badNumber(let text):
            "\(either("The confirmation_id", "The confirmation")) \(CleanText.quoted(text, to: 40)) is not one of Resy's."
        case .otherVenue(let id, let venue, let wanted):
            "RESY-\(id) is a table at \(CleanText.quoted(venue)), not at \(CleanText.quoted(wanted))."
        case .otherDay(let table, let said):
            "\(numbered(table)) is not on \(CleanText.quoted(said, to: 60))."
        case .notFound(let wanted) where wanted.isAny: "There is no upcoming reservation."
        case .notFound(let wanted): "No upcoming reservation fits \(name(wanted))."
        case .unreadableMaybe(let wanted, let gaps):
            "\(Self.unread(gaps.unread)) What can be read of Resy's list does not fit \(name(wanted))."
        case .several(let wanted, let count) where wanted.isAny:
            "There are \(count) upcoming reservations, and none was named."
        case .several(let wanted, let count):
            count == 1 ? "\(name(wanted)) may mean this reservation." : "\(count) reservations fit \(name(wanted))."
        case .notListedYet(let table):
            "\(table.venue.map { CleanText.quoted($0) } ?? "A table")\(number(table.id)) was booked a moment ago, and Resy's "
                + "list does not show it yet."
        case .maybeNeverBooked(let wanted, let table, let more):
            "\(name(wanted)) may mean a table of which it is not known yet whether an earlier try booked it: "
                + "\(name(table, unnamed: "a table"))\(more == 0 ? "" : ", and \(more) more"). Resy's list does not show it "
                + "so far."
        case .changeOpen(let table, let new):
            "A change of this table has no clear outcome yet: \(numbered(table)) to \(when(new))."
        case .notAsked(let known): text(known)
        }
    }

    func text(_ remark: CancellationRemark) -> String {
        switch remark {
        case .guessed: "It is the only one that fits, and was named neither by its number nor by its whole name."
        case .overLimit(let isStated, let charges, let party):
            (isStated
                ? "It would cost more than \(limit) allows, and nobody was asked: "
                : "Resy does not state all of what it would cost, so \(limit) does not cover it, and nobody was asked: ")
                + "\(text(charges, party: party)). Nothing was cancelled."
        case .saidNo: "\(either("The user was asked and said no.", "You said no.")) Nothing was cancelled."
        case .costs(let charges): costOfCancelling(charges)
        case .notAllowed(let url):
            "Resy no longer allows this reservation to be cancelled. Nothing was cancelled. Ask the restaurant, or look at \(url)."
        case .listUnread(let isTaken, let url):
            (isTaken ? "Resy took the cancellation" : "The cancellation was sent")
                + ", but the list that would prove it could not be read. Look at \(url) or \(lookAtList). "
                + listedIsNotCancelled
        case .takenAndListed(let url):
            "Resy accepted the cancellation but still lists the reservation. Look at \(url) or \(lookAtList). "
                + listedIsNotCancelled
        case .unclearAndListed(let url):
            "The cancellation was sent, no clear answer came, and the reservation is still listed. Look at \(url) or "
                + "\(lookAtList). \(listedIsNotCancelled)"
        case .refusedAndListed(let url):
            "Resy still lists the reservation, but its list may be late, so it may be cancelled all the same. Look "
                + "at \(url) or \(lookAtList). \(listedIsNotCancelled)"
        case .notRecorded(isCancelled: true):
            "The cancellation could not be recorded on this computer; Resy has it."
        case .notRecorded(isCancelled: false):
            "What became of it could not be recorded on this computer, where it counts as not known."
        case .cancelledBefore(isListRead: true): "It was cancelled before; Resy's list no longer has it."
        case .cancelledBefore(isListRead: false):
            "It was cancelled before, by this computer's own record; Resy's list could not be read just now."
        case .cancelledByEarlierCall: "An earlier try cancelled it."
        case .triedBefore(let url):
            "An earlier try to cancel it has no clear outcome yet; nothing was sent again. Look at \(url) or "
                + "\(lookAtList). \(listedIsNotCancelled)"
        case .earlier(let sofar): "\(Words.capitalized(text(sofar))). Nothing was sent now."
        case .because(let finding): text(finding)
        case .lookWhetherItStands(let url, let deadline):
            "Look at \(url). If it is still there: \(text(deadline, of: "it"))"
        case .notTried: "It was not tried."
        case .heldBack(let other, let more):
            "Cancelling it costs nothing; it was not tried because of \(numbered(other))"
                + (more == 0 ? "" : " and \(more) more") + ", which \(limit) does not cover. Nothing was cancelled."
        }
    }

    private var limit: String { either("the user's limit (--max-fee)", "your limit (--max-fee)") }

    private func text(_ known: [CancellationFinding.Known]) -> String {
        let isClear = known.allSatisfy { if case .held = $0.what { true } else { false } }
        let sentences = known.map { one in
            let table = one.table
            let named = "\(table.venue ?? ""), \(table.day.spoken), \(table.time.spoken)\(number(table.id))"
            return switch one.what {
            case .cancelled: "\(named) was cancelled before."
            case .cancelling(let sofar): "\(named): \(text(sofar))."
            case .held(let deadline): text(deadline, of: named)
            }
        }
        return joined(
            [isClear ? "Nothing was cancelled." : "\(either("This call", "This command")) cancelled nothing."]
                + sentences)
    }
}
