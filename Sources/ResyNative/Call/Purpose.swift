internal import ResyDomain

/// What a request to Resy is for.
package enum Purpose: Sendable {
    /// Looks at one restaurant: keeps the pause, and waits a moment where the looking budget is used up.
    case look
    /// Part of a wide search: no pause inside the looking budget; beyond it `BudgetSpent`, at once.
    case search
    /// Looks for a watch while nobody waits: keeps the pause; beyond the looking budget `BudgetSpent`, at once.
    case watch
    /// Books, cancels, settles, lists or signs in: counted, and never kept waiting by the budget.
    case deed
}

/// The looking budget has nothing left for a request.
struct BudgetSpent: Error {
    /// When there is enough for the next one.
    let until: Instant
    /// The day's number is reached.
    var isOfDay = false

    var finding: Finding { .program(.lookedEnough(isOfDay ? .today : .now)) }

    /// For a call that can do nothing without it.
    var explained: ResyError {
        ResyError(.rateLimited, finding, advice: [.program(.waitOrRaiseBudget(until: until))], retryAt: until)
    }
}
