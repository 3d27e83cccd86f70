internal import ResyDomain

/// What one table costs and until when it does not, in one phrase.
extension Voice {
    /// `$25 late fee per guest ($50 for 2), free to cancel until Wed 7 PM`; empty where nothing is at stake. `isAhead`: nothing
    /// is paid yet. `until`: the table's own date, for charges that have none.
    func cost(
        _ charges: Charges, party: Int, until: Instant? = nil, in zone: Zone?, now: Instant, isAhead: Bool = false
    ) -> String {
        let told = charges.told
        let parts = told.map { charge in
            var charge = charge
            if charges.count == 1 { charge.cutOff = charge.cutOff ?? until }
            return text(charge, party: party) + fate(charge, in: zone, now: now, isAhead: isAhead)
        }
        guard told.count > 1, told.contains(where: \.saysSomething) else { return joined(parts) }
        let tax = charges.contains(where: \.isBeforeTax) ? " plus tax" : ""
        let sum =
            self.sum(charges, party: party).map { "\($0)\(tax) at most in all" } ?? "how much in all is not stated"
        return parts.joined(separator: "; ") + "; " + sum
    }

    /// `At stake: $50 late fee in total, free to cancel until Wed 7 PM.`; "nothing" is said too. `cost`: all of it, as `cost`
    /// words it.
    func atStake(_ charges: Charges, _ cost: String) -> String {
        if charges.isEmpty { return "It costs nothing." }
        return charges.contains(where: \.saysSomething) ? "At stake: \(cost)." : "\(cost)."
    }

    /// What is paid at the booking is paid now, and what does not come back is not refundable from the start.
    private func fate(_ charge: Charge, in zone: Zone?, now: Instant, isAhead: Bool) -> String {
        guard charge.isPaid, isAhead else { return wayOut(charge, in: zone, now: now) }
        let isOver = charge.cutOff.map { $0 <= now } ?? false
        return ", charged now" + (isOver ? ", not refundable" : wayOut(charge, in: zone, now: now))
    }

    /// What the main charge and the kind of each do not say: charges beside it, and such as stand in words alone.
    func inWordsAlone(_ charges: Charges) -> String? {
        let main = charges.main
        let told = charges.told.filter { $0 != main || $0.amount == nil || !$0.about.isToldByAmount }
        return told.isEmpty ? nil : told.map { text($0) }.joined(separator: "; ")
    }

    /// The same for tables that share how they end: `, free to cancel until 24 h before`; empty where nothing is stated.
    func wayOut(_ charge: Charge?, _ ending: TableLine.Ending, in zone: Zone?, now: Instant) -> String {
        guard var charge else { return "" }
        switch ending {
        case .notStated: return ""
        case .over: charge.cutOff = now
        case .until(let moment): charge.cutOff = moment
        case .before(let hours):
            return switch charge.kind {
            case .cancellation: ", free to cancel until \(text(hours: hours)) before"
            case .deposit, .prepaid: ", refundable until \(text(hours: hours)) before"
            case .unknown: ", to be cancelled \(text(hours: hours)) before"
            }
        }
        return wayOut(charge, in: zone, now: now)
    }

    /// `24 h`, `90 min`, `36.5 h`, `7 days`
    func text(hours: Double) -> String {
        let minutes = Int((min(max(hours, 0), 100_000) * 60).rounded())
        if minutes % 60 == 0 {
            return minutes >= 72 * 60 && minutes % 1440 == 0 ? "\(minutes / 1440) days" : "\(minutes / 60) h"
        }
        if minutes < 180 { return "\(minutes) min" }
        let hundredths = (minutes * 100 + 30) / 60
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest % 10 == 0 ? "\(rest / 10)" : Digits.padded(rest, to: 2)) h"
    }
}

extension Charge.About {
    /// An amount with its basis says all of it: the party that is asked for is large enough, or it would not stand there.
    fileprivate var isToldByAmount: Bool {
        switch self {
        case .kind, .largeParty: true
        default: false
        }
    }
}
