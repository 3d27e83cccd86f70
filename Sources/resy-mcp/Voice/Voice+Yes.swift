internal import ResyDomain
internal import ResyNative

extension Voice {
    func text(_ finding: YesFinding) -> String {
        switch finding {
        case .used: "This yes was used before; each works once."
        case .usedOrAnswered: "This yes was used before, or its question was answered before; each counts once."
        case .tooLate:
            either(
                "This confirm_token has run out: it lives ten minutes.",
                "The yes came more than ten minutes after the question.")
        case .foreign: "This \(either("confirm_token", "yes")) is not one that was given here, or not for this."
        }
    }

    func text(_ remark: YesRemark) -> String {
        switch remark {
        case .termsChangedSinceShown: "The terms have changed since they were shown; these are the new ones."
        case .termsChangedMeanwhile: "The terms changed while booking; these are the new ones."
        case .costChangedSinceShown: "That has changed since it was shown."
        case .forOther(.card): "The yes was given for another card; with this one it is asked again."
        case .forOther(.wishes):
            "The yes was given with another special request or occasion; with this one it is asked again."
        case .forOther(.account): "The yes was given on another Resy account; this one has not agreed yet."
        case .forOther(.table): "The yes was given for another table; this one has terms of its own."
        case .noClearAnswer: "The question got no clear answer; some apps cannot show one."
        // For a person the question says so itself.
        case .askFor(.book):
            either(
                "Nothing is booked yet. Show the user these terms; after a yes, call again with this confirm_token.", ""
            )
        case .askFor(.cancel):
            either(
                "Nothing is cancelled yet. Show the user this; after a yes, call again with this confirm_token.", "")
        case .notCovered(let deed, let stake, let limit):
            "Nothing was \(deed == .book ? "booked" : "cancelled"): \(notCovered(stake, Words.amount(limit)))"
        }
    }

    /// Only a command says yes unasked, so its flags are either reader's terms.
    private func notCovered(_ stake: Stake?, _ limit: String) -> String {
        let raising = "Raise that with --max-fee AMOUNT, or leave out --yes to be asked."
        switch stake {
        case .unknown?:
            return
                "Resy does not state all of what it costs (the amount or its currency), and no --max-fee covers that. "
                + "Leave out --yes, in a terminal, to be asked."
        case .known(let amount, let currency, let isBeforeTax)?:
            let tax = isBeforeTax ? " plus a tax that is not stated (counted as a quarter)" : ""
            return
                "\(Words.amount(amount.value)) \(currency)\(tax) is at stake, and without a question at most \(limit) may "
                + "be. \(raising)"
        case nil:
            return "without a question at most \(limit) may be at stake, and here it is more or not known. \(raising)"
        }
    }
}
