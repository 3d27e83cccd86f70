package import ResyDomain

/// What a restaurant is to be told of a table: after a booking, or alone where the table is booked already.
extension BookTable {
    /// Less than this and no person can read a question and answer it.
    private static let shortestQuestion: Double = 5

    private var delivery: DeliverWish { DeliverWish(call: call, store: store, clock: clock) }

    /// Nil for a blank one. Nothing of it is left out: a wish that is cut may say the opposite.
    func wordsOfWish(_ words: String?) throws -> String? {
        guard let words = words.flatMap({ DinersWords.outgoing($0) }) else { return nil }
        let length = words.unicodeScalars.count
        guard length <= Wish.longest else {
            throw ResyError(
                .badRequest,
                "special_requests has \(length) characters; at most \(Wish.longest) can be sent.",
                hint: "Say it in fewer words.")
        }
        return words
    }

    /// Sends what stands in the journal for the booking, as far as it comes in this call.
    func delivered(_ wishes: [Wish], entry: Int?) async -> [ToldWish] {
        guard !wishes.isEmpty else { return [] }
        guard let entry else { return wishes.map { ToldWish($0, .open) } }
        call.progress("telling the restaurant what you wish")
        await delivery.run(entry: entry)
        let known = (try? await store.wishes(of: .entry(entry))) ?? []
        return wishes.map { wish in
            guard let newest = known.first(where: { $0.wish.field == wish.field }) else { return ToldWish(wish, .open) }
            // Another call may have brought a newer one meanwhile.
            return newest.wish == wish ? ToldWish(newest) : ToldWish(wish, .ended(.replaced, held: nil))
        }
    }

