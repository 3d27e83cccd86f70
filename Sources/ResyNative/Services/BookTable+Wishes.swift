internal import ResyDomain

/// What a restaurant is to be told of a table: after a booking, or alone where the table is booked already.
extension BookTable {
    /// Nil for a blank one. Nothing of it is left out: a wish that is cut may say the opposite.
    static func wordsOfWish(_ words: String?) throws(ResyError) -> String? {
        guard let words = words.flatMap({ DinersWords.outgoing($0) }) else { return nil }
        let length = words.unicodeScalars.count
        guard length <= Wish.longest else {
            throw ResyError(.badRequest, .booking(.tooLong(length)), advice: [.deed(.shorten)])
        }
        return words
    }

    /// Sends what stands in the journal for the booking, as far as it comes in this call.
    func delivered(_ wishes: [Wish], entry: Int?) async -> [ToldWish] {
        guard !wishes.isEmpty else { return [] }
        guard let entry else { return wishes.map { ToldWish($0, .open) } }
        reception.call.progress(.tellingWish)
        await reception.delivery.run(entry: entry)
        let known = (try? await reception.store.wishes(of: .entry(entry))) ?? []
        return wishes.map { wish in
            guard let newest = known.first(where: { $0.wish.field == wish.field }) else { return ToldWish(wish, .open) }
            // Another call may have brought a newer one meanwhile.
            return newest.wish == wish ? ToldWish(newest) : ToldWish(wish, .ended(.replaced, held: nil))
        }
    }

    /// For a table that an earlier call booked: what is wished now is sent by itself. Where that overwrites what somebody
    /// else wrote, it takes a yes.
    func withWishes(_ outcome: BookingOutcome, _ plan: BookingPlan) async throws -> BookingOutcome {
        guard let earlier = outcome.earlier else { return outcome }
        var known: [WishRecord] = []
        if let entry = earlier.entry { known = try await reception.store.wishes(of: .entry(entry)) }
        guard !plan.request.wishes.isEmpty else { return telling(known, earlier.row, in: outcome) }
        guard outcome.status == .booked else { return try await keeping(plan.request.wishes, known, for: outcome) }
        let wanted = plan.request.wishes.map { changed($0, known, earlier.row) }
        if plan.brought.reply == .no { return declined(wanted, in: outcome) }
        var yes: Store.Yes?
        if wanted.contains(where: { $0.isNews }) {
            switch try await agree(wanted, outcome, plan) {
            case .yes(let brought): yes = brought
            case .other(let answer): return answer
            }
        }
        var answer = outcome
        answer.wishes = try await reception.commitments.run { [yes] in try await sent(wanted, earlier, by: yes, plan) }
        for (index, one) in wanted.enumerated() where answer.wishes.indices.contains(index) {
            answer.wishes[index].replaced = one.over ?? one.replaced
        }
        return answer
    }

    private func sent(
        _ wanted: [Change], _ earlier: EarlierBooking, by yes: Store.Yes?, _ plan: BookingPlan
    ) async throws -> [ToldWish] {
        let now = reception.clock.now
        var entry = earlier.entry
        // A table that was booked elsewhere has none, and what is sent needs one.
        if entry == nil, let row = earlier.row {
            entry = try await reception.store.adopt(row, as: plan.key, now: now)
        }
        guard let entry else { return wanted.map { ToldWish($0.wish, .open) } }
        let news = wanted.filter { !$0.isDone }.map { (wish: $0.wish, over: $0.over) }
        guard try await reception.store.add(news, entry: entry, spending: yes, now: now) else {
            throw ResyError(.badRequest, .yes(.used), advice: [.deed(.tryAnew)])
        }
        return await delivered(wanted.map(\.wish), entry: entry)
    }

    /// A wish for a booked table, and somebody else's words that it would overwrite.
    private struct Change {
        var wish: Wish
        var over: String?
        /// No yes was given to that yet.
        var isNews = false
        /// Words of ours that it takes the place of.
        var replaced: String?
        /// It was sent before, and the reservation shows what it showed then.
        var done: ToldWish?
        var isDone: Bool { done != nil }
    }

