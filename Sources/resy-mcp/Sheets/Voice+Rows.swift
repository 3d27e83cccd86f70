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
        guard charge.basis == .guest, party > 1, case .known(let sum, let currency, _) = charge.stake(party: party)
        else { return "" }
        return " (\(money(sum, currency)) for \(party))"
    }

    private func wayOut(
        _ charge: Charge, _ ending: TableLine.Ending, in zone: Zone?, now: Instant
    ) -> String {
        var charge = charge
        switch ending {
        case .notStated: return ""
        case .over: charge.cutOff = now
        case .until(let moment): charge.cutOff = moment
        case .before(let hours):
            return switch charge.kind {
            case .cancellation: ", free to cancel until \(Self.hours(hours)) before"
            case .deposit, .prepaid: ", refundable until \(Self.hours(hours)) before"
            case .unknown: ""
            }
        }
        return wayOut(charge, in: zone, now: now)
    }

    /// `24 h`, `90 min`, `7 days`
    private static func hours(_ hours: Double) -> String {
        let minutes = Int((min(max(hours, 0), 100_000) * 60).rounded())
        if minutes % 60 != 0 { return "\(minutes) min" }
        return minutes >= 72 * 60 && minutes % 1440 == 0 ? "\(minutes / 1440) days" : "\(minutes / 60) h"
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

    /// `$200 is more than your limit of $50 (--max-fee).`, and what was not done.
    func overLimit(_ stake: Stake?, _ limit: Double, _ deed: Deed) -> String {
        let undone = deed == .book ? "Nothing was booked." : "Nothing was cancelled."
        guard case .known(let amount, let currency, let isBeforeTax)? = stake else {
            return "Not all of what it costs is stated, so no limit (--max-fee) covers it. \(undone)"
        }
        let cap = Amount(limit).map { money($0, currency) } ?? "nothing"
        let tax = isBeforeTax ? " plus a tax that is not stated" : ""
        return "\(money(amount, currency))\(tax) is more than your limit of \(cap) (--max-fee). \(undone)"
    }

    private func joined(_ words: [String], with separator: String) -> String {
        words.filter { !$0.isEmpty }.joined(separator: separator)
    }
}

extension Stake {
    /// Nil where not all of it is known.
    var stated: Stake? { amount == nil ? nil : self }
}
