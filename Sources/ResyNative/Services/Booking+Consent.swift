internal import ResyDomain

/// Whose yes counts, and on which card.
extension Booking {
    /// For reading the list and the terms once more after a yes.
    private static let rereading: Double = 6
    /// Less than this and no person can read a question and answer it.
    private static let shortestQuestion: Double = 5

    /// In the client's own window, if it can ask while the call waits.
    func ask(
        _ machine: inout BookingFlow, _ progress: inout Progress, changed: Bool
    ) async throws -> BookingFlow.Action {
        let until = call.deadline.adding(-(Self.reserve + Self.rereading))
        guard case .inCall(let ask)? = call.asking, progress.reply != .unseen, let details = progress.details,
            until.seconds - service.clock.now.seconds > Self.shortestQuestion
        else { return machine.handle(.replied(.unseen)) }
        call.progress("asking whether to book")
        let asked = service.clock.now
        let agreement = agreement(details.terms, card: progress.card?.id)
        let answer = try await ask(question(progress, changed: changed || isNews(agreement)), until)
        let reply = Reply(answer, after: service.clock.now.seconds - asked.seconds)
        progress.reply = reply
        if reply == .yes { progress.agreed = agreement }
        return machine.handle(.replied(reply))
    }

    /// The yes was for this table, on this card, under these terms.
    func isAgreed(_ progress: Progress) -> Bool {
        guard let agreed = progress.agreed, let terms = progress.details?.terms else { return false }
        return agreed == agreement(terms, card: progress.card?.id)
    }

    /// The call brought a yes to other terms of this very table.
    func isNews(_ agreement: Agreement) -> Bool {
        plan.brought.given?.agreement.isAbout(agreement) ?? false
    }

    func agreement(_ terms: Terms, card: Int?) -> Agreement {
        var agreement = Agreement(
            deed: .book, account: plan.account, venue: plan.venue.id, day: plan.evening, time: plan.time,
            party: plan.request.party, seating: slot.seating, card: card, reservation: nil,
            fingerprint: Agreement.fingerprint(of: terms.canonicalText + over(terms)))
        agreement.wishes = Agreement.fingerprint(of: plan.request.wishes.map { ($0, nil) })
        return agreement
    }

    /// Which of its moments are past: a way out that was free when it was shown may have closed since.
    private func over(_ terms: Terms) -> String {
        (terms.charges.map(\.cutOff) + [terms.cancelBy]).map { moment in
            moment.map { $0 <= service.clock.now ? "\npast" : "\nopen" } ?? "\n-"
        }.joined()
    }

    /// The card that would be charged or held: the one named, else the one agreed to, else the account's default.
    func chooseCard(_ details: SlotDetails) async throws -> PaymentCard? {
        let wanted = namedCard
        // What a table costs that does not say so is not known to need a card: Resy will say.
        guard wanted != nil || details.terms.charges.contains(where: { $0.kind != .unknown }) else {
            return agreedCard(of: details.cards) ?? PaymentCard.usual(of: details.cards)
        }
        var cards = details.cards
        if cards.isEmpty {
            cards = try await call.withAccess { try await $0.user().cards }
        }
        guard !cards.isEmpty else {
            throw ResyError(
                .paymentRequired, "This table needs a payment card, and the Resy account has none.",
                hint: "Add a card at \(service.links.paymentMethods), then try again.", url: plan.url)
        }
        if let wanted {
            let fitting = PaymentCard.named(wanted, of: cards)
            guard fitting.count == 1 else {
                throw ResyError(
                    .badRequest,
                    "payment_method \(CleanText.quoted(wanted, to: 40)) fits \(fitting.count) of the account's cards.",
                    hint: "Use the last four digits of one of: \(cards.map { $0.spoken }.joined(separator: ", ")).")
            }
            return fitting[0]
        }
        return agreedCard(of: cards) ?? PaymentCard.usual(of: cards)
    }

    private func agreedCard(of cards: [PaymentCard]) -> PaymentCard? {
        plan.brought.given.flatMap { given in cards.first { $0.id == given.agreement.card } }
    }

    /// What the call named; blank is nothing.
    private var namedCard: String? { plan.request.paymentMethod.flatMap { $0.isBlank ? nil : $0 } }

    /// A venue without payments refuses a card, so one goes along only where money is at stake or it was named.
    func cardToSend(_ progress: Progress) -> PaymentCard? {
        let isNeeded = progress.details?.terms.charges.isEmpty == false || namedCard != nil
        return isNeeded ? progress.card : nil
    }
}
