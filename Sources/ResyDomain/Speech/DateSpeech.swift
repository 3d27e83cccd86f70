/// What is so of days.
package enum DateFinding: Sendable, Equatable {
    case unreadable(DateTextError)
}

/// What to do about days.
package enum DateAdvice: Sendable, Equatable {
    /// What would be understood in place of that.
    case insteadOf(DateTextError)
}
