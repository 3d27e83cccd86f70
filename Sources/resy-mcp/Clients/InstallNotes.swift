internal import ResyDomain
internal import ResyNative

/// What to know about an entry: what went into it unasked, and what did not.
struct InstallNotes {
    let program: String
    let arguments: ServeArguments
    let name: String
    let settings: Settings

    var lines: [String] {
        var notes: [String] = []
        if !ProgramPath.isLasting(program) {
            notes.append(
                "Note: the app will start \(program), which may be gone one day. Copy it to a lasting place such as "
                    + "/usr/local/bin and run install from there.")
        }
        if !arguments.carried.isEmpty {
            let list = arguments.carried.map { "\($0.flag) (from \($0.variable))" }.joined(separator: ", ")
            notes.append("Note: taken into the entry from this environment: \(list).")
        }
        notes += ServeArguments.LeftBehind.Reason.allCases.compactMap { reason in
            let names = arguments.leftBehind.filter { $0.reason == reason }.map(\.variable)
            return names.isEmpty ? nil : text(reason, names)
        }
        if name != HostClient.usualName, settings.hasUsualHome {
            notes.append(
                "Note: \u{201C}\(name)\u{201D} uses the usual folder, and so the usual account. For a second account give it one of "
                    + "its own: --home DIR, and `resy-mcp login --home DIR`.")
        }
        return notes
    }

    private func text(_ reason: ServeArguments.LeftBehind.Reason, _ names: [String]) -> String {
        let (list, isOne) = (names.joined(separator: ", "), names.count == 1)
        let left = "Note: \(list) \(isOne ? "is" : "are") set here and not written into the entry"
        return switch reason {
        case .signIn: "\(left): sign in with `resy-mcp login`."
        case .key:
            "\(left). Where the app needs \(isOne ? "it" : "them"), add \(isOne ? "it" : "them") to the entry's env by hand."
        case .watching:
            "\(left): a watch sends its messages, and `resy-mcp watch install` takes \(isOne ? "it" : "them") along."
        case .checkUp: "\(left): only `resy-mcp doctor --live` asks there."
        case .unasked:
            "\(left): booking unasked takes \(names.map { flag($0) }.joined(separator: " and ")) of install itself."
        case .proxy:
            "\(left). If the app does not pass \(isOne ? "it" : "them") on, add \(isOne ? "it" : "them") to the entry's env by hand."
        }
    }

    private func flag(_ variable: String) -> String { ServeArguments.flags(of: variable).first ?? variable }
}
