internal import ResyDomain

extension BookTable {
    /// No table at that time, and where to go instead if the restaurant has none on Resy at all.
    func noTable(_ plan: Plan, _ message: String) -> ResyError {
        var error = slotGone(plan, message, without: nil)
        guard !plan.isServed else { return error }
        if plan.venue.isTock {
            error.hint = "It can be booked on Tock\(plan.venue.tockURL.map { ": \($0)" } ?? ".")"
        } else if plan.venue.absence(on: plan.evening) != nil {
            error.hint = "There may be tables from then on: check that day or a later one."
        } else if plan.venue.sizeNote(for: plan.request.party) != nil {
            error.hint = "Another day would not help: ask for another party size, or let the user call the restaurant."
        } else if !plan.slots.isEmpty {
            error.hint = "Let the user book it by hand on Resy's site: \(plan.url)"
        }
        return error
    }
}

extension BookTable.Plan {
    /// Some table of that evening can be booked.
    var isServed: Bool { slots.contains { $0.isBookable } }
}
