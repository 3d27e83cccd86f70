internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp watch`.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Look for a table from time to time, and send a message when one is new.",
        discussion: """
            For what Resy's own Notify list (resy-mcp notify) cannot: several days, a seating, a highest fee, or a table \
            earlier than yours. It never books.

            Notify is the first choice: looking again and again is more exposed to being blocked than asking by hand.

            Something has to call `resy-mcp watch tick`, one pass that ends; `resy-mcp watch install` sets up a timer. A new \
            table goes to standard output, to RESY_NOTIFY_URL as a POST, and to the program RESY_NOTIFY_COMMAND on its input.

            Examples:
              resy-mcp watch add Carbone --on fri-sun --after 6pm --before 9pm
              resy-mcp watch add Semma --on sat --earlier-than RESY-900000123
              resy-mcp watch install --dry-run
            """ + SettingsHelp.pointer,
        subcommands: [Add.self, List.self, Remove.self, Tick.self, Install.self, Uninstall.self])

    static func refuseIfReadOnly(_ errand: Errand) throws {
        guard errand.settings.isReadOnly else { return }
        throw ResyError(.resyError, .watch(.switchedOff), advice: [.program(.leaveOutReadOnly)])
    }

    /// Runs one use case of the watches and shows what came of it.
    static func run(_ request: WatchRequest, _ errand: Errand, inJSON: Bool) throws -> ExitStatus {
        let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
        let list = try errand.picking(request) { request in
            try errand.wait { try await concierge.watches(request, context: $0) }
        }
        if inJSON {
            errand.terminal.answer(ToolAnswer.json(list, link: errand.link, now: errand.clock.now).compact)
        } else {
            errand.terminal.answer(WatchSheet(list: list, now: errand.clock.now).sheet)
        }
        return .done
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Watch a restaurant's tables: at most 6 watches, each 30 days.",
            usage: "resy-mcp watch add <name> --on <days> [<options>]")

        @Argument(
            help: "Restaurant, in quotes if it has spaces; or its resy.com link. With --earlier-than, that one's.")
        var name: String?

        // Taken so that a name without its quotes can be told.
        @Argument(help: .hidden)
        var surplus: [String] = []

        @Option(help: ArgumentHelp("Days: sat, \"fri, sat\", fri-sun, \"this weekend\".", valueName: "days"))
        var on: String?

        @OptionGroup var window: WindowOptions

        @Option(help: ArgumentHelp("Only this seating: outdoors, \"dining room\".", valueName: "seating"))
        var seating: String?

        @Option(help: ArgumentHelp("Last day to look (default: the last of --on).", valueName: "day"))
        var until: String?

        @Option(help: ArgumentHelp("Only tables before that reservation's time.", valueName: "id"))
        var earlierThan: String?

        @OptionGroup var table: TableOptions

        @Flag(help: "Print one line of JSON; of a failure, its error.")
        var json = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func validate() throws {
            try options.refuseCap()
            guard surplus.isEmpty else {
                throw ValidationError("Words that belong together need quotes; the days stand behind --on.")
            }
            guard Given.optional(name) != nil || Given.optional(earlierThan) != nil else {
                throw ValidationError("No restaurant is given: resy-mcp watch add Carbone --on sat.")
            }
            guard Given.optional(on) != nil || Given.optional(earlierThan) != nil else {
                throw ValidationError("No day is given: add --on saturday, or --on fri-sun.")
            }
        }

        func run() throws {
            let errand = try Errand(options)
            let request = WatchRequest(
                .add, restaurant: Given.optional(name), dates: [Given.optional(on)].compactMap(\.self),
                // The usual party says nothing beside a table that is held.
                party: table.party ?? (Given.optional(earlierThan) == nil ? errand.settings.party : nil),
                earliest: window.earliest, latest: window.latest,
                seating: Given.optional(seating), mostFee: window.feeUpTo, until: Given.optional(until),
                location: Given.optional(table.city), earlierThan: Given.optional(earlierThan))
            errand.leave(inJSON: json) {
                try WatchCommand.refuseIfReadOnly(errand)
                return try WatchCommand.run(request, errand, inJSON: json)
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Show the watches, and whether anything looks for them.")

        @Flag(help: "Print one line of JSON; of a failure, its error.")
        var json = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func run() throws {
            let errand = try Errand(options)
            errand.leave(inJSON: json) { try WatchCommand.run(WatchRequest(.list), errand, inJSON: json) }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Watch no longer.")

        @Argument(help: "The number that list shows.")
        var id: String

        @Flag(help: "Print one line of JSON; of a failure, its error.")
        var json = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func run() throws {
            let errand = try Errand(options)
            errand.leave(inJSON: json) {
                try WatchCommand.refuseIfReadOnly(errand)
                return try WatchCommand.run(WatchRequest(.remove, id: id), errand, inJSON: json)
            }
        }
    }
}

extension WatchRequest: NamesOneOfSeveral {
    func naming(_ choice: ResyError.Choice) -> WatchRequest? {
        guard case .venue(let venue) = choice else { return nil }
        var request = self
        (request.restaurant, request.location) = ("Resy venue \(venue.id)", nil)
        return request
    }
}
