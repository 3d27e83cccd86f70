package import ResyDomain

/// What a look at the live service was asked for.
package struct LiveRequest: Sendable {
    /// A name, or the address of a page at resy.com.
    package var venue: String
    /// The version that runs, for `Settings.releasesURL`.
    package var running: ReleaseVersion?
    /// In a person's words; nil takes the first day that has a table.
    package var date: String?
    package var party: Int
    /// Where the answers are kept, scrubbed; nil keeps none.
    package var folder: String?

    package init(
        venue: String, date: String? = nil, party: Int = 2, folder: String? = nil, running: ReleaseVersion? = nil
    ) {
        self.venue = venue
        self.running = running
        self.date = date
        self.party = party
        self.folder = folder
    }
}

/// What came of it, call by call.
package struct LiveReport: Sendable {
    package enum Outcome: Sendable, Equatable {
        case answered
        case failed(ResyError)
        case notAsked
    }

    package struct Call: Sendable {
        /// `search`, `venue`, `calendar`, `config`, `find`.
        package var name: String
        package var outcome: Outcome
        package var findings: [WireFinding] = []
    }

    package var calls: [Call] = []
    package var venue: Venue?
    package var day: CalendarDay?
    package var party: Int
    /// How many the last call showed; nil where it was not answered.
    package var tables: Int?
    /// Why not all was asked, where it was not a call's failure.
    package var trouble: ResyError?
    /// Nil where nobody said who knows of releases.
    package var release: ReleaseNews?
    /// Files that were written.
    package var recorded: [String] = []

    package var broken: Int { calls.reduce(0) { $0 + $1.findings.count(where: \.isBroken) } }

    package var isAnswered: Bool { trouble == nil && calls.allSatisfy { $0.outcome == .answered } }

    /// Without a table nothing is known of the fields that a booking is made from.
    package var hasTables: Bool { (tables ?? 0) > 0 }

    /// Everything was answered, a table was in it, and nothing required has drifted.
    package var isWell: Bool { isAnswered && hasTables && broken == 0 }
}
