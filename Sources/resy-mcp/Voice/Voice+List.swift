internal import ResyDomain
internal import ResyNative

/// What else to know of the account's reservations.
extension Voice {
    func text(_ remark: ListRemark) -> String {
        switch remark {
        case .openTry(let table, let party):
            "\(table.name.isEmpty ? "A table" : CleanText.quoted(table.name)), \(table.day.spoken), "
                + "\(table.time.spoken), party of \(party): it is not known yet whether an earlier try booked it. "
                + unlistedIsNotBooked
        case .moreOpenTries(let count):
            "Of \(count) more tries it is not known either whether they booked a table."
        case .openCancellation(let venue, let evening, let time, let reservation, let soFar):
            "\(venue.map { CleanText.quoted($0) } ?? "The table"), \(evening.spoken), \(time.spoken)"
                + "\(reservation.map { " (RESY-\($0))" } ?? ""): \(text(soFar)). \(listedIsNotCancelled)"
        case .openChange(let old, let new):
            "\(numbered(old)): it is not known yet whether an earlier try changed it to \(new.day.spoken), \(new.time.spoken), "
                + "party of \(new.party). " + oldAloneIsNotChanged
        case .bothHeld(let old, let new):
            "RESY-\(new.id ?? 0) was to take the place of RESY-\(old.id ?? 0), and both are held"
                + (offersDeeds ? ": the same change again, or cancelling one, settles it." : ".")
        case .unread(let numbers, let page): "\(Self.unread(numbers)) Look at \(page)."
        case .notAllShown: "Resy names more reservations than it shows, so some are missing here."
        case .countUnread: "Resy's count of the reservations cannot be read, so some may be missing here."
        case .pastUnread(let why, let advice):
            joined(
                ["Past reservations could not be read, so some are missing.", text(why)] + advice.map { text($0) })
        case .notYetListed(let id):
            "RESY-\(id) was booked a moment ago, and Resy's list does not show it just now."
        case .latestCancelledOnly(let most): "Of the cancelled ones only the latest \(most) are shown."
        case .latestOnly(let most): "Only the latest \(most) are shown."
        case .fromMemory(let why, let advice):
            joined(
                [
                    "Tables booked elsewhere may be missing.", text(why),
                ] + advice.map { text($0) })
        }
    }

    /// `Carbone is free to cancel until today 7 PM (RESY-4).`; nil where the restaurant's clock is not known.
    func deadline(_ held: Reservation, _ until: Instant, now: Instant) -> String? {
        guard let moment = moment(until, in: held.venue.zone, now: now) else { return nil }
        let way = held.charges.contains(where: \.isPaid) ? "can be cancelled for a refund" : "is free to cancel"
        return "\(held.venue.name) \(way) until \(moment) (\(held.confirmationID))."
    }

    /// What is known of a cancellation that is open: `a cancellation was sent, and …`.
    func text(_ soFar: CancellationSoFar) -> String {
        switch soFar {
        case .underWay: "a cancellation is under way from this computer, and its outcome is not known yet"
        case .maybeSent: "a cancellation may have been sent, and it is not known yet whether it took effect"
        case .sent: "a cancellation was sent, and it is not known yet whether it took effect"
        case .changing: "a change of it has no clear outcome yet"
        }
    }

    /// `One reservation could not be read (RESY-900000002).`
    static func unread(_ numbers: [Int?]) -> String {
        let known = numbers.compactMap(\.self).map { "RESY-\($0)" }.joined(separator: ", ")
        return "\(numbers.count == 1 ? "One reservation" : "\(numbers.count) reservations") could not be read"
            + (known.isEmpty ? "." : " (\(known)).")
    }
}
