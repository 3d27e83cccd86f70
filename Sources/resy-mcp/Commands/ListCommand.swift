internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the account's reservations, wherever they were booked.",
        discussion: """
            The first lines say what is still free to cancel and until when, soonest first. On the day itself it shows the \
            restaurant's address and phone. Where Resy cannot be asked, it shows what this computer has on record.

            Examples:
              resy-mcp list
              resy-mcp list --past --json
              resy-mcp list --ics > tables.ics

            Exit status: 0 done, 1 the list is this computer's own, 3 not signed in.
            """ + SettingsHelp.pointer)

    @Flag(help: "Past and cancelled ones too.")
    var past = false

    @Flag(help: "Print a calendar instead (iCalendar), for a file or a pipe.")
    var ics = false

    @Flag(help: "Print one line of JSON; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func run() throws {
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            let (link, past, ics, json) = (errand.link, past, ics, json)
            let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
            let list = try errand.wait { try await concierge.reservations(includingPast: past, context: $0) }
            let now = errand.clock.now
            if ics, !json {
                let text = try errand.wait {
                    // The account is that of the list.
                    try await KeptCalendar.text(of: list, by: concierge, link: link, now: now, $0)
                }
                errand.terminal.answer(file: text)
                // A calendar has no place to say it.
                if !list.isSynced {
                    errand.terminal.tell(
                        "resy-mcp: I couldn't read all of Resy's list: this calendar may lack tables.\n"
                            + Voice.person.at(now).texts(list.remarks).joined(separator: "\n"))
                }
            } else if json {
                let calendar =
                    ics
                    ? try errand.wait { try await KeptCalendar.of(list, by: concierge, link: link, now: now, $0) } : nil
                errand.terminal.answer(ToolAnswer.json(list, link: link, calendar: calendar, now: now).compact)
            } else {
                errand.terminal.answer(
                    ListSheet(list: list, includesPast: past, link: link, now: now)
                        .sheet(on: errand.terminal.paper))
            }
            return list.isSynced ? .done : .failed
        }
    }
}
