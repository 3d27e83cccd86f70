internal import ArgumentParser
internal import ResyNative

/// `resy-mcp check NAME DATE`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Show which tables a restaurant has free on a day.",
        usage: "resy-mcp check <name> <date> [--party <people>] [--time <time>] [--in <city>] [--json]",
        discussion: """
            Changes nothing, and works without signing in.

            Dates: today, tomorrow, saturday, "next friday", "feb 14", 2/14, 2027-02-14.
            Times are the restaurant's own: 19:00, 7pm, 7:30pm, noon.

            Examples:
              resy-mcp check Carbone saturday --time 7pm
              resy-mcp check "Joe's" tomorrow --in Chicago --party 4

            Exit status: 0 a table fits, 4 none does.
            """)

    @Argument(help: "Restaurant, in quotes if it has spaces; or its resy.com link.")
    var name: String

    @Argument(help: "Day at the restaurant.")
    var date: String

    @OptionGroup var table: TableOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Wanted time; without it all times are shown.", valueName: "time"))
    var time: String?

    @Option(help: ArgumentHelp("Minutes before or after --time that still fit (default: 60).", valueName: "minutes"))
    var within: Int?

    @Option(help: ArgumentHelp("Only this seating: outdoors, \"dining room\".", valueName: "seating"))
    var seating: String?

    @Flag(help: "Print one line of JSON, as the tool check_availability answers; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings") var options: Options

    func validate() throws {
        guard let within else { return }
        guard Given.optional(time) != nil else {
            throw ValidationError("--within needs --time: minutes around which time?")
        }
        guard Ask.flexibilityRange.contains(within) else {
            throw ValidationError("--within \(within) is not possible: 0 to 1440 minutes.")
        }
    }

    func run() throws {
        let request = AvailabilityRequest(
            restaurant: try Given.text(name, "<name>", example: "Carbone", limit: Arguments.longestName),
            date: try Given.text(date, "<date>", example: "saturday"), party: table.party,
            preferredTime: Given.optional(time), flexibility: within ?? 60, location: Given.optional(table.city),
            seating: Given.optional(seating))
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
            let found = try errand.wait { try await concierge.checkAvailability(request, context: $0) }
            errand.terminal.answer(
                json ? ToolAnswer.json(found).compact : CheckCommand.text(found, now: errand.clock.now))
            return ExitStatus(found)
        }
    }

    static func text(_ found: Availability, now: Instant) -> String {
        var found = found
        found.notes = PersonWords.of(found.notes)
        return AvailabilityText.render(found, now: now)
    }
}
