extension BookTable {
    /// No table at that time, and where to go instead if the restaurant has none on Resy at all.
    func noTable(_ plan: Plan, _ message: String) -> ResyError {
        var error = slotGone(plan, message, without: nil)
        guard !plan.isServed, plan.venue.absence(on: plan.evening) != nil else { return error }
        if plan.venue.isTock {
            error.hint = "It can be booked on Tock\(plan.venue.tockURL.map { ": \($0)" } ?? ".")"
        } else {
            error.hint = "There may be tables from then on: check that day or a later one."
        }
        return error
    }
}

extension BookTable.Plan {
    /// Some table of that evening can be booked.
    var isServed: Bool { slots.contains { $0.isBookable } }
}
