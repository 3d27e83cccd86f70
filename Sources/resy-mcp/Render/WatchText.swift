internal import ResyDomain
internal import ResyNative

/// The watches of this computer, for a model.
enum WatchText {
    static func render(_ list: WatchList, now: Instant, in voice: Voice) -> String {
        let voice = voice.at(now)
        var lines = [headline(list, now: now, in: voice)]
        if list.status == .listed || list.status == .removed {
            lines += list.watches.map { "- \(row($0, list.standing, now: now, in: voice))" }
        } else if let watch = list.watches.first {
            lines.append("\(Words.capitalized(voice.looks(of: watch, list.standing, now: now))).")
        }
        lines += voice.texts(list.remarks)
        return lines.joined(separator: "\n")
    }

    private static func headline(_ list: WatchList, now: Instant, in voice: Voice) -> String {
        let reading = Words.readings(list.readings, in: voice)
        switch list.status {
        case .added, .exists:
            guard let watch = list.watches.first else { return "Nothing is watched." }
            let what = list.status == .added ? "Watching" : "Watched already:"
            return "\(what) \(voice.place(of: watch)) (watch \(watch.id)): "
                + "\(voice.terms(of: watch, now: now).joined(separator: ", "))\(reading). "
                + "It sends a message when a table is new; it never books."
        case .listed:
            return list.watches.isEmpty
                ? "Nothing is watched." : "\(list.watches.count) watch\(list.watches.count == 1 ? "" : "es"):"
        case .removed:
            let gone = list.removed.map { "No longer watching \(voice.place(of: $0)) (watch \($0.id))." } ?? "Removed."
            return gone + (list.watches.isEmpty ? " Nothing else is watched." : " Still watched:")
        }
    }

    private static func row(_ watch: Watch, _ standing: WatchStanding, now: Instant, in voice: Voice) -> String {
        "\(watch.id): \(voice.place(of: watch)), \(voice.terms(of: watch, now: now).joined(separator: ", ")); "
            + voice.looks(of: watch, standing, now: now)
    }
}

/// The same for programs.
enum WatchJSON {
    static func render(
        _ list: WatchList, link: VenueLinks, nextStep: String? = nil, now: Instant, in voice: Voice = .model
    ) -> JSON {
        let voice = voice.at(now)
        let notes =
            list.readings.map { voice.text($0) + "." } + voice.texts(list.remarks)
            + list.watches.compactMap { watch in
                voice.failing(watch, now: now).map { "Watch \(watch.id): \($0)." }
            }
        return Facts.object([
            ("status", .string(list.status.rawValue)),
            ("watches", .array(list.watches.map { watch($0, list.standing, link) })),
            ("runs", .bool(list.standing.runs(now))), ("note", Facts.texts(notes)), ("next_step", .string(nextStep)),
        ])
    }

    private static func watch(_ watch: Watch, _ standing: WatchStanding, _ link: VenueLinks) -> JSON {
        let zone = watch.venue.zone
        let next = [watch.nextLook, standing.pause?.until].compactMap(\.self).max()
        return Facts.object(
            [
                ("id", .string("\(watch.id)")),
                (
                    "venue",
                    Facts.venue(
                        watch.venue, url: link.page(of: watch.venue, day: watch.days.first, party: watch.party))
                ),
                ("dates", .array(watch.days.map { .string($0.iso) })), ("party_size", .integer(watch.party)),
                ("earliest", .string(watch.hours.bounds.earliest?.clock)),
                ("latest", .string(watch.hours.bounds.latest?.clock)), ("seating", .string(watch.seating)),
                ("max_fee", .number(watch.mostFee)), ("until", .string(watch.until.iso)),
                ("earlier_than", .string(watch.earlierThan.map { "RESY-\($0.id)" })),
                ("last_look", Words.iso(watch.lastLook, in: zone)), ("next_look", Words.iso(next, in: zone)),
                ("paused_until", Words.iso(standing.pause?.until, in: zone)),
                ("found", .integer(watch.found == 0 ? nil : watch.found)),
            ], always: ["last_look", "next_look"])
    }
}
