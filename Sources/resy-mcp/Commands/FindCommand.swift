internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp find [WORDS]`.
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find tables in a place or of a cuisine, on one day or several.",
        usage: "resy-mcp find [<words>] --on <days> [--in <place>] [<options>]",
        discussion: """
            Shows the restaurants that fit best, their nearest times, and what was left out. In a terminal the number of one \
            books a table of it, after the same questions as book.

            Words are a cuisine, a neighborhood or part of a name. Without words, all restaurants of the place count.

            It asks Resy for as little as it can. Where this computer has looked enough for a while, it shows what there is, \
            and how to go on.

            Examples:
              resy-mcp find italian --in "West Village" --on sat --party 4 --time 8pm
              resy-mcp find --in Chicago --from fri --to sun --after 6pm --before 9pm
              resy-mcp find sushi --in Brooklyn --on "this weekend" --fee-up-to 0

            Exit status: 0 a table fits, 1 not all could be looked at and none was found, 4 none does.
            """ + SettingsHelp.pointer)

    @Argument(help: "Cuisine, neighborhood or part of a name.")
    var words: [String] = []

    @OptionGroup var search: SearchOptions

    @OptionGroup var table: TableOptions

    @Option(
        name: [.customShort("t", allowingJoined: true), .long],
        help: ArgumentHelp("Wanted time; nearest tables come first.", valueName: "time"))
    var time: String?

    @Option(help: ArgumentHelp("Only this seating: outdoors, \"dining room\".", valueName: "seating"))
    var seating: String?

    @Flag(help: "Name all that was left out; with --json all times that fit too.")
    var all = false

    @Flag(help: "Print one line of JSON; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        try options.refuseCap()
        guard query != nil || Given.optional(table.city) != nil else {
            throw ValidationError("Nothing to look for: give words, such as italian, or a place with --in.")
        }
        guard search.days != nil else {
            throw ValidationError("No day is given: add --on saturday, or --from fri --to sun.")
        }
    }

    private var query: String? {
        Given.optional(words.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " "))
    }

    func wanted(people: Int = 2) -> TableSearch {
        TableSearch(
            words: query, location: Given.optional(table.city), dates: [search.days].compactMap(\.self),
            party: people, preferredTime: Given.optional(time), earliest: search.window.earliest,
            latest: search.window.latest, seating: Given.optional(seating), mostFee: search.window.feeUpTo,
            limit: search.limit ?? Ask.usualLimit, cursor: Given.optional(search.cursor))
    }

    func run() throws {
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            try SearchErrand(search: wanted(people: table.people(errand.settings)), showsAll: all, inJSON: json).run(
                errand)
        }
    }
}
