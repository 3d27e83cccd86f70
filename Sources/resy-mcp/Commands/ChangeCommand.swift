internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp change ID`.
struct ChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Change a reservation: its time, day, party, seating, or what is asked for.",
        usage: "resy-mcp change <confirmation> [--on <date>] [--time <time>] [--party <people>] [<options>]",
        discussion: """
            It shows both tables, what the new one puts at stake and what leaving the old one costs, and asks before it changes \
            anything. What is not named stays as it is.

            Resy's own change comes first where Resy offers it. Else the new table is booked, and then the old one is cancelled: \
            the old one is never given up before the new one is held. If both are held at the end, run the same command again.

            With --yes it asks nothing, and changes only if all that may be lost or is put at stake is within --max-fee, which is \
            0 unless you set it.

            Examples:
              resy-mcp change RESY-900000123 --time 8pm
              resy-mcp change RESY-900000123 --on saturday --party 4
              resy-mcp change RESY-900000123 --requests "a high chair"

            Exit status: 0 changed, 1 not changed, 3 not signed in, 4 no such table, 5 both or neither held, or not known \
            (run resy-mcp list before you try again), 6 needs a yes.
            """ + SettingsHelp.pointer)

    @Argument(
        help: ArgumentHelp("Confirmation, with or without RESY-.", valueName: "confirmation"),
        completion: Completions.confirmations)
    var id: String

    @Option(help: ArgumentHelp("New day at the restaurant.", valueName: "date"))
    var on: String?

    @Option(help: ArgumentHelp("New time at the restaurant: 8pm, 20:00.", valueName: "time"))
    var time: String?

    @Option(
        name: [.customShort("p", allowingJoined: true), .long],
        help: ArgumentHelp("How many people.", valueName: "people"))
    var party: Int?

    @Option(help: ArgumentHelp("Which seating, as check names it.", valueName: "seating"))
    var seating: String?

    @Option(
        help: ArgumentHelp(
            "Wishes for the restaurant; alone, they change just that.", valueName: "text"))
    var requests: String?

    @Option(
        help: ArgumentHelp("anniversary, birthday, business or graduation.", valueName: "occasion"),
        completion: .list(Occasion.allCases.map(\.rawValue)))
    var occasion: String?

    @Flag(name: .shortAndLong, help: "Ask nothing; money lost or at stake only up to --max-fee.")
    var yes = false

    @Flag(help: "Print one line of JSON; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        if let party, !Ask.partyRange.contains(party) {
            throw ValidationError("--party \(party) is not possible: 1 to 50 people.")
        }
        guard CancelCommand.number(id.trimmed) != nil else {
            throw ValidationError("\(RPCError.quoted(id)) is no confirmation; it looks like RESY-900000123.")
        }
        let said = [on, time, seating, requests, occasion].compactMap { Given.optional($0) }
        guard party != nil || !said.isEmpty else {
            throw ValidationError(
                "Say what is to be different: --on, --time, --party, --seating, --requests or --occasion.")
        }
    }

    func run() throws {
        let request = ChangeRequest(
            confirmationID: id, date: Given.optional(on), time: Given.optional(time), party: party,
            seating: Given.optional(seating), specialRequests: Given.optional(requests),
            occasion: try Given.occasion(occasion))
        let errand = try Errand(options)
        errand.leave(inJSON: json) { try change(request, errand) }
    }

    private func change(_ request: ChangeRequest, _ errand: Errand) throws -> ExitStatus {
        try errand.refuseIfReadOnly(.change)
        let (terminal, link, now) = (errand.terminal, errand.link, errand.clock.now)
        let asking = Asking(errand.settings, saysYes: yes, isInteractive: terminal.isInteractive)
        let concierge = makeConcierge(asking.settings, redactor: errand.redactor)
        let outcome = try errand.wait(commits: true, asking: asking.way(at: terminal)) {
            try await concierge.changeReservation(request, context: $0)
        }
        let sheet = ChangeSheet(outcome: outcome, limit: asking.settings.largestFee, now: now).sheet
        if json {
            terminal.answer(ToolAnswer.json(outcome, link: link, now: now).compact, orTell: sheet)
        } else {
            terminal.answer(sheet, orTell: sheet)
        }
        if outcome.status == .overLimit { terminal.tell(BookCommand.raising(outcome.remarks, outcome.stake)) }
        if outcome.status == .needsConfirmation { terminal.tell(asking.nobody(to: .change)) }
        if outcome.status == .bothHeld { terminal.tell("To cancel the old one, run the same command again.") }
        return ExitStatus(outcome.status)
    }
}
