internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// What a look at the live service needs beside the settings.
struct LiveOptions: ParsableArguments {
    @Flag(help: "Instead ask the service, without signing in, and compare its answers with what is expected.")
    var live = false

    @Option(help: ArgumentHelp("With --live: a restaurant's name, or its resy.com link.", valueName: "name or link"))
    var venue: String?

    @Option(help: ArgumentHelp("With --live: a day (default: the first with a table).", valueName: "date"))
    var date: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("With --live: how many people (default: 2).", valueName: "people"))
    var party: Int?

    @Flag(help: "With --live: each field that was looked at, not what is wrong alone.")
    var verbose = false

    @Option(
        help: ArgumentHelp("With --live: keep the answers there, without what is private.", valueName: "dir"),
        completion: .directory)
    var record: String?

    func validate() throws {
        guard live else {
            let given = [
                ("--venue", venue), ("--date", date), ("--party", party.map { "\($0)" }), ("--record", record),
                ("--verbose", verbose ? "" : nil),
            ]
            if let (name, _) = given.first(where: { $0.1 != nil }) {
                throw ValidationError("\(name) needs --live: without it doctor looks at the set-up alone.")
            }
            return
        }
        guard Given.optional(venue) != nil else {
            throw ValidationError("--live needs --venue, a restaurant's name or its resy.com link.")
        }
        if let party, !Ask.partyRange.contains(party) {
            throw ValidationError("--party \(party) is not possible: 1 to 50 people.")
        }
        for (name, text) in [("--date", date), ("--record", record)] where text != nil && Given.optional(text) == nil {
            throw ValidationError("\(name) is empty.")
        }
    }

    /// Nil without --live.
    func request() throws -> LiveRequest? {
        guard live else { return nil }
        return LiveRequest(
            venue: try Given.text(venue ?? "", "--venue", example: "Carbone"), date: Given.optional(date),
            party: party ?? 2, folder: Given.optional(record), running: ReleaseVersion(Server.version))
    }
}
