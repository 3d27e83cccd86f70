internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp days NAME`.
struct DaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "days", abstract: "Show the open days of a restaurant, and when later ones open.",
        usage: "resy-mcp days <name> [--from <day>] [--to <day>] [<options>]",
        discussion: """
            Shows each day of the coming weeks that has a table, its times, and until when days are published.

            When later days open is told as the restaurant and Resy state it, side by side where they disagree.

            Examples:
              resy-mcp days Semma
              resy-mcp days "Don Angie" --to "dec 31" --party 4 --time 8pm

            Exit status: 0 a day is open, 4 none is.
            """ + SettingsHelp.pointer)

    @Argument(help: "Restaurant, in quotes if it has spaces; or its resy.com link.")
    var name: String

    // Taken so that a name without its quotes can be told.
    @Argument(help: .hidden)
    var surplus: [String] = []

    @Option(help: ArgumentHelp("First day (default: today).", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Last day, or the one whose opening is asked for.", valueName: "day"))
    var to: String?

    @OptionGroup var table: TableOptions

    @Option(
        name: [.customShort("t", allowingJoined: true), .long],
        help: ArgumentHelp("Wanted time; times near it are shown.", valueName: "time"))
    var time: String?

    @Flag(help: "Print one line of JSON, as the tool open_days answers; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        guard surplus.isEmpty else {
            throw ValidationError("Words that belong together need quotes; days stand behind --from and --to.")
        }
    }

    func run() throws {
        let errand = try Errand(options)
        let request = OpenDaysRequest(
            restaurant: try Given.text(name, "<name>", example: "Semma", limit: Arguments.longestName),
            party: table.people(errand.settings), from: Given.optional(from), to: Given.optional(to),
            location: Given.optional(table.city), preferredTime: Given.optional(time))
        errand.leave(inJSON: json) {
            let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
            let found = try errand.picking(request) { request in
                try errand.wait { try await concierge.openDays(request, context: $0) }
            }
            if json {
                errand.terminal.answer(ToolAnswer.json(found, now: errand.clock.now).compact)
            } else {
                errand.terminal.answer(
                    DaysSheet(found: found, isReadOnly: errand.settings.isReadOnly, now: errand.clock.now).sheet)
            }
            return ExitStatus(found)
        }
    }
}
