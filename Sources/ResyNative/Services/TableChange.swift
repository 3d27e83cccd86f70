internal import ResyDomain

/// A table that takes the place of another: what `DeedRun` reads, sends and tells of it. By Resy's own change one request does it; else
/// it is the booking of the new one, and the cancellation of the old one follows where that has gone through.
struct TableChange: DeedWork {
    enum Outcome: Sendable {
        case ended(ChangeOutcome)
        /// Resy has no such call, and nothing was done. What was agreed to, and the old table as it is.
        case notOffered(agreed: Agreement?, old: ListedReservation)
    }

    let service: ChangeReservation
    var booking: TableBooking
    /// As it was read last.
    var old: ListedReservation
    let way: ChangeWay
    /// The seating of the old table is not to be had.
    var otherSeating: ChangeRemark?
    /// What the restaurant was told of the old table is told of the new one.
    var wishesGoAlong = false
    /// What the call itself asks the restaurant for.
    var fields: Set<Wish.Field> = []
    /// What was agreed to for the other way.
    var agreedOtherwise: Agreement?
    /// It was sent by an earlier call.
    var earlier: JournalEntry?
    /// The new table in the list that was read last.
    private(set) var listed: Reservation?
    /// What was lost with the old one, as it was when it was sent.
    private(set) var lostThen: Charges?

    var deed: Deed { way == .resyChange ? .change : .book }
    let replaces = true
    let asking = Step.askingToChange
    /// The cancellation comes after a booking.
    var reserve: Double { way == .resyChange ? 15 : 24 }

    init(service: ChangeReservation, booking: TableBooking, old: ListedReservation, way: ChangeWay) {
        (self.service, self.booking, self.old, self.way) = (service, booking, old, way)
    }

    var reception: Reception { service.reception }
    var plan: BookingPlan { booking.plan }
    var held: Reservation { old.reservation }
    var terms: Terms? { booking.details?.terms }

    /// What is lost with the old table now, at most: what Resy's own change does to a fee is not known.
    var lost: Charges { lost(old) }

    /// Resy's list names a sign where the terms name the restaurant's currency.
    func lost(_ row: ListedReservation) -> Charges {
        let now = reception.resysNow
        return row.chargesNow(now).withoutTime(after: now).inCurrency(terms?.currency ?? plan.venue.currency)
    }

    var exchange: Exchange {
        var key = JournalKey(held, account: plan.account)
        key.day = held.evening
        return Exchange(
            id: held.id, old: .init(key, seating: held.seating ?? ""),
            new: .init(plan.key, seating: booking.slot.seating), way: way)
    }

    // MARK: - Reading

    mutating func read(_ reading: DeedReading, _ progress: DeedProgress) async throws -> DeedFlow.Event {
        let event = try await booking.read(reading, progress)
        guard case .read = event, let terms else { return event }
        if reading != .first {
            // Last of all, for its token: Resy may forget one when it gives the next.
            reception.call.progress(.readingList)
            old = try await service.canceller.readAgain(held.id)
        }
        if way == .resyChange, old.cancelToken == nil { throw APIFailure.schema(path: "$.reservations[].resy_token") }
        let agreement = try agreement()
        // Where the other way cost the same, nobody is asked twice.
        let isAgreed = progress.agreed == agreement || agreedOtherwise.map { otherwise($0) == agreement } ?? false
        var offer = Offer(
            stake: terms.charges.stake(party: plan.request.party) + lost.stake(party: held.party), isFree: false,
            cost: "\(terms.canonicalText)\n\(lost.timeless.canonicalText)", isAgreed: isAgreed)
        offer.wayOut = booking.offer(terms, isAgreed: isAgreed).wayOut
        return .read(offer)
    }

    func agreement() throws -> Agreement { try agreement(way) }