    /// For a table that an earlier call booked: what is wished now is sent by itself. Where that overwrites what somebody
    /// else wrote, it takes a yes.
    func withWishes(_ outcome: BookingOutcome, _ plan: Plan) async throws -> BookingOutcome {
        guard let earlier = outcome.earlier else { return outcome }
        let known = try await store.wishes(of: .entry(earlier.entry))
        guard !plan.request.wishes.isEmpty else { return telling(known, earlier.row, in: outcome) }
        guard outcome.status == .booked else { return try await keeping(plan.request.wishes, known, for: outcome) }
        let wanted = plan.request.wishes.map { changed($0, known, earlier.row) }
        if plan.brought.reply == .no { return declined(wanted, in: outcome) }
        if wanted.contains(where: { $0.isNews }) {
            switch try await agree(wanted, outcome, plan) {
            case .yes: break
            case .other(let answer): return answer
            }
        }
        var answer = outcome
        answer.wishes = try await commitments.run {
            for one in wanted where !one.isDone {
                try await store.add(one.wish, over: one.over, entry: earlier.entry, now: clock.now)
            }
            return await delivered(wanted.map(\.wish), entry: earlier.entry)
        }
        for (index, one) in wanted.enumerated() where answer.wishes.indices.contains(index) {
            answer.wishes[index].replaced = one.over ?? one.replaced
        }
        return answer
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
        var flow = WishFlow(wish, ours: last?.flow.ours ?? [], createdAt: clock.now)
        // Asked for a moment ago, and agreed to.
        if let last, last.isOpen, last.wish == wish { flow.over = last.flow.over }
        let row = row.map { WishFlow.Row($0, wish.field, clock.now) }
        let isAsItWas = row == nil || flow.next(row, now: clock.now) == .end(.shown)
        let isCutAsItWas = last?.ending == .cutShort && row?.held == last?.held
        if let last, last.wish == wish, last.ending == .shown && isAsItWas || isCutAsItWas {
            return Change(wish: wish, done: ToldWish(last))
        }
        guard case .ask(let held) = flow.next(row, now: clock.now) else {
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
            try await store.add(wish, over: nil, entry: entry, now: clock.now)
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
        case yes
        case other(BookingOutcome)
    }

    private func agree(
        _ wanted: [Change], _ outcome: BookingOutcome, _ plan: Plan
    ) async throws -> Agreed {
        let agreement = agreement(wanted, outcome, plan)
        var waiting = outcome
        waiting.wishes = asked(wanted)
        if let given = plan.brought.given, given.agreement == agreement {
            guard try await agreements.spend(given) else {
                throw ResyError(
                    .badRequest, "This yes was used before; each works once.",
                    hint: "Look at my_reservations. To try again, call anew, without a confirm_token.")
            }
            return .yes
        }
        // A yes to something else is none to this.
        var reply = plan.brought.given == nil ? plan.brought.reply : nil
        let question = question(waiting)
        let until = call.deadline.adding(-DeliverWish.limit)
        if reply == nil, case .inCall(let ask)? = call.asking,
            until.seconds - clock.now.seconds > Self.shortestQuestion
        {
            call.progress("asking whether to replace what the restaurant was told")
            let asked = clock.now
            reply = Reply(try await ask(question, until), after: clock.now.seconds - asked.seconds)
        }
        if reply == .yes { return .yes }
        if reply == .no { return .other(declined(wanted, in: outcome)) }
        waiting.status = .needsConfirmation
        if case .byReturn? = call.asking, reply != .unseen {
            waiting.question = OpenQuestion(
                question: question, state: try agreements.seal(agreement, in: .state).text)
            return .other(waiting)
        }
        let sealed = try agreements.seal(agreement, in: .token)
        (waiting.confirmToken, waiting.confirmBefore) = (sealed.text, sealed.expires)
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

    private func agreement(_ wanted: [Change], _ outcome: BookingOutcome, _ plan: Plan) -> Agreement {
        var agreement = Agreement(
            deed: .book, account: plan.account, venue: plan.venue.id, day: plan.evening, time: plan.time,
            party: plan.request.party, seating: outcome.slot.seating, card: nil,
            reservation: outcome.reservationID, fingerprint: "")
        agreement.wishes = Agreement.fingerprint(of: wanted.map { ($0.wish, $0.over) })
        return agreement
    }

    private func question(_ waiting: BookingOutcome) -> Question {
        let table =
            "\(CleanText.quoted(waiting.venue.name, to: 60)), "
            + Evening.spoken(
                waiting.slot.day, waiting.slot.time, of: waiting.evening, from: waiting.venue.today(clock.now))
        return Question(
            deed: .book,
            message: "\(table): the table is booked. "
                + waiting.wishes.map { $0.sentence(of: waiting.venue) }.joined(separator: " "),
            label: "Replace it")
    }
}

extension BookTable.Plan {
    var plannedWishes: [ToldWish] {
        request.wishes.map { ToldWish($0, .planned(isHidden: venue.hiddenWishes.contains($0.field))) }
    }
}

extension ToldWish {
    /// In a question before a yes.
    func sentence(of venue: Venue) -> String {
        let (name, text) = (wish.field.spoken, DinersWords.quoted(wish.text))
        return switch state {
        case .asked(let held):
            "Its \(name) at Resy is \(DinersWords.quoted(held)). Replace it with \(text)? The restaurant may not grant it."
        case .planned(isHidden: true):
            "The \(name) \(text) will not be sent: \(wish.field.isNotTaken(by: venue))."
        case .beside:
            "The \(name) \(text) goes out too\(replaced.map { ", in the place of \(DinersWords.quoted($0))" } ?? ""); the "
                + "restaurant may not grant it."
        case .ended(.shown, _): "The \(name) \(text) was sent before."
        case .ended, .open, .unseen: "The \(name) \(text) was sent before, and Resy does not show all of it."
        case .planned(isHidden: false):
            "The restaurant gets the \(name) \(text) after the booking, and may not grant it."
        }
    }
}

extension Wish.Field {
    package var spoken: String {
        switch self {
        case .words: "special request"
        case .occasion: "occasion"
        }
    }

    /// What to do where the restaurant does not have the question asked.
    package func isNotTaken(by venue: Venue) -> String {
        "this restaurant takes no \(spoken)s through Resy; \(self == .words ? "ask" : "tell") it by phone"
            + (venue.phone.map { ": \(CleanText.name($0))" } ?? "")
    }
}
