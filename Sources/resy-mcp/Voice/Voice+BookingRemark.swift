internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ remark: BookingRemark) -> String {
        switch remark {
        case .triedBefore(let url):
            "An earlier try to book this table has no clear outcome yet, so nothing was sent again. Look at \(url) or "
                + "\(lookAtList); after ten minutes a list without it settles that it was not booked."
        case .bookedAndMaybeCancelled(let id, let sofar, let url):
            "This table was booked before (RESY-\(id)); \(text(sofar)), so nothing was sent. Look at \(url) or "
                + "\(lookAtList): once it is known to be cancelled, it can be booked anew; ten minutes after that try a list "
                + "that still has it settles that it stands."
        case .bookedBefore: "This table was booked before; it was not booked again."
        case .bookedBeforeListUnread:
            "This table was booked before and was not booked again; Resy's list could not be read just now."
        case .bookedJustNow:
            "This table was booked a moment ago; it was not booked again. Resy's list did not show it when it was last "
                + "read. If it was cancelled elsewhere since, it can be booked anew ten minutes after it was booked."
        case .underWayElsewhere:
            "Another booking of this very table is under way from this computer, so nothing was sent here. "
                + either("Call my_reservations", "Run `resy-mcp list`") + " in a minute."
        case .notRecorded: "The booking could not be recorded on this computer; Resy has it."
        case .overLimit(let isStated):
            "Nothing was booked: "
                + (isStated
                    ? "more money is at stake than --max-fee allows unasked."
                    : "Resy does not state all that is at stake, and --max-fee covers only what is stated.")
        case .saidNo: "\(either("The user was asked and said no.", "You said no.")) Nothing was booked."
        case .heldUnseen(let existing, let url):
            "It is not known whether the table was booked. Resy refused the request, since the account already holds a "
                + "table there at that time\(text(existing)), which its list does not show yet: it was booked by this very "
                + "request, or elsewhere a moment ago. It will not be sent again. Look at \(url) or \(lookAtList) in a minute "
                + "before anything else."
        case .unknown(let answer, let isListUnread, let url):
            "It is not known whether the table was booked. \(text(answer)). "
                + (isListUnread
                    ? "The account's list could not be read afterwards. "
                    : "The account's list does not show it so far. ")
                + "It will not be sent again. Look at \(url) or \(lookAtList) in a few minutes before anything else."
        case .disagreement(let disagreement): text(disagreement)
        }
    }

    private func text(_ answer: BookingRemark.Unclear) -> String {
        switch answer {
        case .takenWithoutNumber: "Resy took the booking but gave no reservation number"
        case .limited:
            "The request was sent, and Resy asked for fewer requests instead of saying what became of it; most likely "
                + "nothing was booked, but that is not proved"
        case .refused(let status, let message):
            "The request was sent, and Resy answered HTTP \(status)"
                + (message.map { " (\(CleanText.quoted($0, to: 300)))" } ?? "")
                + ", which does not prove that nothing was booked"
        case .fault(let status):
            "The request was sent, and the answer was HTTP \(status), which says nothing of the booking"
        case .nothing: "The request was sent, and no clear answer came"
        }
    }
}
