internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp notify`: Resy's own Notify list.
struct NotifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Have Resy tell you when a table opens: its Notify list.",
        usage: """
            resy-mcp notify add <name> <date> [--after <time>] [--before <time>] [<options>]
            resy-mcp notify list
            resy-mcp notify remove <number>
            """,
        discussion: """
            Resy looks, and Resy sends the message, as your account is set there. It costs nothing and books nothing.

            Without --after or --before the restaurant's own hours count. Hours that reach over lunch and dinner make two \
            entries.

            Examples:
              resy-mcp notify add Carbone saturday --after 6pm --before 9pm
              resy-mcp notify remove 4400001

            Exit status: 0 done, 1 not set, 2 cannot be set so, 3 not signed in, 5 not known (run resy-mcp notify list).
            """ + SettingsHelp.pointer,
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Have Resy tell you when a table opens.",
            usage: "resy-mcp notify add <name> <date> [--after <time>] [--before <time>] [<options>]",
            discussion: SettingsHelp.pointer)

        @Argument(help: "Restaurant, in quotes if it has spaces; or its resy.com link.")
        var name: String

        @Argument(help: "Day at the restaurant: saturday, \"feb 14\", 2027-02-14.")
        var date: String

        // Taken so that a name without its quotes can be told.
        @Argument(help: .hidden)
        var surplus: [String] = []

        @OptionGroup var table: TableOptions

        @Option(help: ArgumentHelp("No table before (default: the restaurant's first).", valueName: "time"))
        var after: String?

        @Option(help: ArgumentHelp("No table after (default: the restaurant's last).", valueName: "time"))
        var before: String?

        @Flag(help: "Print one line of JSON, as the tool notify_me answers; of a failure, its error.")
        var json = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func validate() throws {
            guard surplus.isEmpty else {
                throw ValidationError(
                    "Words that belong together need quotes: a name, then a day; times stand behind --after and --before."
                )
            }
        }

        func run() throws {
            let errand = try Errand(options)
            let wish = NotifyWish(
                restaurant: try Given.text(name, "<name>", example: "Carbone", limit: Arguments.longestName),
                date: try Given.text(date, "<date>", example: "saturday", limit: 80),
                party: table.people(errand.settings),
                earliest: Given.optional(after), latest: Given.optional(before), location: Given.optional(table.city))
            NotifyErrand(order: .add(wish), inJSON: json).run(errand)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Show what Resy is to tell you of.", discussion: SettingsHelp.pointer)

        @Flag(help: "Print one line of JSON, as the tool notify_me answers; of a failure, its error.")
        var json = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func run() throws { NotifyErrand(order: .list, inJSON: json).run(try Errand(options)) }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Take one off the list, by its number.", discussion: SettingsHelp.pointer)

        @Argument(help: ArgumentHelp("Its number, as `resy-mcp notify list` shows it.", valueName: "number"))
        var id: String

        @Flag(help: "Print one line of JSON, as the tool notify_me answers; of a failure, its error.")
        var json = false

        @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

        func run() throws {
            let id = try Given.text(id, "<number>", example: "4400001", limit: 40)
            NotifyErrand(order: .remove(id: id), inJSON: json).run(try Errand(options))
        }
    }
}

/// One look at the Notify list, or one change of it.
private struct NotifyErrand {
    let order: NotifyOrder
    let inJSON: Bool

    func run(_ errand: Errand) -> Never {
        errand.leave(inJSON: inJSON) {
            if errand.settings.isReadOnly, order.deed != nil {
                throw ResyError(.resyError, .notify(.switchedOff), advice: [.program(.leaveOutReadOnly)])
            }
            let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
            let commits = order.deed != nil
            let outcome = try errand.picking(order) { order in
                try errand.wait(commits: commits) { try await concierge.notify(order, context: $0) }
            }
            let (terminal, now) = (errand.terminal, errand.clock.now)
            let sheet = NotifySheet(outcome: outcome, now: now).sheet
            if inJSON {
                let json = NotifyJSON.render(outcome, link: errand.link, nextStep: NextStep.of(outcome))
                terminal.answer(json.compact, orTell: commits ? sheet : nil)
            } else {
                terminal.answer(sheet, orTell: commits ? sheet : nil)
            }
            return .done
        }
    }
}

extension NotifyOrder: NamesOneOfSeveral {
    func naming(_ choice: ResyError.Choice) -> NotifyOrder? {
        guard case .venue(let venue) = choice, case .add(var wish) = self else { return nil }
        (wish.restaurant, wish.location) = ("Resy venue \(venue.id)", nil)
        return .add(wish)
    }
}
