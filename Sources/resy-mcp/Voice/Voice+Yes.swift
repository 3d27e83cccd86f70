internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: YesFinding) -> String {
        switch finding {
        case .used: "That confirmation was already used."
        case .usedOrAnswered: "That confirmation was already used, or its question was already answered."
        case .tooLate:
            either(
                "That confirm_token has run out; it lives 10 minutes.",
                "The yes came more than 10 minutes after the question.")
        case .foreign(let deed):
            "That \(either("confirm_token", "confirmation")) isn't valid for this "
                + "\(Self.noun(deed))."
        }
    }

    func text(_ remark: YesRemark) -> String {
        switch remark {
        case .termsChangedSinceShown: "The terms have changed since they were shown. These are the new ones."
        case .termsChangedMeanwhile: "The terms changed while booking. These are the new ones."
        case .costChangedSinceShown: "That has changed since it was shown."
        case .forOther(.card): "That yes was for another card. Please confirm again."
        case .forOther(.wishes): "That yes was for another special request or occasion. Please confirm again."
        case .forOther(.account): "That yes was for another Resy account. Please confirm again."
        case .forOther(.table): "That yes was for another table. Please confirm again."
        case .noClearAnswer: "The question got no clear answer; some apps cannot show one."
        case .noAnswer(let seconds): "The question was open for \(span(seconds: seconds)) and got no answer."
        // The answer itself begins with it, and its next step says how.
        case .askFor: ""
        case .notCovered(let deed, let stake, let limit): overLimit(stake, limit, deed)
        }
    }

    private var whose: String { either("the user's", "your") }

    /// `$200 is more than your limit of $50 (--max-fee). Nothing was booked.` `stake`: nil where it may be more than is known.
    func overLimit(_ stake: Stake?, _ limit: Double, _ deed: Deed) -> String {
        let undone = Self.undone(deed)
        switch stake {
        case .known(let amount, let currency, let isBeforeTax)?:
            let cap = Amount(limit).map { " of \(money($0, currency))" } ?? ""
            let tax = isBeforeTax ? " plus tax (25% is allowed for tax)" : ""
            return "\(money(amount, currency))\(tax) is more than \(whose) limit\(cap) (--max-fee). \(undone)"
        case .unknown?:
            return "Resy does not state all of what it costs, so no limit (--max-fee) covers it. \(undone)"
        case nil: return "More is at stake, or may be, than \(whose) limit allows (--max-fee). \(undone)"
        }
    }
}
