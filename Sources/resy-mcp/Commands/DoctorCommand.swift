internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// `resy-mcp doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the set-up, line by line, and say how to mend it.",
        discussion: """
            Changes nothing and shows no secret, so its answer can go into a bug report. Asks Resy one question.

            With --live it asks for a restaurant you name what a search for a table asks, without signing in and at the \
            usual pace, and says whether the answers are still as expected; with --verbose field by field. It stops at the \
            first limit or block. --record keeps the answers for tests, without tokens, addresses and numbers. Where \
            RESY_RELEASES_URL says who knows, it also names a newer resy-mcp.

            After a limit or a block Resy is left alone for 15 minutes, then an hour, then eight; --resume ends that.

            Examples:
              resy-mcp doctor
              resy-mcp doctor --home /srv/resy --json
              resy-mcp doctor --live --venue Carbone --date saturday

            Exit status: 0 if all that is needed works and no secret is open to others (with --live: all was answered, with \
            a table in it, and nothing that is needed has drifted); a warning does not count.
            """ + SettingsHelp.pointer)

    @Flag(help: "Print one line of JSON: ok, and checks with level, what, result and mend; with --live, calls.")
    var json = false

    @Flag(help: "First end the wait after a limit or a block of Resy's: it may come back for longer.")
    var resume = false

    @OptionGroup(title: "The live service") var wire: LiveOptions

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func run() throws {
        let request = try wire.request()
        let errand = try Errand(options)
        errand.leave(inJSON: json) {
            let (terminal, wantsJSON) = (errand.terminal, json)
            let resy = makeResy(errand.settings, redactor: errand.redactor)
            if resume {
                let ended = try errand.wait { _ in try await resy.resume() }
                terminal.tell(
                    ended.isEmpty ? "There was no wait to end." : "The wait is over: the next command asks Resy again.")
            }
            if let request {
                let report = try errand.wait(patience: Self.livePatience) { context in
                    try await resy.lookLive(request, context: context)
                }
                if let trouble = report.trouble { terminal.complain(trouble, link: errand.link) }
                if json {
                    terminal.answer(LiveText.json(report).compact)
                } else {
                    terminal.answer(LiveSheet(report: report, showsFields: wire.verbose).sheet)
                }
                return report.isWell ? .done : .failed
            }
            let found = try errand.wait { context in
                context.progress(.lookingAtSetUp)
                let all = Lock<[CheckUp.Line]>([])
                await resy.checkUp(program: "resy-mcp \(Server.version)") { finding in
                    all.withLock { $0.append(finding) }
                    if !wantsJSON { terminal.answer(Sheet([DoctorCommand.line(finding)])) }
                }
                return all.withLock { $0 }
            }
            let isWell = !found.contains { $0.level == .failed }
            if json { terminal.answer(DoctorCommand.report(found, isWell: isWell).compact) }
            return isWell ? .done : .failed
        }
    }

    /// Five calls at a slow pace.
    private static let livePatience = 180.0

    /// `ok    home: /home/sam/.local/share/resy-mcp`, `FAIL  account: nobody is signed in — Run `resy-mcp login`.`
    static func line(_ finding: CheckUp.Line) -> Line {
        let (level, role): (String, Line.Role) =
            switch finding.level {
            case .fine: ("ok  ", .plain)
            case .doubtful: ("warn", .warning)
            case .failed: ("FAIL", .warning)
            }
        let said = Voice.person.text(finding.result)
        let result = said.hasSuffix(".") ? String(said.dropLast()) : said
        let mend = finding.mend.isEmpty ? "" : " \u{2014} \(Voice.person.text(finding.mend))"
        var line = Line(level, role, hang: 6)
        line.add("  \(Voice.person.text(finding.what)): \(result)\(mend)")
        return line
    }

    static func report(_ found: [CheckUp.Line], isWell: Bool) -> JSON {
        [
            "ok": .bool(isWell),
            "checks": .array(
                found.map {
                    [
                        "level": .string($0.level.rawValue), "what": .string(Voice.person.text($0.what)),
                        "result": .string(Voice.person.text($0.result)),
                        "mend": .string($0.mend.isEmpty ? nil : Voice.person.text($0.mend)),
                    ]
                }),
        ]
    }
}
