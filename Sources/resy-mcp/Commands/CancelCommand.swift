internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp cancel [NAME]`.
struct CancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel a reservation of the signed-in Resy account.",
        usage: "resy-mcp cancel <name> | --id RESY-<number> [--yes] [--max-fee <amount>] [--json]",
        discussion: """
            In a terminal it shows the reservation and what cancelling costs, and asks before it cancels.

            Without one (in a script) it cancels what costs nothing; where it costs money it cancels nothing and exits \
            with 6.

            With --yes it asks nothing, and pays at most --max-fee, which is 0 unless you set it. A cancelled table \
            cannot be had back.

            Examples:
              resy-mcp cancel Carbone
              resy-mcp cancel --id RESY-900000123 --yes

            Exit status: 0 cancelled, 1 still booked, 3 not signed in, 5 not known (run resy-mcp list before you \
            try again), 6 needs a yes.
            """)

    @Argument(help: "Restaurant, as resy-mcp list shows it, or a confirmation such as RESY-900000123.")
    var name: String?

    @Option(help: ArgumentHelp("Confirmation, with or without RESY-.", valueName: "confirmation"))
    var id: String?

    @Flag(name: .shortAndLong, help: "Ask nothing; pay only up to --max-fee.")
    var yes = false

    @Flag(help: "Print one line of JSON, as the tool cancel_reservation answers; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings") var options: Options

    func validate() throws {
        switch (Given.optional(name), Given.optional(id)) {
        case (nil, nil):
            throw ValidationError(
                "Which reservation? Give the restaurant's name, or --id from `resy-mcp list`.")
        case (_?, _?): throw ValidationError("Give a name or --id, not both.")
        default: break
        }
    }

    func run() throws {
        let request = wanted
        let errand = try Errand(options)
        errand.leave(inJSON: json) { try cancel(request, errand) }
    }

    /// A confirmation is one wherever it is written.
    var wanted: CancellationRequest {
        let name = Given.optional(name)
        if let name, name.uppercased().hasPrefix("RESY-"), Int(name.dropFirst(5)) != nil {
            return CancellationRequest(confirmationID: name)
        }
        return CancellationRequest(restaurant: name, confirmationID: Given.optional(id))
    }

    private func cancel(_ request: CancellationRequest, _ errand: Errand) throws -> ExitStatus {
        try errand.refuseIfReadOnly(.cancel)
        let (terminal, link) = (errand.terminal, errand.link)
        let asking = Asking(errand.settings, saysYes: yes, isInteractive: terminal.isInteractive)
        let concierge = makeConcierge(asking.settings, redactor: errand.redactor)
        var request = request
        var outcome = try errand.wait(commits: true) { [request] in
            try await concierge.cancelReservation(request, context: $0)
        }
        while asking.isPossible, outcome.status == .needsConfirmation, let token = outcome.confirmToken {
            terminal.tell(text(outcome, asking, link, now: errand.clock.now))
            guard terminal.confirms("Cancel it?") else {
                terminal.tell("Nothing was cancelled.")
                return .needsYes
            }
            // The one that was shown, even if the name now fits another.
            request = CancellationRequest(confirmationID: outcome.reservation.confirmationID, confirmToken: token)
            outcome = try errand.wait(commits: true) { [request] in
                try await concierge.cancelReservation(request, context: $0)
            }
        }
        let told = text(outcome, asking, link, now: errand.clock.now)
        terminal.answer(json ? ToolAnswer.json(outcome, link: link).compact : told, orTell: told)
        if outcome.status == .needsConfirmation { terminal.tell("resy-mcp: \(Asking.nobody(to: "cancel"))") }
        return ExitStatus(outcome.status)
    }

    private func text(_ outcome: CancellationOutcome, _ asking: Asking, _ link: VenueLinks, now: Instant) -> String {
        var outcome = outcome
        // The token is for whoever calls again.
        outcome.confirmToken = nil
        let held = outcome.reservation
        outcome.remarks = asking.explaining(outcome.remarks, held.charges.stake(party: held.party))
        return CancellationText.render(outcome, link: link, now: now, in: .person)
    }
}
