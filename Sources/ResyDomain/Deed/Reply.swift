/// What came back for a question.
package enum Answer: Sendable, Equatable {
    case accepted
    /// A form that was sent off with a no in it.
    case refused
    /// The question was turned down, which some programs do by themselves.
    case declined
    /// Closed without a choice.
    case dismissed
    /// An error, or an answer that says neither yes nor no.
    case unclear
    /// None while the question was open.
    case late
}

/// What an answer means.
package enum Reply: Sendable, Equatable {
    case yes, no
    /// Perhaps nobody saw the question: some programs dismiss or decline it unseen.
    case unseen

    /// Nobody reads and declines sooner, in seconds.
    package static let quickest = 1.0

    /// `seconds` after it was asked.
    package init(_ answer: Answer, after seconds: Double) {
        switch answer {
        case .accepted: self = .yes
        // Somebody filled it in, or had it filled in: either way it is no.
        case .refused: self = .no
        case .declined: self = seconds < Self.quickest ? .unseen : .no
        case .dismissed, .unclear, .late: self = .unseen
        }
    }
}
