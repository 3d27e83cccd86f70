internal import ResyDomain
internal import ResyNative

/// This program, and the call under way.
extension Voice {
    func text(_ finding: ProgramFinding) -> String {
        switch finding {
        case .overdue(.read):
            "Resy did not answer within 50 seconds. Nothing was changed."
        case .overdue(.booking):
            "The booking had no answer in time, so it is not known whether the table is booked. It goes on and is "
                + "recorded."
        case .overdue(.cancellation):
            "The cancellation had no answer in time, so it is not known whether the table is cancelled. It goes on and "
                + "is recorded."
        case .overdue(.change):
            "The change had no answer in time, so it is not known whether the table is changed. It goes on and is recorded."
        case .overdue(.signIn):
            "Signing in had no answer within 50 seconds, so it is not known whether the credentials are stored."
        case .overdue(.notify):
            "The Notify list had no answer within 50 seconds, so it is not known whether it was changed."
        case .lookedEnough(let time):
            "The looking budget of this computer is used up for \(time == .today ? "today" : "now"): resy-mcp's own limit, not "
                + "Resy's."
        case .crowded: "Too many requests wait for their turn: they go out at a person's pace (--pace)."
        case .switchedOff(let deed):
            "\(Self.gerund(deed)) is switched off: --read-only or RESY_READ_ONLY is set."
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

    /// Before a question whether it is to be changed all the same.
    func text(of path: String, _ fault: ServerListFault) -> String { "\(path) \(text(fault))." }

    private func text(_ fault: ServerListFault) -> String {
        switch fault {
        case .taken(let name, let other):
            "has an entry \u{201C}\(name)\u{201D} that "
                + (other.isContainerOfOurs ? "runs resy-mcp in a container" : "is another program's") + shown(other)
        case .syntax(let reason, let offset): "cannot be read (\(reason), near byte \(offset))"
        case .notAnObject: "is not one object in { and }"
        case .wrongKind(let member, let wanted):
            "has something other than \(wanted) in { and } under \u{201C}\(member)\u{201D}"
        case .noTable(let member): "has something other than a table under \u{201C}\(member)\u{201D}"
        case .tooDeep: "cannot be read (it is nested too deeply)"
        }
    }

    /// What it starts, or asks.
    private func shown(_ other: OtherServer) -> String {
        let program = other.words.isEmpty ? [] : [other.words.joined(separator: " ")]
        let variables = other.variables.isEmpty ? [] : ["with \(other.variables.joined(separator: ", "))"]
        let parts = program + [other.host].compactMap(\.self) + variables
        return parts.isEmpty ? "" : " (\(CleanText.cut(CleanText.line(parts.joined(separator: ", ")), to: 160)))"
    }

    // MARK: - What to do

    func text(_ advice: ProgramAdvice) -> String {
        switch advice {
        case .afterOverdue(.read): either("Try once more, then tell the user.", "Try once more.")
        case .afterOverdue(.booking), .afterOverdue(.cancellation), .afterOverdue(.change):
            either("Call my_reservations", "Run `resy-mcp list`") + " before trying again."
        case .afterOverdue(.notify):
            either("Call notify_me with action list", "Run `resy-mcp notify list`") + " before trying again."
        case .afterOverdue(.signIn):
            either(
                "Call my_reservations to see whether the account is signed in, or ask the user to run `resy-mcp doctor` in "
                    + "a terminal.",
                "Run `resy-mcp doctor` to see whether you are signed in.")
        case .waitOrRaiseBudget(let until):
            either(
                "Try the same call again \(wait(until: until)). The user can raise the limit with --budget (RESY_BUDGET) where "
                    + "the server is started.",
                "Try again \(wait(until: until)), or raise it with --budget.")
        case .nothingSentTryAgain: "Nothing was sent. Try again in a minute."
        case .leaveOutReadOnly:
            either(
                "The user can leave the flag out, or unset the variable, where the server is started.",
                "Leave the flag out, or unset the variable.")
        case .runDoctor: run("resy-mcp doctor")
        case .setHome:
            either(
                "Ask the user to set HOME to their own folder where the server is started.",
                "Set HOME to your own folder and try again.")
        case .addByHandWithPath: "Add the entry by hand, with the full path of resy-mcp as its command."
        case .mendServerList(.taken, .remove):
            "Where ours has another name, give it with --name; else \(text(ProgramAdvice.ByHand.remove))"
        case .mendServerList(let fault, let byHand): "\(fix(fault)) \(text(byHand))"
        case .correctKey:
            either("Ask the user to unset or correct", "Unset or correct") + " RESY_API_KEY, or update resy-mcp."
        case .tryAgain: "Try again."
        case .givePage: "Give the address of its page at resy.com with --venue."
        }
    }

    private func fix(_ fault: ServerListFault) -> String {
        switch fault {
        case .taken:
            "Give this one another name with --name, put it in the other's place with --force, or"
        case .syntax, .notAnObject, .wrongKind, .noTable, .tooDeep: "Fix it and try again, or"
        }
    }

    private func text(_ byHand: ProgramAdvice.ByHand) -> String {
        switch byHand {
        case .add: "add this to it by hand:"
        case .remove: "take the entry out by hand."
        }
    }
}
