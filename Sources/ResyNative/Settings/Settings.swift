package import ResyDomain

/// What a user can set, by flag or by variable, after blank values were taken as unset.
package struct Settings: Sendable {
    package enum Confirm: String, Sendable, CaseIterable { case always, fees, never }

    /// Folder of all state.
    package var home: String
    /// It is the one that nobody chose.
    package var hasUsualHome = false
    package var apiURL = "https://api.resy.com"
    package var webURL = "https://resy.com"
    package var placesURL = "https://places.googleapis.com"
    package var placesKey: Secret?
    package var email: String?
    package var password: Secret?
    /// Application-level and public: the one in every page of the site.
    package var apiKey = "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5"
    /// True when the user chose the key, so that none learned elsewhere replaces it.
    package var apiKeyIsChosen = false
    package var caBundle: String?
    package var chromium: String?
    /// Seconds of pause between requests to Resy; `0...0` switches it off.
    package var pace: ClosedRange<Double> = 1...3
    /// Requests that this home may ask Resy in a row to look at restaurants, see `LookingBudget`; zero: no limit.
    package var budget = 20
    package var confirm: Confirm = .fees
    package var largestFee: Double = 0
    /// Hours before a table: one that is free to cancel only until earlier, or nobody says until when, is not booked unasked.
    package var longestCutOff: Double?
    /// How many, where nobody says.
    package var party = 2
    /// Where a restaurant is, of several that one name fits.
    package var city: String?
    package var isReadOnly = false
    /// Where a watch sends its message: an address, which is a secret, a program by its whole path, or both.
    package var notifyURL: Secret?
    package var notifyCommand: String?
    /// What tells of the newest release, for `doctor --live`; nil asks nobody.
    package var releasesURL: String?
    /// The folder of this user's configurations, where a timer is set up; nil where nobody knows it.
    package var configFolder: String?
    package var tracesHTTP = false
    package var logLevel = "notice"

    package init(home: String) {
        self.home = home
    }
}

extension Settings {
    /// What pace and stops are kept by.
    var apiHost: String { URLText.host(apiURL) ?? "resy" }

    package var lookingBudget: LookingBudget { LookingBudget(size: budget) }
}

extension Settings {
    /// Nil where nobody knows this user's folders.
    package var timer: UserTimer? {
        configFolder.map { UserTimer(config: $0, home: home, hasUsualHome: hasUsualHome) }
    }
}
