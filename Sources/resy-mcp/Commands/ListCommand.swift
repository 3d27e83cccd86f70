internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the account's reservations, wherever they were booked.",
        discussion: """
            The first line is the soonest deadline, where money can be saved by it. Where Resy cannot be asked, it shows what \
            this computer has on record.

            Examples:
              resy-mcp list
              resy-mcp list --past --json

            Exit status: 0 done, 1 the list is this computer's own, 3 not signed in.
            """ + SettingsHelp.pointer)

    @Flag(help: "Past and cancelled ones too.")
    var past = false

    @Flag(help: "Print one line of JSON; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func run() throws {
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            let (link, past) = (errand.link, past)
            let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
            let list = try errand.wait { try await concierge.reservations(includingPast: past, context: $0) }
            if json {
                errand.terminal.answer(ToolAnswer.json(list, link: link, now: errand.clock.now).compact)
            } else {
                errand.terminal.answer(
                    ListSheet(list: list, includesPast: past, link: link, now: errand.clock.now)
                        .sheet(on: errand.terminal.paper))
            }
            return list.isSynced ? .done : .failed
        }
    }
}
