internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ remark: BookingRemark) -> String {
        switch remark {
        case .triedBefore(let url):
            "An earlier try to book this table has no clear outcome yet; nothing was sent again. Look at \(url) or "
                + "\(lookAtList). \(unlistedIsNotBooked)"
        case .bookedAndMaybeCancelled(let id, let sofar, let url):
            "This table was booked before (RESY-\(id)); \(text(sofar)). Nothing was sent. Look at \(url) or "
                + "\(lookAtList). Once it is cancelled, it can be booked again."
        case .bookedBefore: "This table was booked before; it was not booked again."
        case .bookedElsewhere: "It was booked elsewhere."
        case .bookedAboveLimit(let stake, let limit):
            "\(text(stake)) is at stake, more than \(either("the user's", "your")) limit\(cap(limit, stake)); it was booked "
                + "before."
        case .bookedBeforeListUnread: "Resy's list could not be read just now; this is this computer's own record."
        case .bookedJustNow:
            "It was booked a moment ago, and Resy's list does not show it yet. If it was cancelled elsewhere since, it "
                + "can be booked again after 10 minutes."
        case .underWayElsewhere:
            "This table is being booked from this computer already; nothing was sent again. "
                + either("Call my_reservations. ", "Run `resy-mcp list`. ") + unlistedIsNotBooked
        case .notRecorded: "The booking could not be recorded on this computer; Resy has it."
        case .overLimit(let stake, let limit): overLimit(stake, limit, .book)
        case .closesEarly(let wayOut, let most): closesEarly(wayOut, most)
        case .saidNo: "\(either("The user was asked and said no.", "You said no.")) Nothing was booked."
        case .heldUnseen(let existing, let url):
            "Resy says that the account already holds a table there at that time\(text(existing)), and its list does not "
                + "show it yet: this request may have booked it. It won't be sent again. Look at \(url) or "
                + "\(lookAtList). \(unlistedIsNotBooked)"
        // The answer itself begins with it: it is not known whether this was booked.
        case .unknown(let answer, let isListUnread, let url):
            "\(text(answer))\(isListUnread ? ", and its list could not be read" : ""). The booking won't be sent again. "
                + "Look at \(url) or \(lookAtList). \(unlistedIsNotBooked)"
        case .disagreement(let disagreement): text(disagreement)
        }
    }

    private func closesEarly(_ wayOut: WayOut, _ most: Double) -> String {
        let limit = "\(either("the user's", "your")) limit is \(text(hours: most)) before the table (--max-cutoff)."
        return switch wayOut {
        case .before(let early): "Free cancellation ends \(text(hours: early)) before the table; \(limit)"
        case .notStated, .always: "Until when it is free to cancel is not stated; \(limit)"
        }
    }

    /// In the currency of what it limits.
    private func cap(_ limit: Double, _ stake: Stake) -> String {
        guard case .known(_, let currency, _) = stake, let limit = Amount(limit) else { return "" }
        return " of \(money(limit, currency))"
    }

    func text(_ answer: BookingRemark.Unclear) -> String {
        switch answer {
        case .takenWithoutNumber: "Resy took the booking but gave no reservation number"
        case .limited: "Resy asked for fewer requests"
        case .refused(let status, let message):
            "Resy answered HTTP \(status)" + (message.map { ": \(CleanText.quoted($0, to: 300))" } ?? "")
        case .fault(let status): "Resy answered HTTP \(status)"
        case .blocked(let status): "Resy blocked this connection (HTTP \(status))"
        case .nothing: "No clear answer came from Resy"
        }
    }
}
