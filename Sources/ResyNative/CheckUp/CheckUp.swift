internal import ResyDomain

/// Looks at everything the program needs, one thing after the other, and says what is wrong and how to mend it.
///
/// Makes no file, opens the database read-only, and asks Resy one unsigned question.
package struct CheckUp: Sendable {
    package struct Finding: Sendable, Equatable {
        /// `failed`: something needed does not work. `doubtful`: works, or works without it, but look at it.
        package enum Level: String, Sendable { case fine = "ok", doubtful = "warn", failed = "fail" }

        package var level: Level
        /// What was looked at: "home", "API".
        package var what: String
        package var result: String
        /// What to do about it; nil where nothing is to be done.
        package var mend: String?

        static func fine(_ what: String, _ result: String) -> Finding {
            Finding(level: .fine, what: what, result: result, mend: nil)
        }
        static func doubtful(_ what: String, _ result: String, _ mend: String) -> Finding {
            Finding(level: .doubtful, what: what, result: result, mend: mend)
        }
        static func failed(_ what: String, _ result: String, _ mend: String) -> Finding {
            Finding(level: .failed, what: what, result: result, mend: mend)
        }
    }

    let settings: Settings
    let credentials: CredentialStore
    let http: any HTTPClient
    let clock: any WallClock
    /// Name and version, for the first line.
    let program: String

    var home: Home { Home(settings.home) }

    func run(_ report: (Finding) -> Void) async {
        report(.fine("program", ([program] + LinkedVersions.lines).joined(separator: ", ")))
        let folder = homeFolder()
        report(folder)
        report(disk())
        // What lies in a home that is unusable tells nothing more.
        if folder.level != .failed {
            for finding in [credentialsFolder(), key(), signInFile()].compactMap(\.self) { report(finding) }
            for finding in account() { report(finding) }
            report(database())
        }
        report(certificates())
        report(proxy())
        for finding in stopped() { report(finding) }
        if stop(.calls) == nil { for finding in await api() { report(finding) } }
        report(restaurantNames())
        report(await browser())
    }

    // MARK: - Settings

    private func certificates() -> Finding {
        let what = "CA bundle"
        guard let path = CABundle.path(configured: settings.caBundle) else {
            return .doubtful(
                what, "none was found in the usual places",
                "Install ca-certificates, or name a bundle with --cacert.")
        }
        guard Files.isReadable(path) else {
            return .failed(
                what, "\(path) cannot be read", "Name a bundle that can be read with --cacert or RESY_CACERT.")
        }
        return .fine(what, path)
    }

    private func restaurantNames() -> Finding {
        .fine(
            "Google Places",
            settings.placesKey == nil
                ? "no key; restaurants are found by Resy's own search, which is enough"
                : "a key is set; Google was not asked")
    }
}
