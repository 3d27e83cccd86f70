internal import ResyDomain
internal import ResyNative

/// A search over restaurants or days, as `find` and `check` run it: shown, picked from, booked from.
struct SearchErrand {
    let search: TableSearch
    var showsAll = false
    var inJSON = false
    /// The command's own words, to be said again with a cursor.
    var line: [String] = Array(CommandLine.arguments.dropFirst())

    func run(_ errand: Errand) throws -> ExitStatus {
        let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
        let found = try errand.picking(search) { search in
            try errand.wait { try await concierge.findTables(search, context: $0) }
        }
        let (terminal, now) = (errand.terminal, errand.clock.now)
        guard !inJSON else {
            terminal.answer(ToolAnswer.json(found, all: showsAll, link: errand.link, now: now).compact)
            return ExitStatus(found)
        }
        let asks = terminal.isInteractive && terminal.showsAnswers && found.hasBookable && !errand.settings.isReadOnly
        let sheet = SearchSheet(
            found: found, showsAll: showsAll, isReadOnly: errand.settings.isReadOnly,
            isAsking: asks || errand.settings.isReadOnly,
            goingOn: found.cursor.map { Self.goingOn(line, with: $0) }, now: now)
        terminal.answer(sheet.sheet(on: terminal.paper.asPage), on: terminal.paper.asPage)
        guard asks, let request = try pick(from: found, errand) else { return ExitStatus(found) }
        return try BookCommand.book(request, errand)
    }

    /// The same command with that cursor, in place of one that it had.
    static func goingOn(_ line: [String], with cursor: String) -> [String] {
        var (words, rest): ([String], ArraySlice<String>) = ([], line[...])
        while let word = rest.popFirst() {
            if word == "--cursor" {
                _ = rest.popFirst()
            } else if !word.hasPrefix("--cursor=") {
                words.append(word)
            }
        }
        return words + ["--cursor", cursor]
    }
}
