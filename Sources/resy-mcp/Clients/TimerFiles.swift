import ResyDomain

internal import ResyNative

/// What the timer's files hold, decided on settings alone.
struct TimerFiles {
    struct File: Equatable {
        var path: String
        var text: String
        /// The same without secrets, to be shown.
        var shown: String
    }

    /// Minutes between two ticks: what is due is looked for soon, and a tick without work costs nothing.
    static let minutes = 5

    let timer: UserTimer
    let program: String
    /// In order; each value with whether it is a secret.
    let variables: [Variable]
    /// Variables that are set here and that the timer does not get.
    let leftBehind: [String]

    struct Variable: Equatable {
        var name: String
        var value: String
        var isSecret = false
    }

    init(_ settings: Settings, timer: UserTimer, program: String, variable: (String) -> String?) {
        self.timer = timer
        self.program = program
        let usual = Settings(home: "")
        var all = [Variable(name: "RESY_MCP_HOME", value: settings.home)]
        func add(_ name: String, _ value: String?, isUsual: Bool = false, isSecret: Bool = false) {
            if let value, !isUsual { all.append(Variable(name: name, value: value, isSecret: isSecret)) }
        }
        add("RESY_API_URL", settings.apiURL, isUsual: settings.apiURL == usual.apiURL)
        add("RESY_WEB_URL", settings.webURL, isUsual: settings.webURL == usual.webURL)
        add("RESY_CACERT", settings.caBundle.flatMap { ProgramPath.absolute($0) })
        let pace = settings.pace
        add("RESY_PACE", "\(Self.plain(pace.lowerBound))-\(Self.plain(pace.upperBound))", isUsual: pace == usual.pace)
        add("RESY_BUDGET", "\(settings.budget)", isUsual: settings.budget == usual.budget)
        add("RESY_API_KEY", settings.apiKeyIsChosen ? settings.apiKey : nil, isSecret: true)
        add("RESY_NOTIFY_URL", settings.notifyURL?.reveal(), isSecret: true)
        add("RESY_NOTIFY_COMMAND", settings.notifyCommand)
        add("RESY_READ_ONLY", settings.isReadOnly ? "true" : nil)
        for name in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"] {
            // It may hold a password.
            add(name, variable(name), isSecret: !name.lowercased().hasPrefix("no"))
        }
        variables = all
        leftBehind = ["RESY_EMAIL", "RESY_PASSWORD", "GOOGLE_PLACES_API_KEY"].filter {
            SettingReader.meant(variable($0)) != nil
        }
    }

    /// The first that no such file can hold.
    var unwritable: String? {
        ([program, timer.settingsPath] + variables.map(\.value)).first { text in
            text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
    }

    var settings: File {
        func text(_ isShown: Bool) -> String {
            let lines = variables.map { "\($0.name)=\(Self.quoted(isShown && $0.isSecret ? "***" : $0.value))" }
            return ([head] + lines).joined(separator: "\n") + "\n"
        }
        return File(path: timer.settingsPath, text: text(false), shown: text(true))
    }

    var service: File {
        file(
            timer.service,
            """
            [Unit]
            Description=Look for the tables that resy-mcp watches

            [Service]
            Type=oneshot
            EnvironmentFile=\(Self.percented(timer.settingsPath))
            ExecStart=\(Self.executable(program)) watch tick
            TimeoutStartSec=300
            """)
    }

    var timerUnit: File {
        file(
            timer.timer,
            """
            [Unit]
            Description=Look for the tables that resy-mcp watches, every \(Self.minutes) minutes

            [Timer]
            OnCalendar=*:0/\(Self.minutes)
            RandomizedDelaySec=60

            [Install]
            WantedBy=timers.target
            """)
    }

    /// What does the same where there is no systemd.
    var cronLine: String {
        // cron takes a per cent sign for the end of a line.
        let shell = "set -a; . \(ShellWords.foreign(timer.settingsPath)); \(ShellWords.foreign(program)) watch tick"
        return "*/\(Self.minutes) * * * * " + shell.replacing("%", with: "\\%")
    }

    private var head: String { "\(UserTimer.mark); resy-mcp watch uninstall removes it." }

    private func file(_ path: String, _ text: String) -> File {
        let text = "\(head)\n\(text)\n"
        return File(path: path, text: text, shown: text)
    }

    // MARK: - Quoting

    /// For a file that both systemd and a shell read.
    static func quoted(_ value: String) -> String {
        let escaped = value.reduce(into: "") { text, character in
            if "\\\"$`".contains(character) { text.append("\\") }
            text.append(character)
        }
        return "\"\(escaped)\""
    }

    /// Not as a specifier of systemd's.
    private static func percented(_ path: String) -> String { path.replacing("%", with: "%%") }

    private static func executable(_ path: String) -> String {
        "\"\(percented(path).replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private static func plain(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
    }
}
