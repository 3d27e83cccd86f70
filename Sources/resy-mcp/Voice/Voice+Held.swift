internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: HeldFinding) -> String { joined(sentences(finding)) }

    /// What is so, then what it came of.
    func sentences(_ finding: HeldFinding) -> [String] {
        switch finding {
        case .listUnread(let why):
            ["\(either("The user's", "Your")) reservations could not be read, so \(unchecked).", text(why)]
        case .listNotWhole:
            [
                "Resy's list of \(either("the user's", "your")) reservations names more than it shows, so \(unchecked)."
            ]
        case .held(let table, let part, let anyway):
            [
                "\(either("The user already holds", "You already hold")) a table that \(part.rawValue): \(numbered(table))."
            ] + text(anyway: anyway)
        case .maybeHeld(let table, let part, let sofar, let anyway):
            [
                "\(either("The user holds", "You hold")) or held a table that \(part.rawValue): \(numbered(table)); "
                    + "\(text(sofar))."
            ] + text(anyway: anyway)
        case .bookingUnderWay(let table, let part):
            [
                "Another booking that \(part.rawValue) is under way from this computer, and its outcome is not known yet: "
                    + "\(name(table)).", "Nothing was booked.",
            ]
        case .maybeBooked(let table, let part):
            [
                "It is not known yet whether an earlier try booked a table that \(part.rawValue): \(name(table)).",
                "Nothing was booked.",
            ]
        case .questionOpen(let evening): ["A question about \(evening.spoken) is open already."]
        case .bookedWithOtherSeating(let booked, let id, _):
            ["This table is already booked in the \(CleanText.name(booked))\(number(id))."]
        case .refusedFor(let table):
            [
                "Resy refused this booking, since the account holds a table at that time: \(name(table))"
                    + "\(table.seating.map { ", \(CleanText.line($0))" } ?? "")\(number(table.id))."
            ]
        }
    }

    private var unchecked: String {
        "it could not be checked whether \(either("the user holds", "you hold")) a table then already"
    }

    private func text(anyway: Finding?) -> [String] {
        anyway.map { ["The one asked for now cannot be booked anyway: \(text($0))"] } ?? []
    }
}
