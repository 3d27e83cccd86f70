internal import LibC
package import ResyDomain

/// The wall clock of this machine, for words to the person at it; restaurants have their own, see `Zone`.
package enum LocalTime {
    /// The day it is, and when that ends; of a moment that no calendar has, a day of the world's clock.
    package static func day(of instant: Instant) -> (day: CalendarDay, ends: Instant) {
        let world = (Instant(seconds: 0), CalendarDay(daysSince1970: 0))
        guard abs(instant.seconds) < 1e11 else { return (world.1, world.0) }
        var seconds = time_t(instant.seconds)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil,
            let day = CalendarDay(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        else { return (world.1, world.0) }
        var midnight = tm()
        (midnight.tm_year, midnight.tm_mon, midnight.tm_mday) = (parts.tm_year, parts.tm_mon, parts.tm_mday + 1)
        // Whether clocks go forward or back on the way is for the system to know.
        midnight.tm_isdst = -1
        return (day, Instant(seconds: Double(mktime(&midnight))))
    }

    /// `Saturday Jan 9 2027 at 2:10 PM`; nil for a moment that no calendar has.
    package static func spoken(_ instant: Instant) -> String? {
        guard abs(instant.seconds) < 1e11 else { return nil }
        var seconds = time_t(instant.seconds)
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil,
            let day = CalendarDay(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)),
            let time = TimeOfDay(hour: Int(parts.tm_hour), minute: Int(parts.tm_min))
        else { return nil }
        return "\(day.spoken) \(day.year) at \(time.spoken)"
    }
}