    private func changed(_ wish: Wish, _ known: [WishRecord], _ row: Reservation?) -> Change {
        let last = known.last { $0.wish.field == wish.field }
        // Words that stand there are shown before they go, whoever wrote them.
        var flow = WishFlow(wish, ours: [], createdAt: reception.clock.now)
        // Asked for a moment ago, and agreed to.
        if let last, last.isOpen, last.wish == wish { flow.over = last.flow.over }
        let row = row.map { WishFlow.Row($0, wish.field, reception.clock.now) }
        let isAsItWas = row == nil || flow.next(row, now: reception.clock.now) == .end(.shown)
        let isCutAsItWas = last?.ending == .cutShort && row?.held == last?.held
        if let last, last.wish == wish, last.ending == .shown && isAsItWas || isCutAsItWas {
            return Change(wish: wish, done: ToldWish(last))
        }
        guard case .ask(let held) = flow.next(row, now: reception.clock.now) else {
            let replaced = row?.held ?? pending(last)
            return Change(
                wish: wish, over: flow.over,
                replaced: replaced.flatMap { flow.over != nil || wish.isShown(by: $0) ? nil : $0 })
        }
        return Change(wish: wish, over: held, isNews: true)
    }

    /// What was to be sent, or was sent and not seen yet.
    private func pending(_ last: WishRecord?) -> String? { last?.ending == nil ? last?.wish.text : nil }

    /// It is not known whether the table is booked: what is wished goes with it once it is. The newest counts: a call that
    /// brought another wish is told so.
    private func keeping(_ wishes: [Wish], _ known: [WishRecord], for outcome: BookingOutcome) async throws
        -> BookingOutcome
    {
        var outcome = outcome
        for wish in wishes {
            guard let entry = outcome.earlier?.entry else { continue }
            try await reception.store.add(wish, over: nil, entry: entry, now: reception.clock.now)
            let before = pending(known.last { $0.wish.field == wish.field })
            let replaced = before.flatMap { wish.isShown(by: $0) ? nil : $0 }
            outcome.wishes.append(ToldWish(wish, .open, replaced: replaced))
        }
        return outcome
    }

    /// The call asks for nothing: what the reservation has, and what became of earlier wishes.
    private func telling(_ known: [WishRecord], _ row: Reservation?, in outcome: BookingOutcome) -> BookingOutcome {
        var outcome = outcome
        let words = known.last { $0.wish.field == .words }
        let occasion = known.last { $0.wish.field == .occasion }
        outcome.specialRequests = row?.specialRequests ?? words?.wish.text
        outcome.occasion = (row?.occasion ?? occasion?.wish.text).map { Occasion(named: $0)?.rawValue ?? $0 }
        outcome.wishes = known.map { ToldWish($0) }
        return outcome
    }

    // MARK: - A yes

    private enum Agreed {
        /// The one that came with the call, which works once; nil for one that was given in it.
        case yes(Store.Yes?)
        case other(BookingOutcome)
    }

    private func agree(
        _ wanted: [Change], _ outcome: BookingOutcome, _ plan: BookingPlan
    ) async throws -> Agreed {
        let agreement = agreement(wanted, outcome, plan)
        var waiting = outcome
        waiting.wishes = asked(wanted)
        if let given = plan.brought.given, given.agreement == agreement {
            try await reception.agreements.refuseSpent(given)
            return .yes(given.yes)
        }
        let question = Question(.wishes(waiting.wishes, plan.table(reception.clock.now), outcome.venue))
        // A yes to something else is none to this.
        var reply = plan.brought.given == nil ? plan.brought.reply : nil
        if reply == nil {
            let asked = try await reception.asker.ask(
                question, agreement, .askingToReplaceWish, reserve: DeliverWish.limit)
            reply = asked?.reply
            if let seconds = asked?.unansweredFor { waiting.remarks.append(.yes(.noAnswer(seconds: seconds))) }
        }
        if reply == .yes { return .yes(nil) }
        if reply == .no { return .other(declined(wanted, in: outcome)) }
        waiting.status = .needsConfirmation
        switch try await reception.asker.leave(question, agreement, after: reply) {
        case .question(let open): waiting.question = open
        case .token(let token, let until): (waiting.confirmToken, waiting.confirmBefore) = (token, until)
        }
        return .other(waiting)
    }

    private func declined(_ wanted: [Change], in outcome: BookingOutcome) -> BookingOutcome {
        var outcome = outcome
        outcome.status = .declined
        outcome.wishes = asked(wanted)
        return outcome
    }

    private func asked(_ wanted: [Change]) -> [ToldWish] {
        wanted.map {
            $0.done ?? ToldWish($0.wish, $0.isNews ? .asked(held: $0.over ?? "") : .beside, replaced: $0.replaced)
        }
    }

    private func agreement(_ wanted: [Change], _ outcome: BookingOutcome, _ plan: BookingPlan) -> Agreement {
        var agreement = Agreement(
            deed: plan.deed, account: plan.account, venue: plan.venue.id, day: plan.evening, time: plan.time,
            party: plan.request.party, seating: outcome.slot.seating, card: nil,
            reservation: outcome.reservationID, fingerprint: "")
        agreement.wishes = Agreement.fingerprint(of: wanted.map { ($0.wish, $0.over) })
        return agreement
    }
}
