/// The time of day that a diner's words mean.
///
/// `7:00` is the morning, as on any clock of 24 hours; a bare `7` says neither and is an error that asks.
package enum TimeText {
    package static func parse(_ text: String) throws(TimeTextError) -> TimeOfDay {
        do throws(TimeTextError.Reason) {
            return try read(text)
        } catch {
            throw TimeTextError(reason: error, text: CleanText.cut(text, to: 60))
        }
    }

    private static func read(_ text: String) throws(TimeTextError.Reason) -> TimeOfDay {
        var words = CleanText.cut(text, to: 100).lowercased().split(separator: " ")
        while let first = words.first, ["at", "@", "around", "about", "approximately", "ca."].contains(first) {
            words.removeFirst()
        }
        var rest = Substring(words.joined())
        while let last = rest.last, [",", ";", "!", "?"].contains(last) { rest = rest.dropLast() }
        switch rest.last == "." ? rest.dropLast() : rest {
        case "noon", "midday", "12noon": return TimeOfDay(minutesAfterMidnight: 720)
        case "midnight", "12midnight": return TimeOfDay(minutesAfterMidnight: 0)
        default: break
        }
        let half = takeHalf(&rest)
        if half == nil, rest.last == "." { rest = rest.dropLast() }
        rest = takeOClock(rest)
        guard let clock = clock(rest, hasHalf: half != nil) else { throw .notUnderstood }
        guard let half else {
            guard let minute = clock.minute else {
                // 13 to 23 can only be the 24-hour clock.
                if (1...12).contains(clock.hour) { throw .bareHour(clock.hour) }
                guard clock.hour > 12 else { throw .notUnderstood }
                return try time(clock.hour, 0)
            }
            return try time(clock.hour, minute)
        }
        guard (1...12).contains(clock.hour) else { throw .noSuchTime }
        return try time(clock.hour % 12 + half.rawValue, clock.minute ?? 0)
    }

    private enum Half: Int { case morning = 0, evening = 12 }

    /// Takes `pm`, `p.m.`, `p.m` or `p` off the end.
    private static func takeHalf(_ text: inout Substring) -> Half? {
        var rest = text
        func take(_ letter: Character) -> Bool {
            guard rest.last == letter else { return false }
            rest = rest.dropLast()
            return true
        }
        _ = take(".")
        if take("m") { _ = take(".") }
        let half: Half? = take("p") ? .evening : take("a") ? .morning : nil
        guard let half else { return nil }
        text = rest
        return half
    }

    private static func takeOClock(_ text: Substring) -> Substring {
        for ending in ["o'clock", "o’clock", "oclock"] where text.hasSuffix(ending) {
            return text.dropLast(ending.count)
        }
        return text
    }

    /// `19:30`, `7.30`, `19h30`, `1930`, `7` or `seven`; no minute where only an hour is said.
    private static func clock(_ text: Substring, hasHalf: Bool) -> (hour: Int, minute: Int?)? {
        let named = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        if let index = named.firstIndex(of: String(text)) { return (index + 1, nil) }
        var parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "h" }
        if parts.count == 2, parts[1].isEmpty, text.last == "h" { parts.removeLast() }
        if parts.count == 3, parts[2] == "00", text.contains(":") { parts.removeLast() }
        if parts.count == 1, parts[0].utf8.count == 4 || (hasHalf && parts[0].utf8.count == 3) {
            parts = [parts[0].dropLast(2), parts[0].suffix(2)]
        }
        guard parts.count <= 2, (1...2).contains(parts[0].utf8.count), let hour = Digits.number(parts[0].utf8) else {
            return nil
        }
        guard parts.count == 2 else { return (hour, nil) }
        guard parts[1].utf8.count == 2, let minute = Digits.number(parts[1].utf8) else { return nil }
        return (hour, minute)
    }

    private static func time(_ hour: Int, _ minute: Int) throws(TimeTextError.Reason) -> TimeOfDay {
        guard let time = TimeOfDay(hour: hour, minute: minute) else { throw .noSuchTime }
        return time
    }
}

/// Why a text is no time of day, with what would be understood instead.
package struct TimeTextError: Error, Sendable, Equatable {
    package enum Reason: Error, Sendable, Equatable {
        case notUnderstood
        case noSuchTime
        /// An hour from 1 to 12 that may be either half of the day.
        case bareHour(Int)
    }

    package let reason: Reason
    /// What was said, cleaned and cut to 60 characters.
    package let text: String

    package var message: String {
        switch reason {
        case .notUnderstood: text.isEmpty ? "No time is given." : "The time “\(text)” is not understood."
        case .noSuchTime: "The time “\(text)” does not exist."
        case .bareHour(12): "The time “\(text)” may be noon or midnight."
        case .bareHour(let hour): "The time “\(text)” may be \(hour)am or \(hour)pm."
        }
    }

    package var hint: String {
        switch reason {
        case .bareHour(12): "Say noon or midnight."
        case .bareHour(let hour): "Say \(hour)pm (\(hour + 12):00) or \(hour)am (\(Digits.padded(hour, to: 2)):00)."
        default: "Say 19:00, 7pm, 7:30 PM, noon or midnight."
        }
    }
}
