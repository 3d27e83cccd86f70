/// A time that was said without its half of the day, such as `7:30`; the tables of that evening tell which is meant.
package struct DoubtfulTime: Sendable, Hashable {
    /// Before noon; small hours end the evening asked for.
    package let morning: TimeOfDay
    /// Twelve hours later.
    package let evening: TimeOfDay
    /// The diner's own words, cleaned.
    package let said: String
    /// The first of the two where it is over already: the other, after midnight, is meant only in a house that serves then.
    package var past: TimeOfDay?

    /// The two halves of what a dial shows at `time`.
    package init(_ time: TimeOfDay, said: String) {
        morning = TimeOfDay(minutesAfterMidnight: time.minutesAfterMidnight % 720)
        evening = TimeOfDay(minutesAfterMidnight: time.minutesAfterMidnight % 720 + 720)
        self.said = said
    }

    /// In the order of an evening.
    package var readings: [TimeOfDay] {
        Evening.minutes(of: morning) < Evening.minutes(of: evening) ? [morning, evening] : [evening, morning]
    }

    /// What the tables of an evening say of it.
    package enum Verdict: Sendable, Hashable {
        case meant(TimeOfDay)
        /// There are tables about both times.
        case both
        /// There is none about either time, and none that tells the halves of the day apart.
        case neither
        /// That one is meant, and it is over.
        case past(TimeOfDay)
    }

    /// Minutes between a time and a table that tells of it: where the hours that most people want are sold out, those
    /// around them still show that the house serves then.
    static let nearness = 180
    /// Minutes after midnight of the evening's day. Tables before 11 PM tell nothing of a time after midnight: many a house
    /// serves dinner until then, and goes home.
    static let lateTables = 23 * 60

    /// `tables`: minutes after midnight of the evening's day, whether they can be booked or not. Tables about one of the
    /// times alone decide; else the half of the day that alone has tables: at a house that serves dinner, 7:00 is never
    /// the morning, even if only 10 PM is left.
    package func verdict(on tables: [Int]) -> Verdict {
        // Earlier ones end the evening before.
        let tables = tables.filter { $0 >= Evening.end }
        let near = readings.filter { reading in
            let wanted = Evening.minutes(of: reading)
            return tables.contains { table in
                abs(table - wanted) <= Self.nearness && (wanted < 1440 || table >= Self.lateTables)
            }
        }
        if let past {
            guard let other = readings.last, near.contains(other) else { return .past(past) }
            return .meant(other)
        }
        if near.count > 1 { return .both }
        if let only = near.first { return .meant(only) }
        let halves = Set(tables.map { HalfDay(TimeOfDay(minutesAfterMidnight: $0)) })
        guard halves.count == 1, let half = halves.first else { return .neither }
        return .meant(half == .morning ? morning : evening)
    }
}

extension SlotPreference {
    /// Those at most `flexibility` minutes from one of the times, and the rest, each by time.
    package func split(
        _ slots: [Slot], near doubt: DoubtfulTime, within flexibility: Int
    ) -> Window {
        let sorted = sorted(slots, near: nil)
        let isInside = { (slot: Slot) in
            doubt.readings.contains { abs(minute(of: slot) - Evening.minutes(of: $0)) <= max(0, flexibility) }
        }
        return Window(inside: sorted.filter(isInside), outside: sorted.filter { !isInside($0) })
    }
}
