internal import LibC
package import ResyDomain

/// The wall clock of this machine, for words to the person at it; restaurants have their own, see `Zone`.
package enum LocalTime {
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
