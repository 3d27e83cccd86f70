internal import ResyDomain
internal import ResyNative

/// What else to know of the tables of an evening.
extension Voice {
    func text(_ remark: EveningRemark) -> String {
        switch remark {
        case .noSuchSeating(let wished, let there):
            "No table that day has the seating \(CleanText.quoted(wished, to: 60)); there is: "
                + "\(there.map { CleanText.quoted($0) }.joined(separator: ", "))."
        case .wantsCaptcha: "This restaurant wants a captcha solved: book it through the link."
        case .sizes(let sizes): text(sizes)
        case .absence(let absence): text(absence)
        case .closed: "The restaurant is closed that day."
        case .notPublished(let last, let today):
            "Resy shows this restaurant's tables up to \(last.spoken(from: today)) only; that day is not published yet."
        case .otherDaysUnread(let why): "Other days could not be read: \(text(why))"
        case .chosen(let choice): text(choice)
        }
    }
}
