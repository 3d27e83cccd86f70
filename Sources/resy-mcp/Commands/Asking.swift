internal import ResyDomain
internal import ResyNative

/// Who says yes to what a command commits to: a person who is asked, `--yes` within a limit, or the settings alone.
struct Asking: Sendable {
    /// With the consent that this command works under.
    let settings: Settings
    /// There is somebody to ask, and asking is wanted.
    let isPossible: Bool
    /// The last question had no answer in time.
    private let isLate = Lock(false)

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

    /// How a use case asks at this terminal; nil where nobody is to be asked. `isAgreed`: what was agreed to before, so that
    /// it needs no question.
    func way(
        at terminal: Terminal, agreed isAgreed: @escaping @Sendable (Question) -> Bool = { _ in false }
    ) -> CallContext.Asking? {
        guard isPossible else { return nil }
        return .inCall(patience: Errand.personsPatience) { [isLate] question, limit in
            if isAgreed(question) { return .accepted }
            let left = limit.seconds - SystemClock().now.seconds
            let answer = try await terminal.confirms(question, within: left)
            isLate.withLock { $0 = answer == .late }
            return answer
        }
    }

    /// Why a deed waits for a yes, and what to do.
    func nobody(to act: Deed) -> String {
        if isLate.withLock(\.self) { return Self.late(act) }
        return "resy-mcp: It needs a yes, and there is no terminal to ask in. \(Voice.undone(act))\n"
            + "Run it in a terminal to \(act.rawValue) it, or add --yes with --max-fee AMOUNT for the most that may be at stake."
    }

    /// Nobody answered.
    static func late(_ act: Deed) -> String {
        let undone = Voice.undone(act)
        let minutes = Voice.person.span(seconds: Errand.personsPatience)
        return "resy-mcp: No answer came within \(minutes). \(undone)\nRun it again to be asked again."
    }
}
