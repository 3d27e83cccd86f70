internal import ResyDomain

/// Where the browser is: the user's choice, or the first of the usual names.
struct ChromiumFinder {
    static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
        "microsoft-edge-stable",
    ]
    /// Programs that start this one often hand on a short PATH.
    static let usualFolders = ["/usr/local/bin", "/usr/bin", "/bin", "/snap/bin", "/opt/google/chrome"]
    static let applications = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]

    /// Path or name.
    var configured: String?
    /// `PATH`.
    var searchPath: String
    var isProgram: (String) -> Bool = { Files.isProgram($0) }

    func path() throws(ResyError) -> String {
        guard let configured else { return try usual() }
        if configured.contains("/") {
            if isProgram(configured) { return configured }
        } else if let found = first(of: [configured]) {
            return found
        }
        throw ResyError(
            .signInBlocked, .browser(.configuredIsMissing(path: configured)), advice: [.browser(.nameOneOrNone)])
    }

    private func usual() throws(ResyError) -> String {
        if let found = first(of: Self.names) ?? Self.applications.first(where: isProgram) { return found }
        throw ResyError(
            .signInBlocked, .browser(.none(names: Self.names, folders: folders)), advice: [.browser(.install)])
    }

    private var folders: [String] {
        let given = searchPath.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        return given + Self.usualFolders.filter { !given.contains($0) }
    }

    /// A name that comes first wins over a folder that does.
    private func first(of names: [String]) -> String? {
        for name in names {
            for folder in folders where isProgram(folder + "/" + name) { return folder + "/" + name }
        }
        return nil
    }
}
