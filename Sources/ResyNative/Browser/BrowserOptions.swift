/// Which browser, and how it is to run.
package struct BrowserOptions: Sendable {
    /// The user's choice, a path or a name; nil for the usual ones.
    package var path: String?
    /// A visible window, for a person to use.
    package var isHeaded = false
    /// Certificates trusted besides the browser's own.
    package var caBundle: String?
    /// Seconds from the start of the process until it can be talked to.
    package var startLimit: Double = 20
    /// Added to the command line.
    var extraFlags: [String] = []
    /// Where the browser's own variables come from.
    var variable: @Sendable (String) -> String? = { Platform.variable($0) }

    package init() {}

    package init(settings: Settings, isHeaded: Bool = false) {
        path = settings.chromium
        caBundle = settings.caBundle
        self.isHeaded = isHeaded
    }
}
