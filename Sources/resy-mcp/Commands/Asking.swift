internal import ResyDomain
internal import ResyNative

/// Who says yes to what a command commits to: a person who is asked, `--yes` within a limit, or the settings alone.
struct Asking: Sendable {
    /// With the consent that this command works under.
    let settings: Settings
    /// There is somebody to ask, and asking is wanted.
    let isPossible: Bool

    init(_ settings: Settings, saysYes: Bool, isInteractive: Bool) {
        var settings = settings
        let isUnasked = saysYes || settings.confirm == .never
        isPossible = isInteractive && !isUnasked
        if isUnasked {
            settings.confirm = .never
        } else if isInteractive {
            // Somebody is there: show what it is, then ask, free or not.
            settings.confirm = .always
        }
        self.settings = settings
    }

    /// What an unasked yes does not cover. `stake`: all that is at stake, nil where no more is known than that it is too
    /// much.
    func tooMuch(_ done: String, _ stake: Stake?) -> String {
        switch stake {
        case .unknown?:
            return "Nothing was \(done): Resy does not state all of what it costs (the amount or its currency), and no "
                + "--max-fee covers that. Leave out --yes, in a terminal, to be asked."
        case .known(let amount, let currency, let isBeforeTax)?:
            let tax = isBeforeTax ? " plus a tax that is not stated (counted as a quarter)" : ""
            return
                "Nothing was \(done): \(Words.amount(amount.value)) \(currency)\(tax) is at stake, and without a question at most "
                + "\(limit) may be. \(Asking.raising)"
        case nil:
            return
                "Nothing was \(done): without a question at most \(limit) may be at stake, and here it is more or not "
                + "known. \(Asking.raising)"
        }
    }

    private var limit: String { Words.amount(settings.largestFee) }
    private static let raising = "Raise that with --max-fee AMOUNT, or leave out --yes to be asked."

    /// Where nobody could be asked.
    static func nobody(to act: String) -> String {
        "it needs a yes, and there is no terminal to ask in\n"
            + "Run it in a terminal to \(act) it, or add --yes with --max-fee AMOUNT for the most that may be at stake."
    }
}
