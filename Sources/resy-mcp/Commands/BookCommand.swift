internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp book NAME DATE TIME`.
struct BookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book", abstract: "Book a table on the signed-in Resy account.",
        usage: "resy-mcp book <name> <date> <time> [<options>]",
        discussion: """
            In a terminal it shows the table, its terms and what is at stake, and asks before it books.

            Without one (in a script) it books a table that costs nothing; where money is at stake it books nothing \
            and exits with 6.

            With --yes it asks nothing, and books only if all the money at stake for the whole party is within \
            --max-fee, which is 0 unless you set it, and it is free to cancel as long as --max-cutoff says, where that is \
            set. --confirm never is the same as --yes.

            For a table that is booked already, --requests and --occasion are sent alone. Words that somebody wrote into \
            the reservation elsewhere are replaced only after a yes.

            Examples:
              resy-mcp book Carbone saturday 7pm --party 4
              resy-mcp book "Don Angie" "feb 14" 19:30 --seating counter
              resy-mcp book Carbone 2027-02-14 19:00 --yes --max-fee 100

            Exit status: 0 booked, 3 not signed in, 4 no such table, 5 not known whether it is booked (run \
            resy-mcp list before you try again), 6 needs a yes.
            """ + SettingsHelp.pointer)

    @Argument(help: "Restaurant, in quotes if it has spaces; or its resy.com link.")
    var name: String

    @Argument(help: "Day at the restaurant: saturday, \"feb 14\", 2027-02-14.")
    var date: String

    // Several are taken so that a name without its quotes can be told.
    @Argument(help: ArgumentHelp("Time at the restaurant: 7pm, 19:30.", valueName: "time"))
    var times: [String] = []

    @OptionGroup var table: TableOptions

    @Option(help: ArgumentHelp("Which seating, as check names it.", valueName: "seating"))
    var seating: String?

    @Option(
        help: ArgumentHelp(
            "Wishes for the restaurant, sent after the booking; it may not grant them.", valueName: "text"))
    var requests: String?

    @Option(
        help: ArgumentHelp("anniversary, birthday, business or graduation.", valueName: "occasion"),
        completion: .list(Occasion.allCases.map(\.rawValue)))
    var occasion: String?

    @Option(
        help: ArgumentHelp("Card on file, by its last four digits (default: the account's own).", valueName: "digits"))
    var card: String?

    @Flag(help: "Book even if another reservation is near that time.")
    var allowOverlap = false

    @Flag(name: .shortAndLong, help: "Ask nothing; money at stake only up to --max-fee.")
    var yes = false

    @Flag(help: "Print one line of JSON; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        try Given.places([name, date] + times)
        guard !times.isEmpty || TableWords.saysTime(date) else {
            throw ValidationError("Missing expected argument '<time>': at which time?")
        }
    }

    func run() throws {
        let errand = try Errand(options)
        let request = BookingRequest(
            restaurant: try Given.text(name, "<name>", example: "Carbone", limit: Arguments.longestName),
            date: try Given.text(date, "<date>", example: "saturday"),
            time: try times.first.map { try Given.text($0, "<time>", example: "7pm") } ?? "",
            party: table.people(errand.settings),
            specialRequests: Given.optional(requests), seating: Given.optional(seating),
            location: Given.optional(table.city), paymentMethod: Given.optional(card), allowOverlap: allowOverlap,
            occasion: try Given.occasion(occasion))
        errand.leave(inJSON: json) { try Self.book(request, errand, saysYes: yes, inJSON: json) }
    }

    /// Asks as it has to, books, and shows how that ended.
    static func book(
        _ request: BookingRequest, _ errand: Errand, saysYes: Bool = false, inJSON: Bool = false
    ) throws -> ExitStatus {
        try errand.refuseIfReadOnly(.book)
        let terminal = errand.terminal
        let asking = Asking(errand.settings, saysYes: saysYes, isInteractive: terminal.isInteractive)
        let concierge = makeConcierge(asking.settings, redactor: errand.redactor)
        let outcome = try errand.picking(request) { request in
            try errand.wait(commits: true, asking: asking.way(at: terminal)) {
                try await concierge.makeReservation(request, context: $0)
            }
        }
        let sheet = BookingSheet(
            outcome: outcome, limit: asking.settings.largestFee, showsTerms: !asking.isPossible, now: errand.clock.now
        ).sheet
        if inJSON {
            terminal.answer(ToolAnswer.json(outcome).compact, orTell: sheet)
        } else {
            terminal.answer(sheet, orTell: sheet)
        }
        if outcome.status == .overLimit { terminal.tell(Self.raising(outcome.remarks, outcome.stake)) }
        if outcome.status == .needsConfirmation { terminal.tell(Self.nobody(outcome, asking)) }
        return ExitStatus(outcome.status)
    }

    static func raising(_ remarks: [Remark], _ stake: Stake?) -> String {
        guard remarks.closesEarly else { return raising(stake) }
        // One of two limits raised would not do.
        let asked = "Run it in a terminal without --yes to be asked."
        return remarks.isOverMaxFee
            ? asked : "Raise it with --max-cutoff HOURS, or leave out --yes, in a terminal, to be asked."
    }

    /// A higher limit helps only where it is known what it would have to cover.
    static func raising(_ stake: Stake?) -> String {
        stake?.amount == nil
            ? "Run it in a terminal without --yes to be asked."
            : "Raise it with --max-fee AMOUNT, or leave out --yes, in a terminal, to be asked."
    }

    private static func nobody(_ outcome: BookingOutcome, _ asking: Asking) -> String {
        if outcome.isOfUsualCity, !asking.isPossible {
            return
                "resy-mcp: RESY_CITY decided which restaurant this is, and there was nobody to ask. Nothing was booked.\n"
                + "Say where it is with --in CITY, or run it in a terminal without --yes."
        }
        return outcome.isAboutWishAlone && !asking.isPossible
            ? "resy-mcp: The reservation holds other words, and there was nobody to ask whether to replace them.\n"
                + "Run it in a terminal, without --yes, to be asked."
            : asking.nobody(to: .book)
    }
}

extension BookingOutcome {
    /// The usual city decided which restaurant it is.
    var isOfUsualCity: Bool { remarks.contains { if case .venue(.inUsualCity) = $0 { true } else { false } } }
}
