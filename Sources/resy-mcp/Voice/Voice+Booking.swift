internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: BookingFinding) -> String {
        switch finding {
        case .noTime: "No time is given."
        case .past(let day, let time, let today, let now):
            "\(day.spoken) at \(time.spoken) is past: at the restaurant it is \(today.spoken), \(now.spoken)."
        case .timePast(let time): "\(time.spoken) is past."
        case .nearBoth(let doubt, let venue, let day, let today):
            "\(CleanText.quoted(doubt.said)) may be \(text(doubt)): \(CleanText.name(venue.name)) has tables near "
                + "both on \(day.spoken(from: today))."
        case .nearNeither(let doubt, let day, let today, let party, let reasons):
            joined(
                [
                    "There is no table near \(text(doubt)) on \(day.spoken(from: today)) for \(party), and "
                        + "\(CleanText.quoted(doubt.said)) may be either."
                ] + reasons.map { text($0) })
        case .tooLong(let length):
            either("special_requests", "The special request")
                + " has \(length) characters; at most \(Wish.longest) can be sent."
        case .noTable(let table, let reasons):
            joined(["There is no table on \(name(table))."] + reasons.map { text($0) })
        case .noSuchSeating(let table, let there):
            "There is no such seating on \(name(table)); there is: \(list(there))."
        case .severalSeatings(let fitting): "That seating fits several: \(list(fitting))."
        case .notBookable(let table, let obstacle):
            "The table on \(name(table)) cannot be booked from here: \(text(obstacle))."
        case .justTaken(let table, let seating, let answer):
            "The table \(CleanText.quoted(seating)) on \(moment(table)) "
                + (answer.map { "could not be booked; Resy says \(CleanText.quoted($0, to: 300))." }
                    ?? "was just taken.")
        case .noCard: "This table needs a payment card, and the Resy account has none."
        case .cardFits(let wanted, let count):
            "\(either("payment_method", "--card")) \(CleanText.quoted(wanted, to: 40)) fits \(count) of the account's cards."
        }
    }
}
