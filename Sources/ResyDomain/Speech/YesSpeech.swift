/// Why a yes that was brought does not count.
package enum YesFinding: Sendable, Equatable {
    case used
    case usedOrAnswered
    case tooLate
    case foreign(Deed)
}

/// What to know of a yes that is wanted.
package enum YesRemark: Sendable, Equatable {
    case termsChangedSinceShown
    case termsChangedMeanwhile
    case costChangedSinceShown
    case forOther(Other)
    case noClearAnswer
    /// The question was open for so many seconds.
    case noAnswer(seconds: Double)
    case askFor(Deed)
    /// One that nobody was asked for, within a limit. The stake: all of it; nil where no more is known than that it is
    /// too much.
    case notCovered(Deed, Stake?, limit: Double)

    /// What the yes was for instead.
    package enum Other: Sendable, Equatable { case card, wishes, account, table }
}
