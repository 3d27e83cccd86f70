internal import ResyDomain

/// Asks the configured service what this program asks it, without signing in, and compares each answer with what is
/// assumed of it. Ends at the first limit or block.
struct LiveLook {
    /// Without a token.
    let resy: ResyCall
    /// Below it: what came, as it came.
    let tap: Tap
    let clock: any WallClock

    private var report: LiveReport
    private var recording: Recording?
    /// Why no further call goes out.
    private var isOver = false

    private static let calls: [Endpoint] = [.search, .venue, .calendar, .config, .find]
    /// Days of the calendar that are asked for.
    private static let horizon = 30

    init(resy: ResyCall, tap: Tap, clock: any WallClock) {
        self.resy = resy
        self.tap = tap
        self.clock = clock
        report = LiveReport(party: 2)
    }

    /// Throws `ResyError` for a request that cannot be read or a folder that cannot be written.
    mutating func run(_ wanted: LiveRequest) async throws -> LiveReport {
        report = LiveReport(party: wanted.party)
        recording = try wanted.folder.map { folder in try Recording(folder, resy.redactor) }
        if let venue = try await venue(wanted.venue) {
            var shown = venue
            shown.name = resy.redactor.cleanLine(venue.name, to: 80)
            report.venue = shown
            try await tables(at: venue, wanted)
        }
        for endpoint in Self.calls where !report.calls.contains(where: { $0.name == Self.name(endpoint) }) {
            report.calls.append(LiveReport.Call(name: Self.name(endpoint), outcome: .notAsked))
        }
        return report
    }

    // MARK: - The calls

    private mutating func venue(_ text: String) async throws -> Venue? {
        let resy = resy
        if let address = VenueAddress(text) {
            let page = try await ask(.venue) {
                try await resy.venue(slug: address.slug, citySlug: address.citySlug)
            }
            guard let venue = page?.venue ?? readable(at: .venue) else { return nil }
            _ = try await ask(.search) { try await resy.searchVenues(venue.name) }
            return venue
        }
        guard let hits = try await ask(.search, { try await resy.searchVenues(text) }) else {
            return nil
        }
        switch VenueMatch.judge(WantedVenue(name: text), hits) {
        case .match(let hit):
            let page = try await ask(.venue) { try await resy.venue(id: hit.id) }
            guard var venue = page?.venue else { return hit }
            venue.complete(with: hit)
            return venue
        case .close(let several), .elsewhere(let several), .unplaced(let several):
            report.trouble = ResyError(
                .venueAmbiguous, .program(.severalVenues(name: text)), advice: [.program(.givePage)],
                choices: several.map { .venue($0) })
        case .none:
            report.trouble = ResyError(
                .venueNotFound, .program(.noVenue(name: text)), advice: [.program(.givePage)])
        }
        return nil
    }

    private mutating func tables(at venue: Venue, _ wanted: LiveRequest) async throws {
        let (resy, party) = (resy, wanted.party)
        let today = venue.zone?.local(clock.now).day ?? CalendarDay(daysSince1970: Int(clock.now.seconds / 86_400))
        var day = try wanted.date.map { date in
            try WantedEvening.read(date: date, time: nil, at: venue, now: clock.now).day
        }
        let calendar = try await ask(.calendar) {
            try await resy.calendar(
                venue: venue.id, party: party, from: today, to: today.adding(days: Self.horizon))
        }
        _ = try await ask(.config) { try await resy.leadDays(venue: venue.id) }
        day = day ?? calendar?.openDays.first ?? today.adding(days: 1)
        guard let day else { return }
        report.day = day
        let found = try await ask(.find) { try await resy.find(venue: venue, day: day, party: party) }
        report.tables = found?.slots.count
    }

    /// What the decoder would not take may still say which venue it is about.
    private func readable(at endpoint: Endpoint) -> Venue? {
        guard let answer = answer, let id = try? answer.optional("id")?.optional("resy")?.integer,
            let name = try? answer.optional("name")?.text
        else { return nil }
        return Venue(id: id, name: CleanText.name(name))
    }

    // MARK: - One call

    private mutating func ask<R>(_ endpoint: Endpoint, _ work: () async throws -> R) async throws -> R? {
        guard !isOver else { return nil }
        tap.clear()
        resy.context.progress(.askingFor(endpoint))
        do {
            let value = try await work()
            try note(endpoint, nil)
            return value
        } catch let failure as APIFailure {
            try note(endpoint, failure)
            return nil
        }
    }

    private var answer: JSON? {
        tap.lastGoodBody.flatMap { try? JSON(chunks: $0) }
    }

    private mutating func note(_ endpoint: Endpoint, _ failure: APIFailure?) throws {
        var call = LiveReport.Call(name: Self.name(endpoint), outcome: .answered)
        switch failure {
        case nil, .schema:
            if let answer {
                call.findings = WireComparison.compare(answer, Assumption.table(of: endpoint))
                if case .schema(let path) = failure, !call.findings.contains(where: \.isBroken) {
                    call.findings.append(
                        .unreadable(path, expected: "what the program can read", seen: "something else"))
                }
                if let path = try recording?.keep(answer, as: call.name) { report.recorded.append(path) }
            } else {
                call.findings = [.unreadable("$", expected: "JSON", seen: "something else")]
            }
        case .refused, .server, .gone: call.outcome = .failed(explained(failure))
        default:
            call.outcome = .failed(explained(failure))
            isOver = true
        }
        report.calls.append(call)
    }

    private func explained(_ failure: APIFailure?) -> ResyError {
        // A key that is refused, not a sign-in: there is none.
        if failure == .signedOut || failure == .wrongKey {
            return ResyError(.resyError, .program(.keyRefused), advice: [.program(.correctKey)])
        }
        return failure?.explained() ?? ResyError(.resyError, .program(.noAnswer), advice: [.program(.tryAgain)])
    }

    /// Also the name of its file.
    private static func name(_ endpoint: Endpoint) -> String { String(describing: endpoint) }
}
