internal import ResyDomain
internal import ResyNative

/// What a search has no tables of, and what ended it before all was looked at.
extension Voice {
    /// A sentence for each reason, with all that it is true of: `Sold out: Carbone, Don Angie.`
    func sentences(_ all: [LeftOut]) -> [String] {
        var heads: [(head: String, ones: [LeftOut])] = []
        var sentences: [String] = []
        for one in all where one.reason != .notLooked {
            if case .unnamed(let error) = one.reason {
                sentences.append(choice(error))
                continue
            }
            let head = reason(one.reason).head
            if let index = heads.firstIndex(where: { $0.head == head }) {
                heads[index].ones.append(one)
            } else {
                heads.append((head, [one]))
            }
        }
        return sentences + heads.map { "\($0.head): \(Self.few(things($0.ones)))." }
    }

    /// `Carbone (until Dec 5)`, `Don Angie, Lilia Fri Dec 4 to Sun Dec 6`: each restaurant once, those of the same days together.
    private func things(_ all: [LeftOut]) -> [String] {
        var things: [(names: [String], venue: Int?, rest: String)] = []
        for one in all.folded {
            let rest = rest(one)
            guard case .evening(let venue, _) = one.subject else {
                things.append(([one.days.isEmpty ? subject(one.subject) : days(one.days)], nil, rest))
                continue
            }
            if let index = things.firstIndex(where: { $0.venue == venue.id }) {
                things[index].rest += ",\(rest)"
            } else {
                things.append(([venue.name], venue.id, rest))
            }
        }
        var joint: [(names: [String], venue: Int?, rest: String)] = []
        for thing in things {
            let index = joint.firstIndex { $0.venue != nil && thing.venue != nil && $0.rest == thing.rest }
            if let index { joint[index].names += thing.names } else { joint.append(thing) }
        }
        return joint.map { $0.names.joined(separator: ", ") + $0.rest }
    }

    /// ` Sat Dec 5 to Sun Dec 27 (5:00 PM)`, ` after Tue Dec 29`
    private func rest(_ one: LeftOutDays) -> String {
        if case .notPublished(let last?) = one.reason { return " after \(last.spoken)" }
        let isOfOne = if case .evening = one.subject { true } else { false }
        return (isOfOne ? " \(days(one.days))" : "") + (reason(one.reason).detail.map { " (\($0))" } ?? "")
    }

    /// `“Joe's” fits 2 restaurants on Resy: Joe's, Chicago (Resy venue 5) or Joe's, New York (Resy venue 6).`
    private func choice(_ error: ResyError) -> String {
        let venues = error.choices.compactMap { choice -> Venue? in
            if case .venue(let venue) = choice { venue } else { nil }
        }
        let message = Words.sentence(Words.capitalized(self.message(error)))
        guard !venues.isEmpty else { return joined([message, text(error.advice)]) }
        let named = venues.map { venue in
            let place = [venue.name, venue.neighborhood, venue.city].compactMap(\.self).filter { !$0.isBlank }
            return "\(place.joined(separator: ", ")) (Resy venue \(venue.id))"
        }
        return "\(message.hasSuffix(".") ? "\(message.dropLast()):" : message) \(Self.few(named, last: " or "))."
    }

    /// One of them, for programs: `sold out`, `only at other times: 5:00, 9:30 PM`.
    func reason(_ one: LeftOut) -> String { told(one.reason) }

    func told(_ all: LeftOut.Reason) -> String {
        if case .unnamed(let error) = all { return Words.capitalized(message(error)) }
        let (head, detail) = reason(all)
        return "\(head.prefix(1).lowercased())\(head.dropFirst())\(detail.map { ": \($0)" } ?? "")"
    }

    /// What several may share, and what is of one alone.
    private func reason(_ reason: LeftOut.Reason) -> (head: String, detail: String?) {
        switch reason {
        case .unnamed(let error): (message(error), nil)
        case .noTable: ("No table", nil)
        case .nothingFits: ("No table that fits", nil)
        case .soldOut: ("Sold out", nil)
        case .closed: ("Closed", nil)
        case .notPublished(let last):
            ("Not published yet", last.map { "tables are shown up to \($0.spoken)" })
        case .otherTimes(let nearest): ("Only at other times", nearest.isEmpty ? nil : eveningTimes(nearest))
        case .otherSeatings(let seatings):
            (
                "Only with other seatings",
                seatings.isEmpty ? nil : seatings.map { CleanText.name($0) }.joined(separator: ", ")
            )
        case .dearer: ("Costs more than that, or may", nil)
        case .absence(.onTock): ("Books on Tock", nil)
        case .absence(.closed(let reopens)): ("Closed for a while", "until \(reopens.spoken)")
        case .sizes(let sizes): ("Takes other party sizes online", "\(sizes.smallest) to \(sizes.largest)")
        case .elsewhere: ("Not in that place", nil)
        case .placeUnknown: ("Not known to be in that place", nil)
        case .beyondLimit: ("Beyond \(either("limit", "--limit"))", nil)
        case .past: ("Past", nil)
        case .notLooked: ("Not looked at", nil)
        case .unread(let finding): ("Could not be read", plain(finding))
        }
    }

    func subject(_ subject: LeftOut.Subject) -> String {
        switch subject {
        case .name(let name): CleanText.quoted(name, to: 60)
        case .venue(let venue): venue.name
        case .evening(let venue, let day): "\(venue.name) \(day.spoken)"
        case .day(let day): day.spoken
        case .restaurants(let count): "\(count) more restaurant\(count == 1 ? "" : "s")"
        }
    }

    /// `A, B and 9 more`
    private static func few(_ things: [String], last: String = ", ") -> String {
        let most = 12
        let shown = things.prefix(most)
        if things.count > most { return shown.joined(separator: ", ") + " and \(things.count - most) more" }
        if last == ", " { return shown.joined(separator: shown.contains { $0.contains(", ") } ? "; " : ", ") }
        return shown.dropLast().joined(separator: ", ") + (shown.count > 1 ? last : "") + (shown.last ?? "")
    }

    // MARK: - Not looked at

    /// `Not looked at: Carbone, Don Angie. The looking budget of this computer is used up …`; empty where all was.
    func unlooked(_ found: FoundTables) -> [String] {
        let things = things(found.leftOut.filter { $0.reason == .notLooked })
        let list = things.isEmpty ? [] : ["Not looked at: \(Self.few(things))."]
        guard let end = found.end else { return list }
        return (list.isEmpty ? ["Not all was looked at."] : list) + [text(end)]
    }

    func text(_ end: SearchEnd) -> String {
        switch end {
        case .budget: text(.program(.lookedEnough(.now))) + either("", " It is changed with --budget.")
        case .finds(let most): "One search reads the tables of \(most) restaurants and days one by one."
        case .time: "The time for one search was over."
        case .failed(let finding, _): plain(finding).map { Words.sentence($0) } ?? "Resy's answer could not be read."
        }
    }

    /// Nil for what only those who write programs understand.
    private func plain(_ finding: Finding) -> String? {
        if case .service(.schema) = finding { return nil }
        return text(finding).trimmed
    }
}

extension SearchEnd {
    /// When it can go on; nil where nothing has to be waited for, or nobody knows.
    var opens: Instant? {
        switch self {
        case .budget(let until): until
        case .failed(_, let until): until
        case .finds, .time: nil
        }
    }
}
