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

    /// A refusal by the limit, with what is at stake and how to let it pass. `stake`: all of it, nil where no more is known
    /// than that it is too much.
    func explaining(_ remarks: [Remark], _ stake: Stake?) -> [Remark] {
        remarks.map {
            switch $0 {
            case .booking(.overLimit): .yes(.notCovered(.book, stake, limit: settings.largestFee))
            case .cancelling(.overLimit): .yes(.notCovered(.cancel, stake, limit: settings.largestFee))
            default: $0
            }
        }
    }

    /// Where nobody could be asked.
    static func nobody(to act: String) -> String {
        "it needs a yes, and there is no terminal to ask in\n"
            + "Run it in a terminal to \(act) it, or add --yes with --max-fee AMOUNT for the most that may be at stake."
    }
}
