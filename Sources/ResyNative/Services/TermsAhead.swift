internal import ResyDomain

/// The terms of a table that an earlier look had shown, asked for beside the tables as they are now: one wait less before the
/// booking goes out. They count only where Resy still lists that very table, with nothing of it changed.
///
/// The request ends with whoever holds this.
final class TermsAhead: Sendable {
    private let slot: Slot
    private let listed: ListedPrice
    private let asking: Task<SlotDetails, any Error>

    init(_ slot: Slot, _ listed: ListedPrice, asking: @escaping @Sendable () async throws -> SlotDetails) {
        self.slot = slot
        self.listed = listed
        self.asking = Task { try await asking() }
    }

    deinit { asking.cancel() }

    func isOf(one slots: [Slot]) -> Bool { slots.contains(slot) }

    /// Nil where it was another table that was asked about, or a refused sign-in kept its terms from being told.
    func details(of slot: Slot, at venue: Venue) async throws -> SlotDetails? {
        guard self.slot == slot, listed == ListedPrice(slot, at: venue) else { return nil }
        do {
            return try await withTaskCancellationHandler {
                try await asking.value
            } onCancel: {
                asking.cancel()
            }
        } catch APIFailure.signedOut {
            return nil
        }
    }
}

extension BookTable {
    /// Of the table that the plan would come to if all were still as this process was last shown it; nil where it was shown none.
    func termsAhead(_ plan: BookingPlan, _ resy: ResyCall) -> TermsAhead? {
        let (day, party) = (plan.evening, plan.request.party)
        guard plan.doubt == nil, let tables = resy.lastShown(venue: plan.venue, day: day, party: party) else {
            return nil
        }
        var shown = plan
        (shown.venue, shown.slots) = (tables.venue, tables.slots)
        guard let (slot, _) = try? choose(shown), let token = slot.token else { return nil }
        let listed = ListedPrice(slot, at: tables.venue)
        return TermsAhead(slot, listed) {
            try await resy.details(slotToken: token, day: day, party: party, listed: listed, isBeside: true)
        }
    }
}
