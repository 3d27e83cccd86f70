/// The times that stand in a restaurant's words.
enum ReleaseClock {
    /// Zones that `SpokenZone` does not know.
    static let zones: Set<String> = ["gmt", "bst", "utc", "cet", "cest", "jst"]

    /// Nil for one that may be morning or evening, or is told by another zone's clock.
    static func all(in words: [String], zone: Zone?, now: Instant) -> Set<TimeOfDay?> {
        var found: Set<TimeOfDay?> = []
        for index in words.indices {
            guard let (time, end) = time(words, at: index) else { continue }
            found.insert(isHere(words.dropFirst(end).first, zone, now) ? time : nil)
        }
        return found
    }

    /// With where the words go on behind it.
    private static func time(_ words: [String], at start: Int) -> (time: TimeOfDay?, end: Int)? {
        func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
        let here = word(start)
        if here == "noon" || here == "midnight" {
            return (TimeOfDay(minutesAfterMidnight: here == "noon" ? 720 : 0), start + 1)
        }
        let clock = here.prefix { $0.isNumber || $0 == ":" }
        guard clock.first?.isNumber == true else { return nil }
        let ending = here.dropFirst(clock.count)
        let next = word(start + 1)
        // `12 noon` is told by its second word.
        if ending.isEmpty, next == "noon" || next == "midnight" { return nil }
        let isHalfBeside = ending.isEmpty && ["am", "pm"].contains(next)
        let half = isHalfBeside ? next[...] : ending
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count <= 2, let hour = parts[0], let minute = parts.count == 2 ? parts[1] : 0 else { return nil }
        let end = start + (isHalfBeside ? 2 : 1)
        switch half {
        case "am", "pm", "a", "p":
            guard (1...12).contains(hour) else { return nil }
            return (TimeOfDay(hour: hour % 12 + (half.first == "p" ? 12 : 0), minute: minute), end)
        case "":
            // A number alone is a time only where it is written as one.
            guard parts.count == 2 || ["at", "@"].contains(word(start - 1)) else { return nil }
            let isOf24Hours = parts.count == 2 && (hour > 12 || clock.first == "0")
            return (isOf24Hours ? TimeOfDay(hour: hour, minute: minute) : nil, end)
        default: return nil
        }
    }

    /// Whether the zone that stands behind a time is the restaurant's; true where none does.
    private static func isHere(_ word: String?, _ zone: Zone?, _ now: Instant) -> Bool {
        guard let word else { return true }
        if let spoken = SpokenZone(word) { return zone.map { spoken.isClock(of: $0, near: now) } ?? true }
        guard zones.contains(word) else { return true }
        let isLondon = zone?.name == "Europe/London" || zone?.name == "Europe/Dublin"
        switch word {
        case "gmt", "bst": return isLondon
        case "cet", "cest":
            let isInEurope = zone?.name.hasPrefix("Europe/") ?? false
            return isInEurope && !isLondon
        default: return false
        }
    }
}
