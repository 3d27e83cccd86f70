internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp check NAME DATE`, and with several names or days a search.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Show which tables restaurants that you name have free.",
        usage: "resy-mcp check <name> [--or <name> ...] <date> [<time>] [<options>]",
        discussion: """
            Changes nothing, and works without signing in.

            Dates: today, tomorrow, saturday, "next friday", "feb 14", "the 14th", nye, 2/14, 2027-02-14.
            Times are the restaurant's own: 19:00, 7pm, 7:30pm, noon. Where 7:30 may be morning or evening, the \
            tables of that day tell, or both are shown.

            Several restaurants or several days make it a search: the nearest times of each, best first. In a terminal the \
            number of one books a table of it, after the same questions as book.

            Examples:
              resy-mcp check Carbone saturday 7pm
              resy-mcp check "Joe's" tomorrow --in Chicago --party 4
              resy-mcp check Carbone --or "Don Angie" --from fri --to sun --time 8pm

            Exit status: 0 a table fits, 4 none does.
            """ + SettingsHelp.pointer)

    @Argument(help: "Restaurant, in quotes if it has spaces; or its resy.com link.")
    var name: String

    @Argument(help: "Day at the restaurant, or several: fri-sun. Else --on, or --from and --to.")
    var date: String?

    // Several are taken so that a name without its quotes can be told.
    @Argument(help: ArgumentHelp("Wanted time; without it all times are shown.", valueName: "time"))
    var times: [String] = []

    @Option(
        name: .customLong("or"),
        help: ArgumentHelp("Another restaurant; may be given more than once.", valueName: "name"))
    var others: [String] = []

    @OptionGroup var table: TableOptions

    @OptionGroup var search: SearchOptions

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

    @Flag(help: "Print one line of JSON; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        if search.days == nil {
            guard let date else { throw ValidationError("Missing expected argument '<date>'") }
            try Given.places([name, date] + times)
        } else {
            try Given.timeAlone([date].compactMap(\.self) + times)
        }
        guard wantedTime == nil || Given.optional(typedTime) == nil || Given.optional(time) == nil else {
            throw ValidationError("The time is given twice: \(typedTime ?? "") and --time \(time ?? "").")
        }
        if isSearch { try validateSearch() }
        guard let within else { return }
        guard wantedTime != nil || TableWords.saysTime(days) else {
            throw ValidationError("--within needs a time: minutes around which one?")
        }
        guard Ask.flexibilityRange.contains(within) else {
            throw ValidationError("--within \(within) is not possible: 0 to 1440 minutes.")
        }
    }

    /// What only one restaurant's day has.
    private func validateSearch() throws {
        try options.refuseCap()
        guard within == nil else {
            throw ValidationError("--within is for one restaurant's day; here say --after and --before.")
        }
        guard !terms else { throw ValidationError("--terms is for one restaurant's day.") }
    }

    /// The words for the day or the days.
    private var days: String { search.days ?? date ?? "" }
    /// Where flags give the day, the time stands in its place.
    private var typedTime: String? { search.days == nil ? times.first : date }
    private var wantedTime: String? { Given.optional(typedTime) ?? Given.optional(time) }
    private var isSearch: Bool { !others.isEmpty || search.isNarrowing || TableWords.areSeveralDays(days) }

    func run() throws {
        let name = try Given.text(name, "<name>", example: "Carbone", limit: Arguments.longestName)
        let others = try others.map { try Given.text($0, "--or", example: "Don Angie", limit: Arguments.longestName) }
        let days = try Given.text(days, "<date>", example: "saturday", limit: 400)
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            isSearch
                ? try SearchErrand(
                    search: wanted([name] + others, days, people: table.people(errand.settings)), showsAll: all,
                    inJSON: json
                ).run(errand)
                : try check(name, days, errand)
        }
    }

    func wanted(_ names: [String], _ days: String, people: Int = 2) -> TableSearch {
        TableSearch(
            restaurants: names, location: Given.optional(table.city), dates: [days], party: people,
            preferredTime: wantedTime, earliest: search.window.earliest, latest: search.window.latest,
            seating: Given.optional(seating), mostFee: search.window.feeUpTo ?? (noFee ? 0 : nil),
            limit: search.limit ?? max(Ask.usualLimit, names.count), cursor: Given.optional(search.cursor))
    }

    private func check(_ name: String, _ day: String, _ errand: Errand) throws -> ExitStatus {
        let request = AvailabilityRequest(
            restaurant: name, date: day, party: table.people(errand.settings), preferredTime: wantedTime,
            flexibility: within ?? 60,
            location: Given.optional(table.city), seating: Given.optional(seating), wantsTerms: terms)
        let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
        var found = try errand.picking(request) { request in
            try errand.wait { try await concierge.checkAvailability(request, context: $0) }
        }
        if noFee { found.dropFees() }
        if json {
            errand.terminal.answer(ToolAnswer.json(found, all: all).compact)
        } else {
            errand.terminal.answer(sheet(found, isReadOnly: errand.settings.isReadOnly, now: errand.clock.now))
        }
        return ExitStatus(found)
    }

    func sheet(_ found: Availability, isReadOnly: Bool = false, now: Instant) -> Sheet {
        CheckSheet(
            found: found, showsAll: all, isFreeAlone: noFee, seating: Given.optional(seating), isReadOnly: isReadOnly,
            now: now
        ).sheet
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
