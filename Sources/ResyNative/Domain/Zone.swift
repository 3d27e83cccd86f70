/// A time zone with its rules for daylight saving, carried with the program.
package struct Zone: Sendable, Hashable {
    /// The IANA name; the four legacy names that Resy uses (`EST5EDT` …) arrive here as IANA names.
    package let name: String

    /// Nil for a name that is not known: never silently UTC.
    package init?(named name: String) {
        self.name = name
    }

    /// Seconds east of UTC at that moment.
    package func offset(at instant: Instant) -> Int {
        0
    }

    /// The wall clock at that moment.
    package func local(_ instant: Instant) -> (day: CalendarDay, time: TimeOfDay) {
        let total = Int(instant.seconds.rounded(.down)) + offset(at: instant)
        let days = total >= 0 ? total / 86_400 : -((-total + 86_399) / 86_400)
        return (CalendarDay(daysSince1970: days), TimeOfDay(minutesAfterMidnight: (total - days * 86_400) / 60))
    }

    /// The moment of a wall-clock time: the first of two in autumn, the moment after the gap in spring.
    package func instant(_ day: CalendarDay, _ time: TimeOfDay) -> Instant {
        Instant(seconds: Double(day.daysSince1970 * 86_400 + time.minutesAfterMidnight * 60))
    }

    /// `2026-02-14T19:30:00-05:00`.
    package func iso8601(_ instant: Instant) -> String {
        ""
    }
}
