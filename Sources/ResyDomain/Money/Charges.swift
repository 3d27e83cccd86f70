/// Everything that costs or may cost money; empty means known to cost nothing.
package struct Charges: Sendable, Hashable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private var all: [Charge]

    package init(_ all: [Charge] = []) { self.all = all }
    package init(arrayLiteral elements: Charge...) { all = elements }

    package var startIndex: Int { all.startIndex }
    package var endIndex: Int { all.endIndex }

    package subscript(index: Int) -> Charge {
        get { all[index] }
        set { all[index] = newValue }
    }

    package mutating func add(_ charge: Charge) { all.append(charge) }
    package mutating func add(_ charges: some Sequence<Charge>) { all += charges }

    package func only(_ isMeant: (Charge) -> Bool) -> Charges { Charges(all.filter(isMeant)) }

    /// All together: money paid now and money that a late cancellation would cost.
    package func stake(party: Int) -> Stake {
        all.reduce(.nothing) { $0 + $1.stake(party: party) }
    }

    /// The number alone: also where no currency is stated. Nil where an amount is not known, or currencies differ.
    package func sum(party: Int) -> Amount? {
        guard party > 0, Set(all.compactMap(\.currency)).count <= 1 else { return nil }
        return all.reduce(Amount.zero as Amount?) { sum, charge in
            guard let sum, let amount = charge.amount else { return nil }
            return sum + (charge.basis == .party ? amount : amount.times(party))
        }
    }

    /// The one to show where there is room for one: what is paid now before what may be paid later.
    package var main: Charge? {
        all.first { $0.isPaid } ?? all.first { $0.kind != .unknown } ?? told.first
    }

    /// Money was paid when it was booked, or may have been. Without it Resy's word on a refund says nothing: it answers that
    /// it refunded a table that cost nothing.
    package var mayBePaid: Bool {
        all.contains { charge in
            guard case .words(_, let isOfPayment) = charge.about else {
                return charge.isPaid || charge.kind == .unknown
            }
            return isOfPayment
        }
    }

    /// Those that say something; where none does, that.
    package var told: Charges {
        let told = only { $0.saysSomething }
        return told.isEmpty ? Charges(Array(all.prefix(1))) : told
    }

    /// Until when all of it can be avoided; nil where that is not stated of something that is known.
    package var freeUntil: Instant? {
        let isKnown = all.contains { $0.kind != .unknown }
        var first: Instant?
        for charge in all where !isKnown || charge.kind != .unknown {
            if let moment = charge.cutOff {
                first = Swift.min(first ?? moment, moment)
            } else if isKnown {
                return nil
            }
        }
        return first
    }

    /// Ended by that moment at the latest: a newer word may shorten the time, and never lengthens it unasked.
    package func ending(by moment: Instant?) -> Charges {
        guard let moment else { return self }
        return Charges(
            all.map { charge in
                var charge = charge
                charge.cutOff = charge.cutOff.map { Swift.min($0, moment) }
                return charge
            })
    }

    /// What was paid has no time in which it comes back.
    package func withoutRefund() -> Charges {
        Charges(
            all.map { charge in
                var charge = charge
                if charge.isPaid { charge.cutOff = nil }
                return charge
            })
    }

    /// Where none is stated, in that one.
    package func inCurrency(_ currency: String?) -> Charges {
        Charges(
            all.map { charge in
                var charge = charge
                charge.currency = charge.currency ?? currency
                return charge
            })
    }

    /// With no moment later than that one.
    package func withoutTime(after now: Instant) -> Charges {
        Charges(
            all.map { charge in
                var charge = charge
                charge.cutOff = charge.cutOff.flatMap { $0 > now ? nil : $0 }
                return charge
            })
    }

    /// The same for the same charges, wherever and whenever they are read; moments are whole seconds.
    package var canonicalText: String {
        all.map { charge in
            let amount = charge.amount.map { String($0.hundredths) } ?? "?"
            let tax = charge.isBeforeTax ? "+" : ""
            let until = charge.cutOff.map { String(Int($0.seconds)) } ?? "-"
            return "\(charge.kind.rawValue):\(amount)\(tax):\(charge.currency ?? "?"):\(charge.basis.rawValue):\(until)"
                + ":\(charge.about.canonicalText)"
        }.joined(separator: "\n")
    }

    /// Without any moment.
    package var timeless: Charges {
        Charges(
            all.map { charge in
                var charge = charge
                charge.cutOff = nil
                return charge
            })
    }

    /// What the timeless of both would be.
    func isSame(butForMoments other: Charges) -> Bool {
        all.count == other.all.count
            && zip(all, other.all).allSatisfy { left, right in
                guard left.cutOff != right.cutOff else { return left == right }
                var right = right
                right.cutOff = left.cutOff
                return left == right
            }
    }
}

extension Charge.About {
    fileprivate var canonicalText: String {
        func text(_ amount: Amount?) -> String { amount.map { String($0.hundredths) } ?? "?" }
        return switch self {
        case .kind: "-"
        case .unreadable: "unreadable"
        case .largeParty(let size): "large \(size.map { String($0) } ?? "?")"
        case .words(let said, _): "words \(said)"
        case .besideTotal(let other, let total): "beside \(text(other)) \(text(total))"
        case .besideLateFee(let other): "late \(text(other))"
        case .addOn(let price): "addon \(text(price))"
        case .serviceCharge(let amount): "service \(text(amount))"
        case .serviceShare(let share): "share \(share)"
        case .endlessTerms: "endless"
        case .recorded(let line): "recorded \(line)"
        }
    }
}
