internal import ResyDomain

/// The terms of a table that an earlier look had shown, asked for beside the tables as they are now: one wait less before the
/// booking goes out. They count only where Resy still lists that very table, with nothing of it changed.
///
/// A class, since a plan is copied on its way and this is as large as all the rest of it.
final class TermsAhead: Sendable {
    let slot: Slot
    let listed: ListedPrice
    let answer: Result<SlotDetails, any Error>

    init(_ slot: Slot, _ listed: ListedPrice, _ answer: Result<SlotDetails, any Error>) {
        self.slot = slot
        self.listed = listed
        self.answer = answer
    }

    /// What Resy said of the terms of this table; nil where it was another that was asked about, or a refused sign-in kept it from
    /// being told.
    func answer(for slot: Slot, at venue: Venue) -> Result<SlotDetails, any Error>? {
        guard self.slot == slot, listed == ListedPrice(slot, at: venue) else { return nil }
        if case .failure(APIFailure.signedOut) = answer { return nil }
        return answer
    }
}

/// The table that a booking would come to if all were still as this process was last shown it.
struct ShownTable: Sendable {
    let slot: Slot
    let listed: ListedPrice
    let day: CalendarDay
    let party: Int

    func terms(_ resy: ResyCall) async -> TermsAhead {
        do {
            let details = try await resy.details(
                slotToken: slot.token ?? "", day: day, party: party, listed: listed, isBeside: true)
            return TermsAhead(slot, listed, .success(details))
        } catch {
            return TermsAhead(slot, listed, .failure(error))
        }
    }
}

extension BookTable {
    func lastShown(_ plan: BookingPlan, _ resy: ResyCall) -> ShownTable? {
        guard plan.doubt == nil,
            let tables = resy.lastShown(venue: plan.venue, day: plan.evening, party: plan.request.party)
        else { return nil }
        var shown = plan
        (shown.venue, shown.slots) = (tables.venue, tables.slots)
        guard let (slot, _) = try? choose(shown) else { return nil }
        return ShownTable(
            slot: slot, listed: ListedPrice(slot, at: tables.venue), day: plan.evening, party: plan.request.party)
    }
}
