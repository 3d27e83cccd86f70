/// The browser's variables: only those it is known to need, so that no secret of ours or of others gets there.
enum ChromiumEnvironment {
    private static let always = [
        "PATH", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ", "USER", "LOGNAME", "LD_LIBRARY_PATH",
        "FONTCONFIG_FILE", "FONTCONFIG_PATH", "CHROME_DEVEL_SANDBOX",
        "http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
    ]
    private static let forWindows = [
        "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP",
    ]
    /// Longest path of a socket, the closing NUL included; macOS has the shorter one.
    private static let socketPathLimit = 104
    /// Where Chromium puts its socket below the folder; the six signs stand for a random suffix, and only the length counts.
    private static let socket = "/org.chromium.Chromium.XXXXXX/SingletonSocket"

    static func all(
        folder: BrowserFolder.Paths, isHeaded: Bool, variable: (String) -> String?
    ) -> [String: String] {
        var all: [String: String] = [:]
        for name in always + (isHeaded ? forWindows : []) { all[name] = variable(name) }
        // Without the variable the file is looked for at home, and that is ours below.
        if isHeaded, all["XAUTHORITY"] == nil, let home = variable("HOME") { all["XAUTHORITY"] = home + "/.Xauthority" }
        all["HOME"] = folder.home
        all["XDG_CONFIG_HOME"] = folder.home + "/.config"
        all["XDG_CACHE_HOME"] = folder.home + "/.cache"
        all["XDG_DATA_HOME"] = folder.home + "/.local/share"
        // A socket of its own lies there, which a browser that is killed leaves behind.
        all["TMPDIR"] =
            folder.temporary.utf8.count + socket.utf8.count < socketPathLimit ? folder.temporary : variable("TMPDIR")
        return all
    }
}
