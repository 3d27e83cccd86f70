internal import ResyDomain
internal import ResyNative

/// What else to know of the tables of an evening.
extension Voice {
    func text(_ remark: EveningRemark) -> String {
        switch remark {
        case .noSuchSeating(let wished, let there):
            "No table that day has the seating \(CleanText.quoted(wished, to: 60)); there is: "
                + "\(there.map { CleanText.quoted($0) }.joined(separator: ", "))."
        case .wantsCaptcha: "This restaurant wants a captcha solved: book it on Resy's site."
        case .sizes(let sizes): text(sizes)
        case .absence(let absence): text(absence)
        case .closed: "The restaurant is closed that day."
        case .notPublished(let last, let today):
            "That day is not published yet: Resy shows this restaurant's tables up to \(last.spoken(from: today)) only."
        case .otherDaysUnread(let why): "Other days could not be read: \(text(why))"
        case .chosen(let choice): text(choice)
        case .held(let tables):
            either("The user holds ", "You hold ")
                + tables.map {
                    "\($0.venue.map { CleanText.name($0) } ?? "a table") at \($0.time.spoken)\(number($0.id))"
                }.joined(separator: " and ") + " that day."
        case .maybeHeld(let table):
            "It is not known yet whether an earlier try booked a table that day: \(name(table, unnamed: "a table"))."
        case .termsLeftOut(let seatings):
            "The exact terms of \(list(seatings)) were not read; "
                + either("ask again with seating.", "ask again with --seating.")
        case .termsUnread(let seating, let why):
            "The exact terms of \(CleanText.quoted(seating, to: 60)) could not be read: \(text(why))"
        }
    }
}
