internal import ResyDomain
internal import ResyNative

/// The open days of a restaurant, for programs.
enum OpenDaysJSON {
    static func render(_ found: OpenDays, nextStep: String? = nil, now: Instant, in voice: Voice = .model) -> JSON {
        Facts.object(
            [
                ("venue", Facts.venue(found.venue, url: found.url, showsWhere: true)),
                ("party_size", .integer(found.party)),
                ("days", .array(found.days.map { day($0, found) })),
                ("published_until", .string(found.publishedUntil?.iso)),
                ("release", ReleaseJSON.render(found.releaseAsAsked, in: found.venue.zone)),
                ("note", Facts.texts(notes(found, now: now, in: voice))), ("next_step", .string(nextStep)),
            ], always: ["published_until"])
    }

    private static func day(_ day: OpenDays.Day, _ found: OpenDays) -> JSON {
        Facts.object([
            ("date", .string(day.day.iso)), ("status", .string(day.status.rawValue)),
            ("times", day.slots.map { _ in Facts.times(found.shown(day)) } ?? .null),
        ])
    }

    private static func notes(_ found: OpenDays, now: Instant, in voice: Voice) -> [String] {
        found.readings.map { voice.text($0) + "." } + voice.asides(found) + voice.texts(voice.remarks(found))
    }
}

/// When a day opens, for programs: what nobody states is null.
enum ReleaseJSON {
    static func render(_ facts: [ReleaseFact], in zone: Zone?) -> JSON {
        .array(
            facts.map { fact in
                Facts.object(
                    [
                        ("days_ahead", .integer(fact.daysAhead)), ("time", .string(fact.time?.clock)),
                        ("for_day", .string(fact.forDay.iso)), ("opens_at", Words.iso(fact.opensAt, in: zone)),
                        ("source", .string(fact.source.rawValue)),
                    ], always: ["time", "opens_at"])
            })
    }
}

extension Facts {
    /// `["19:00", "19:30"]`, as an evening goes on.
    static func times(_ times: [TimeOfDay]) -> JSON { .array(times.map { .string($0.clock) }) }
}

extension OpenDays {
    /// Of the day that was asked for first: of a span that is published in part that is its last one.
    fileprivate var releaseAsAsked: [ReleaseFact] { days.isEmpty ? release + lastRelease : lastRelease + release }

    /// Times that an answer has of a day.
    private static let most = 12

    /// The clock times of a day's tables that can be booked (where none can, of all), as the evening goes on; of many the nearest, or some of all.
    func shown(_ day: Day) -> [TimeOfDay] {
        let all = Self.times(day)
        guard all.count > Self.most else { return all.sorted { Evening.minutes(of: $0) < Evening.minutes(of: $1) } }
        let hasWish = preferredTime != nil || eitherTime != nil
        let ordered = hasWish ? all : all.sorted { Evening.minutes(of: $0) < Evening.minutes(of: $1) }
        let kept =
            hasWish
            ? Array(ordered.prefix(Self.most))
            : (0..<Self.most).map {
                ordered[$0 * (ordered.count - 1) / (Self.most - 1)]
            }
        return kept.sorted { Evening.minutes(of: $0) < Evening.minutes(of: $1) }
    }

    /// Not all times of some day are shown.
    var isCut: Bool { days.contains { isCut($0) } }

    /// What is left of its times has no pattern that could be told.
    func isCut(_ day: Day) -> Bool { Self.times(day).count > Self.most }

    private static func times(_ day: Day) -> [TimeOfDay] {
        let all = day.slots ?? []
        let bookable = all.filter(\.isBookable)
        return (bookable.isEmpty ? all : bookable).map(\.time)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension Voice {
    /// Which of the tables cannot be booked here, why, and where they can.
    private func doors(_ found: OpenDays) -> [String] {
        let blocked = found.blocked
        guard let first = blocked.first else { return [] }
        func why(_ those: BlockedDays) -> String { those.obstacles.map { text($0) }.joined(separator: "; or ") }
        let way = "Book it on Resy's site: \(found.url)"
        if found.obstacle != nil, blocked.count == 1 {
            return ["These tables are not bookable through this program (\(why(first))). \(way)"]
        }
        // Where some can be booked, the others are told by their days.
        let sentences = blocked.map {
            "Not bookable through this program: \(days($0.days, from: found.days.first?.day)) (\(why($0)))."
        }
        return sentences + (found.obstacle == nil ? [] : [way])
    }

    /// What the door says already is left out.
    func remarks(_ found: OpenDays) -> [Remark] {
        guard found.obstacle != nil else { return found.remarks }
        return found.remarks.filter { remark in
            switch remark {
            case .evening(.wantsCaptcha), .evening(.absence(.onTock)): false
            default: true
            }
        }
    }

    /// When later days open: the next one, then the last that was asked for.
    func release(_ found: OpenDays, now: Instant) -> [String] {
        guard found.statesRelease else { return ["When later days open is not stated."] }
        let zone = found.venue.zone
        return sentences(found.release, in: zone, now: now) + later(found.lastRelease, in: zone, now: now)
    }

    /// That not all is shown, and why not all was looked at.
    func asides(_ found: OpenDays) -> [String] {
        doors(found)
            + [
                found.isCut
                    ? "Not all times of a day are shown; \(either("check_availability has", "check has")) them." : nil,
                found.end.map { "The times of some open days were not looked at. \(text($0))" },
                found.age.map { "The oldest of Resy's answers used is \(span(seconds: $0)) old." },
            ].compactMap(\.self)
    }
}
