internal import ResyDomain
internal import ResyNative

/// A failure for people: what failed, what to do, and all there is to choose from.
enum FailureText {
    static func render(_ error: ResyError, link: VenueLinks, now: Instant, in voice: Voice = .model) -> String {
        let hint = voice.hint(error)
        var lines = [sentence(voice.message(error))]
        if !hint.isEmpty { lines.append(sentence(hint)) }
        lines += listed(error.choices.map { ($0, choice($0, link, now, in: voice)) })
        if let note = FactsText.unknownBasis(of: error.choices.compactMap(slot)) { lines.append(note) }
        if !voice.tellsWait(error), let seconds = seconds(until: error.retryAt, now: now) {
            lines.append("Try again in \(seconds) s.")
        }
        if let url = error.url, !error.tellsLink(url) { lines.append("By hand: \(url)") }
        return lines.joined(separator: "\n")
    }

    /// Several restaurants have numbers to answer with.
    private static func listed(_ choices: [(ResyError.Choice, String)]) -> [String] {
        let isNumbered = choices.count > 1 && choices.allSatisfy { if case .venue = $0.0 { true } else { false } }
        return choices.enumerated().map { isNumbered ? "\($0.offset + 1). \($0.element.1)" : "- \($0.element.1)" }
    }

    /// Whole seconds to wait, at least one; nil where nothing was said.
    static func seconds(until retry: Instant?, now: Instant) -> Int? {
        guard let retry else { return nil }
        let left = retry.seconds - now.seconds
        return left.isFinite ? Int(min(max(left.rounded(.up), 1), 1e9)) : nil
    }

    private static func choice(
        _ choice: ResyError.Choice, _ link: VenueLinks, _ now: Instant, in voice: Voice
    ) -> String {
        switch choice {
        case .venue(let venue):
            ["\(venue.name)", Words.place(venue), "Resy venue \(venue.id)", link.page(of: venue)].compactMap(\.self)
                .joined(separator: ", ")
        case .reservation(let held): FactsText.reservation(held, link: link, now: now)
        case .slot(let slot, let evening, _, let zone):
            FactsText.slot(slot, evening: evening, zone: zone, now: now, in: voice)
        }
    }

    private static func slot(_ choice: ResyError.Choice) -> Slot? {
        guard case .slot(let slot, _, _, _) = choice else { return nil }
        return slot
    }

    /// Closed by a full stop, so that message and hint stand as sentences whoever wrote them.
    private static func sentence(_ text: String) -> String {
        guard let last = text.last, !".!?:".contains(last) else { return text }
        // A stop after an address would be taken for a part of it.
        if text.split(separator: " ").last?.contains("://") == true { return text }
        return text + "."
    }
}

/// The same for programs: `code`, `message`, `hint`, and what it can be mended with.
enum FailureJSON {
    static func render(_ error: ResyError, link: VenueLinks, now: Instant, in voice: Voice = .model) -> JSON {
        var members: [(String, JSON)] = [
            ("code", .string(error.code.name)), ("message", .string(voice.message(error))),
            ("hint", .string(voice.hint(error))),
        ]
        let candidates = error.choices.compactMap { candidate($0, link) }
        let alternatives = error.choices.compactMap { alternative($0, in: voice) }
        if !candidates.isEmpty { members.append(("candidates", .array(candidates))) }
        // Promised for a table that is gone, even where there is nothing else.
        if !alternatives.isEmpty || error.code == .slotGone { members.append(("alternatives", .array(alternatives))) }
        if let url = error.url { members.append(("url", .string(url))) }
        if let seconds = FailureText.seconds(until: error.retryAt, now: now) {
            members.append(("retry_after_seconds", .integer(seconds)))
        }
        return .object(members)
    }

    private static func candidate(_ choice: ResyError.Choice, _ link: VenueLinks) -> JSON? {
        switch choice {
        case .venue(let venue): Facts.candidate(venue, link: link)
        case .reservation(let held): Facts.reservation(held, link: link)
        case .slot: nil
        }
    }

    private static func alternative(_ choice: ResyError.Choice, in voice: Voice) -> JSON? {
        guard case .slot(let slot, let evening, let party, let zone) = choice else { return nil }
        return Facts.slot(slot, evening: evening, party: party, zone: zone, in: voice)
    }
}
