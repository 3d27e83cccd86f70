package import ResyDomain

/// Looks at everything the program needs, one thing after the other, and says what is wrong and how to mend it.
///
/// Makes no file, opens the database read-only, and asks Resy one unsigned question.
package struct CheckUp: Sendable {
    package struct Line: Sendable, Equatable {
        /// `failed`: something needed does not work. `doubtful`: works, or works without it, but look at it.
        package enum Level: String, Sendable { case fine = "ok", doubtful = "warn", failed = "fail" }

        package var level: Level
        /// What was looked at.
        package var what: CheckUpSubject
        package var result: Finding
        /// What to do about it; empty where nothing is to be done.
        package var mend: [Advice]

        static func fine(_ what: CheckUpSubject, _ result: CheckUpFinding) -> Line {
            Line(level: .fine, what: what, result: .checkUp(result), mend: [])
        }
        static func doubtful(_ what: CheckUpSubject, _ result: CheckUpFinding, _ mend: CheckUpAdvice...) -> Line {
            Line(level: .doubtful, what: what, result: .checkUp(result), mend: mend.map { .checkUp($0) })
        }
        static func failed(_ what: CheckUpSubject, _ result: CheckUpFinding, _ mend: CheckUpAdvice...) -> Line {
            Line(level: .failed, what: what, result: .checkUp(result), mend: mend.map { .checkUp($0) })
        }
        static func failed(_ what: CheckUpSubject, _ error: ResyError, _ mend: CheckUpAdvice...) -> Line {
            Line(level: .failed, what: what, result: error.finding, mend: error.advice + mend.map { .checkUp($0) })
        }
    }

    let settings: Settings
    let credentials: CredentialStore
    let http: any HTTPClient
    let clock: any WallClock
    /// Name and version, for the first line.
    let program: String

    var home: Home { Home(settings.home) }

    func run(_ report: (Line) -> Void) async {
        report(.fine(.program, .versions([program] + LinkedVersions.lines)))
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
        if folder.level != .failed { for finding in requests() + watching() { report(finding) } }
        report(restaurantNames())
        report(await browser())
    }

    // MARK: - Settings

    private func certificates() -> Line {
        guard let path = CABundle.path(configured: settings.caBundle) else {
            return .doubtful(.certificates, .noBundle, .installBundle)
        }
        guard Files.isReadable(path) else { return .failed(.certificates, .unreadable(path: path), .nameBundle) }
        return .fine(.certificates, .path(path))
    }

    private func restaurantNames() -> Line {
        .fine(.placesSearch, .placesKey(isSet: settings.placesKey != nil))
    }
}
