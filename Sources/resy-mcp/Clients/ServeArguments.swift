internal import ResyDomain
internal import ResyNative

/// The words by which an app starts the server as it was set up when the entry was written.
///
/// An app passes on next to no environment, so what a variable chose here is written as a flag, also where it chose what
/// counts anyhow: an entry that is there may have another. Secrets never are: a process list shows arguments, and the file may be synchronised. Neither is leave to
/// book unasked, which somebody may have set for one evening: that takes a flag of this very command.
struct ServeArguments {
    private(set) var words = ["serve"]
    /// Variables that were written as flags.
    private(set) var carried: [(variable: String, flag: String)] = []
    /// Variables that are set here and that did not go into the entry.
    private(set) var leftBehind: [LeftBehind] = []

    struct LeftBehind: Equatable {
        enum Reason: CaseIterable {
            /// A password and what goes with it.
            case signIn
            case key
            /// It says where a watch sends its message; an app's server sends none.
            case watching
            /// It lets a booking be made unasked: only who installs may say that, in so many words.
            case unasked
            /// `doctor` alone asks there.
            case checkUp
            /// It may hold a password.
            case proxy
        }

        var variable: String
        var reason: Reason
    }

    private struct Setting {
        var flag: String
        /// Those that may have chosen it.
        var variables: [String]
        /// It was given to this very command.
        var isGiven: Bool
        /// As it is to be written; nil where it has not been chosen.
        var value: String?
        /// It has no value: it is there or not.
        var isSwitch = false
    }

    /// `settings` are those of `options`, read and checked. `userHome` is the user's own folder.
    init(
        _ options: Options, _ settings: Settings, _ habits: HabitOptions? = nil, userHome: String?,
        variable: (String) -> String?,
        absolute: (String) -> String?
    ) {
        func isSet(_ name: String) -> Bool { SettingReader.meant(variable(name)) != nil }
        for setting in Self.table(
            options, habits, settings, userHome: userHome, variable: variable, absolute: absolute)
        {
            guard let value = setting.value else { continue }
            words += setting.isSwitch ? [setting.flag] : [setting.flag, value]
            guard !setting.isGiven, let name = setting.variables.first(where: isSet) else { continue }
            carried.append((name, setting.flag))
        }
        let unasked = Self.unasked(options, settings)
        leftBehind = SettingName.allCases.filter { isSet($0.rawValue) }.compactMap { name in
            let reason: LeftBehind.Reason? =
                switch Self.way(of: name) {
                case .flag: nil
                case .flagWhereItAsks: unasked.contains(name.rawValue) ? .unasked : nil
                case .stays(let reason): reason
                }
            return reason.map { LeftBehind(variable: name.rawValue, reason: $0) }
        }
    }

    /// What becomes of a setting that the environment alone has.
    enum Way: Equatable {
        /// It goes into the entry as its flag.
        case flag
        /// The same, unless it lets a booking be made unasked.
        case flagWhereItAsks
        case stays(LeftBehind.Reason)
    }

    static func way(of name: SettingName) -> Way {
        switch name {
        case .home, .dataFolder, .apiURL, .webURL, .placesURL, .caBundle, .chromium, .pace, .budget, .maxCutoff, .party,
            .city, .readOnly, .curlVerbose, .logLevel:
            .flag
        case .confirm, .maxFee: .flagWhereItAsks
        case .email, .password: .stays(.signIn)
        case .apiKey, .placesKey: .stays(.key)
        case .notifyURL, .notifyCommand: .stays(.watching)
        case .releasesURL: .stays(.checkUp)
        case .httpsProxy, .bigHTTPSProxy, .anyProxy, .bigAnyProxy, .noProxy, .bigNoProxy: .stays(.proxy)
        }
    }

    /// Variables that would let a booking be made without a question.
    private static func unasked(_ options: Options, _ settings: Settings) -> [String] {
        var names: [String] = []
        if SettingReader.meant(options.confirm) == nil, settings.confirm == .never { names.append("RESY_CONFIRM") }
        if SettingReader.meant(options.maxFee) == nil, settings.largestFee != Settings(home: "").largestFee {
            names.append("RESY_MAX_FEE")
        }
        return names
    }

    /// The flags that count before that variable; none for one that is no setting.
    static func flags(of variable: String) -> [String] {
        [SettingName(rawValue: variable)?.flag].compactMap(\.self)
    }

    private static func table(
        _ options: Options, _ habits: HabitOptions?, _ settings: Settings, userHome: String?,
        variable: (String) -> String?, absolute: (String) -> String?
    ) -> [Setting] {
        let usualHome = userHome.map { SettingReader.usualHome(of: $0) } ?? ""
        let givenHome = SettingReader.meant(options.home) ?? SettingReader.meant(variable("RESY_MCP_HOME"))
        let unasked = unasked(options, settings)
        /// `value`: another spelling than the one that was given.
        func setting(_ flag: String, _ given: String?, _ name: String, as value: String? = nil) -> Setting {
            let given = SettingReader.meant(given)?.trimmed
            let text = given ?? (unasked.contains(name) ? nil : SettingReader.meant(variable(name))?.trimmed)
            return Setting(flag: flag, variables: [name], isGiven: given != nil, value: text.map { value ?? $0 })
        }
        func toggle(_ flag: String, _ isGiven: Bool, _ name: String, isOn: Bool) -> Setting {
            Setting(flag: flag, variables: [name], isGiven: isGiven, value: isOn ? "" : nil, isSwitch: true)
        }
        return [
            Setting(
                flag: "--home", variables: ["RESY_MCP_HOME", "XDG_DATA_HOME"],
                isGiven: SettingReader.meant(options.home) != nil,
                value: settings.home == usualHome && givenHome == nil ? nil : settings.home),
            setting("--api-url", options.apiURL, "RESY_API_URL"),
            setting("--web-url", options.webURL, "RESY_WEB_URL"),
            setting("--places-url", options.placesURL, "GOOGLE_PLACES_URL"),
            setting("--cacert", options.caBundle, "RESY_CACERT", as: settings.caBundle.flatMap(absolute)),
            setting("--chromium", options.chromium, "RESY_CHROMIUM", as: settings.chromium.flatMap(absolute)),
            setting("--pace", options.pace, "RESY_PACE"),
            setting("--budget", options.budget, "RESY_BUDGET"),
            setting("--confirm", options.confirm, "RESY_CONFIRM"),
            setting("--max-fee", options.maxFee, "RESY_MAX_FEE"),
            setting("--max-cutoff", options.maxCutoff, "RESY_MAX_CUTOFF"),
            setting("--party", habits?.party, "RESY_PARTY"),
            setting("--in", habits?.city, "RESY_CITY"),
            toggle("--read-only", options.readOnly, "RESY_READ_ONLY", isOn: settings.isReadOnly),
            toggle("--curl-verbose", options.curlVerbose, "RESY_CURL_VERBOSE", isOn: settings.tracesHTTP),
            setting("--log-level", options.logLevel, "RESY_LOG_LEVEL"),
        ]
    }
}