    /// To both tables, to what each costs, and to the way.
    private func agreement(_ way: ChangeWay) throws -> Agreement {
        guard let terms else { throw APIFailure.schema(path: "$") }
        let old = [held.evening.iso, held.time.clock, String(held.party), held.seating ?? ""].joined(separator: " ")
        let parts = [
            terms.canonicalText + booking.over(terms), old, lost.timeless.canonicalText, way.rawValue,
        ]
        var agreement = Agreement(
            deed: .change, account: plan.account, venue: plan.venue.id, day: plan.evening, time: plan.time,
            party: plan.request.party, seating: booking.slot.seating, card: booking.card?.id, reservation: held.id,
            fingerprint: Agreement.fingerprint(of: parts.joined(separator: "\n")))
        agreement.wishes = Agreement.fingerprint(of: plan.request.wishes.map { ($0, over($0)) })
        return agreement
    }

    /// The same with what it would be by this way, where nothing else differs.
    private func otherwise(_ agreed: Agreement) -> Agreement? {
        guard let other = try? agreement(.resyChange), other == agreed else { return nil }
        return try? agreement()
    }

    func question() -> Question.About { .change(asked) }

    var asked: ChangeQuestion {
        var left = CancellationQuestion(
            held: NamedTable(held), cost: lost, terms: old.terms ?? [], url: reception.links.reservations)
        left.charges = held.charges
        (left.freeUntil, left.zone) = (held.charges.freeUntil ?? held.cancelBy, held.venue.zone)
        var new = booking.asked
        new.wishes = wishes
        return ChangeQuestion(old: left, new: new, way: way)
    }

    /// With the words that each takes the place of.
    var wishes: [ToldWish] {
        plan.wishes.map { told in
            guard told.state == .planned(isHidden: false), let held = over(told.wish) else { return told }
            return ToldWish(told.wish, .asked(held: held))
        }
    }

    /// Other words that stand in the old table, where the call itself brings this wish.
    private func over(_ wish: Wish) -> String? {
        guard fields.contains(wish.field) else { return nil }
        let row = WishFlow.Row(held, wish.field, reception.clock.now)
        return row.held.flatMap { wish.isShown(by: $0) ? nil : $0 }
    }

    // MARK: - Sending

    func openIntent(spending yes: Store.Yes?) async throws -> Store.IntentClaim {
        let evening = EveningGuard(table: plan.sitting, list: plan.list, allowsOverlap: false, replacing: held.id)
        var intent = Intent(
            seating: booking.slot.seating, specialRequests: plan.request.specialRequests, zone: plan.venue.zone,
            venueName: plan.venue.name, terms: terms?.agreed, wishes: plan.request.wishes,
            change: ChangeLink(of: held.id, way: way))
        // A changed table may keep what it holds: what the call brings is to stand in its place.
        if reception.settings.confirm != .never {
            for wish in plan.request.wishes { intent.overwritten[wish.field] = over(wish) }
        }
        return try await reception.store.openIntent(
            plan.key, kind: .book, about: intent, spending: yes, now: reception.clock.now, leaving: held,
            unless: { evening.stands($0) })
    }

    mutating func send(_ resy: ResyCall) async throws -> DeedFlow.Answer {
        lostThen = lost
        guard way == .resyChange else { return try await booking.send(resy) }
        guard let token = booking.details?.bookToken, let reservation = old.cancelToken else { return .notSent }
        try await resy.change(reservation, to: token, cardID: booking.cardToSend?.id)
        return .taken
    }

    func meaning(of failure: APIFailure) -> DeedFlow.Answer {
        guard way == .resyChange else { return booking.meaning(of: failure) }
        return failure.provesNothingWasBooked ? .refused(isProof: true) : .unclear
    }

    mutating func sight(of list: AccountList, after failure: APIFailure?) -> DeedFlow.Sight {
        guard way == .resyChange else { return booking.sight(of: list, after: failure) }
        let sight = exchange.sight(in: list.reservations)
        switch sight {
        case .new(let row), .both(let row, _): listed = row
        case .old(let row):
            listed = nil
            if let now = list.rows.first(where: { $0.reservation.id == row.id }) { old.cancelToken = now.cancelToken }
        case .neither, .elsewhere: listed = nil
        }
        switch sight {
        case .new(let row): return row.id == held.id || list.isWhole ? .done(reservationID: row.id) : .unreadable
        case .both(let row, _): return .both(reservationID: row.id)
        case .old: return list.isWhole ? .notDone : .unreadable
        case .neither: return list.isWhole ? .neither : .unreadable
        case .elsewhere: return .unreadable
        }
    }
}
