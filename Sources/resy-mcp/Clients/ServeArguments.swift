internal import ResyNative

/// The words by which an app starts the server as it was set up when the entry was written.
///
/// An app passes on next to no environment, so what a variable chose here is written as a flag. Secrets never are: a
/// process list shows arguments, and the file may be synchronised.
enum ServeArguments {
    /// `settings` are those of `options`, read and checked.
    static func words(
        _ options: Options, _ settings: Settings, userHome: String?, absolute: (String) -> String?
    ) -> [String] {
        var words = ["serve"]
        func add(_ flag: String, _ value: String?) {
            if let value = SettingReader.meant(value) { words += [flag, value.trimmed] }
        }
        let home = absolute(settings.home) ?? settings.home
        if userHome.map({ home != "\($0)/.local/share/resy-mcp" }) ?? true { add("--home", home) }
        add("--api-url", options.apiURL)
        add("--web-url", options.webURL)
        add("--places-url", options.placesURL)
        add("--cacert", options.caBundle.flatMap { _ in settings.caBundle.flatMap(absolute) })
        add("--chromium", options.chromium.flatMap { _ in settings.chromium.flatMap(absolute) })
        add("--pace", options.pace)
        add("--confirm", options.confirm)
        add("--max-fee", options.maxFee)
        if options.readOnly { words.append("--read-only") }
        if options.curlVerbose { words.append("--curl-verbose") }
        add("--log-level", options.logLevel)
        return words
    }

    /// Variables that are set here and that the app will not pass on.
    static func leftBehind(_ options: Options, variable: (String) -> String?) -> [String] {
        let chosen: [(String, Bool)] = [
            ("RESY_API_URL", options.apiURL != nil), ("RESY_WEB_URL", options.webURL != nil),
            ("GOOGLE_PLACES_URL", options.placesURL != nil), ("RESY_CACERT", options.caBundle != nil),
            ("RESY_CHROMIUM", options.chromium != nil), ("RESY_PACE", options.pace != nil),
            ("RESY_CONFIRM", options.confirm != nil), ("RESY_MAX_FEE", options.maxFee != nil),
            ("RESY_READ_ONLY", options.readOnly), ("RESY_CURL_VERBOSE", options.curlVerbose),
            ("RESY_LOG_LEVEL", options.logLevel != nil), ("RESY_API_KEY", false), ("RESY_EMAIL", false),
            ("RESY_PASSWORD", false), ("GOOGLE_PLACES_API_KEY", false),
        ]
        return chosen.filter { !$0.1 && SettingReader.meant(variable($0.0)) != nil }.map(\.0)
    }
}
