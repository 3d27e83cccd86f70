/// The command line of the browser: quiet, private, and with nothing that hides that a program steers it.
enum ChromiumFlags {
    /// `userAgent`: nil for its own.
    static func all(
        folder: BrowserFolder.Paths, isHeaded: Bool, isRoot: Bool, userAgent: String?, extra: [String]
    ) -> [String] {
        var flags = [
            "--remote-debugging-port=0", "--remote-debugging-pipe", "--user-data-dir=\(folder.profile)",
            "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
            "--disable-component-update", "--disable-default-apps", "--disable-extensions", "--disable-sync",
            "--disable-breakpad", "--disable-crash-reporter", "--disable-client-side-phishing-detection",
            "--metrics-recording-only", "--password-store=basic", "--use-mock-keychain", "--disable-dev-shm-usage",
            "--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding", "--mute-audio", "--window-size=1280,900", "--lang=en-US",
        ]
        // A window comes with the page that is opened, and no second one beside it.
        flags.append(isHeaded ? "--no-startup-window" : "--headless=new")
        // Its sandbox refuses to start for root.
        if isRoot { flags.append("--no-sandbox") }
        if let userAgent { flags.append("--user-agent=\(userAgent)") }
        return flags + extra + (isHeaded ? [] : ["about:blank"])
    }
}
