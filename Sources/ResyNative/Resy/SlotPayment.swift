internal import ResyDomain

/// The money part of a slot or of its template.
struct SlotPayment: Sendable {
    var isPaid: Bool
    var cancellationFee: Double?
    var deposit: Double?
    var secondsBefore: Int?
    /// A fixed clock time on the slot's day from which `secondsBefore` counts.
    var cutOffTime: TimeOfDay?
    /// The template's fee for a large party, and from what size on.
    var largePartyFee: Double?
    var largeParty: Int?
    var largeSecondsBefore: Int?
    var largeCutOffTime: TimeOfDay?
    /// Something stands where an amount is due, and nobody can say how much.
    var isUnclear = false

    static let unclear = SlotPayment(isPaid: false, isUnclear: true)

    /// Nil where there is nothing about money: that is unknown, not free.
    static func decode(_ value: JSON?) -> SlotPayment? {
        guard let value else { return nil }
        let flag = value.member("is_paid")
        let (late, deposit) = (value.member("cancellation_fee"), value.member("deposit_fee"))
        let (large, size) = (value.member("large_party_cancellation_fee"), value.member("large_party_size_cancel"))
        let isSizeUnclear = size?.isUnclear == true
        let isFlagUnclear = flag.map { !$0.isNull && (try? $0.flag) == nil } ?? false
        if value.isUnclear || isFlagUnclear || isSizeUnclear || late.map(isUnreadable) ?? false
            || deposit.map(isUnreadable) ?? false || large.map(isUnreadable) ?? false
        {
            return .unclear
        }
        guard flag != nil || late != nil || deposit != nil else { return nil }
        let clock = value.optional("time_cancel_cut_off")
        return SlotPayment(
            isPaid: (try? flag?.flag) ?? false,
            cancellationFee: amount(late),
            deposit: amount(deposit),
            secondsBefore: isNoClock(clock) ? nil : seconds(value.optional("secs_cancel_cut_off")),
            cutOffTime: (try? clock?.string).flatMap { TimeOfDay(clock: $0) },
            largePartyFee: amount(large),
            largeParty: size.flatMap { $0.isNull ? nil : try? $0.integer },
            largeSecondsBefore: seconds(value.optional("large_party_secs_cancel_cut_off")),
            largeCutOffTime: (try? value.optional("large_party_time_cancel_cut_off")?.string).flatMap {
                TimeOfDay(clock: $0)
            })
    }

    /// Up to a year before the meal; other numbers are no deadline.
    private static func seconds(_ field: JSON?) -> Int? {
        (try? field?.integer).flatMap { (0...366 * 86_400).contains($0) ? $0 : nil }
    }

    /// A moment instead of a clock time was recorded once; anything else leaves the deadline unknown.
    private static func isNoClock(_ clock: JSON?) -> Bool {
        guard let clock else { return false }
        guard let text = try? clock.string else { return true }
        return TimeOfDay(clock: text) == nil && WireTime.instant(text) == nil
    }

    /// Something is there, and it is neither a number nor a text of an amount.
    private static func isUnreadable(_ field: JSON) -> Bool {
        guard !field.isNull, (try? field.number) == nil else { return false }
        return Price(field) == .unreadable
    }

    /// Zero is no money.
    private static func amount(_ field: JSON?) -> Double? {
        guard let field, !field.isNull, let amount = (try? field.number) ?? Price(field).amount?.value, amount != 0
        else { return nil }
        return amount
    }

    /// Takes the other's word where this one has none.
    func merged(with other: SlotPayment?) -> SlotPayment {
        SlotPayment(
            isPaid: isPaid || other?.isPaid == true, cancellationFee: cancellationFee ?? other?.cancellationFee,
            deposit: deposit ?? other?.deposit, secondsBefore: secondsBefore ?? other?.secondsBefore,
            cutOffTime: cutOffTime ?? other?.cutOffTime, largePartyFee: largePartyFee ?? other?.largePartyFee,
            largeParty: largeParty ?? other?.largeParty,
            largeSecondsBefore: largeSecondsBefore ?? other?.largeSecondsBefore,
            largeCutOffTime: largeCutOffTime ?? other?.largeCutOffTime, isUnclear: isUnclear || other?.isUnclear == true
        )
    }

    /// A deposit and a late fee are what they say. Only an `is_paid` with neither is paid when booking, with an amount that
    /// is not stated: recordings have it beside a late fee, with nothing due at booking.
    func charges(currency: String?, day: CalendarDay, time: TimeOfDay, zone: Zone?, party: Int) -> Charges {
        func moment(_ seconds: Int?, _ clock: TimeOfDay?) -> Instant? {
            guard let zone, let seconds else { return nil }
            return zone.instant(day, clock ?? time).adding(-Double(seconds))
        }
        let cutOff = moment(secondsBefore, cutOffTime)
        if isUnclear { return [.unreckoned(.unreadable, currency, cutOff: nil, from: .tables)] }
        func charge(_ kind: Charge.Kind, _ stated: Double?, _ about: Charge.About = .kind) -> Charge {
            Charge(
                kind, stated.flatMap { Amount($0) }, currency, .unknown, cutOff: cutOff, about: about, from: .tables)
        }
        var charges = Charges()
        if let deposit { charges.add(charge(.deposit, deposit)) }
        if let late = lateFee(party: party) {
            charges.add(charge(.cancellation, late.amount, late.about))
            if case .largeParty = late.about, largeSecondsBefore != nil || largeCutOffTime != nil {
                charges[charges.count - 1].cutOff =
                    moment(largeSecondsBefore ?? secondsBefore, largeCutOffTime ?? cutOffTime)
            }
        }
        if charges.isEmpty, isPaid { charges.add(charge(.prepaid, nil)) }
        return charges
    }

    /// For a party of the size that the template names, its own fee; the dearer where the slot names another. A size that is
    /// not told may be this one.
    private func lateFee(party: Int) -> (amount: Double, about: Charge.About)? {
        let large = party >= largeParty ?? 0 ? largePartyFee : nil
        if let large, large > cancellationFee ?? 0 { return (large, .largeParty(from: largeParty)) }
        return cancellationFee.map { ($0, .kind) }
    }
}

/// What `exclusive` says of a slot: whether it is kept for some program's members, and whether the account that asks is one.
enum Program: Sendable, Equatable {
    case none
    case globalDining(isOpen: Bool)
    case closed

    /// Number 1000 is Global Dining Access. Older slots lack the word on the account, and then only that number is a bar.
    init(_ exclusive: JSON?) {
        let isEligible = try? exclusive?.optional("is_eligible")?.flag
        if (try? exclusive?.optional("id")?.integer) == 1000 {
            self = .globalDining(isOpen: isEligible == true)
        } else {
            self = isEligible == false ? .closed : .none
        }
    }
}
