internal import ResyDomain

/// Which card is charged or held.
extension TableBooking {
    /// The one named, else the one agreed to, else the account's default.
    func chooseCard(_ details: SlotDetails) async throws -> PaymentCard? {
        let wanted = namedCard
        // What a table costs that does not say so is not known to need a card: Resy will say.
        guard wanted != nil || details.terms.charges.contains(where: { $0.kind != .unknown }) else {
            return agreedCard(of: details.cards) ?? PaymentCard.usual(of: details.cards)
        }
        var cards = details.cards
        if cards.isEmpty {
            cards = try await reception.call.withAccess { resy in try await resy.user().cards }
        }
        guard !cards.isEmpty else {
            throw ResyError(
                .paymentRequired, .booking(.noCard), advice: [.deed(.addCard(url: reception.links.paymentMethods))],
                url: plan.url)
        }
        guard let wanted else { return agreedCard(of: cards) ?? PaymentCard.usual(of: cards) }
        let fitting = PaymentCard.named(wanted, of: cards)
        guard fitting.count == 1 else {
            throw ResyError(
                .badRequest, .booking(.cardFits(wanted, fitting.count)), advice: [.deed(.nameCard(cards))])
        }
        return fitting[0]
    }

    private func agreedCard(of cards: [PaymentCard]) -> PaymentCard? {
        plan.brought.given.flatMap { given in cards.first { $0.id == given.agreement.card } }
    }

    /// What the call named; blank is nothing.
    private var namedCard: String? { plan.request.paymentMethod.flatMap { $0.isBlank ? nil : $0 } }

    /// A venue without payments refuses a card, so one goes along only where money is at stake or it was named.
    var cardToSend: PaymentCard? {
        details?.terms.charges.isEmpty == false || namedCard != nil ? card : nil
    }
}
