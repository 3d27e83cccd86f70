internal import ResyDomain
internal import ResyNative

/// Tables of several restaurants or days, for programs.
enum FoundTablesJSON {
    /// Things left out that a short answer tells of one by one.
    static let mostLeftOut = 5

    static func render(
        _ found: FoundTables, all: Bool = false, link: VenueLinks, nextStep: String? = nil, now: Instant,
        in voice: Voice = .model
    ) -> JSON {
        let shown = found.shown(all: all)
        let leftOut = found.leftOut(all: all)
        return Facts.object([
            ("results", .array(shown.results.map { result($0, of: found, in: voice) })),
            (
                "searched",
                [
                    "venues": .integer(found.searched.venues), "days": .integer(found.searched.days),
                    "requests": .integer(found.searched.requests),
                ]
            ),
            ("left_out", .array(leftOut.folded.map { left($0, link, in: voice) })),
            ("continue_after", .integer(wait(found, now: now))),
            ("cursor", .string(found.cursor)),
            ("note", Facts.texts(notes(found, shown, in: voice))),
            ("next_step", .string(nextStep)),
        ])
    }

    private static func result(_ result: FoundTables.Result, of found: FoundTables, in voice: Voice) -> JSON {
        let venue = result.venue
        let more: [(String, JSON)] = [
            ("neighborhood", .string(venue.neighborhood)), ("cuisine", Facts.texts(venue.cuisines)),
            ("price", .integer(venue.price)), ("rating", .number(venue.rating.map { ($0 * 100).rounded() / 100 })),
        ]
        return Facts.object([
            ("venue", Facts.object(Facts.venue(venue, url: result.url).members.map { ($0.key, $0.value) } + more)),
            (
                "days",
                .array(
                    result.evenings.map { evening in
                        [
                            "date": .string(evening.day.iso),
                            "tables": Facts.tables(evening.slots, evening: evening.day, zone: venue.zone, in: voice),
                        ]
                    })
            ),
            ("why", .string(voice.why(result, of: found))),
        ])
    }

    private static func left(_ one: LeftOutDays, _ link: VenueLinks, in voice: Voice) -> JSON {
        var members: [(String, JSON)] =
            switch one.subject {
            case .name(let name): [("name", .string(CleanText.name(name)))]
            case .venue(let venue): [("name", .string(venue.name))]
            case .evening(let venue, _): [("name", .string(venue.name)), ("day", .string(spans(one.days)))]
            case .day: [("day", .string(spans(one.days)))]
            case .restaurants: [("name", .string(voice.subject(one.subject)))]
            }
        members.append(("reason", .string(voice.told(one.reason))))
        if case .unnamed(let error) = one.reason {
            let candidates = error.choices.compactMap { choice -> JSON? in
                if case .venue(let venue) = choice { Facts.candidate(venue, link: link) } else { nil }
            }
            if !candidates.isEmpty { members.append(("candidates", .array(candidates))) }
        }
        return .object(members)
    }

    /// `2026-12-05 to 2026-12-29`
    private static func spans(_ days: [CalendarDay]) -> String {
        days.runs.map { $0.first == $0.last ? $0.first.iso : "\($0.first.iso) to \($0.last.iso)" }
            .joined(separator: ", ")
    }

    /// How doubtful words were read, where it was searched, what is not shown, why it ended, how old an answer is.
    private static func notes(_ found: FoundTables, _ shown: FoundTables.Shown, in voice: Voice) -> [String] {
        let readings = found.readings.map { voice.text($0) + "." }
        let place = found.place.map { ["Searched in \(CleanText.name($0))."] } ?? []
        return readings + place + voice.asides(found, shown) + (found.end.map { [voice.text($0)] } ?? [])
            + (voice.nobody(found).map { [$0] } ?? []) + voice.texts(found.asides)
    }
}

extension FoundTablesJSON {
    /// Seconds until the same search can go on; at once is a second.
    fileprivate static func wait(_ found: FoundTables, now: Instant) -> Int? {
        FailureText.seconds(until: found.end?.opens, now: now) ?? (found.cursor == nil ? nil : 1)
    }
}

extension FoundTables {
    /// What was left out, in so many words as an answer has room for. `hasGrid`: a cell that is empty tells it of an evening.
    func leftOut(all: Bool, hasGrid: Bool = false) -> [LeftOut] {
        LeftOut.gathered(
            leftOut, shown: hasGrid ? Set(results.map(\.venue.id)) : [],
            most: all ? Int.max : FoundTablesJSON.mostLeftOut)
    }
}

extension Voice {
    /// How old the answer is, and that not all of it is shown.
    func asides(_ found: FoundTables, _ shown: FoundTables.Shown) -> [String] {
        [age(found), cut(shown)].compactMap(\.self)
    }

    /// A model needs no word of what was asked a moment ago.
    private func age(_ found: FoundTables) -> String? {
        guard let age = found.searched.age, age >= 5 else { return nil }
        return "The oldest of Resy's answers used is \(span(seconds: age)) old."
    }

    private func cut(_ shown: FoundTables.Shown) -> String? {
        guard shown.isCut else { return nil }
        let rest = either("detail: full shows all", "--all shows all")
        guard !shown.hiddenSeatings.isEmpty else { return "Only a few times of each seating are shown; \(rest)." }
        let names = shown.hiddenSeatings.prefix(6).map { CleanText.name($0) }.joined(separator: ", ")
        let more = shown.hiddenSeatings.count - 6
        return "Not shown everywhere: \(names)\(more > 0 ? " and \(more) more seatings" : ""), and more times; \(rest)."
    }
}
