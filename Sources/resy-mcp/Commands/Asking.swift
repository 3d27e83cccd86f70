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

    /// What an unasked yes does not cover. `stake`: what is at stake, nil where no more is known than that it is too much.
    func tooMuch(_ done: String, _ stake: Fee.Stake?) -> String {
        if stake == .unknown {
            return "Nothing was \(done): Resy does not state all of what it costs (the amount or its currency), and no "
                + "--max-fee covers that. Leave out --yes, in a terminal, to be asked."
        }
        return tooMuch(done)
    }

    private func tooMuch(_ done: String) -> String {
        "Nothing was \(done): without a question at most \(Words.amount(settings.largestFee)) may be at stake, and here it "
            + "is more or not known. Raise that with --max-fee AMOUNT, or leave out --yes to be asked."
    }

    /// Where nobody could be asked.
    static func nobody(to act: String) -> String {
        "it needs a yes, and there is no terminal to ask in\n"
            + "Run it in a terminal to \(act) it, or add --yes with --max-fee AMOUNT for the most that may be at stake."
    }
}
