/// Every setting that the environment can have, by its variable. HOME and XDG_CONFIG_HOME are the user's own.
enum SettingName: String, CaseIterable, Sendable {
    case home = "RESY_MCP_HOME"
    case dataFolder = "XDG_DATA_HOME"
    case apiURL = "RESY_API_URL"
    case webURL = "RESY_WEB_URL"
    case placesURL = "GOOGLE_PLACES_URL"
    case caBundle = "RESY_CACERT"
    case chromium = "RESY_CHROMIUM"
    case pace = "RESY_PACE"
    case budget = "RESY_BUDGET"
    case confirm = "RESY_CONFIRM"
    case maxFee = "RESY_MAX_FEE"
    case maxCutoff = "RESY_MAX_CUTOFF"
    case party = "RESY_PARTY"
    case city = "RESY_CITY"
    case readOnly = "RESY_READ_ONLY"
    case curlVerbose = "RESY_CURL_VERBOSE"
    case logLevel = "RESY_LOG_LEVEL"
    case email = "RESY_EMAIL"
    case password = "RESY_PASSWORD"
    case apiKey = "RESY_API_KEY"
    case placesKey = "GOOGLE_PLACES_API_KEY"
    case notifyURL = "RESY_NOTIFY_URL"
    case notifyCommand = "RESY_NOTIFY_COMMAND"
    case releasesURL = "RESY_RELEASES_URL"
    case httpsProxy = "https_proxy"
    case bigHTTPSProxy = "HTTPS_PROXY"
    case anyProxy = "all_proxy"
    case bigAnyProxy = "ALL_PROXY"
    case noProxy = "no_proxy"
    case bigNoProxy = "NO_PROXY"

    /// The one that counts before it; nil where there is none.
    var flag: String? {
        switch self {
        case .home, .dataFolder: "--home"
        case .apiURL: "--api-url"
        case .webURL: "--web-url"
        case .placesURL: "--places-url"
        case .caBundle: "--cacert"
        case .chromium: "--chromium"
        case .pace: "--pace"
        case .budget: "--budget"
        case .confirm: "--confirm"
        case .maxFee: "--max-fee"
        case .maxCutoff: "--max-cutoff"
        case .party: "--party"
        case .city: "--in"
        case .readOnly: "--read-only"
        case .curlVerbose: "--curl-verbose"
        case .logLevel: "--log-level"
        case .email, .password, .apiKey, .placesKey, .notifyURL, .notifyCommand, .releasesURL, .httpsProxy,
            .bigHTTPSProxy, .anyProxy, .bigAnyProxy, .noProxy, .bigNoProxy:
            nil
        }
    }
}
