internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// `resy-mcp uninstall CLIENT`.
struct UninstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "uninstall", abstract: "Take this server out of an app's list again.",
        discussion: """
            Removes the one entry that install wrote. Where nothing else has changed since, the file is again what it was, \
            to the byte; a file that install made is removed. Another program's entry that it had replaced is put back. State and \
            sign-in stay: see `resy-mcp logout`.

            Example:
              resy-mcp uninstall claude-code
            """ + SettingsHelp.pointer)

    @Argument(help: "The app.")
    var client: HostClient

    @Option(help: ArgumentHelp("What the entry is called.", valueName: "name"))
    var name = HostClient.usualName

    @Flag(help: "Say what would be done; write nothing.")
    var dryRun = false

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws { try HostClient.check(name: name) }

    func run() throws {
        let errand = try Errand(options)
        try SettingReader(environment: Environment.value).checkFolder(of: client)
        errand.leave {
            let place = try ClientPlace(client, name: name)
            errand.terminal.answer(try place.uninstall(isRehearsal: dryRun))
            return .done
        }
    }
}
