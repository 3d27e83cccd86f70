internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: CancellationFinding) -> String {
        switch finding {
        case .badNumber(let text):
            "\(either("confirmation_id", "confirmation")) \(CleanText.quoted(text, to: 40)) is not one of Resy's."
        case .noneNamed:
            either(
                "Neither restaurant_name nor confirmation_id was given.",
                "Neither a restaurant's name nor --id was given.")
        case .otherVenue(let id, let venue, let wanted):
            "RESY-\(id) is a table at \(CleanText.quoted(venue)), not at \(CleanText.quoted(wanted))."
        case .notFound(let wanted): "No upcoming reservation fits \(name(wanted))."
        case .unreadableMaybe(let wanted, let gaps):
            "\(Self.unread(gaps.unread)) What can be read of Resy's list does not fit \(name(wanted))."
        case .several(let wanted, let count):
            "\(name(wanted)) may mean \(count == 1 ? "this reservation" : "any of \(count) reservations")."
        case .notListedYet(let table):
            "\(table.venue.map { CleanText.quoted($0) } ?? "A table")\(number(table.id)) was booked a moment ago, and Resy's "
                + "list does not show it yet."
        case .maybeNeverBooked(let wanted, let table, let more):
            "\(name(wanted)) may mean a table of which it is not known yet whether an earlier try booked it: "
                + "\(name(table, unnamed: "a table"))\(more == 0 ? "" : ", and \(more) more"). Resy's list does not show it "
                + "so far."
        case .notAsked(let known): text(known)
        }
    }

    func text(_ remark: CancellationRemark) -> String {
        switch remark {
        case .overLimit(let isStated, let charges):
            "Nothing was cancelled: "
                + (isStated
                    ? "it would cost more than --max-fee allows. "
                    : "Resy does not state all of what it would cost, and --max-fee covers only what is stated. ")
                + "\(text(charges))."
        case .saidNo: "\(either("The user was asked and said no.", "You said no.")) Nothing was cancelled."
        case .costs(let charges): charges.isEmpty ? "Cancelling costs nothing." : "\(costOfCancelling(charges))."
        case .notAllowed(let url):
            "Resy does not allow this reservation to be cancelled any more. Ask the restaurant, or look at \(url)."
        case .listUnread(let isTaken, let url):
            (isTaken ? "Resy took the cancellation" : "The cancellation was sent")
                + ", but the list that would prove it could not be read. Look at \(url) before anything else."
        case .takenAndListed(let url):
            "Resy accepted the cancellation but still lists the reservation. Look at \(url)."
        case .unclearAndListed(let url):
            "The cancellation was sent and no clear answer came; the reservation is still listed. Look at \(url) in a few "
                + "minutes before trying again."
        case .notRecorded(isCancelled: true):
            "The cancellation could not be recorded on this computer; Resy has it."
        case .notRecorded(isCancelled: false):
            "What became of it could not be recorded on this computer, where it counts as not known."
        case .cancelledBefore(isListRead: true): "It was cancelled before; Resy's list no longer has it."
        case .cancelledBefore(isListRead: false):
            "It was cancelled before, as recorded here; Resy's list could not be read just now."
        case .cancelledByEarlierCall: "An earlier call cancelled it."
        case .triedBefore(let url):
            "An earlier try to cancel this has no clear outcome yet, so nothing was sent again. Look at \(url) or "
                + "\(lookAtList); if it is still listed ten minutes after that try, it can be cancelled anew."
        case .earlier(let sofar): "Of an earlier call \(text(sofar)). Nothing was sent now."
        case .because(let finding): text(finding)
        case .lookWhetherItStands(let url, let deadline):
            "Look at \(url). If it is still there: \(text(deadline, of: "it"))"
        }
    }

    private func text(_ known: [CancellationFinding.Known]) -> String {
        let isClear = known.allSatisfy { if case .held = $0.what { true } else { false } }
        let sentences = known.map { one in
            let table = one.table
            let named = "\(table.venue ?? ""), \(table.day.spoken) at \(table.time.spoken)\(number(table.id))"
            return switch one.what {
            case .cancelled: "\(named) was cancelled before."
            case .cancelling(let sofar): "Of \(named) \(text(sofar))."
            case .held(let deadline): text(deadline, of: named)
            }
        }
        return joined([isClear ? "Nothing was cancelled." : "This call cancelled nothing."] + sentences)
    }
}
