internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp cancel [NAME]`.
struct CancelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel a reservation of the signed-in Resy account.",
        usage: """
            resy-mcp cancel [<name>] [--on <date>] [<options>]
            resy-mcp cancel --id RESY-<number> [--id …] [<options>]
            """,
        discussion: """
            In a terminal it shows the reservation and what cancelling costs, and asks before it cancels.

            Without one (in a script) it cancels what costs nothing; where it costs money it cancels nothing and exits \
            with 6.

            With --yes it asks nothing, and pays at most --max-fee, which is 0 unless you set it. Cancelling can't be undone.

            Of several it shows what each costs and the sum, asks once, and cancels one after the other. It stops where an \
            outcome is not known, and --json prints an array.

            Examples:
              resy-mcp cancel Carbone
              resy-mcp cancel --on saturday
              resy-mcp cancel --id RESY-900000123 --id RESY-900000124

            Exit status: 0 cancelled, 1 still booked, 3 not signed in, 5 not known (run resy-mcp list before you \
            try again), 6 needs a yes.
            """ + SettingsHelp.pointer)

    @Argument(help: "Restaurant, as resy-mcp list shows it, or a confirmation such as RESY-900000123.")
    var name: String?

    @Option(
        help: ArgumentHelp("Confirmation, with or without RESY-; once for each of several.", valueName: "confirmation"),
        completion: Completions.confirmations)
    var id: [String] = []

    @Option(help: ArgumentHelp("Its day, where a name fits several or no name is given.", valueName: "date"))
    var on: String?

    @Flag(name: .shortAndLong, help: "Ask nothing; pay only up to --max-fee.")
    var yes = false

    @Flag(help: "Print one line of JSON; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        switch (Given.optional(name), ids.isEmpty) {
        case (_?, false): throw ValidationError("Give a name or --id, not both.")
        case (nil, false) where Given.optional(on) != nil:
            throw ValidationError("Give --on or --id, not both: a confirmation names one by itself.")
        default: break
        }
        if ids.count > 1, let odd = ids.first(where: { Self.number($0) == nil }) {
            throw ValidationError("\(RPCError.quoted(odd)) is no confirmation; it looks like RESY-900000123.")
        }
    }

    func run() throws {
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            try errand.refuseIfReadOnly(.cancel)
            let asking = Asking(errand.settings, saysYes: yes, isInteractive: errand.terminal.isInteractive)
            let several = ids.compactMap(Self.number)
            return several.count > 1
                ? try SeveralCancellations(errand: errand, asking: asking, inJSON: json).run(several)
                : try cancel(wanted, errand, asking)
        }
    }

    private var ids: [String] { id.compactMap { Given.optional($0) } }

    /// Of `RESY-900000123`, in any case, or the number alone.
    static func number(_ text: String) -> Int? {
        Int(text.uppercased().hasPrefix("RESY-") ? String(text.dropFirst(5)) : text)
    }

    /// A confirmation is one wherever it is written.
    var wanted: CancellationRequest {
        let name = Given.optional(name)
        if let name, name.uppercased().hasPrefix("RESY-"), Self.number(name) != nil {
            return CancellationRequest(confirmationID: name)
        }
        return CancellationRequest(restaurant: name, confirmationID: ids.first, date: Given.optional(on))
    }

    private func cancel(
        _ request: CancellationRequest, _ errand: Errand, _ asking: Asking
    ) throws -> ExitStatus {
        let (terminal, link) = (errand.terminal, errand.link)
        let concierge = makeConcierge(asking.settings, redactor: errand.redactor)
        let outcome = try errand.picking(request) { request in
            try errand.wait(commits: true, asking: asking.way(at: terminal)) {
                try await concierge.cancelReservation(request, context: $0)
            }
        }
        let sheet = CancellationSheet(outcome: outcome, limit: asking.settings.largestFee, now: errand.clock.now).sheet
        if json {
            terminal.answer(ToolAnswer.json(outcome, link: link).compact, orTell: sheet)
        } else {
            terminal.answer(sheet, orTell: sheet)
        }
        if let cost = outcome.overLimit {
            terminal.tell(BookCommand.raising(cost.stake(party: outcome.reservation.party)))
        }
        if outcome.status == .needsConfirmation {
            terminal.tell(outcome.isGuess && yes ? naming(outcome.reservation) : asking.nobody(to: .cancel))
        }
        return ExitStatus(outcome.status)
    }
}

extension CancelCommand {
    /// A guess is not settled by `--yes`.
    fileprivate func naming(_ held: Reservation) -> String {
        let limit = Given.optional(options.maxFee).map { " --max-fee \(ShellWords.quoted($0))" } ?? ""
        return "resy-mcp: Nothing was cancelled: name it by its number or its whole name.\n"
            + "Run: resy-mcp cancel --id \(held.confirmationID) --yes\(limit)"
    }
}

extension CancellationOutcome {
    /// It is not certain which one was meant.
    var isGuess: Bool { remarks.contains(.cancelling(.guessed)) }

    /// What it would have cost, where the user's own limit said no.
    var overLimit: Charges? {
        for case .cancelling(.overLimit(_, let charges, _)) in remarks { return charges }
        return nil
    }
}
