internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: HeldFinding) -> String {
        switch finding {
        case .listUnread(let why):
            "Your reservations could not be read, so a table booked twice could not be ruled out. \(text(why))"
        case .listNotWhole:
            "Resy's list of your reservations is not whole: it names more than it shows. A table booked twice could not be "
                + "ruled out."
        case .held(let table, let part, let anyway):
            "You already hold a table that \(part.rawValue): \(numbered(table))." + text(anyway: anyway)
        case .maybeHeld(let table, let part, let sofar, let anyway):
            "You hold or held a table that \(part.rawValue): \(numbered(table)); \(text(sofar))." + text(anyway: anyway)
        case .bookingUnderWay(let table, let part):
            "Another booking that \(part.rawValue) is under way from this computer, and its outcome is not known yet: "
                + "\(name(table)). Nothing was sent for this one."
        case .maybeBooked(let table, let part):
            "It is not known yet whether an earlier try booked a table that \(part.rawValue): \(name(table)). Nothing was "
                + "sent for this one."
        case .bookedWithOtherSeating(let booked, let id, let wanted):
            "This table was booked before with the seating \(CleanText.quoted(booked))\(number(id)); "
                + "\(CleanText.quoted(wanted, to: 60)) was not booked."
        case .refusedFor(let table):
            "Resy refused this booking, since the account holds a table at that time: \(name(table))"
                + "\(table.seating.map { ", \(CleanText.line($0))" } ?? "")\(number(table.id))."
        }
    }

    private func text(anyway: Finding?) -> String {
        anyway.map { " The one asked for now cannot be booked anyway: \(text($0))" } ?? ""
    }
}
