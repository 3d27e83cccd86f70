internal import ResyDomain

/// A booking that was told again: what else it asked for is remarked on, since nothing was sent for it.
extension BookTable {
    func repeated(_ outcome: BookingOutcome, _ plan: BookingPlan) async throws -> BookingOutcome {
        var outcome = outcome
        // Resy has mailed it before, or another address.
        outcome.email = nil
        // A yes to what is done already is used up, or it could book the table once more after it was cancelled.
        if let given = plan.brought.given, plan.isMeant(by: given.agreement), given.agreement.reservation == nil {
            _ = try? await reception.agreements.spend(given)
        }
        if let remark = await remark(onCard: plan.request.paymentMethod) { outcome.remarks.append(remark) }
        if let remark = remark(onLimitOf: outcome) { outcome.remarks.append(.booking(remark)) }
        return outcome
    }

    /// The call named a card that the account does not have.
    private func remark(onCard wanted: String?) async -> Remark? {
        guard let wanted, !wanted.isBlank else { return nil }
        let cards = try? await reception.call.withAccess { resy in try await resy.user().cards }
        guard let cards else { return nil }
        let fitting = PaymentCard.named(wanted, of: cards).count
        return fitting == 1 ? nil : .failure(.booking(.cardFits(wanted, fitting)), [])
    }

    /// More is at stake than the user would have let pass unasked.
    private func remark(onLimitOf outcome: BookingOutcome) -> BookingRemark? {
        let policy = ConsentPolicy(reception.settings)
        let stake = outcome.slot.charges.stake(party: outcome.party)
        guard policy.mode == .never, case .known = stake, !stake.isWithin(policy.largestFee) else { return nil }
        return .bookedAboveLimit(stake, limit: policy.largestFee)
    }
}
