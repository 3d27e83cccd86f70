internal import ResyDomain

extension TimeWish {
    /// `=19:00`, or the words that may mean either half of the day.
    var stored: String {
        switch self {
        case .at(let time): "=" + time.clock
        case .either(let doubt): doubt.said
        }
    }

    init?(stored text: String) {
        if text.hasPrefix("=") {
            guard let time = TimeOfDay(clock: text.dropFirst()) else { return nil }
            self = .at(time)
        } else {
            guard let wish = try? TimeText.parse(text) else { return nil }
            self = wish
        }
    }
}

extension WatchMessage {
    var stored: JSON {
        [
            "venue": venue.stored, "party": .integer(party), "seen_at": .number(seenAt.seconds),
            "more": .integer(more), "held": .integer(held ?? 0),
            "tables": .array(
                tables.map {
                    [
                        "evening": .string($0.evening.iso), "day": .string($0.day.iso), "time": .string($0.time.clock),
                        "seating": .string($0.seating), "charges": $0.charges.stored, "bookable": .bool($0.isBookable),
                    ]
                }),
        ]
    }

    /// Nil where part of it cannot be read.
    init?(stored text: String) {
        guard let json = try? JSON(parsing: Array(text.utf8)),
            let venue = (try? json["venue"]).flatMap(Venue.init(stored:)),
            let party = try? json["party"].integer, let seen = try? json["seen_at"].number,
            let items = try? json["tables"].items
        else { return nil }
        let tables = items.compactMap(Table.init(stored:))
        guard tables.count == items.count, !tables.isEmpty else { return nil }
        self.init(venue: venue, party: party, tables: tables, seenAt: Instant(seconds: seen))
        held = (try? json["held"].integer).flatMap { $0 > 0 ? $0 : nil }
        more = (try? json["more"].integer) ?? 0
    }
}

extension WatchMessage.Table {
    fileprivate init?(stored json: JSON) {
        func day(_ name: String) -> CalendarDay? { (try? json[name].string).flatMap { CalendarDay(iso: $0) } }
        guard let evening = day("evening"), let day = day("day"),
            let time = (try? json["time"].string).flatMap({ TimeOfDay(clock: $0) }),
            let seating = try? json["seating"].string, let isBookable = try? json["bookable"].flag,
            let charges = (try? json["charges"]).flatMap(Charges.init(stored:))
        else { return nil }
        self.init(
            evening: evening, day: day, time: time, seating: seating, charges: charges, isBookable: isBookable)
    }
}
