internal import ResyDomain
internal import ResyNative

/// A failure in words: what failed, what to do, and all there is to choose from.
enum FailureText {
    static func render(_ error: ResyError, link: VenueLinks, now: Instant, in voice: Voice = .model) -> String {
        let voice = voice.at(now)
        let hint = voice.hint(error)
        var lines = [Words.sentence(Words.capitalized(voice.message(error)))]
        if !error.tellsWait, let retry = error.retryAt { lines[0] += " Next try \(voice.wait(until: retry))." }
        if !hint.isEmpty { lines.append(Words.sentence(Words.capitalized(hint))) }
        lines += listed(error.choices, link, now, in: voice)
        if let url = error.url, !error.tellsLink(url) { lines.append("On Resy's site: \(url)") }
        return lines.joined(separator: "\n")
    }

    /// Whole seconds to wait, at least one; nil where nothing was said.
    static func seconds(until retry: Instant?, now: Instant) -> Int? {
        guard let retry else { return nil }
        let left = retry.seconds - now.seconds
        return left.isFinite ? Int(min(max(left.rounded(.up), 1), 1e9)) : nil
    }

    // MARK: - Choices

    /// Several restaurants have numbers to answer with; tables stand together as in an evening.
    private static func listed(
        _ choices: [ResyError.Choice], _ link: VenueLinks, _ now: Instant, in voice: Voice
    ) -> [String] {
        let venues = choices.compactMap(\.venue).map { candidate($0, link) }
        let numbered = venues.enumerated().map {
            venues.count > 1 ? "\($0.offset + 1). \($0.element)" : "- \($0.element)"
        }
        let reservations = choices.compactMap(\.reservation).map { ReservationText.row($0, now: now, in: voice) }
        return numbered + reservations + tables(choices, now, in: voice)
    }

    private static func candidate(_ venue: Venue, _ link: VenueLinks) -> String {
        ["\(venue.name)", Words.place(venue), "Resy venue \(venue.id)", link.page(of: venue)].compactMap(\.self)
            .joined(separator: ", ")
    }

    private static func tables(_ choices: [ResyError.Choice], _ now: Instant, in voice: Voice) -> [String] {
        guard let (evening, party, zone) = choices.lazy.compactMap(\.evening).first else { return [] }
        let slots = choices.compactMap(\.slot)
        return TablesText(slots, evening: evening, party: party, zone: zone, now: now, voice: voice).lines(slots)
    }
}

/// The same for programs: `code`, `message`, `hint`, and what it can be mended with.
enum FailureJSON {
    static func render(_ error: ResyError, link: VenueLinks, now: Instant, in voice: Voice = .model) -> JSON {
        let voice = voice.at(now)
        var members: [(String, JSON)] = [
            ("code", .string(error.code.name)), ("message", .string(Words.capitalized(voice.message(error)))),
            ("hint", .string(Words.capitalized(voice.hint(error)))),
        ]
        let candidates = error.choices.compactMap { candidate($0, link, in: voice) }
        if !candidates.isEmpty { members.append(("candidates", .array(candidates))) }
        // Promised for a table that is gone, even where there is nothing else.
        let slots = error.choices.compactMap(\.slot)
        if let (evening, _, zone) = error.choices.lazy.compactMap(\.evening).first {
            members.append(("alternatives", Facts.tables(slots, evening: evening, zone: zone, in: voice)))
        } else if error.code == .slotGone {
            members.append(("alternatives", []))
        }
        if let url = error.url { members.append(("url", .string(url))) }
        if let seconds = FailureText.seconds(until: error.retryAt, now: now) {
            members.append(("retry_after_seconds", .integer(seconds)))
        }
        return .object(members)
    }

    private static func candidate(_ choice: ResyError.Choice, _ link: VenueLinks, in voice: Voice) -> JSON? {
        switch choice {
        case .venue(let venue): Facts.candidate(venue, link: link)
        case .reservation(let held): Facts.reservation(held, link: link, in: voice)
        case .slot: nil
        }
    }
}

extension ResyError.Choice {
    fileprivate var venue: Venue? { if case .venue(let venue) = self { venue } else { nil } }
    fileprivate var reservation: Reservation? { if case .reservation(let held) = self { held } else { nil } }
    fileprivate var slot: Slot? { if case .slot(let slot, _, _, _) = self { slot } else { nil } }

    /// What all tables of one answer share.
    fileprivate var evening: (day: CalendarDay, party: Int, zone: Zone?)? {
        if case .slot(_, let evening, let party, let zone) = self { (evening, party, zone) } else { nil }
    }
}
