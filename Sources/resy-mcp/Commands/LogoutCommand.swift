internal import ArgumentParser
internal import ResyNative

/// `resy-mcp logout`.
struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Remove the stored password, token, cookies and their key.",
        discussion: """
            Reservations stay as they are. The list of what was booked from here is kept; it holds no secret.

            Example:
              resy-mcp logout
            """ + SettingsHelp.pointer)

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func run() throws {
        let errand = try Errand(options)
        errand.leave {
            let resy = makeResy(errand.settings, redactor: errand.redactor)
            let removed = try errand.wait { _ in try await resy.signOut() }
            errand.terminal.answer(LogoutCommand.text(removed))
            if errand.settings.password != nil {
                errand.terminal.tell("RESY_PASSWORD is still set: unset it too, or the next command signs in with it.")
            }
            return .done
        }
    }

    static func text(_ removed: [String]) -> String {
        guard !removed.isEmpty else { return "Nothing to remove: nobody is signed in here." }
        return (["Signed out. Removed:"] + removed.map { "   \($0)" }).joined(separator: "\n")
    }
}
