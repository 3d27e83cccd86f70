internal import ArgumentParser
internal import ResyNative

/// `resy-mcp help settings`: what every command takes, said once.
enum SettingsHelp {
    static let topic = "settings"
    /// The last words of each command's own help.
    static let pointer = "\n\nSettings that every command takes, such as --home and --pace: resy-mcp help settings."

    static var sheet: Sheet {
        var sheet = Sheet([
            Line("Settings: every command takes these. A flag wins over the variable in brackets.", hang: 2), Line(),
        ])
        let all = options
        let width = min(all.map(\.usage.columns).max() ?? 0, 26)
        for option in all {
            var line = Line("  " + Line.padded(Line.glued(option.usage), to: width) + "  ", .strong)
            line.add(option.text)
            line.hang = width + 4
            sheet.add(line)
        }
        sheet.add(Line())
        sheet.add(
            "Variables alone: RESY_EMAIL and RESY_PASSWORD sign in where nothing is stored; GOOGLE_PLACES_API_KEY lets "
                + "Google find restaurants; RESY_API_KEY is Resy's own key for programs; RESY_NOTIFY_URL and RESY_NOTIFY_COMMAND are "
                + "where a watch sends its messages; RESY_RELEASES_URL is who tells `doctor --live` of a newer resy-mcp."
        )
        return sheet
    }

    private struct Option {
        var usage: String
        var text: String
    }

    /// As the commands themselves declare them.
    private static var options: [Option] {
        let root = try? JSON(parsing: Array(ResyMCP._dumpHelp().utf8)).optional("command")
        let commands = (try? root?.optional("subcommands")?.items) ?? []
        let any = commands.first { (try? $0["commandName"].string) == "list" }
        return ((try? any?.optional("arguments")?.items) ?? []).compactMap { argument in
            guard (try? argument.optional("sectionTitle")?.string) == "Settings",
                let name = try? argument["names"].items.first?["name"].string
            else { return nil }
            let value = (try? argument["kind"].string) == "option" ? (try? argument["valueName"].string) : nil
            let text = (try? argument.optional("abstract")?.string) ?? ""
            return Option(usage: "--\(name)\(value.map { " <\($0)>" } ?? "")", text: text)
        }
    }
}
