extension Reservation {
    /// Until when it can be cancelled without a cost; nil where that is over, not stated, or not allowed at all. Where Resy
    /// names two moments, the earlier counts.
    package func deadline(after now: Instant) -> Instant? {
        guard canBeCancelled, venue.zone != nil, let until = [charges.freeUntil, cancelBy].compactMap(\.self).min(),
            until > now
        else { return nil }
        return until
    }

    /// What cancelling at that moment costs; empty where it is known to cost nothing. Nothing is due before its own moment:
    /// that a fee applies says that there is one, not that it is due. Where no moment is stated, `feeApplies` counts.
    package func costOfCancelling(at now: Instant, feeApplies: Bool? = nil) -> Charges {
        guard let until = charges.freeUntil ?? cancelBy else {
            // That no fee applies says nothing of what was paid, or of money that stands in words.
            return feeApplies == false ? charges.only { $0.kind != .cancellation } : charges
        }
        return now >= until ? charges.only { $0.cutOff.map { $0 <= now } ?? true } : []
    }

    /// The same without that moment, where it is told already: what else it costs is left. Unchanged where parts of the cost
    /// have moments of their own.
    package func withoutDeadline(_ told: Instant) -> Reservation {
        guard charges.allSatisfy({ $0.cutOff == nil || $0.cutOff == told }), cancelBy == nil || cancelBy == told else {
            return self
        }
        var held = self
        held.cancelBy = nil
        held.charges = Charges(
            charges.map { charge in
                var charge = charge
                charge.cutOff = nil
                return charge
            })
        return held
    }

    /// It is the day to turn up, or the evening of a table after midnight.
    package func isToday(at now: Instant) -> Bool {
        let today = venue.today(now)
        return status == .confirmed && (day == today || evening == today)
    }
}

extension [Reservation] {
    /// Those that can still be cancelled without a cost, soonest first.
    package func deadlines(after now: Instant) -> [(held: Reservation, until: Instant)] {
        compactMap { held in held.deadline(after: now).map { (held, $0) } }
            .sorted { ($0.until, $0.held.id) < ($1.until, $1.held.id) }
    }
}
