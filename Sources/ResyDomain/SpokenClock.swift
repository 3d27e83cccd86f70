/// A clock as people write and say it, without its half of the day: `19:30`, `7.30`, `seven thirty`, `quarter to 8`.
struct SpokenClock: Equatable {
    /// As said; 19 may stand there, or 25.
    var hour: Int
    /// Nil where only an hour was said.
    var minute: Int?
    /// Said before the hour: `quarter to` is -15.
    var shift = 0
    /// Two digits that no dial shows: `07`, `00`.
    var hasLeadingZero = false

    /// Whether it says its half of the day by itself, as a clock of 24 hours does.
    var isOf24Hours: Bool { hasLeadingZero || hour > 12 || hour == 0 && minute != nil }

    /// `words` without what is no part of the clock. Nil where they are something else.
    init?(_ words: [Substring]) {
        guard let link = words.firstIndex(where: { Self.links[$0] != nil }), let sign = Self.links[words[link]] else {
            self.init(joined: words.joined()[...])
            return
        }
        var before = words[..<link]
        if before.count > 1, before.first == "a" { before.removeFirst() }
        var saysMinutes = false
        if let last = before.last, last == "minutes" || last == "min" || last == "mins" {
            before.removeLast()
            saysMinutes = true
        }
        guard let minutes = Self.minutes(before.joined()),
            let hour = SpokenClock(joined: words[(link + 1)...].joined()[...]),
            hour.minute == nil
        else { return nil }
        // `5 to 9` is more likely a range.
        if sign < 0, !saysMinutes, minutes < hour.hour { return nil }
        self = hour
        minute = 0
        shift = sign * minutes
    }

    private static let links: [Substring: Int] = [
        "past": 1, "after": 1, "to": -1, "of": -1, "til": -1, "before": -1, "till": -1,
    ]

    private static func minutes(_ text: String) -> Int? {
        switch text {
        case "half": return 30
        case "quarter": return 15
        default: break
        }
        if let named = minuteNames[text[...]] { return named }
        guard text.utf8.count <= 2, let number = Digits.number(text.utf8), (1...59).contains(number) else { return nil }
        return number
    }

    /// `19:30`, `7.30`, `19h30`, `1930`, `730`, `7`, `seven`, `seventhirty`.
    init?(joined text: Substring) {
        if let named = Self.named(text) {
            self = named
            return
        }
        var parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "h" }
        if parts.count == 2, parts[1].isEmpty, text.last == "h" { parts.removeLast() }
        if parts.count == 3, parts[2] == "00", text.contains(":") { parts.removeLast() }
        if parts.count == 1, (3...4).contains(parts[0].utf8.count) {
            parts = [parts[0].dropLast(2), parts[0].suffix(2)]
            // 193 is no time that anybody writes.
            guard let minute = Digits.number(parts[1].utf8), minute < 60 || parts[0].utf8.count == 2 else { return nil }
        }
        guard parts.count <= 2, (1...2).contains(parts[0].utf8.count), let hour = Digits.number(parts[0].utf8) else {
            return nil
        }
        hasLeadingZero = parts[0].utf8.count == 2 && parts[0].first == "0"
        self.hour = hour
        guard parts.count == 2 else { return }
        guard parts[1].utf8.count == 2, let minute = Digits.number(parts[1].utf8) else { return nil }
        self.minute = minute
    }

    private init(hour: Int, minute: Int?) {
        self.hour = hour
        self.minute = minute
    }

    private static func named(_ text: Substring) -> SpokenClock? {
        for (index, name) in hourNames.enumerated() where text.hasPrefix(name) {
            let rest = text.dropFirst(name.count)
            if rest.isEmpty { return SpokenClock(hour: index + 1, minute: nil) }
            if let minute = minuteNames[rest] { return SpokenClock(hour: index + 1, minute: minute) }
        }
        return nil
    }

    private static let hourNames = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    private static let minuteNames: [Substring: Int] = [
        "ohfive": 5, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twentyfive": 25, "thirty": 30,
        "thirtyfive": 35, "forty": 40, "fourty": 40, "fortyfive": 45, "fourtyfive": 45, "fifty": 50, "fiftyfive": 55,
    ]
}
