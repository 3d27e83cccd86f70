internal import ResyDomain

/// One row of the reservation list, before the venue map beside it is known.
struct FoundReservation: Sendable {
    var id: Int
    var cancelToken: Secret?
    var day: CalendarDay
    var time: TimeOfDay
    /// The moment it starts, where Resy says it.
    var start: Instant?
    var party: Int
    var seating: String?
    var venueID: Int?
    var venueName: String?
    var currency: String?
    var isFinished: Bool
    var isNoShow: Bool
    var isCancelled: Bool
    var mayCancel: Bool
    var change: OfferedChange?
    var refundCutOff: Instant?
    /// Nil where there is none, or one of zero.
    var lateFee: LateFee?
    /// Something else stands where the terms of cancelling are due.
    var isOdd: Bool
    /// What was paid when it was booked.
    var paid: Price
    /// As the restaurant words them, cleaned.
    var policy: [String]
    var specialRequests: String?
    var occasion: String?

    static func decode(_ row: JSON) throws(JSONError) -> FoundReservation {
        let dayField = try row["day"]
        guard let day = CalendarDay(iso: try dayField.string) else {
            throw .wrongKind(path: dayField.path, wanted: "a date")
        }
        let timeField = try row["time_slot"]
        guard let time = TimeOfDay(clock: try timeField.string) else {
            throw .wrongKind(path: timeField.path, wanted: "a time")
        }
        let status = row.optional("status")
        let cancellation = row.optional("cancellation")
        let fee = LateFee(cancellation?.optional("fee"))
        let venue = row.optional("venue")
        let policy =
            Terms.lines(row.optional("cancellation_policy"))
            + Terms.lines(cancellation?.optional("display")?.optional("policy"))
        return FoundReservation(
            id: try row["reservation_id"].integer,
            cancelToken: (try? row.optional("resy_token")?.string).map { Secret($0) },
            day: day, time: time, start: moment(row.optional("when")), party: try row["num_seats"].integer,
            seating: Venue.cleaned(row.optional("config")?.optional("type")),
            venueID: try? (venue?.optional("id") ?? row.optional("venue_id"))?.integer,
            venueName: Venue.cleaned(venue?.optional("name")),
            currency: Venue.currency(venue?.optional("currency")?.optional("code") ?? venue?.optional("currency")),
            isFinished: (try? status?.optional("finished")?.flag) ?? false,
            isNoShow: (try? status?.optional("no_show")?.flag) ?? false,
            isCancelled: isCancelled(row, status),
            mayCancel: (try? cancellation?.optional("allowed")?.flag) ?? true,
            change: OfferedChange(row.optional("change"), moment),
            refundCutOff: moment(cancellation?.optional("refund")?.optional("date_cut_off"))
                ?? moment(cancellation?.optional("date_refund_cut_off")),
            lateFee: fee.flatMap { $0.isNone ? nil : $0 },
            isOdd: (cancellation.map { $0.kind != .object } ?? false) || policy.count > Terms.mostLines,
            paid: paid(row),
            policy: policy,
            specialRequests: HeldWish.words(row.optional("special_request")),
            occasion: HeldWish.occasion(row.optional("occasion")))
    }

    /// What its invoice comes to: a total, or the price of the row; what stands beside a total of zero, or beyond it, or cannot
    /// be read, makes it one that is not known.
    private static func paid(_ row: JSON) -> Price {
        let payment = row.optional("payment")
        let invoice = payment?.optional("invoice")
        let prices = [invoice?.optional("total"), row.optional("price")].map { Price($0) }
        let sides = ["resy_fee_amount", "service_charge_amount", "tax_amount"].map { payment?.optional($0) }
        let most = (Figure.all(in: invoice) + sides.flatMap { Figure.all(in: $0, due: .amount) })
            .map { Amount($0.amount) }
        let paid = prices.lazy.compactMap(\.amount).first { !$0.isZero } ?? .zero
        let isUnclear = prices.contains(.unreadable) || payment?.isUnclear == true || invoice?.isUnclear == true
        if isUnclear || most.contains(where: { $0.map { $0 > paid } ?? true }) { return .unreadable }
        return paid.isZero ? .absent : .amount(paid)
    }

    /// No capture shows how a cancelled row is marked; these are the words it would be.
    private static func isCancelled(_ row: JSON, _ status: JSON?) -> Bool {
        for key in ["cancelled", "canceled", "is_cancelled", "is_canceled"] {
            if (try? status?.optional(key)?.flag) == true || (try? row.optional(key)?.flag) == true { return true }
        }
        let word = (try? status?.string)?.lowercased() ?? (try? status?.optional("name")?.string)?.lowercased()
        return word == "cancelled" || word == "canceled"
    }

    private static func moment(_ field: JSON?) -> Instant? {
        (try? field?.string).flatMap { WireTime.instant($0) }
    }

