internal import ResyDomain
internal import ResyNative

/// What stands in the columns of a person's tables.
extension Voice {
    /// `2 people`
    func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }

    // MARK: - What tables of one seating cost

    /// `free`, `$25 per guest`, `$40 in total`, `$50*`, where the asterisk stands for a basis that is not stated.
    func price(_ charges: Charges) -> String {
        guard let main = charges.main else { return "free" }
        guard let amount = main.amount else { return main.saysSomething ? "see below" : "not stated" }
        let sum = money(amount, main.currency) + (main.isBeforeTax ? " plus tax" : "")
        return switch main.basis {
        case .guest: sum + " per guest"
        case .party: sum + " in total"
        case .unknown: sum + "*"
        }
    }

    static func isUnclear(_ group: TableGroup) -> Bool {
        group.charges.main.map { $0.amount != nil && $0.basis == .unknown } ?? false
    }

    /// What the money is for and how it can be avoided: `late fee ($50 for 2), free to cancel until 24 h before`; empty where
    /// it is free.
    func note(_ kind: TableLine.Kind, party: Int, in zone: Zone?, now: Instant) -> String {
        guard let main = kind.charges.main else { return "" }
        guard main.amount != nil, main.about == .kind, main.saysSomething else {
            return joined(kind.charges.told.filter(\.saysSomething).map { text($0, party: party) }, with: "; ")
        }
        let noun =
            switch main.kind {
            case .cancellation: "late fee"
            case .deposit: "deposit"
            case .prepaid: "prepaid"
            case .unknown: "may cost"
            }
        var words = [noun + sum(main, party) + wayOut(main, kind.ending, in: zone, now: now)]
        words += kind.charges.filter { $0 != main && $0.saysSomething }.map { "also \(text($0, party: party))" }
        return joined(words, with: "; ")
    }

    private func sum(_ charge: Charge, _ party: Int) -> String {
        guard charge.basis == .guest, party > 1, let sum = self.sum(Charges([charge]), party: party) else { return "" }
        return " (\(sum) for \(party))"
    }

    // MARK: - What one table costs

    /// The same as `cost`, and of what is free that it is: `free to cancel until Fri 5 PM`, `free`.
    func wholeCost(
        _ charges: Charges, party: Int, until: Instant?, in zone: Zone?, now: Instant, isAhead: Bool = false
    ) -> String {
        guard charges.isEmpty else {
            return cost(charges, party: party, until: until, in: zone, now: now, isAhead: isAhead)
        }
        guard let until, let moment = moment(until, in: zone, now: now) else { return "free" }
        return until <= now ? "no longer free to cancel" : "free to cancel until \(moment)"
    }

    /// What a person stands to lose by a yes: `$100`, or nil where that is not stated.
    func total(_ stake: Stake?) -> String? {
        guard let stake, case .known = stake else { return nil }
        return text(stake)
    }

    /// `Carbone, Fri Dec 4, 7:00 PM, 2 people`
    func table(
        _ venue: String, _ day: CalendarDay, _ time: TimeOfDay, party: Int, evening: CalendarDay, today: CalendarDay?
    ) -> String {
        "\(venue), \(Evening.spoken(day, time, of: evening, from: today)), \(people(party))"
    }

    func table(_ held: Reservation, now: Instant) -> String {
        table(
            held.venue.name, held.day, held.time, party: held.party, evening: held.evening, today: held.venue.today(now)
        )
    }

    /// `Carbone`, `Carbone (read from “carbon”)`
    func name(_ venue: Venue, _ remarks: [Remark]) -> String {
        for case .venue(.readAs(let said, _)) in remarks {
            return "\(venue.name) (read from \(CleanText.quoted(said, to: 60)))"
        }
        return venue.name
    }

    /// How doubtful words were read, for the end of a first line: ` (7:30 read as 7:30 PM)`.
    func readings(_ readings: [WordReading]) -> String {
        readings.isEmpty ? "" : " (\(readings.map { text($0) }.joined(separator: "; ")))"
    }

    private func joined(_ words: [String], with separator: String) -> String {
        words.filter { !$0.isEmpty }.joined(separator: separator)
    }
}

extension Stake {
    /// Nil where not all of it is known.
    var stated: Stake? { amount == nil ? nil : self }
}
