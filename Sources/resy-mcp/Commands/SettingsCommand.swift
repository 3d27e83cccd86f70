internal import ArgumentParser

/// `resy-mcp settings`: the same as `resy-mcp help settings`, so that the list of commands names it.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: SettingsHelp.topic, abstract: "Show the settings that every command takes.")

    func run() {
        let terminal = Terminal()
        terminal.answer(SettingsHelp.sheet, on: terminal.paper.asPage)
    }
}
