internal import ResyDomain
internal import ResyNative

/// How tables are named.
extension Voice {
    /// `“Example Trattoria”, Saturday Nov 14 at 7:00 PM, party of 2`; `unnamed` where the restaurant's name was not kept.
    func name(_ table: NamedTable, unnamed: String = "another restaurant") -> String {
        let name = table.venue.map { CleanText.quoted($0) } ?? unnamed
        return "\(name), \(table.day.spoken), \(table.time.spoken), party of \(table.party)"
    }

    /// The same with ` (RESY-900000123)` behind it.
    func numbered(_ table: NamedTable) -> String { name(table) + number(table.id) }

    /// `Sat Dec 5, 8:00 PM, party of 2`
    func when(_ table: NamedTable) -> String {
        "\(table.day.spoken), \(table.time.spoken), party of \(table.party)"
    }

    /// ` (RESY-900000123)`; empty where the number is not known.
    func number(_ id: Int?) -> String { id.map { " (RESY-\($0))" } ?? "" }

    /// `Sat Nov 14, 7:00 PM`.
    func moment(_ table: WantedTable) -> String {
        Evening.spoken(table.day, table.time, of: table.evening, from: table.today)
    }

    /// `Sat Nov 14, 7:00 PM for 2`.
    func name(_ table: WantedTable) -> String { "\(moment(table)) for \(table.party)" }

    func name(_ wanted: WantedReservation) -> String {
        if let id = wanted.id { return "RESY-\(id)" }
        let day = wanted.date.map { CleanText.quoted($0, to: 60) }
        switch (wanted.name.map { CleanText.quoted($0) }, day) {
        case (let name?, let day?): return "\(name) on \(day)"
        case (let only?, nil), (nil, let only?): return only
        case (nil, nil): return "what was said"
        }
    }

    func list(_ seatings: [String]) -> String { seatings.map { CleanText.quoted($0) }.joined(separator: ", ") }

    func text(_ deadline: Deadline, of table: String) -> String {
        switch deadline {
        case .unknown: "By when \(table) can be cancelled is not known here."
        case .until(let day, let time):
            "Cancel \(table) by hand before \(day.spoken), \(time.spoken), the restaurant's time."
        case .passed: "The time to cancel \(table) without a fee has passed."
        }
    }
}
