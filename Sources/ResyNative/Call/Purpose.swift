internal import ResyDomain

/// What a request to Resy is for.
package enum Purpose: Sendable {
    /// Looks at one restaurant: keeps the pause, and waits where the looking budget is used up.
    case look
    /// Part of a wide search: no pause inside the looking budget; beyond it `BudgetSpent`, at once.
    case search
    /// Books, cancels, settles, lists or signs in: counted, and never kept waiting by the budget.
    case deed
}

/// The looking budget has nothing left for a wide search.
struct BudgetSpent: Error {
    /// When there is enough for the next request.
    let until: Instant

    /// For a call that can do nothing without it.
    var explained: ResyError {
        ResyError(.rateLimited, .program(.lookedEnough), advice: [.program(.waitOrRaiseBudget)], retryAt: until)
    }
}
