internal import ResyDomain
internal import ResyNative

/// Moments and waits. One clock: the restaurant's.
extension Voice {
    /// `Wed 7 PM` within a week, `today 7 PM`, else `Wed Dec 2, 7 PM`; nil where the zone is not known.
    func moment(_ instant: Instant?, in zone: Zone?, now: Instant) -> String? {
        guard let instant, let zone else { return nil }
        let (day, time) = zone.local(instant)
        let today = zone.local(now).day
        switch day.daysSince1970 - today.daysSince1970 {
        case 0: return "today \(hour(time))"
        case 1...6: return "\(day.weekday.name.prefix(3)) \(hour(time))"
        default: return "\(day.spoken(from: today)), \(hour(time))"
        }
    }

    /// `7 PM`, `7:30 PM`.
    func hour(_ time: TimeOfDay) -> String {
        guard time.minute == 0 else { return time.spoken }
        let dial = time.hour % 12 == 0 ? 12 : time.hour % 12
        return "\(dial) \(time.hour < 12 ? "AM" : "PM")"
    }

    /// `in 15 minutes`; `later` where it is not known when that is said.
    func wait(until moment: Instant) -> String {
        now.map { "in \(span(seconds: moment.seconds - $0.seconds))" } ?? "later"
    }

    /// `45 seconds`, `15 minutes`, `3 hours`, `2 days`: never more than 90 of the smaller unit, and rather too long.
    func span(seconds: Double) -> String {
        let seconds = Int(min(max(seconds.rounded(.up), 1), 1e9))
        func named(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
        func up(_ size: Int) -> Int { (seconds + size - 1) / size }
        if seconds <= 90 { return named(seconds, "second") }
        if up(60) <= 90 { return named(up(60), "minute") }
        return up(3600) <= 72 ? named(up(3600), "hour") : named(up(86_400), "day")
    }
}
