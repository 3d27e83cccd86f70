internal import ArgumentParser
internal import ResyNative

/// `resy-mcp list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the account's reservations, wherever they were booked.",
        discussion: """
            Examples:
              resy-mcp list
              resy-mcp list --past --json
            """)

    @Flag(help: "Past and cancelled ones too.")
    var past = false

    @Flag(help: "Print one line of JSON, as the tool my_reservations answers; of a failure, its error.")
    var json = false

    @OptionGroup(title: "Settings") var options: Options

    func run() throws {
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            let (link, past) = (errand.link, past)
            let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
            let list = try errand.wait { try await concierge.reservations(includingPast: past, context: $0) }
            if json {
                errand.terminal.answer(ToolAnswer.json(list, link: link).compact)
            } else {
                errand.terminal.answer(
                    ReservationText.render(list, includesPast: past, link: link, now: errand.clock.now, in: .person))
            }
            return .done
        }
    }
}
