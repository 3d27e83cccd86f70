internal import ResyDomain
internal import ResyNative

/// This program, and the call under way.
extension Voice {
    func text(_ finding: ProgramFinding) -> String {
        switch finding {
        case .overdue(.read):
            "Resy did not answer within 50 s; nothing more is waited for and nothing was changed"
        case .overdue(.booking):
            "the booking had no answer within 50 s, so it is not known whether the table is booked; "
                + "what is under way goes on and is recorded"
        case .overdue(.cancellation):
            "the cancellation had no answer within 50 s, so it is not known whether the table is cancelled; "
                + "what is under way goes on and is recorded"
        case .overdue(.signIn):
            "signing in had no answer within 50 s, so it is not known whether the credentials are stored"
        case .crowded: "Too many requests wait for their turn: they go out at a person's pace (--pace)."
        case .switchedOff(let deed):
            "\(deed == .book ? "Booking" : "Cancelling") is switched off: --read-only or RESY_READ_ONLY is set."
        case .unexpected(let type): "It failed in an unexpected way (\(type))."
        case .noUserFolder(let app): "HOME is not set, so the folder of \(app) is not known."
        case .pathUnknown: "The system does not say where this program is (is /proc there?)."
        case .serverList(let path, let fault): "\(path) \(text(fault)); it was left as it is."
        case .keyRefused: "Resy refuses the key of this program."
        case .noAnswer: "Resy did not answer."
        case .severalVenues(let name): "\(CleanText.quoted(name)) could be several restaurants on Resy."
        case .noVenue(let name): "\(CleanText.quoted(name)) was not found on Resy."
        }
    }

    private func text(_ fault: ServerListFault) -> String {
        switch fault {
        case .taken(let name): "has an entry \u{201C}\(name)\u{201D} that starts another program"
        case .syntax(let reason, let offset): "cannot be read (\(reason), near byte \(offset))"
        case .notAnObject: "is not one object in { and }"
        case .wrongKind(let member, let wanted):
            "has something else than \(wanted) in { and } under \u{201C}\(member)\u{201D}"
        case .tooDeep: "cannot be read (it is nested too deeply)"
        }
    }

    // MARK: - What to do

    func text(_ advice: ProgramAdvice) -> String {
        switch advice {
        case .afterOverdue(.read): "try once more, then tell the user"
        case .afterOverdue(.booking), .afterOverdue(.cancellation): "call my_reservations before trying again"
        case .afterOverdue(.signIn):
            "call my_reservations to see whether the account is signed in, or ask the user to run `resy-mcp doctor`"
        case .nothingSentTryAgain: "Nothing was sent. Try again in a minute."
        case .leaveOutReadOnly: "Leave the flag out, or unset the variable."
        case .runDoctor: "Run `resy-mcp doctor`."
        case .setHome: "Set HOME to your own folder and try again."
        case .addByHandWithPath: "Add the entry by hand, with the full path of resy-mcp as its command."
        case .mendServerList(let fault, let byHand): "\(mend(fault)) \(text(byHand))"
        case .correctKey: "Unset or correct RESY_API_KEY, or update resy-mcp."
        case .tryAgain: "Try again."
        case .givePage: "Give the address of its page at resy.com with --venue."
        }
    }

    private func mend(_ fault: ServerListFault) -> String {
        switch fault {
        case .taken:
            "Give this one another name with --name, put it in the other's place with --force, or"
        case .syntax, .notAnObject, .wrongKind, .tooDeep: "Mend it and try again, or"
        }
    }

    private func text(_ byHand: ProgramAdvice.ByHand) -> String {
        switch byHand {
        case .add: "add this to it by hand:"
        case .remove: "take the entry out by hand."
        }
    }
}