    /// Puts each row's venue beside it, from the map keyed by the id as text.
    static func join(_ rows: [FoundReservation], venues: JSON?, now: Instant) throws(JSONError) -> [ListedReservation] {
        var known: [Int: Venue] = [:]
        for (key, entry) in venues?.members ?? [] {
            guard let id = Int(key) else { continue }
            var venue = Venue(id: id, name: Venue.cleaned(entry.optional("name")) ?? "Venue \(id)")
            let location = entry.optional("location")
            venue.city = Venue.cleaned(location?.optional("locality")) ?? Venue.cleaned(location?.optional("name"))
            venue.region = Venue.cleaned(location?.optional("region"))
            venue.neighborhood = Venue.cleaned(location?.optional("neighborhood"))
            venue.street = Venue.cleaned(location?.optional("address_1"))
            // A name that cannot be read is none; one that is not known would be read wrongly.
            let zone = location?.optional("time_zone")
            venue.zone = (try? zone?.string) == nil ? nil : try Venue.zone(zone)
            venue.citySlug = try? location?.optional("url_slug")?.string
            venue.slug = try? entry.optional("venue_url_slug")?.string
            venue.phone = Venue.cleaned(entry.optional("contact")?.optional("phone_number"))
            venue.placeID = try? entry.optional("ids")?.optional("google")?.string
            venue.hiddenWishes = Venue.hiddenWishes(entry)
            known[id] = venue
        }
        // A row without a venue number can only mean the one venue there is.
        let only = known.count == 1 ? known.values.first : nil
        return rows.map { row in
            let venue =
                row.venueID.flatMap { known[$0] } ?? (row.venueID == nil ? only : nil)
                ?? Venue(id: row.venueID ?? 0, name: row.venueName ?? "Unknown venue")
            return ListedReservation(
                reservation: row.reservation(at: venue, now: now), cancelToken: row.cancelToken,
                feeApplies: row.lateFee?.applies, terms: row.terms, change: row.change,
                guessedCurrency: row.currency == nil && venue.currency == nil ? venue.localCurrency : nil)
        }
    }

    /// Each line once, however often it is told.
    private var terms: [String]? {
        let lines = policy.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return lines.isEmpty ? nil : lines
    }

    /// The calendar's day on which it starts. A table past midnight may be filed under its evening; the moment tells.
    private func startDay(in zone: Zone?) -> (day: CalendarDay, isSure: Bool) {
        guard Evening.start(time, of: day) != day else { return (day, true) }
        guard let zone, let start else { return (day, false) }
        let local = zone.local(start)
        let isPlausible = local.time == time && (local.day == day || local.day == day.adding(days: 1))
        return isPlausible ? (local.day, true) : (day, false)
    }

    private func reservation(at venue: Venue, now: Instant) -> Reservation {
        let (day, isDaySure) = startDay(in: venue.zone)
        // Judged by the restaurant's calendar: tonight's table is not past because a host keeps UTC.
        // Without a zone, the last place on earth where it is still that day.
        let today =
            venue.zone?.local(now).day ?? CalendarDay(daysSince1970: Int((now.seconds / 86_400 - 0.5).rounded(.down)))
        let status: Reservation.Status =
            if isCancelled { .cancelled } else if isNoShow { .noShow } else if isFinished || day < today { .past } else
            {
                .confirmed
            }
        let refundedUntil = refundCutOff.deadline(before: start ?? venue.zone?.instant(day, time))
        var held = Reservation(
            id: id, venue: venue, day: day, time: time, party: party, seating: seating, status: status,
            cancelBy: nil,
            charges: charges(in: currency ?? venue.currency, at: venue.localCurrency, refundedUntil: refundedUntil),
            mayCancel: mayCancel && status == .confirmed, source: .elsewhere,
            specialRequests: specialRequests)
        held.isDaySure = isDaySure
        held.cancelBy = held.charges.isEmpty ? refundedUntil : held.charges.freeUntil
        held.occasion = occasion
        return held
    }

    /// Numbers first, and what the restaurant's words say beyond them.
    ///
    /// `place`: the money of the place, where neither the row nor its words name one.
    private func charges(in money: String?, at place: String?, refundedUntil: Instant?) -> Charges {
        var charges = Charges()
        let until = lateFee?.cutOff ?? refundedUntil
        // One without an amount is that of a free table; its date may be that of what the words say.
        if let lateFee, !lateFee.isBlank {
            let wording = lateFee.wording(in: policy, party: party)
            // Beside an amount that nothing explains, none is the whole.
            let amount = lateFee.others.isEmpty ? lateFee.amount : nil
            charges.add(
                Charge(
                    .cancellation, amount, lateFee.currency(money, at: place, in: policy), wording.basis,
                    isBeforeTax: wording.isBeforeTax, cutOff: until,
                    from: .reservations))
        }
        if paid != .absent {
            let amounts = Set([paid.amount, paid.amount?.shared(by: party)].compactMap(\.self))
            let currency = ChargeWords.currency(of: amounts, in: policy, known: money, place: place)
            charges.add(Charge(.prepaid, paid.amount, currency, .party, cutOff: refundedUntil, from: .reservations))
        }
        let inWords = charges.inWords(
            policy, party: party, currency: money ?? place, cutOff: until, from: .reservations)
        if let inWords { charges.add(inWords) }
        if charges.isEmpty, isOdd { charges.add(.notStated(money ?? place, from: .reservations)) }
        // Only what was paid could come back.
        guard charges.contains(where: \.isPaid) else { return charges }
        return MoneySentence.all(in: policy).contains(where: \.deniesRefund) ? charges.withoutRefund() : charges
    }
}
