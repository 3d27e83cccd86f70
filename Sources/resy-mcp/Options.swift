internal import ResyDomain
internal import ArgumentParser
internal import ResyNative

/// The settings that every command takes, each as a flag and most as a variable; a flag wins.
struct Options: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of all state (RESY_MCP_HOME).", valueName: "dir"), completion: .directory)
    var home: String?

    @Option(help: ArgumentHelp("Resy's API (RESY_API_URL).", valueName: "url"))
    var apiURL: String?

    @Option(help: ArgumentHelp("Resy's site (RESY_WEB_URL).", valueName: "url"))
    var webURL: String?

    @Option(help: ArgumentHelp("Google Places (GOOGLE_PLACES_URL).", valueName: "url"))
    var placesURL: String?

    @Option(
        name: .customLong("cacert"), help: ArgumentHelp("CA bundle (RESY_CACERT).", valueName: "file"),
        completion: .file())
    var caBundle: String?

    @Option(
        help: ArgumentHelp("Browser for the sign-in fallback (RESY_CHROMIUM).", valueName: "path"), completion: .file())
    var chromium: String?

    @Option(
        help: ArgumentHelp(
            "Pause in seconds between requests to Resy, 0 for none (RESY_PACE).", valueName: "min-max"))
    var pace: String?

    @Option(
        help: ArgumentHelp(
            "Requests to Resy in a row that only look; one is back every 15 seconds; 0 for no limit (RESY_BUDGET).",
            valueName: "n"))
    var budget: String?

    @Option(
        help: ArgumentHelp(
            "Ask before booking: always, fees (money at stake) or never (RESY_CONFIRM).", valueName: "when"),
        completion: .list(Settings.Confirm.allCases.map(\.rawValue)))
    var confirm: String?

    @Option(
        help: ArgumentHelp(
            "Most money, for the whole party, that may be agreed to unasked (RESY_MAX_FEE).", valueName: "amount"))
    var maxFee: String?

    @Option(
        help: ArgumentHelp(
            "Book nothing unasked that is free to cancel only until more hours before it, or nobody says until when "
                + "(RESY_MAX_CUTOFF).", valueName: "hours"))
    var maxCutoff: String?

    @Flag(help: "Offer only tools that change nothing (RESY_READ_ONLY).")
    var readOnly = false

    @Flag(help: "Trace HTTP on stderr, secrets masked (RESY_CURL_VERBOSE).")
    var curlVerbose = false

    @Option(
        help: ArgumentHelp(
            "Log on stderr: trace, debug, info, notice, warning, error or critical (RESY_LOG_LEVEL).",
            valueName: "level"), completion: .list(Options.logLevels))
    var logLevel: String?

    /// Each command's help says its own options alone, and where these are told. A shell is to know all of them.
    static var visibility: ArgumentVisibility {
        CommandLine.arguments.contains { $0.hasPrefix("--generate-completion-script") } ? .default : .hidden
    }

    static let logLevels = ["trace", "debug", "info", "notice", "warning", "error", "critical"]

    /// All settings, checked; throws a usage error that names the flag or variable, its value and what is allowed.
    func settings(
        _ habits: HabitOptions? = nil,
        environment: @escaping (String) -> String? = Environment.value,
        recordedFolder: @escaping () -> String? = { UserFolder.recorded }
    ) throws -> Settings {
        let reader = SettingReader(environment: environment, recordedFolder: recordedFolder)
        var settings = Settings(home: try reader.home(flag: home))
        if let url = try reader.url("--api-url", apiURL, "RESY_API_URL") { settings.apiURL = url }
        if let url = try reader.url("--web-url", webURL, "RESY_WEB_URL") { settings.webURL = url }
        if let url = try reader.url("--places-url", placesURL, "GOOGLE_PLACES_URL") { settings.placesURL = url }
        settings.placesKey = reader.variable("GOOGLE_PLACES_API_KEY").map { Secret($0) }
        settings.email = reader.variable("RESY_EMAIL")?.trimmed
        settings.password = reader.variable("RESY_PASSWORD").map { Secret($0) }
        settings.releasesURL = try reader.releasesURL()
        settings.notifyURL = try reader.notifyURL().map { Secret($0) }
        settings.notifyCommand = try reader.notifyCommand()
        settings.configFolder = try? reader.configFolder()
        settings.hasUsualHome = reader.userFolder.map { SettingReader.usualHome(of: $0) == settings.home } ?? false
        if let key = try reader.apiKey() {
            settings.apiKey = key
            settings.apiKeyIsChosen = true
        }
        settings.caBundle = try reader.path("--cacert", caBundle, "RESY_CACERT")
        settings.chromium = try reader.path("--chromium", chromium, "RESY_CHROMIUM")
        if let pace = try reader.pace(pace) { settings.pace = pace }
        if let budget = try reader.budget(budget) { settings.budget = budget }
        if let confirm = try reader.choice(
            "--confirm", confirm, "RESY_CONFIRM", among: Settings.Confirm.allCases.map { ($0.rawValue, $0) })
        {
            settings.confirm = confirm
        }
        if let fee = try reader.amount("--max-fee", maxFee, "RESY_MAX_FEE") { settings.largestFee = fee }
        settings.longestCutOff = try reader.hours("--max-cutoff", maxCutoff, "RESY_MAX_CUTOFF")
        if let party = try reader.party("--party", habits?.party, "RESY_PARTY") { settings.party = party }
        settings.city = reader.words("--in", habits?.city, "RESY_CITY")
        settings.isReadOnly = try reader.flag(readOnly, "RESY_READ_ONLY")
        settings.tracesHTTP = try reader.flag(curlVerbose, "RESY_CURL_VERBOSE")
        if let level = try reader.choice(
            "--log-level", logLevel, "RESY_LOG_LEVEL", among: Options.logLevels.map { ($0, $0) })
        {
            settings.logLevel = level
        }
        return settings
    }
}
