/// A time zone with its rules for daylight saving, carried with the program.
///
/// Each zone keeps the one rule that holds from now on. A moment before a zone last changed its law is off by that
/// change, and the month of Ramadan, when Morocco's clocks go back an hour, is not known here.
package struct Zone: Sendable, Hashable {
    /// The IANA name; the four legacy names that Resy uses (`EST5EDT` …) arrive here as IANA names.
    package let name: String
    private let rule: ZoneRule

    /// Nil for a name that is not known: never silently UTC.
    package init?(named name: String) {
        let name = ZoneTable.legacy[name] ?? name
        guard let group = Zone.groups[name[...]], let rule = Zone.rules[group] else { return nil }
        self.name = name
        self.rule = rule
    }

    /// Seconds east of UTC at that moment.
    package func offset(at instant: Instant) -> Int {
        rule.offset(at: Zone.second(of: instant))
    }

    /// The wall clock at that moment.
    package func local(_ instant: Instant) -> (day: CalendarDay, time: TimeOfDay) {
        let (days, second) = Zone.split(Zone.second(of: instant) + offset(at: instant))
        return (CalendarDay(daysSince1970: days), TimeOfDay(minutesAfterMidnight: second / 60))
    }

    /// The moment of a wall-clock time: the first of two in autumn, the moment after the gap in spring.
    package func instant(_ day: CalendarDay, _ time: TimeOfDay) -> Instant {
        let local = day.daysSince1970 * 86_400 + time.minutesAfterMidnight * 60
        return Instant(seconds: Double(rule.second(ofLocal: local)))
    }

    /// `2026-02-14T19:30:00-05:00`.
    package func iso8601(_ instant: Instant) -> String {
        let offset = offset(at: instant)
        let (days, second) = Zone.split(Zone.second(of: instant) + offset)
        let clock = TimeOfDay(minutesAfterMidnight: second / 60).clock
        let east = TimeOfDay(minutesAfterMidnight: abs(offset) / 60).clock
        let seconds = Digits.padded(second % 60, to: 2)
        return "\(CalendarDay(daysSince1970: days).iso)T\(clock):\(seconds)\(offset < 0 ? "-" : "+")\(east)"
    }

    /// By name; each name stands in one group.
    private static let groups = Dictionary(
        uniqueKeysWithValues: ZoneTable.groups.enumerated().flatMap { place, group in
            group.names.split(separator: " ").map { ($0, place) }
        })

    /// Of each group, read once: every restaurant has a zone.
    private static let rules = ZoneTable.groups.map { ZoneRule(posix: $0.rule) }

    /// Whole seconds, held within the years 1 to 9999, so that no moment from outside can overflow.
    private static func second(of instant: Instant) -> Int {
        guard !instant.seconds.isNaN else { return 0 }
        return Int(min(max(instant.seconds.rounded(.down), -62_135_000_000), 253_402_000_000))
    }

    private static func split(_ seconds: Int) -> (days: Int, second: Int) {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        return (days, seconds - days * 86_400)
    }
}
