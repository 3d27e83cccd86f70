internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp check NAME DATE`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Show which tables a restaurant has free on a day.",
        usage: "resy-mcp check <name> <date> [<time>] [<options>]",
        discussion: """
            Changes nothing, and works without signing in.

            Dates: today, tomorrow, saturday, "next friday", "feb 14", "the 14th", nye, 2/14, 2027-02-14.
            Times are the restaurant's own: 19:00, 7pm, 7:30pm, noon. Where 7:30 may be morning or evening, the \
            tables of that day tell, or both are shown.

            Examples:
              resy-mcp check Carbone saturday 7pm
              resy-mcp check "Joe's" tomorrow --in Chicago --party 4

            Exit status: 0 a table fits, 4 none does.
            """ + SettingsHelp.pointer)

    @Argument(help: "Restaurant, in quotes if it has spaces; or its resy.com link.")
    var name: String

    @Argument(help: "Day at the restaurant.")
    var date: String

    // Several are taken so that a name without its quotes can be told.
    @Argument(help: ArgumentHelp("Wanted time; without it all times are shown.", valueName: "time"))
    var times: [String] = []

    @OptionGroup var table: TableOptions

    @Option(
        name: [.customShort("t", allowingJoined: true), .long],
        help: ArgumentHelp("The wanted time, said with a flag.", valueName: "time"))
    var time: String?

    @Option(help: ArgumentHelp("Minutes before or after the time that still fit (default: 60).", valueName: "minutes"))
    var within: Int?

    @Option(help: ArgumentHelp("Only this seating: outdoors, \"dining room\".", valueName: "seating"))
    var seating: String?

    @Flag(help: "All times of the day, not those near the wanted one alone.")
    var all = false

    @Flag(help: "Only tables that are known to cost nothing.")
    var noFee = false

    @Flag(help: "Read the exact terms of the nearest tables too; needs a sign-in.")
    var terms = false

    @Flag(help: "Print one line of JSON, as the tool check_availability answers; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        try Given.places([name, date] + times)
        guard wantedTime == nil || times.isEmpty || Given.optional(time) == nil else {
            throw ValidationError("The time is given twice: \(times[0]) and --time \(time ?? "").")
        }
        guard let within else { return }
        guard wantedTime != nil || TableWords.saysTime(date) else {
            throw ValidationError("--within needs a time: minutes around which one?")
        }
        guard Ask.flexibilityRange.contains(within) else {
            throw ValidationError("--within \(within) is not possible: 0 to 1440 minutes.")
        }
    }

    private var wantedTime: String? { Given.optional(times.first) ?? Given.optional(time) }

    func run() throws {
        let request = AvailabilityRequest(
            restaurant: try Given.text(name, "<name>", example: "Carbone", limit: Arguments.longestName),
            date: try Given.text(date, "<date>", example: "saturday"), party: table.party,
            preferredTime: wantedTime, flexibility: within ?? 60, location: Given.optional(table.city),
            seating: Given.optional(seating), wantsTerms: terms)
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
            var found = try errand.picking(request) { request in
                try errand.wait { try await concierge.checkAvailability(request, context: $0) }
            }
            if noFee { found.dropFees() }
            if json {
                errand.terminal.answer(ToolAnswer.json(found, all: all).compact)
            } else {
                errand.terminal.answer(sheet(found, now: errand.clock.now))
            }
            return ExitStatus(found)
        }
    }

    func sheet(_ found: Availability, now: Instant) -> Sheet {
        CheckSheet(found: found, showsAll: all, isFreeAlone: noFee, seating: Given.optional(seating), now: now).sheet
    }
}

extension Availability {
    /// Without the tables that cost something, or may.
    mutating func dropFees() {
        slots.removeAll { !$0.charges.isEmpty }
        otherTimes.removeAll { !$0.charges.isEmpty }
        quotes.removeAll { !$0.terms.charges.isEmpty }
    }
}

extension TimeOfDay {
    /// As it is typed: `7pm`, `7:30pm`.
    var typed: String {
        let dial = hour % 12 == 0 ? 12 : hour % 12
        return "\(dial)" + (minute == 0 ? "" : ":\(Digits.padded(minute, to: 2))") + (hour < 12 ? "am" : "pm")
    }
}
