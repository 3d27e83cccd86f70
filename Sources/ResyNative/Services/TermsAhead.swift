internal import ResyDomain

/// The terms of a table that an earlier look had shown, asked for beside the tables as they are now: one wait less before the
/// booking goes out. They count only where Resy still lists that very table, with nothing of it changed, and only while they are new:
/// where the list or the tables took their time, terms may have changed meanwhile.
///
/// The request ends with whoever holds this.
final class TermsAhead: Sendable {
    private struct Ending: Sendable {
        let at: Instant
        let isRefusal: Bool
    }

    /// Seconds for which an answer is as good as one of this moment.
    private static let newFor = 2.0

    private let slot: Slot
    private let listed: ListedPrice
    private let clock: any WallClock
    private let ending: Lock<Ending?>
    private let asking: Task<SlotDetails, any Error>

    init(
        _ slot: Slot, _ listed: ListedPrice, clock: any WallClock, on executor: (any TaskExecutor)? = nil,
        asking: @escaping @Sendable () async throws -> SlotDetails
    ) {
        let ending = Lock<Ending?>(nil)
        (self.slot, self.listed, self.clock, self.ending) = (slot, listed, clock, ending)
        self.asking = Task(executorPreference: executor) {
            do {
                let details = try await asking()
                ending.withLock { $0 = Ending(at: clock.now, isRefusal: false) }
                return details
            } catch {
                ending.withLock { $0 = Ending(at: clock.now, isRefusal: true) }
                throw error
            }
        }
    }

    deinit { asking.cancel() }

    /// Called as the tables arrive: they are newer than a refusal that came before them.
    func stands(among slots: [Slot]) -> Bool {
        slots.contains(slot) && !(ending.withLock { $0?.isRefusal } ?? false)
    }

    /// Nil where they have to be asked for once more: it was another table that was asked about, the answer is old by now, or a
    /// refused sign-in kept its terms from being told.
    func details(of slot: Slot, at venue: Venue) async throws -> SlotDetails? {
        guard self.slot == slot, listed == ListedPrice(slot, at: venue) else { return nil }
        let answer = await withTaskCancellationHandler {
            await asking.result
        } onCancel: {
            asking.cancel()
        }
        try Task.checkCancellation()
        guard let end = ending.withLock({ $0 }), clock.now.seconds - end.at.seconds <= Self.newFor else { return nil }
        if case .failure(APIFailure.signedOut) = answer { return nil }
        return try answer.get()
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
        return TermsAhead(slot, listed, clock: reception.clock, on: reception.commitments.executor) {
            try await resy.details(slotToken: token, day: day, party: party, listed: listed, isBeside: true)
        }
    }
}
