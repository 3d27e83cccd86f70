internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: BookingFinding) -> String {
        switch finding {
        case .noTime: "No time is given."
        case .past(let day, let time, let today, let now):
            "\(day.spoken), \(time.spoken) is past: at the restaurant it is \(today.spoken), \(now.spoken)."
        case .timePast(let time): "\(time.spoken) is past."
        case .nearBoth(let doubt, let venue, let day, let today):
            "\(CleanText.quoted(doubt.said)) may be \(text(doubt)): \(CleanText.name(venue.name)) has tables near "
                + "both on \(day.spoken(from: today))."
        case .nearNeither(let doubt, let day, let today, let party, let reasons):
            joined(
                [
                    "There is no table for \(party) near \(text(doubt)) on \(day.spoken(from: today)), and "
                        + "\(CleanText.quoted(doubt.said)) may be either."
                ] + reasons.map { text($0) })
        case .tooLong(let length):
            either("The argument special_requests", "The special request")
                + " has \(length) characters; at most \(Wish.longest) can be sent."
        case .noTable(let table, let reasons):
            joined(["There is no table for \(table.party) on \(moment(table))."] + reasons.map { text($0) })
        case .noSuchSeating(let table, let there):
            "No table for \(table.party) on \(moment(table)) has that seating; there is: \(list(there))."
        case .severalSeatings(let fitting): "That seating fits several: \(list(fitting))."
        case .notBookable(let table, let obstacle):
            "The table for \(table.party) on \(moment(table)) is not bookable through this program (\(text(obstacle)))."
        case .justTaken(let table, let seating, let answer):
            "The table \(CleanText.quoted(seating)) on \(moment(table)) "
                + (answer.map { "could not be booked; Resy says \(CleanText.quoted($0, to: 300))." }
                    ?? "was just taken.")
        case .noCard: "This table needs a payment card, and the Resy account has none."
        case .cardFits(let wanted, let count):
            count == 0
                ? "No card on file \(cardWish(wanted))."
                : "\(count) cards on file fit \(CleanText.quoted(wanted, to: 40))."
        }
    }

    /// `ends in 9999`, where four digits were given, and `is “My Visa”`.
    private func cardWish(_ wanted: String) -> String {
        let isEnd = wanted.utf8.count == 4 && wanted.utf8.allSatisfy { (48...57).contains($0) }
        return isEnd ? "ends in \(wanted)" : "is \(CleanText.quoted(wanted, to: 40))"
    }
}
